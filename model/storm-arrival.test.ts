import fc from "fast-check";
import { expect, test } from "vitest";
import { MUJIGAE } from "../tests/fixtures/mujigae.ts";
import type { LonLat } from "./geodesy.ts";
import { ARRIVAL_HORIZON_H, approach, arrival } from "./storm-arrival.ts";
import { ahead, stormAt } from "./storm-track.ts";
import { circleAt, discCovers, radiiOf, windDisc } from "./wind-circle.ts";
import { HOUR, parseTime } from "./time.ts";
import type { WindCircle } from "./storm.ts";

const at = (text: string) => parseTime(`${text}+08:00`)!;
const zhanjiang: LonLat = [110.36, 21.27];
const instant = fc.integer({ min: MUJIGAE.fixes[0]!.at - HOUR, max: MUJIGAE.fixes.at(-1)!.at + 8 * HOUR });
const inGuangdong = fc.tuple(fc.double({ min: 109.7, max: 117.2, noNaN: true }), fc.double({ min: 20.2, max: 25.5, noNaN: true })) as fc.Arbitrary<LonLat>;
const circle = fc.constantFrom<WindCircle>(7, 10);

test("the countdown runs down as people's time does, while no new fix arrives", () => {
  const before = arrival(MUJIGAE, at("2015-10-03T14:00:00"), zhanjiang, 7)!;
  const after = arrival(MUJIGAE, at("2015-10-03T17:00:00"), zhanjiang, 7)!;
  expect(before).toBeGreaterThan(3);
  expect(before - after).toBeCloseTo(3, 2);
});

test("whoever is inside a circle has no hours left", () => {
  expect(arrival(MUJIGAE, at("2015-10-04T14:00:00"), zhanjiang, 10)).toBe(0);
});

test("a place that the storm leaves behind, or that it never reaches, has no countdown", () => {
  expect(arrival(MUJIGAE, at("2015-10-04T23:00:00"), zhanjiang, 10)).toBeNull();
  expect(arrival(MUJIGAE, at("2015-10-03T16:00:00"), [116.68, 25.4], 10)).toBeNull();
});

test("without stated radii there is no countdown", () => {
  expect(arrival(MUJIGAE, MUJIGAE.fixes[1]!.at, zhanjiang, 7)).toBeNull();
  expect(arrival(MUJIGAE, at("2015-10-02T14:00:00"), zhanjiang, 10)).toBeNull();
});

test("[trap] the countdown at T is the same when later rows are removed", () => {
  fc.assert(
    fc.property(instant, inGuangdong, circle, (t, place, which) => {
      const cut = { ...MUJIGAE, fixes: MUJIGAE.fixes.filter((fix) => fix.at <= t) };
      expect(arrival(cut, t, place, which)).toBe(arrival(MUJIGAE, t, place, which));
    }),
    { numRuns: 500 },
  );
});

test("at the told hour the moved circle just covers the place, and an hour's tenth before it does not", () => {
  fc.assert(
    fc.property(instant, inGuangdong, circle, (t, place, which) => {
      const now = stormAt(MUJIGAE, t, t);
      const hours = now && approach(now, which)?.(place);
      if (!now || hours === null || hours === undefined || hours === 0) return;
      expect(hours).toBeLessThanOrEqual(ARRIVAL_HORIZON_H);
      const radii = radiiOf(now, which)!;
      expect(discCovers(windDisc(ahead(now, Math.max(0, hours - 0.1)), radii), place)).toBe(false);
      const disc = windDisc(ahead(now, hours), radii);
      expect(discCovers({ ...disc, radiusKm: disc.radiusKm + 0.2 }, place)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("zero hours are told exactly where the circle stands now", () => {
  fc.assert(
    fc.property(instant, inGuangdong, (t, place) => {
      const now = stormAt(MUJIGAE, t, t);
      if (!now) return;
      const inside = circleAt(now, place);
      expect(approach(now, 7)?.(place) === 0).toBe(inside >= 7);
      expect(approach(now, 10)?.(place) === 0).toBe(inside === 10);
    }),
  );
});
