import { describe, expect, test } from "vitest";
import kept from "./seeds.json" with { type: "json" };
import { loadSimulator } from "./load.ts";
import { MUTANTS, planted } from "./mutants.ts";
import { simulate, type Outcome } from "./simulate.ts";

/** The seeds of every run; what they do not find, ten thousand of `npm run sim` may. */
const SEEDS = 200;
const STEPS = 500;
/** A flaw that so many lives do not show would not be found. */
const LIVES_OF_A_MUTANT = 60;
const again = ({ seed, violation }: Outcome, steps: number): string => `Seed ${seed} failed after step ${violation?.step}: ${violation?.message} Play it again: npm run sim -- --from ${seed} --seeds 1 --steps ${steps}`;

test("the same seed gives the same life, twice, and another seed another", async () => {
  const [once, twice, other] = [await simulate(7, 200), await simulate(7, 200), await simulate(8, 200)];
  expect(twice).toEqual(once);
  expect(other.trace).not.toBe(once.trace);
});

test.each(kept)("what has failed once holds: seed $seed, $steps steps", async ({ seed, steps }) => {
  const outcome = await simulate(seed, steps);
  expect(outcome.violation, again(outcome, steps)).toBeNull();
});

test(`${SEEDS} lives of ${STEPS} steps under faults: after each step every invariant holds, and once faults stop all that is due has happened`, { timeout: 600_000 }, async () => {
  const sums = { entries: 0, answered: 0, fired: 0, starts: 0, kept: 0 };
  const begun = process.cpuUsage();
  for (let seed = 1; seed <= SEEDS; seed++) {
    const outcome = await simulate(seed, STEPS);
    expect(outcome.violation, again(outcome, STEPS)).toBeNull();
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += outcome[key];
  }
  const { user, system } = process.cpuUsage(begun);
  console.info(`${SEEDS} lives: ${JSON.stringify(sums)}, ${((user + system) / 1e6).toFixed(1)} s of a core`);
  // A house in which nothing happens breaks no rule.
  expect(Math.min(sums.entries / 400, sums.answered / 80, sums.fired / 150, sums.starts / 3, sums.kept / 2)).toBeGreaterThan(SEEDS);
});

describe("planted flaws are found by the seeds of this test", () => {
  test.each(MUTANTS)("$name", { timeout: 300_000 }, async (mutant) => {
    const flaw = planted(mutant);
    const { simulate: lives } = await loadSimulator([flaw]);
    expect(flaw.isPlanted()).toBe(true);
    let found: Outcome | undefined;
    for (let seed = 1; seed <= LIVES_OF_A_MUTANT && !found; seed++) {
      const outcome = await lives(seed, STEPS);
      if (outcome.violation) found = outcome;
    }
    expect(found?.violation?.invariant, `No life showed it. ${found?.violation?.message ?? ""}`).toBeOneOf([...mutant.foundBy]);
    console.info(`${mutant.name}: seed ${found!.seed}, step ${found!.violation!.step}, ${found!.violation!.message}`);
  });
  test("a flaw that is not found where it was written fails the loading", async () => {
    await expect(loadSimulator([planted({ ...MUTANTS[0]!, from: "nobody has written this" })])).rejects.toThrow(/stands 0 times/);
  });
});
