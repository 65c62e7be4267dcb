import { polygonContains } from "d3";
import { expect, test } from "vitest";
import { seeded } from "../../model/seeded.ts";
import { centreOf, hexAt, hexBins, hexCorners } from "./hex-bins.ts";
import type { Point } from "./plane.ts";

const random = seeded(3);
const somewhere = (): Point => [800 * (random() - 0.5), 800 * (random() - 0.5)];

test("of any points none is lost and none is counted twice, whatever the size of the cells", () => {
  for (const radius of [0.7, 5, 13.3, 90]) {
    for (const n of [0, 1, 10_000]) {
      const bins = hexBins(Array.from({ length: n }, somewhere), radius);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(n);
      expect(new Set(bins.map(({ q, r }) => `${q} ${r}`)).size).toBe(bins.length);
      expect(bins.every(({ count }) => count > 0)).toBe(true);
    }
  }
});
test("a point lies in the cell whose middle is nearest, and inside its corners", () => {
  for (let i = 0; i < 4_000; i++) {
    const point = somewhere();
    const radius = 4 + 40 * random();
    const cell = hexAt(point, radius);
    const distance = ([x, y]: Point): number => Math.hypot(x - point[0], y - point[1]);
    const own = distance(centreOf(cell, radius));
    for (const [dq, dr] of [[1, 0], [-1, 0], [0, 1], [0, -1], [1, -1], [-1, 1]] as const) expect(distance(centreOf({ q: cell.q + dq, r: cell.r + dr }, radius))).toBeGreaterThanOrEqual(own - 1e-9);
    if (own < radius * 0.86) expect(polygonContains(hexCorners(cell, radius) as [number, number][], point as [number, number])).toBe(true);
  }
});
test("the same point has the same cell whatever else is counted, and the middle of a cell is its own", () => {
  for (const q of [-7, 0, 3]) for (const r of [-2, 0, 9]) expect(hexAt(centreOf({ q, r }, 11), 11)).toEqual({ q, r });
  expect(hexBins([[0, 0], [1, 1], [400, 0]], 20)).toEqual([{ q: 0, r: 0, count: 2 }, expect.objectContaining({ count: 1 })]);
});
