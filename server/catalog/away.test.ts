import { expect, test } from "vitest";
import { feature } from "topojson-client";
import { distanceKm } from "../../model/geodesy.ts";
import { openCatalog } from "./index.ts";

const catalog = await openCatalog(process.cwd());

test("a point inside a region is not away from it, nor from the regions above it; a village is judged by its county", () => {
  const leizhou = catalog.point("440882")!;
  for (const region of ["440882", "4408", "44", "440882115", "440882115212"]) expect([region, catalog.away(region, leizhou)]).toEqual([region, 0]);
});

test("outside, the distance is that to the nearest edge, and every part of the region counts", async () => {
  const guangzhou = catalog.point("4401")!;
  const { topology, object } = await catalog.boundaries("city", "4408");
  const corners = (feature(topology, topology.objects[object]!) as unknown as { features: { geometry: { coordinates: [number, number][][][] } }[] }).features
    .flatMap(({ geometry }) => geometry.coordinates.flat(2));
  const nearestCorner = Math.min(...corners.map((corner) => distanceKm(corner, guangzhou)));
  expect(Math.abs(catalog.away("4408", guangzhou)! - nearestCorner)).toBeLessThan(6);
  expect(catalog.away("440882", guangzhou)!).toBeGreaterThan(catalog.away("4408", guangzhou)!);
  expect(catalog.away("4419", catalog.point("441900")!)).toBe(0);
  expect(catalog.away("44", [0, 0])!).toBeGreaterThan(5_000);
  expect(catalog.away("no-such", guangzhou)).toBeNull();
});
