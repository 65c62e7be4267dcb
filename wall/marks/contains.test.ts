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

test("of many regions the first that holds the point is found, as if each were asked; one without land disturbs nothing", () => {
  const side = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(fc.array(fc.tuple(side, side, fc.integer({ min: 1, max: 40 })), { maxLength: 30 }), fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 40 }), (squares, points) => {
      const regions = squares.map(([x, y, wide], i) => ({ ...region([[square(x, y, wide)]]), code: `r${i}` }));
      const ground = { regions: [{ ...region([]), code: "nowhere" }, ...regions] };
      for (const [x, y] of points) {
        const at: Point = [x + 0.5, y + 0.25];
        expect(regionAt(ground, at)?.code).toBe(regions.find((one) => regionAt({ regions: [one] }, at))?.code);
      }
    }),
  );
});
