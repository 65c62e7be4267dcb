import fc from "fast-check";
import { expect, test } from "vitest";
import type { WindowStatistic } from "../../model/rule.ts";
import { SampleWindow } from "./window.ts";

const MINUTE = 60_000;

/** What the window says after each of the samples, given by minute. */
function told(of: WindowStatistic, overMin: number, samples: readonly (readonly [minute: number, value: number])[]): (number | null)[] {
  const window = new SampleWindow(overMin * MINUTE);
  return samples.map(([minute, value]) => {
    window.push(minute * MINUTE, value);
    return window.tell(of);
  });
}

test("after an outage there is no rate until the window has filled again: a change over hours is none over minutes", () => {
  expect(told("rate", 10, [[0, 0], [5, 5], [10, 10], [180, 100], [185, 101], [190, 103]])).toEqual([null, null, 10, null, null, 3]);
});

test("a source that is late by less than half a window still has its rate", () => {
  expect(told("rate", 10, [[0, 1], [15, 4], [31, 9]])).toEqual([null, 3, null]);
});

test("a growth is told in percent of what was, and of nothing there is no percentage", () => {
  expect(told("growth", 10, [[0, 4], [10, 6]])).toEqual([null, 50]);
  expect(told("growth", 10, [[0, 0], [10, 6]])).toEqual([null, null]);
});

test("mean and sum are of the samples inside the window, its beginning left out; least and greatest are of what stood at its beginning too", () => {
  const samples = [[0, 100], [5, 2], [10, 4]] as const;
  expect((["mean", "min", "max", "sum"] as const).map((of) => told(of, 10, samples).at(-1))).toEqual([3, 2, 100, 6]);
});

test("what has been fast for two minutes has not been fast for three, though three readings say so", () => {
  expect(told("min", 3, [[0, 70], [1, 95], [2, 96], [3, 95], [4, 95], [5, 79]])).toEqual([null, null, null, 70, 95, 79]);
});

test("a sample that is older than the last changes nothing, and the same instant again is a correction", () => {
  expect(told("sum", 10, [[0, 1], [10, 2], [10, 50], [7, 30]])).toEqual([null, 2, 50, 50]);
});

test("the least is never above the mean, nor the mean above the greatest, and the sum is of as many as the mean", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 12, maxLength: 40 }), (values) => {
      const samples = values.map((value, i) => [i, value] as const);
      const [min, mean, max, sum] = (["min", "mean", "max", "sum"] as const).map((of) => told(of, 10, samples).at(-1)!);
      expect(min!).toBeLessThanOrEqual(mean! + 1e-9);
      expect(mean!).toBeLessThanOrEqual(max! + 1e-9);
      expect(sum!).toBeCloseTo(mean! * 10, 6);
    }),
  );
});
