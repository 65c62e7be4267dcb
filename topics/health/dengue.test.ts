import { expect, test } from "vitest";
import { DAY, parseTime } from "../../model/time.ts";
import { dayNumber } from "../../model/world/calendar.ts";
import { keyOf } from "../../model/world/telling.ts";
import { breteau, casesWithin } from "./dengue.ts";

const [OCTOBER, FEBRUARY] = ["2015-10-12T12:00:00+08:00", "2015-02-10T12:00:00+08:00"].map((text) => dayNumber(parseTime(text)!)) as [number, number];
const [DELTA, HILLS] = [[113.3, 23.1], [114.2, 25]] as const;
const towns = Array.from({ length: 1_750 }, (_, i) => keyOf(`44${i}`));
const week = (day: number, point: readonly [number, number]): number => towns.reduce((sum, key) => sum + casesWithin(7, key, day, point, 60_000), 0);

test("most fall ill in autumn and about the delta, and some dozens a week in all the province", () => {
  expect(week(OCTOBER, DELTA)).toBeGreaterThan(3 * week(OCTOBER, HILLS));
  expect(week(OCTOBER, DELTA)).toBeGreaterThan(10 * week(FEBRUARY, DELTA));
  const [near, far] = [0.4 * week(OCTOBER, DELTA), 0.6 * week(OCTOBER, HILLS)];
  expect(near + far).toBeGreaterThan(20);
  expect(near + far).toBeLessThan(150);
});

test("a fortnight has the cases of its second week and of its first", () => {
  for (const key of towns.slice(0, 200)) expect(casesWithin(14, key, OCTOBER, DELTA, 60_000)).toBe(casesWithin(7, key, OCTOBER, DELTA, 60_000) + casesWithin(7, key, OCTOBER - 7, DELTA, 60_000));
});

test("few places have a Breteau index that calls for somebody, in autumn too, and none in all is possible", () => {
  const found = towns.slice(0, 240).map((key) => breteau(key, 3, (OCTOBER - 4) * DAY));
  expect(found.filter((index) => index > 5).length).toBeLessThan(6);
  expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
});
