import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Indicator } from "../../model/indicator.ts";
import type { Rule } from "../../model/rule.ts";
import type { Cell, Site } from "../../model/sample.ts";
import { createRules } from "./rules.ts";

const gust: Indicator = {
  id: "gust", title: { zh: "阵风", en: "Gust" }, definition: "", unit: "m/s", decimals: 1, leaf: "site", siteKind: "weather-station", rollup: "max", cadenceMs: 60_000,
  worse: "higher", range: [0, 100], class: "open", owner: "", source: "", version: 1,
};
const limit = (level: 1 | 2 | 3 | 4, value: number, more: Partial<Rule> = {}): Rule => ({
  id: `gust#${level}`, indicator: "gust", level, when: { op: ">=", value }, holdMs: 0, deadband: 1, source: "test", ...more,
});
const PLACE = "st-1";

function desk(rules: Rule[], site?: Site, indicator: Indicator = gust) {
  let cell: Cell | undefined;
  const house = createRules({ rules, indicator: () => indicator, levelOf: () => "site", site: () => site, cell: () => cell });
  return {
    house,
    observe(value: number | null, at: number, more: Partial<Cell> = {}) {
      cell = { place: PLACE, value, observedAt: at, state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "site" }, tick: 0, ...more };
      return [...house.evaluate([{ indicator: "gust", places: [PLACE] }], at)].flat().map((f) => `${f.kind} ${f.rule.id}`);
    },
    wait(at: number, more: Partial<Cell> = {}) {
      if (cell) cell = { ...cell, ...more };
      return [...house.evaluate([], at)].flat().map((f) => `${f.kind} ${f.rule.id}`);
    },
  };
}

