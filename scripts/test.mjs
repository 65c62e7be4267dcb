import { join } from "node:path";
import { build, install, root, step, stepBeside } from "./prepare.mjs";

process.chdir(root);
install();
const node = process.execPath;
const tests = (project, workers) => [join(root, "node_modules", "vitest", "vitest.mjs"), "run", "--project", project, ...(workers ? ["--maxWorkers", String(workers)] : [])];
const CONTRACT_WORKERS = 2;
const quick = process.argv.includes("--check");
/** Ends this process once all have ended, if any of them failed. */
const allPass = async (...steps) => {
  if ((await Promise.all(steps)).includes(false)) process.exit(1);
};

// Parts, one after another. First what needs no browser: the compiler and the linter take both cores whole, beside which a page may stand still for seconds.
// Two thirds of its time a test of a whole server waits for it: two at once fill what the others leave.
const checks = stepBeside("Types, layers, lint (类型、分层、规范)", node, [join(root, "scripts", "checks.mjs")]);
if (!quick) build();
const unit = stepBeside("Tests of single parts (单元测试)", node, tests("unit"), { isSeen: quick });
const contract = quick ? true : stepBeside("Tests of the server (契约测试)", node, tests("contract", CONTRACT_WORKERS), { isSeen: true });
await allPass(checks, unit, contract);
if (!quick) {
  // Then two browsers at a time, of which one shows walls; nothing of this is timed.
  const beside = stepBeside("Recovery and light pages in the browser (恢复与轻页面测试)", node, tests("beside"));
  const walls = stepBeside("Tests in the browser (浏览器测试)", node, tests("e2e"), { isSeen: true });
  await allPass(beside, walls);
  // What is judged by seconds has the machine to itself.
  step("Tests against the clock (计时测试)", node, tests("timed"));
}
