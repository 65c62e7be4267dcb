import { join } from "node:path";
import { build, install, root, step, stepBeside } from "./prepare.mjs";

process.chdir(root);
install();
const node = process.execPath;
const tests = (...projects) => [join(root, "node_modules", "vitest", "vitest.mjs"), "run", ...projects.flatMap((name) => ["--project", name])];
const quick = process.argv.includes("--check");
// The checks leave one core to the tests in which nothing is timed; a browser has the machine to itself.
const checks = stepBeside("Types, layers, lint (类型、分层、规范)", node, [join(root, "scripts", "checks.mjs")]);
if (!quick) build();
const first = stepBeside("Tests (测试)", node, tests("unit", ...(quick ? [] : ["contract"])), { isSeen: true });
// Servers and browsers that die and come back, and light pages: two cores' time goes to the others while these wait.
const beside = quick ? true : stepBeside("Recovery and light pages in the browser (恢复与轻页面测试)", node, tests("beside"));
if ((await Promise.all([checks, first, beside])).includes(false)) process.exit(1);
if (!quick) step("Tests in the browser (浏览器测试)", node, tests("e2e"));
