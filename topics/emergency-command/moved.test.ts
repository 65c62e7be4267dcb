import fc from "fast-check";
import { expect, test } from "vitest";
import type { StormNow } from "../../model/storm.ts";
import { HOUR } from "../../model/time.ts";
import { DANGER_VILLAGES } from "./danger-villages.ts";
import { movedOf, orderedAt, shelteredOf, threatAt } from "./moved.ts";

const [SEA, INLAND] = [[110.4, 21.2], [113.6, 24.8]] as const;
const towns = [...new Set(DANGER_VILLAGES.map((village) => village.slice(0, 9)))];
const inTown = (town: string): string[] => DANGER_VILLAGES.filter((village) => village.startsWith(town));

test("those in shelters are a part of those moved: no town shelters more than its villages have moved, whatever blows", () => {
  fc.assert(
    fc.property(fc.constantFrom(...towns), fc.constantFrom(SEA, INLAND), fc.double({ min: 0, max: 3, noNaN: true }), (town, point, threat) => {
      const moved = inTown(town).reduce((sum, village) => sum + movedOf(village, point, threat), 0);
      const sheltered = shelteredOf(town, point, threat);
      expect(sheltered).toBeLessThanOrEqual(moved);
      expect(sheltered).toBeGreaterThanOrEqual(Math.floor(moved / 2) - inTown(town).length);
    }),
  );
});

test("without a storm nobody is moved, and the nearer one is the more are", () => {
  const village = DANGER_VILLAGES[0]!;
  expect(threatAt(0, SEA, { storm: () => null })).toBe(0);
  expect(movedOf(village, SEA, 0)).toBe(0);
  expect(movedOf(village, SEA, 0.5)).toBeLessThan(movedOf(village, SEA, 1));
  expect(movedOf(village, SEA, 2)).toBe(movedOf(village, SEA, 1));
  expect(movedOf(village, INLAND, 1)).toBeLessThan(movedOf(village, SEA, 1));
});

test("nobody goes home as soon as the wind drops: an order stands for half a day", () => {
  const storm = { lon: 110.4, lat: 20.8, windMs: 42, pressureHpa: 950, grade: "TY", r50: { direction: "ALL", longKm: 90, shortKm: 90 }, r30: { direction: "ALL", longKm: 300, shortKm: 300 } } as unknown as StormNow;
  const world = { storm: (at: number) => (at < 100 * HOUR ? storm : null) };
  expect(orderedAt(99 * HOUR + 1, SEA, world)).toBeGreaterThan(1);
  expect(orderedAt(108 * HOUR, SEA, world)).toBe(orderedAt(99 * HOUR, SEA, world));
  expect(orderedAt(113 * HOUR, SEA, world)).toBe(0);
});

test("where nobody lives in danger no shelter fills", () => {
  expect(shelteredOf("000000000", SEA, 1)).toBe(0);
});
