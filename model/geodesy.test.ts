import fc from "fast-check";
import { expect, test } from "vitest";
import { EARTH_KM, bearing, between, destination, distanceKm, dot, unitVector, type LonLat } from "./geodesy.ts";

const point = fc.tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -70, max: 70, noNaN: true })) as fc.Arbitrary<LonLat>;

test("one degree along the equator is 111.195 km", () => {
  expect(distanceKm([113, 0], [114, 0])).toBeCloseTo(111.195, 3);
});

test("Guangzhou lies about 364 km from Zhanjiang, which is to its south-west", () => {
  const guangzhou: LonLat = [113.264, 23.129];
  const zhanjiang: LonLat = [110.359, 21.271];
  expect(distanceKm(guangzhou, zhanjiang)).toBeGreaterThan(360);
  expect(distanceKm(guangzhou, zhanjiang)).toBeLessThan(370);
  expect(bearing(guangzhou, zhanjiang)).toBeGreaterThan(225);
  expect(bearing(guangzhou, zhanjiang)).toBeLessThan(260);
});

test("distance is the same both ways and zero to itself", () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
      expect(distanceKm(a, a)).toBe(0);
    }),
  );
});

test("whoever goes so many km in a direction is that far away, in that direction", () => {
  fc.assert(
    fc.property(point, fc.double({ min: 0, max: 359.9, noNaN: true }), fc.double({ min: 1, max: 2_000, noNaN: true }), (from, turn, km) => {
      const there = destination(from, turn, km);
      expect(distanceKm(from, there)).toBeCloseTo(km, 5);
      const off = Math.abs(bearing(from, there) - turn);
      expect(Math.min(off, 360 - off)).toBeLessThan(1e-4);
    }),
  );
});

test("a point between two lies on the way, at its share of it", () => {
  fc.assert(
    fc.property(point, fc.double({ min: 0, max: 359, noNaN: true }), fc.double({ min: 1, max: 3_000, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, turn, km, share) => {
      const b = destination(a, turn, km);
      const middle = between(a, b, share);
      expect(distanceKm(a, middle)).toBeCloseTo(km * share, 4);
      expect(distanceKm(middle, b)).toBeCloseTo(km * (1 - share), 4);
    }),
  );
});

test("unit vectors tell the same distance as the haversine", () => {
  fc.assert(
    fc.property(point, fc.double({ min: 0, max: 359, noNaN: true }), fc.double({ min: 10, max: 3_000, noNaN: true }), (a, turn, km) => {
      const b = destination(a, turn, km);
      expect(EARTH_KM * Math.acos(Math.min(1, dot(unitVector(a), unitVector(b))))).toBeCloseTo(km, 3);
    }),
  );
});
