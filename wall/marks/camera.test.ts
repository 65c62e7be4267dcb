import fc from "fast-check";
import { expect, test } from "vitest";
import { CAMERAS, fit, fitCamera, onTheWay, planeBox, seen, TRUE_GROUND } from "./camera.ts";
import { project, unitsPerKm, unproject } from "./mercator.ts";
import { apply, unapply } from "./plane.ts";
import { distanceKm } from "../../model/geodesy.ts";

const WALL = { width: 1920, height: 804, u: 24 };

test("a place on the plane and back is the same place", () => {
  fc.assert(
    fc.property(fc.double({ min: 100, max: 125, noNaN: true }), fc.double({ min: 10, max: 35, noNaN: true }), (lon, lat) => {
      const [x, y] = unproject(project(lon, lat));
      expect(x).toBeCloseTo(lon, 9);
      expect(y).toBeCloseTo(lat, 9);
    }),
  );
});
test("one unit of the plane is one kilometre in Guangdong's middle, a little more in its north", () => {
  const [a, b] = [project(113, 23), project(113.5, 23)];
  expect(b[0] - a[0]).toBeCloseTo(distanceKm([113, 23], [113.5, 23]), 1);
  expect(unitsPerKm(25.5)).toBeGreaterThan(1);
});
test.each(Object.values(CAMERAS))("$title.zh shows the whole of what it names, and no ground that is not true", (camera) => {
  for (const size of [WALL, { width: 1920, height: 1080, u: 24 }, { width: 900, height: 900, u: 16 }]) {
    const [west, south, east, north] = seen(fitCamera(camera, size), size);
    expect(south).toBeGreaterThanOrEqual(TRUE_GROUND[1] - 1e-9);
    expect(north).toBeLessThanOrEqual(TRUE_GROUND[3] + 1e-9);
    expect((east - west) * 0.72).toBeLessThanOrEqual(TRUE_GROUND[2] - TRUE_GROUND[0] + 1e-6);
    if (camera.id === "storm") continue;
    expect(west).toBeLessThanOrEqual(camera.box[0] + 1e-6);
    expect(east).toBeGreaterThanOrEqual(camera.box[2] - 1e-6);
    expect(south).toBeLessThanOrEqual(camera.box[1] + 1e-6);
    expect(north).toBeGreaterThanOrEqual(camera.box[3] - 1e-6);
  }
});
test("a small region is fitted into the room that other things leave", () => {
  const inset = { top: 10, right: 400, bottom: 50, left: 100 };
  const box = planeBox([112.4, 21.6, 113, 22.4]);
  const t = fit(box, WALL, inset);
  const [x0, y0] = apply(t, [box[0], box[1]]);
  const [x1, y1] = apply(t, [box[2], box[3]]);
  expect(x0).toBeGreaterThanOrEqual(100 - 1e-6);
  expect(x1).toBeLessThanOrEqual(1520 + 1e-6);
  expect(y0).toBeGreaterThanOrEqual(10 - 1e-6);
  expect(y1).toBeLessThanOrEqual(754 + 1e-6);
  expect(unapply(t, apply(t, [3, 4]))[0]).toBeCloseTo(3, 9);
});
test("a camera starts where it was, ends at its goal, and moves its centre before its scale", () => {
  const from = fitCamera(CAMERAS.province, WALL);
  const to = fitCamera(CAMERAS.west, WALL);
  expect(onTheWay(from, to, WALL, 0).k).toBeCloseTo(from.k, 9);
  expect(onTheWay(from, to, WALL, 0).dx).toBeCloseTo(from.dx, 6);
  expect(onTheWay(from, to, WALL, 1)).toBe(to);
  const half = onTheWay(from, to, WALL, 0.45);
  const centre = (t: typeof from): number => (WALL.width / 2 - t.dx) / t.k;
  const panned = (centre(half) - centre(from)) / (centre(to) - centre(from));
  const zoomed = Math.log(half.k / from.k) / Math.log(to.k / from.k);
  expect(panned).toBeGreaterThan(zoomed);
});
