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
// Servers and browsers that die and come back: two cores' time goes to the others while these wait.
const recovery = quick ? true : stepBeside("Recovery in the browser (恢复测试)", node, tests("recovery"));
if ((await Promise.all([checks, first, recovery])).includes(false)) process.exit(1);
if (!quick) step("Tests in the browser (浏览器测试)", node, tests("e2e"));
