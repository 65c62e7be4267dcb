import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { downsample } from "./downsample.ts";
import type { SeriesPoint } from "./sample.ts";

const series = fc.array(fc.record({ step: fc.integer({ min: 1, max: 90 }), value: fc.option(fc.integer({ min: -50, max: 50 }), { nil: null, freq: 20 }) }), { minLength: 1, maxLength: 300 }).map((steps) => {
  let at = 0;
  return steps.map(({ step, value }): SeriesPoint => [(at += step), value, "good"]);
});
const values = (points: readonly SeriesPoint[]) => points.flatMap(([, v]) => (v === null ? [] : [v]));

describe("a long series on a small panel", () => {
  test("keeps its ends, its highest and its lowest, invents nothing and fits", () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 8, max: 400 }), (points, limit) => {
        const few = downsample(points, limit);
        expect(few.length).toBeLessThanOrEqual(limit);
        expect(few[0]).toBe(points[0]);
        expect(few.at(-1)).toBe(points.at(-1));
        for (const p of few) expect(points).toContain(p);
        expect([...few].sort((a, b) => a[0] - b[0])).toEqual(few);
        expect(Math.max(...values(few))).toBe(Math.max(...values(points)));
        expect(Math.min(...values(few))).toBe(Math.min(...values(points)));
        expect(few.some(([, v]) => v === null)).toBe(points.some(([, v]) => v === null));
      }),
      { endOnFailure: true },
    );
  });
  test("one short peak among thousands of samples is still there", () => {
    const points = Array.from({ length: 10_000 }, (_, i): SeriesPoint => [i, i === 4_321 ? 99 : 1, "good"]);
    expect(downsample(points, 100)).toContainEqual([4_321, 99, "good"]);
  });
  test("what fits stays as it is", () => {
    const points: SeriesPoint[] = [[1, 2, "good"], [2, null, "good"]];
    expect(downsample(points, 2)).toEqual(points);
    expect(downsample([...points, [3, 1, "good"]], 1)).toEqual([[3, 1, "good"]]);
    expect(downsample(points, 0)).toEqual([]);
  });
});
