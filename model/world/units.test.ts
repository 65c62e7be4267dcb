import { expect, test } from "vitest";
import { distanceKm } from "../geodesy.ts";
import { MINUTE } from "../time.ts";
import { positionAt } from "./units.ts";

const NOW = Date.UTC(2026, 10, 30, 3);
const SEAT = [110, 21] as const;
const units = Array.from({ length: 500 }, (_, i) => `44088${i}:fire`);

test("most units of a simulated world tell every five minutes where they are, near their seat; some are late and some tell nothing", () => {
  const told = units.map((unit) => positionAt(1, NOW, unit, SEAT));
  const known = told.filter((one) => one !== null);
  expect(told.length - known.length).toBeGreaterThan(5);
  expect(known.length).toBeGreaterThan(450);
  for (const { point, observedAt } of known) {
    expect(distanceKm(point, SEAT)).toBeLessThanOrEqual(2.5);
    expect(observedAt % (5 * MINUTE)).toBe(0);
    expect(observedAt).toBeLessThanOrEqual(NOW);
  }
  const stale = known.filter(({ observedAt }) => NOW - observedAt > 15 * MINUTE);
  expect(stale.length).toBeGreaterThan(10);
  expect(stale.length).toBeLessThan(90);
});
test("the same seed, time and unit say the same", () => {
  expect(positionAt(7, NOW, units[3]!, SEAT)).toEqual(positionAt(7, NOW, units[3]!, SEAT));
});
