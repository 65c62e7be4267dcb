import fc from "fast-check";
import { expect, test } from "vitest";
import { MUJIGAE } from "../tests/fixtures/mujigae.ts";
import { bearing, destination, distanceKm, type LonLat } from "./geodesy.ts";
import { stormAt } from "./storm-track.ts";
import { circleAt, discCovers, outline, reachKm, windDisc } from "./wind-circle.ts";
import type { WindRadii } from "./storm.ts";

const centre: LonLat = [111.5, 20.5];
const east: WindRadii = { direction: "E", longKm: 444, shortKm: 278 };
const radii = fc.record({
  direction: fc.constantFrom<WindRadii["direction"]>("ALL", "N", "NE", "E", "SE", "S", "SW", "W", "NW"),
  shortKm: fc.integer({ min: 20, max: 500 }),
  extra: fc.integer({ min: 0, max: 300 }),
}).map(({ direction, shortKm, extra }): WindRadii => ({ direction, shortKm, longKm: direction === "ALL" ? shortKm : shortKm + extra }));

test("the wind reaches the long radius in its direction and the short radius opposite", () => {
  expect(reachKm(east, 90)).toBeCloseTo(444, 6);
  expect(reachKm(east, 270)).toBeCloseTo(278, 6);
  expect(reachKm(east, 0)).toBeCloseTo(reachKm(east, 180), 6);
});

test("a circle with direction ALL is round", () => {
  expect(reachKm({ direction: "ALL", longKm: 111, shortKm: 111 }, 33)).toBe(111);
});

test("on every bearing the reach lies between short and long", () => {
  fc.assert(
    fc.property(radii, fc.double({ min: 0, max: 360, noNaN: true }), (r, turn) => {
      expect(reachKm(r, turn)).toBeGreaterThanOrEqual(r.shortKm - 1e-6);
      expect(reachKm(r, turn)).toBeLessThanOrEqual(r.longKm + 1e-6);
    }),
  );
});

test("the drawn outline lies where the reach says, to within one per cent", () => {
  fc.assert(
    fc.property(radii, (r) => {
      for (const corner of outline(windDisc(centre, r), 24)) {
        const km = distanceKm(centre, corner);
        expect(Math.abs(km - reachKm(r, bearing(centre, corner)))).toBeLessThan(0.01 * km + 0.1);
      }
    }),
  );
});

test("a place just inside the reach is covered and one just outside is not", () => {
  const disc = windDisc(centre, east);
  expect(discCovers(disc, destination(centre, 90, 443))).toBe(true);
  expect(discCovers(disc, destination(centre, 90, 445))).toBe(false);
  expect(discCovers(disc, destination(centre, 270, 277))).toBe(true);
  expect(discCovers(disc, destination(centre, 270, 279))).toBe(false);
});

test("at landfall Zhanjiang stands in the 10级 circle, Yangjiang in the 7级 circle, Shantou in none", () => {
  const landfall = MUJIGAE.fixes.find((fix) => fix.lat === 21.3)!.at;
  const now = stormAt(MUJIGAE, landfall, landfall)!;
  expect(circleAt(now, [110.36, 21.27])).toBe(10);
  expect(circleAt(now, [111.98, 21.86])).toBe(7);
  expect(circleAt(now, [116.68, 23.35])).toBe(0);
});

test("a storm without stated radii has no circle anywhere", () => {
  const depression = stormAt(MUJIGAE, MUJIGAE.fixes[0]!.at, MUJIGAE.fixes[0]!.at)!;
  expect(circleAt(depression, [depression.lon, depression.lat])).toBe(0);
});
