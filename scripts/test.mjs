import { join } from "node:path";
import { build, install, root, step, stepBeside } from "./prepare.mjs";

process.chdir(root);
install();
const node = process.execPath;
const tests = (project, workers) => [join(root, "node_modules", "vitest", "vitest.mjs"), "run", "--project", project, ...(workers ? ["--maxWorkers", String(workers)] : [])];
const CONTRACT_WORKERS = 2;
const quick = process.argv.includes("--check");
// Nothing here is timed, so all of it shares the machine; the browser tests that follow have it to themselves.
const checks = stepBeside("Types, layers, lint (类型、分层、规范)", node, [join(root, "scripts", "checks.mjs")]);
if (!quick) build();
const unit = stepBeside("Tests of single parts (单元测试)", node, tests("unit"), { isSeen: quick });
// Two thirds of its time a test of a whole server waits for it: two at once take little more than one alone.
const contract = quick ? true : stepBeside("Tests of the server (契约测试)", node, tests("contract", CONTRACT_WORKERS), { isSeen: true });
// Servers and browsers that die and come back, and light pages: two cores' time goes to the others while these wait.
const beside = quick ? true : stepBeside("Recovery and light pages in the browser (恢复与轻页面测试)", node, tests("beside"));
if ((await Promise.all([checks, unit, contract, beside])).includes(false)) process.exit(1);
if (!quick) step("Tests in the browser (浏览器测试)", node, tests("e2e"));