describe("rules", () => {
  test("a limit is exceeded at the limit itself and returns only below the dead-band", () => {
    const { observe } = desk([limit(3, 20)]);
    expect(observe(19.9, 0)).toEqual([]);
    expect(observe(20, 1)).toEqual(["exceed gust#3"]);
    expect(observe(19.5, 2)).toEqual([]);
    expect(observe(18.9, 3)).toEqual(["clear gust#3"]);
  });

  test("the gravest limit that holds speaks for the place, upward and downward", () => {
    const { observe } = desk([limit(4, 10), limit(3, 20), limit(1, 37)]);
    expect(observe(40, 0)).toEqual(["exceed gust#1"]);
    expect(observe(25, 1)).toEqual(["exceed gust#3"]);
    expect(observe(5, 2)).toEqual(["clear gust#3"]);
  });

  test("only a limit of severity 1 without delay, not yet announced, is urgent", () => {
    const { house, observe } = desk([limit(3, 20), limit(1, 37)]);
    const sample = (value: number, place = PLACE) => house.isUrgent([{ indicator: "gust", place, value }]);
    expect([sample(36), sample(37), sample(Number.NaN)]).toEqual([false, true, false]);
    observe(37, 0);
    expect(sample(50)).toBe(false);
    expect(sample(50, "st-2")).toBe(true);
    expect(desk([limit(1, 37, { holdMs: 60_000 })]).house.isUrgent([{ indicator: "gust", place: PLACE, value: 40 }])).toBe(false);
  });

  test("an on-delay waits for the full time, also when no new sample comes", () => {
    const { observe, wait } = desk([limit(3, 20, { holdMs: 30_000 })]);
    expect(observe(25, 0)).toEqual([]);
    expect(wait(29_000)).toEqual([]);
    expect(wait(30_000)).toEqual(["exceed gust#3"]);
  });

  test("a dip below the limit starts the on-delay again", () => {
    const { observe, wait } = desk([limit(3, 20, { holdMs: 30_000 })]);
    observe(25, 0);
    expect(observe(10, 20_000)).toEqual([]);
    observe(25, 25_000);
    expect(wait(40_000)).toEqual([]);
    expect(wait(55_000)).toEqual(["exceed gust#3"]);
  });

  test("a number that comes back for less than its off-delay does not return", () => {
    const { observe, wait } = desk([limit(4, 10), limit(3, 20, { clearMs: 30_000 })]);
    expect(observe(25, 0)).toEqual(["exceed gust#3"]);
    expect(observe(5, 10_000)).toEqual([]);
    expect(wait(39_000)).toEqual([]);
    expect(observe(21, 39_500)).toEqual([]);
    expect(observe(5, 50_000)).toEqual([]);
    expect(wait(79_000)).toEqual([]);
    expect(wait(80_000)).toEqual(["clear gust#3"]);
  });

  test("an off-delay that was running begins anew when its source was silent meanwhile, and does not keep a graver level from speaking", () => {
    const { observe, wait } = desk([limit(3, 20, { clearMs: 30_000 }), limit(1, 37)]);
    observe(25, 0);
    observe(5, 10_000);
    expect(wait(20_000, { state: "down" })).toEqual(["sourceDown gust#3"]);
    expect(wait(60_000)).toEqual([]);
    expect(observe(5, 70_000)).toEqual(["sourceBack gust#3"]);
    expect(observe(40, 80_000)).toEqual(["exceed gust#1"]);
    expect(observe(25, 90_000)).toEqual(["exceed gust#3"]);
    expect(observe(null, 100_000, { state: "none" as never })).toEqual([]);
    expect(wait(130_000)).toEqual(["clear gust#3"]);
  });

  test("a restart in the middle of an off-delay returns at the same instant as no restart", async () => {
    const at = 40_000;
    const cell: Cell = { place: PLACE, value: 5, observedAt: 30_000, state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "site" }, tick: 0 };
    const past = [[0, 25], [10_000, 5], [20_000, 6], [30_000, 5]].map(([observedAt, value]) => ({ observedAt: observedAt!, knownAt: observedAt!, value: value! }));
    const house = createRules({ rules: [limit(3, 20, { clearMs: 60_000 })], indicator: () => gust, levelOf: () => "site", site: () => undefined, cell: () => cell, past: async () => past });
    house.resume([{ rule: "gust#3", place: PLACE, sourceDown: false }]);
    const changed = [{ indicator: "gust", places: [PLACE] }];
    await house.recall(changed, at, () => undefined);
    const found = (now: number) => [...house.evaluate([], now)].flat().map(({ kind }) => kind);
    expect([...house.evaluate(changed, at)].flat()).toEqual([]);
    expect([found(69_000), found(70_000)]).toEqual([[], ["clear"]]);
  });

  test("[F19] a rule that throws three times is set aside and counted; others at its places go on, and what it found stays", () => {
    const poison = limit(2, 30);
    const { house, observe } = desk([limit(3, 20), poison]);
    expect(observe(31, 0)).toEqual(["exceed gust#2"]);
    Object.defineProperty(poison, "deadband", { get: () => { throw new Error("no such field"); } });
    expect([observe(5, 1), house.aside()]).toEqual([[], []]);
    observe(5, 2);
    observe(5, 3);
    expect(house.aside()).toEqual([{ rule: "gust#2", at: 3, error: "Error: no such field" }]);
    expect(observe(5, 4)).toEqual([]);
    const other = desk([limit(3, 20), Object.defineProperty(limit(2, 30), "deadband", { get: () => { throw new Error("again"); } })]);
    expect([1, 2, 3, 4, 5].flatMap((at) => other.observe(at % 2 ? 40 : 5, at))).toEqual(["exceed gust#3", "clear gust#3", "exceed gust#3", "clear gust#3", "exceed gust#3"]);
    expect(other.house.aside()).toHaveLength(1);
  });

  test("a number that is not there neither raises nor clears", () => {
    const { observe } = desk([limit(3, 20)]);
    observe(25, 0);
    expect(observe(null, 1, { state: "withheld" })).toEqual([]);
    expect(observe(null, 2, { state: "down" })).toEqual([]);
  });

  test("a silent source is said to be silent and clears nothing", () => {
    const { observe, wait } = desk([limit(3, 20)]);
    observe(25, 0);
    expect(wait(600_000, { state: "stale" })).toEqual(["sourceDown gust#3"]);
    expect(wait(900_000, { state: "stale" })).toEqual([]);
    expect(observe(25, 910_000, { state: "fresh" })).toEqual(["sourceBack gust#3"]);
    expect(observe(5, 920_000)).toEqual(["clear gust#3"]);
  });

  test("a limit that each site states of itself is taken from the site, and a site without it is not judged", () => {
    const rule = limit(2, 0, { when: { op: ">=", site: "warningStageM", minus: 0.5 } });
    const site: Site = { id: PLACE, kind: "river-gauge", name: "石角", region: "4418", attributes: { warningStageM: 11 }, class: "open" };
    expect(desk([rule], site).observe(10.5, 0)).toEqual(["exceed gust#2"]);
    expect(desk([rule], { ...site, attributes: {} }).observe(99, 0)).toEqual([]);
  });

  test("a rate needs its whole window before it speaks", () => {
    const { observe } = desk([limit(2, 5, { when: { op: ">=", value: 5, of: "rate", over: 60_000 } })]);
    expect(observe(0, 0)).toEqual([]);
    expect(observe(9, 30_000)).toEqual([]);
    expect(observe(9, 60_000)).toEqual(["exceed gust#2"]);
  });

  test("a limit that a site states can be told from another of its figures, and without either nothing is judged", () => {
    const rule = limit(2, 0, { when: { op: ">=", site: "guaranteedStageM", minus: "warningStageM" }, deadband: 0.1 });
    const site: Site = { id: PLACE, kind: "river-gauge", name: "石角", region: "4418", attributes: { warningStageM: 11, guaranteedStageM: 12.5 }, class: "open" };
    expect(desk([rule], site).observe(1.5, 0)).toEqual(["exceed gust#2"]);
    expect(desk([rule], site).observe(1.4, 0)).toEqual([]);
    expect(desk([rule], { ...site, attributes: { guaranteedStageM: 12.5 } }).observe(99, 0)).toEqual([]);
  });

  test("a return period speaks by the flow that the site states for it, and says that flow as its limit", () => {
    const rule = limit(2, 0, { when: { op: ">=", value: 20, of: "returnPeriod", site: "flow" }, deadband: 100 });
    const site: Site = { id: PLACE, kind: "river-gauge", name: "高要", region: "4412", attributes: { flow5Y: 38_000, flow20Y: 46_000 }, class: "open" };
    const { observe, house } = desk([rule], site);
    expect(observe(45_999, 0)).toEqual([]);
    expect(observe(46_000, 1)).toEqual(["exceed gust#2"]);
    expect(observe(45_950, 2)).toEqual([]);
    expect(observe(45_000, 3)).toEqual(["clear gust#2"]);
    expect([...house.evaluate([], 4)].flat()).toEqual([]);
  });

  test("a deviation is one to either side, and each side returns through its own dead-band", () => {
    const { observe } = desk([limit(3, 0, { when: { op: ">", value: 0.1, of: "deviation", minus: 50 }, deadband: 0.02 })]);
    expect(observe(50.1, 0)).toEqual([]);
    expect(observe(50.11, 1)).toEqual(["exceed gust#3"]);
    expect(observe(50.09, 2)).toEqual([]);
    expect(observe(50.07, 3)).toEqual(["clear gust#3"]);
    expect(observe(49.88, 4)).toEqual(["exceed gust#3"]);
    expect(observe(49.91, 5)).toEqual([]);
    expect(observe(49.93, 6)).toEqual(["clear gust#3"]);
  });

  test("a growth is judged once its window is full, and what cannot be judged any more stays as it was found", () => {
    const { observe } = desk([limit(1, 0, { when: { op: ">", value: 50, of: "growth", over: 60_000 }, deadband: 5 })]);
    expect(observe(10, 0)).toEqual([]);
    expect(observe(16, 60_000)).toEqual(["exceed gust#1"]);
    expect(observe(16, 600_000)).toEqual([]);
    expect(observe(16, 660_000)).toEqual(["clear gust#1"]);
  });

  test("what is unusual is told from what is usual there at that hour, and where that is not known nothing is said", () => {
    let usual: { mean: number; sigma: number } | null = null;
    const cell = (value: number, at: number): Cell => ({ place: PLACE, value, observedAt: at, state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "site" }, tick: 0 });
    let now = cell(30, 0);
    const rules = [limit(3, 0, { when: { op: ">", value: 2, of: "baseline" }, deadband: 0 }), limit(2, 0, { when: { op: ">", value: 4, of: "baseline" }, deadband: 0 })];
    const house = createRules({ rules, indicator: () => gust, levelOf: () => "site", site: () => undefined, cell: () => now, usual: () => usual });
    const observe = (value: number, at: number) => {
      now = cell(value, at);
      return [...house.evaluate([{ indicator: "gust", places: [PLACE] }], at)].flat().map(({ kind, rule, value: found, limit: held }) => `${kind} ${rule.id} ${found} > ${held}`);
    };
    expect(observe(30, 0)).toEqual([]);
    usual = { mean: 10, sigma: 3 };
    expect(observe(16, 1)).toEqual([]);
    expect(observe(17, 2)).toEqual(["exceed gust#3 17 > 16"]);
    expect(observe(23, 3)).toEqual(["exceed gust#2 23 > 22"]);
    usual = null;
    expect(observe(5, 4)).toEqual([]);
  });

  test("a count of people is unusual no sooner than chance makes it so, however alike the weeks before were; what is measured is taken as it varied", () => {
    const [mean, sigma] = [100, 1];
    const found = (indicator: Indicator, value: number) => {
      const now: Cell = { place: PLACE, value, observedAt: 0, state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "site" }, tick: 0 };
      const house = createRules({ rules: [limit(3, 0, { when: { op: ">", value: 3, of: "baseline" }, deadband: 0 })], indicator: () => indicator, levelOf: () => "site", site: () => undefined, cell: () => now, usual: () => ({ mean, sigma }) });
      return [...house.evaluate([{ indicator: "gust", places: [PLACE] }], 0)].flat().map(({ limit: held }) => held);
    };
    const visits: Indicator = { ...gust, rollup: "sum", people: true };
    expect(found(visits, 130)).toEqual([]);
    expect(found(visits, 131)).toEqual([130]);
    expect(found(gust, 104)).toEqual([103]);
  });

  test("a limit that two figures of a site make is met at the figure that people reckon, whatever the fractions are inside", () => {
    const site: Site = { id: PLACE, kind: "reservoir", name: "", region: "44", attributes: { checkFloodM: 33.2, floodLimitM: 22.5 }, class: "open" };
    const { observe } = desk([limit(1, 0, { when: { op: ">=", site: "checkFloodM", minus: "floodLimitM" } })], site);
    expect(33.2 - 22.5).toBeGreaterThan(10.7);
    expect(observe(10.69, 0)).toEqual([]);
    expect(observe(10.7, 1)).toEqual(["exceed gust#1"]);
  });

  test("a sum that some have not reported to yet is not said to be below a limit, though it may be above one; nor does it return", () => {
    const of3 = (have: number) => ({ coverage: { have, of: 3, level: "site" as const } });
    const below = desk([limit(2, 0, { when: { op: "<", value: 1000 } })], undefined, { ...gust, rollup: "sum", range: [0, 5000] });
    expect(below.observe(300, 0, of3(1))).toEqual([]);
    expect(below.observe(999.9, 1, of3(3))).toEqual(["exceed gust#2"]);
    expect(below.observe(800, 2, of3(2))).toEqual([]);
    expect(below.observe(1002, 3, of3(3))).toEqual(["clear gust#2"]);
    const above = desk([limit(2, 1000)], undefined, { ...gust, rollup: "sum", range: [0, 5000] });
    expect(above.observe(1000, 0, of3(1))).toEqual(["exceed gust#2"]);
    const least = desk([limit(2, 0, { when: { op: "<", value: 5 } })], undefined, { ...gust, rollup: "min" });
    expect(least.observe(4, 0, of3(1))).toEqual(["exceed gust#2"]);
  });

  test("silence itself can be the finding", () => {
    const { observe, wait } = desk([limit(3, 0, { when: { of: "absence", over: 120_000 } })]);
    expect(observe(1, 0)).toEqual([]);
    expect(wait(60_000)).toEqual([]);
    expect(wait(121_000)).toEqual(["exceed gust#3"]);
    expect(observe(1, 130_000)).toEqual(["clear gust#3"]);
  });

  test("what an earlier run announced can still return after a restart", () => {
    const { house, observe } = desk([limit(3, 20)]);
    house.resume([{ rule: "gust#3", place: PLACE, sourceDown: false }]);
    expect(observe(25, 0)).toEqual([]);
    expect(observe(5, 1)).toEqual(["clear gust#3"]);
  });

  test("what stands by the journal where a clock was set stays when it is found again and is cleared when it is not, without a dead-band of another world", () => {
    const stands = [{ rule: "gust#3", place: PLACE, sourceDown: false }];
    const { house, observe } = desk([limit(3, 20)]);
    observe(25, 0);
    house.restart(stands, true);
    expect(observe(25, 0)).toEqual([]);
    house.restart(stands, true);
    expect(observe(19.5, 0)).toEqual(["clear gust#3"]);
    house.restart(stands, true);
    expect(observe(null, 0, { state: "down" })).toEqual(["sourceDown gust#3"]);
    expect(observe(5, 1)).toEqual(["sourceBack gust#3", "clear gust#3"]);
    observe(25, 2);
    house.restart([], true);
    expect(observe(25, 0)).toEqual(["exceed gust#3"]);
  });

  test("findings alternate: never two announcements of the same limit, never a return of what was not announced", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { maxLength: 60 }), (values) => {
        const { observe } = desk([limit(4, 10), limit(3, 20), limit(2, 30)]);
        let standing: string | null = null;
        values.forEach((value, i) => {
          for (const words of observe(value, i * 1000)) {
            const [kind, rule] = words.split(" ") as [string, string];
            if (kind === "exceed") {
              expect(rule).not.toBe(standing);
              standing = rule;
            } else {
              expect(rule).toBe(standing);
              standing = null;
            }
          }
          // Whatever was said before, the state is explained by the value and the dead-band.
          if (value >= 30) expect(standing).toBe("gust#2");
          if (value < 9) expect(standing).toBeNull();
        });
      }),
    );
  });

  test("judging with a restart at any point finds what judging without one finds, and the restart itself finds nothing", async () => {
    const MINUTE = 60_000;
    const rules = [
      limit(1, 30, { holdMs: 2 * MINUTE, clearMs: 7 * MINUTE }),
      limit(2, 0, { when: { op: ">", value: 60, of: "growth", over: 10 * MINUTE }, deadband: 5 }),
      limit(3, 20, { holdMs: 5 * MINUTE, deadband: 3, clearMs: 4 * MINUTE }),
      limit(4, 0, { when: { op: ">=", value: 15, of: "mean", over: 6 * MINUTE }, holdMs: MINUTE, deadband: 1 }),
    ];
    const sample = fc.record({ afterMin: fc.integer({ min: 1, max: 9 }), lateMin: fc.constantFrom(0, 0, 0, 1, 4), value: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 9 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(sample, { minLength: 1, maxLength: 40 }), fc.nat(), fc.integer({ min: 0, max: 8 }), async (steps, cut, waitMin) => {
        let due = 0;
        const samples = steps.map(({ afterMin, lateMin, value }) => ({ observedAt: (due += afterMin) * MINUTE, knownAt: (due + lateMin) * MINUTE, value }));
        const arrivals = samples.toSorted((a, b) => a.knownAt - b.knownAt || a.observedAt - b.observedAt);
        const restartAt = arrivals[cut % arrivals.length]!.knownAt + waitMin * MINUTE;
        /** Every quarter of a minute, with what came in since; `restartAt` as a tick of both. */
        async function run(restarts: boolean): Promise<string[]> {
          let cell: Cell | undefined;
          let now = 0;
          const standing = new Set<string>();
          const past = async (_i: string, _p: string, from: number, to: number) => samples.filter(({ knownAt, observedAt }) => knownAt <= now && observedAt >= from - 20 * MINUTE && observedAt <= to);
          const open = () => createRules({ rules, indicator: () => gust, levelOf: () => "site", site: () => undefined, cell: () => cell, past });
          let house = open();
          const found: string[] = [];
          const changed = [{ indicator: "gust", places: [PLACE] }];
          function judge(isNew: boolean): void {
            for (const { kind, rule } of [...house.evaluate(isNew ? changed : [], now)].flat()) {
              standing.clear();
              if (kind === "exceed") standing.add(rule.id);
              found.push(`${now / MINUTE} ${kind} ${rule.id}`);
            }
          }
          for (now = 0; now <= arrivals.at(-1)!.knownAt + 10 * MINUTE; now += MINUTE / 4) {
            for (const { observedAt, value } of arrivals.filter(({ knownAt }) => knownAt > now - MINUTE / 4 && knownAt <= now)) {
              if (cell && observedAt < cell.observedAt!) continue;
              cell = { place: PLACE, value, observedAt, state: "fresh", quality: "good", coverage: { have: value === null ? 0 : 1, of: 1, level: "site" }, tick: 0 };
              judge(true);
            }
            judge(false);
            if (!restarts || now !== restartAt) continue;
            house = open();
            house.restart([...standing].map((rule) => ({ rule, place: PLACE, sourceDown: false })), false);
            await house.recall(changed, now, () => undefined);
            judge(true);
          }
          return found;
        }
        expect(await run(true)).toEqual(await run(false));
      }),
      { numRuns: 300 },
    );
  });

  test("where history is shorter than a delay, what stands by the journal waits; a dip that is known ends it", async () => {
    const rule = limit(3, 20, { holdMs: 600_000 });
    const stands = [{ rule: "gust#3", place: PLACE, sourceDown: false }];
    const cell: Cell = { place: PLACE, value: 25, observedAt: 900_000, state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "site" }, tick: 0 };
    const found = async (past: readonly (readonly [at: number, value: number])[], standing: typeof stands) => {
      const house = createRules({ rules: [rule], indicator: () => gust, levelOf: () => "site", site: () => undefined, cell: () => cell, past: async () => past.map(([at, value]) => ({ observedAt: at, knownAt: at, value })) });
      house.restart(standing, true);
      await house.recall([{ indicator: "gust", places: [PLACE] }], 900_000, () => undefined);
      return [...house.evaluate([{ indicator: "gust", places: [PLACE] }], 900_000)].flat().map(({ kind }) => kind);
    };
    expect(await found([[900_000, 25]], stands)).toEqual([]);
    expect(await found([[900_000, 25]], [])).toEqual([]);
    expect(await found([[600_000, 5], [900_000, 25]], stands)).toEqual(["clear"]);
    expect(await found([[300_000, 21], [900_000, 25]], [])).toEqual(["exceed"]);
  });
});
