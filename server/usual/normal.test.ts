import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalOf } from "./normal.ts";

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 4, maxLength: 8 });

describe("what is usual", () => {
  test("is not told of fewer than four weeks", () => {
    expect(normalOf([1, 2, 3])).toBeNull();
    expect(normalOf([1, 2, 3, 4])).toMatchObject({ weeks: 4, mean: 2.5 });
  });
  test("eight Mondays at nine: mean, deviation of a sample, and the tenth and ninetieth of a hundred", () => {
    const told = normalOf([10, 12, 11, 13, 9, 14, 10, 11])!;
    expect(told.mean).toBeCloseTo(11.25);
    expect(told.sigma).toBeCloseTo(1.669, 3);
    expect(told.low).toBeCloseTo(9.7);
    expect(told.high).toBeCloseTo(13.3);
  });
  test("whatever the weeks said, the band lies within what they said, in whichever order they are told", () => {
    fc.assert(
      fc.property(values, (weeks) => {
        const told = normalOf(weeks)!;
        expect(told.low).toBeGreaterThanOrEqual(Math.min(...weeks));
        expect(told.high).toBeLessThanOrEqual(Math.max(...weeks));
        expect(told.low).toBeLessThanOrEqual(told.high);
        expect(normalOf(weeks.toReversed())).toEqual(told);
      }),
    );
  });
});
