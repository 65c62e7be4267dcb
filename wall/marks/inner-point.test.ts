import fc from "fast-check";
import { expect, test } from "vitest";
import { boxOf } from "./box.ts";
import { innerPoint, innerPoints } from "./inner-point.ts";
import type { Point } from "./plane.ts";

type Rings = readonly (readonly Point[])[];
/** Room as it is defined: the distance to the nearest edge, height counting more than width, negative outside. */
function roomAt(rings: Rings, [x, y]: Point): number {
  let [odd, nearest] = [false, Infinity];
  for (const ring of rings)
    for (const [i, [xi, yi]] of ring.entries()) {
      const [xj, yj] = ring.at(i - 1)!;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
      const [dx, dy] = [xj - xi, yj - yi];
      const share = Math.max(0, Math.min(1, ((x - xi) * dx + (y - yi) * dy) / (dx * dx + dy * dy || 1)));
      nearest = Math.min(nearest, ((x - xi - share * dx) / 1.6) ** 2 + (y - yi - share * dy) ** 2);
    }
  return (odd ? 1 : -1) * Math.sqrt(nearest);
}
const coordinate = fc.integer({ min: -1_000, max: 1_000 });
/** Rings around a middle: stars, with and without a hole. */
const star = fc.tuple(coordinate, coordinate, fc.array(fc.integer({ min: 40, max: 400 }), { minLength: 3, maxLength: 120 })).map(([cx, cy, radii]): Point[] =>
  radii.map((r, i) => [cx + r * Math.cos((2 * Math.PI * i) / radii.length), cy + r * Math.sin((2 * Math.PI * i) / radii.length)]));
const ringed: fc.Arbitrary<Rings> = fc.tuple(star, fc.boolean()).map(([ring, isHoled]) => {
  const [x0, y0, x1, y1] = boxOf(ring);
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return isHoled ? [ring, ring.map(([x, y]): Point => [cx + (x - cx) / 9, cy + (y - cy) / 9])] : [ring];
});

test("a name's best place has as much room as the roomiest point of the first grid, whatever the shape", () => {
  fc.assert(
    fc.property(ringed, (rings) => {
      const [x0, y0, x1, y1] = boxOf(rings[0]!);
      const grid = Array.from({ length: 169 }, (_, n): Point => [x0 + ((n % 13) * (x1 - x0)) / 12, y0 + (Math.floor(n / 13) * (y1 - y0)) / 12]);
      const most = Math.max(...grid.map((p) => roomAt(rings, p)));
      expect(roomAt(rings, innerPoint([rings]))).toBeGreaterThanOrEqual(most - 1e-6);
    }),
  );
});
test("further places lie inside, the roomiest first", () => {
  fc.assert(
    fc.property(ringed, (rings) => {
      const rooms = innerPoints([rings]).map((p) => roomAt(rings, p));
      expect(rooms.every((room) => room > 0)).toBe(true);
      expect(rooms).toEqual(rooms.toSorted((a, b) => b - a));
    }),
  );
});
test("a shape so thin that no point of the grid lies inside is named near its edge; no shape at all at the origin", () => {
  const sliver: Point[] = [[0, 0], [100, 0.01], [100, 0.02]];
  const [x, y] = innerPoint([[sliver]]);
  expect([x >= 0 && x <= 100, Math.abs(y) < 0.03]).toEqual([true, true]);
  expect(innerPoint([])).toEqual([0, 0]);
});
