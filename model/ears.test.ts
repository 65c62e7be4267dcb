import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ears } from "./ears.ts";

const counts = fc.array(fc.nat({ max: 5_000 }), { minLength: 12, maxLength: 60 });
const exceeds = (all: readonly (number | null)[]) => ears(all).map(({ c1, c2, c3 }) => [c1?.exceeds ?? null, c2?.exceeds ?? null, c3?.exceeds ?? null]);

describe("which days stand out of the week before them", () => {
  test("worked by hand: a week of 4, 6, 4, 6, 5, 5, 5 has mean 5 and sd 0.816, so 8 stands out and 7 does not", () => {
    const week = [4, 6, 4, 6, 5, 5, 5];
    const [above, below] = [ears([...week, 8]).at(-1)!, ears([...week, 7]).at(-1)!];
    expect(above.c1).toEqual({ mean: 5, limit: expect.closeTo(7.449, 3), exceeds: true });
    expect(below.c1!.exceeds).toBe(false);
    expect([above.c2, above.c3], "their week is not known yet").toEqual([null, null]);
  });
  test("worked by hand: a slow rise hides from the week that it raised, not from the one before it, and adds up over three days", () => {
    const rise = [4, 6, 4, 6, 5, 5, 5, 5, 5, 6, 7, 7];
    const last = ears(rise).at(-1)!;
    expect(last.c1!.exceeds).toBe(false);
    expect(last.c2!.exceeds).toBe(true);
    // z of 6 over 4, 6, 4, 6, 5, 5, 5 is 1.225; of 7 over 6, 4, 6, 5, 5, 5, 5 it is 2.691; of 7 over 4, 6, 5, 5, 5, 5, 5 it is 3.464.
    expect(last.c3).toEqual({ sum: expect.closeTo(0.225 + 1.691 + 2.464, 2), exceeds: true });
  });
  test("nothing is said before ten days are known by C2, twelve by C3", () => {
    const first = (of: 0 | 1 | 2) => exceeds(Array.from({ length: 20 }, (_, i) => i % 3)).findIndex((day) => day[of] !== null);
    expect([first(0), first(1), first(2)]).toEqual([7, 9, 11]);
  });
  test("a day that nobody reported is not 0: what needs it says nothing, and nothing else changes", () => {
    fc.assert(fc.property(counts, fc.nat({ max: 59 }), (all, at) => {
      const hole = at % all.length;
      const [whole, holed] = [ears(all), ears(all.map((count, i) => (i === hole ? null : count)))];
      holed.forEach(({ c1, c2, c3 }, i) => {
        expect(c1).toEqual(i >= hole && i <= hole + 7 ? null : whole[i]!.c1);
        expect(c2).toEqual(i === hole || (i >= hole + 3 && i <= hole + 9) ? null : whole[i]!.c2);
        if (i < hole) expect(c3).toEqual(whole[i]!.c3);
        if (i >= hole && i <= hole + 2) expect(c3).toBeNull();
      });
    }));
  });
  test("what never changes never stands out, however many it is", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 12, max: 40 }), (count, days) => {
      for (const day of exceeds(Array.from({ length: days }, () => count))) expect(day).not.toContain(true);
    }));
  });
  test("twice as many of all is the same picture: what stands out does not depend on the unit", () => {
    fc.assert(fc.property(counts, (all) => {
      expect(exceeds(all.map((count) => 4 * count))).toEqual(exceeds(all));
    }));
  });
  test("a day that is higher never stands out less by C1 and C2, and a limit is never below its mean", () => {
    fc.assert(fc.property(counts, fc.integer({ min: 1, max: 1_000 }), (all, more) => {
      const [before, after] = [ears(all).at(-1)!, ears([...all.slice(0, -1), all.at(-1)! + more]).at(-1)!];
      for (const of of ["c1", "c2", "c3"] as const) if (before[of]?.exceeds) expect(after[of]!.exceeds).toBe(true);
      for (const of of ["c1", "c2"] as const) expect(after[of]!.limit).toBeGreaterThanOrEqual(after[of]!.mean);
      expect(after.c1!.limit, "a day is no part of its own limit").toBe(before.c1!.limit);
    }));
  });
  test("three days far above C2's limit exceed by C3 too", () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 50 }), { minLength: 9, maxLength: 9 }), (quiet) => {
      const last = ears([...quiet, 10_000, 10_000, 10_000]).at(-1)!;
      expect(last.c3!.exceeds).toBe(true);
    }));
  });
});
