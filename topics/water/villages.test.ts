import { expect, test } from "vitest";
import { flashAt, watchersAt } from "./villages.ts";

const raining = (hour: number, threeHours: number, day = 0) => ({ storm: () => null, rainMm: (_: number, __: unknown, hours: number) => (hours === 1 ? hour : hours === 3 ? threeHours : day) });
const POINT = [113, 24] as const;

test("a village that must leave at once is one of those that make ready", () => {
  expect(flashAt(0, POINT, raining(10, 30))).toEqual({ ready: false, go: false });
  expect(flashAt(0, POINT, raining(36, 50))).toEqual({ ready: true, go: false });
  expect(flashAt(0, POINT, raining(20, 85))).toEqual({ ready: true, go: true });
});

test("many watch a dyke when a day's rain is heavy", () => {
  expect(watchersAt(0, POINT, raining(0, 0, 60))).toBeGreaterThan(watchersAt(0, POINT, raining(0, 0, 10)));
});
