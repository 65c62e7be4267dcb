import fc from "fast-check";
import { expect, test } from "vitest";
import type { Polygon } from "./polygon.ts";
import { contains } from "./polygon.ts";
import { chanceOf, nextPoint } from "./scatter.ts";

const square: Polygon = [[[[113, 23], [114, 23], [114, 24], [113, 24], [113, 23]], [[113.4, 23.4], [113.6, 23.4], [113.6, 23.6], [113.4, 23.6], [113.4, 23.4]]]];

test("a chosen place lies inside the area, outside its holes, and is the same for the same seed", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const point = nextPoint(square, [], chanceOf(seed));
      expect(contains(square, point)).toBe(true);
      expect(nextPoint(square, [], chanceOf(seed))).toEqual(point);
    }),
  );
});

test("chance from a text stays in [0, 1) and differs from seed to seed", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const chance = chanceOf(seed);
      for (let i = 0; i < 20; i++) {
        const x = chance();
        expect(x >= 0 && x < 1).toBe(true);
      }
    }),
  );
  expect(chanceOf("440103001")()).not.toBe(chanceOf("440103002")());
});

test("a place keeps away from those that are taken", () => {
  const [lon, lat] = nextPoint(square, [[113.1, 23.1]], chanceOf("far"));
  expect(Math.hypot(lon - 113.1, lat - 23.1)).toBeGreaterThan(0.4);
});

test("a place keeps away from the border", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const [lon, lat] = nextPoint([square[0]!.slice(0, 1)], [], chanceOf(seed));
      expect(Math.min(lon - 113, 114 - lon, lat - 23, 24 - lat)).toBeGreaterThan(0.1);
    }),
  );
});
