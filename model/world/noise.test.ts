import fc from "fast-check";
import { expect, test } from "vitest";
import { bell, chanceOf, cloud, countOf, wave } from "./noise.ts";

test("chance lies from 0 to 1, is the same for the same numbers and another for others", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer(), (seed, a, b) => {
      const chance = chanceOf(seed, a, b);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThan(1);
      expect(chanceOf(seed, a, b)).toBe(chance);
    }),
  );
  const drawn = Array.from({ length: 4_000 }, (_, i) => chanceOf(7, i));
  expect(drawn.reduce((sum, v) => sum + v, 0) / drawn.length).toBeCloseTo(0.5, 1);
  expect(new Set(drawn).size).toBeGreaterThan(3_990);
});

test("waves and clouds have no jumps: a small step is a small change", () => {
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: -500, max: 500, noNaN: true }), fc.double({ min: -50, max: 50, noNaN: true }), (seed, x, y) => {
      expect(Math.abs(wave(seed, x + 1e-3) - wave(seed, x))).toBeLessThan(0.01);
      expect(Math.abs(cloud(seed, x, y + 1e-3, 3.2) - cloud(seed, x, y, 3.2))).toBeLessThan(0.01);
      expect(cloud(seed, x, y, 1)).toBeGreaterThanOrEqual(0);
      expect(cloud(seed, x, y, 1)).toBeLessThanOrEqual(1);
    }),
  );
});

test("counts come as often as they should, few and many", () => {
  for (const mean of [0.2, 3, 40, 200]) {
    const drawn = Array.from({ length: 3_000 }, (_, i) => countOf(mean, chanceOf(5, i), bell(5, i)));
    const average = drawn.reduce((sum, n) => sum + n, 0) / drawn.length;
    expect(Math.abs(average - mean) / mean).toBeLessThan(0.08);
    expect(drawn.every((n) => Number.isInteger(n) && n >= 0)).toBe(true);
  }
  expect(countOf(0, 0.9, 1)).toBe(0);
});
