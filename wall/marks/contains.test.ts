import fc from "fast-check";
import { expect, test } from "vitest";
import { regionAt } from "./contains.ts";
import type { GroundRegion } from "./ground.ts";
import type { Point } from "./plane.ts";
import { boxOf } from "./box.ts";

const region = (parts: GroundRegion["parts"]): GroundRegion => ({ code: "r", name: "", nameEn: "", parent: "", labelAt: [0, 0], parts, box: boxOf(parts.flat(2)) });
const square = (x: number, y: number, side: number): Point[] => [[x, y], [x + side, y], [x + side, y + side], [x, y + side]];

test("a point on land is the region's, one in a lake or at sea is nobody's, one on an island is the region's again", () => {
  const mainland = region([[square(0, 0, 10), square(4, 4, 2)], [square(20, 20, 1)]]);
  const at = (x: number, y: number): string | undefined => regionAt({ regions: [mainland] }, [x, y])?.code;
  expect([at(1, 1), at(5, 5), at(15, 15), at(20.5, 20.5), at(-1, 5)]).toEqual(["r", undefined, undefined, "r", undefined]);
});

test("a region without height or without land holds no point", () => {
  const line: Point[] = [[0, 5], [3, 5], [8, 5]];
  expect(regionAt({ regions: [region([[line]])] }, [2, 5])).toBeUndefined();
  expect(regionAt({ regions: [{ ...region([[line]]), parts: [] }] }, [2, 5])).toBeUndefined();
});

test("whatever the shape, a point is inside when a ray from it crosses its edges an odd number of times", () => {
  const coordinate = fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 1_024);
  const shape = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 300 });
  fc.assert(
    fc.property(shape, fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 50 }), (ring, points) => {
      const ground = { regions: [region([[ring]])] };
      for (const [x, y] of [...points, ...ring]) {
        const crossed = ring.filter(([xi, yi], i) => {
          const [xj, yj] = ring[(i + ring.length - 1) % ring.length]!;
          return yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi;
        });
        expect(regionAt(ground, [x, y]) !== undefined).toBe(crossed.length % 2 === 1);
      }
    }),
  );
});
