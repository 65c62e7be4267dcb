// npm run sim -- [--seeds 10000] [--steps 2000] [--from 1] [--show]: lives of a house under faults (docs/spec/simulator.md). A seed that fails is
// kept in tests/sim/seeds.json, which npm test plays first. --show tells each entry of the journal.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runnerImport } from "vite";
import { root } from "./prepare.mjs";

process.chdir(root);
const { values } = parseArgs({ options: { seeds: { type: "string", default: "10000" }, steps: { type: "string", default: "2000" }, from: { type: "string", default: "1" }, show: { type: "boolean", default: false } } });
const [seeds, steps, from] = ["seeds", "steps", "from"].map((name) => {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= 1) return number;
  console.error(`--${name} is ${JSON.stringify(values[name])}; a whole number from 1 on is expected, as in: npm run sim -- --${name} 100`);
  process.exit(2);
});
function commit() {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
}
/** Kept with as many steps as it takes to show it. */
function keep({ seed, violation }) {
  const file = "tests/sim/seeds.json";
  const kept = JSON.parse(readFileSync(file, "utf8"));
  if (kept.some((one) => one.seed === seed)) return;
  kept.push({ seed, steps: Math.min(steps, violation.step), showed: violation.invariant });
  writeFileSync(file, `[\n${kept.map((one) => `  ${JSON.stringify(one)}`).join(",\n")}\n]\n`);
}

const { module } = await runnerImport(join(root, "tests", "sim", "simulate.ts"), { root, configFile: false, logLevel: "warn" });
const begun = performance.now();
const sums = { entries: 0, answered: 0, fired: 0, starts: 0 };
let failed = 0;
for (let seed = from; seed < from + seeds; seed++) {
  const outcome = await module.simulate(seed, steps, values.show ? console.log : undefined);
  for (const key in sums) sums[key] += outcome[key];
  if (outcome.violation) {
    failed++;
    console.error(`Seed ${seed} at commit ${commit()} failed after step ${outcome.violation.step}: ${outcome.violation.message}\n  Again: npm run sim -- --from ${seed} --seeds 1 --steps ${steps} --show`);
    keep(outcome);
  }
  const done = seed - from + 1;
  if (done % 100 === 0 || done === seeds) console.log(`${done} of ${seeds} lives, ${failed} failed, ${((performance.now() - begun) / 1_000).toFixed(0)} s; entries ${sums.entries}, answers ${sums.answered}, timers ${sums.fired}, starts ${sums.starts}.`);
}
process.exit(failed > 0 ? 1 : 0);
