import { join } from "node:path";
import { build, install, root, step, stepBeside } from "./prepare.mjs";

process.chdir(root);
install();
const node = process.execPath;
/** @param workers so many files at a time; left out = as many as there are cores */
const tests = (projects, workers) => [join(root, "node_modules", "vitest", "vitest.mjs"), "run", ...projects.flatMap((project) => ["--project", project]), ...(workers ? ["--maxWorkers", String(workers)] : [])];
/** Two thirds of its time a test of a whole server or of a page waits for it: two at once take little more than one alone, and no more than two cores. */
const AT_A_TIME = 2;
const quick = process.argv.includes("--check");

// First what needs no browser: the compiler and the linter take both cores whole, beside which a page may stand still for seconds.
const checks = stepBeside("Types, layers, lint (类型、分层、规范)", node, [join(root, "scripts", "checks.mjs")]);
if (!quick) build();
const unit = stepBeside("Tests of single parts (单元测试)", node, tests(["unit"]), { isSeen: quick });
const contract = quick ? true : stepBeside("Tests of the server (契约与恢复测试)", node, tests(["contract"], AT_A_TIME), { isSeen: true });
if ((await Promise.all([checks, unit, contract])).includes(false)) process.exit(1);
if (!quick) {
  step("Tests in the browser (浏览器测试)", node, tests(["beside", "e2e"], AT_A_TIME));
  // What is judged by seconds mostly waits; both files of it have the machine to themselves.
  step("Tests against the clock (计时测试)", node, tests(["timed"], AT_A_TIME));
}
