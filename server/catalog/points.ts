import type { LonLat } from "../../model/geodesy.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import type { RegionCode } from "../../model/region.ts";
import { type Row, readTable } from "./table.ts";

const lonLat = <C extends string>(row: Row<C | "lat" | "lon">): LonLat => {
  const [lon, lat] = [row.number("lon"), row.number("lat")];
  return lon > 106 && lon < 121 && lat > 17.5 && lat < 28 ? [lon, lat] : row.fail(`point ${lon}, ${lat}`, "longitude 106–121, latitude 17.5–28");
};

/** Where a region's name stands on a map: label points of province, cities and counties, seats of the towns that are known. */
export function readPoints(root: string, regions: RegionTree): ReadonlyMap<RegionCode, LonLat> {
  const points = new Map<RegionCode, LonLat>();
  readTable(root, "data/odbl/label-points.csv", ["code", "level", "name", "lat", "lon", "area_km2_approx", "min_lon", "min_lat", "max_lon", "max_lat"], (row) => {
    const code = row.filled("code");
    if (regions.find(code)?.level !== row.text("level")) row.fail(`code "${code}" of level "${row.text("level")}"`, "a region of that level");
    points.set(code, lonLat(row));
  });
  readTable(root, "data/regions/town-points.csv", ["code", "name", "county", "lat", "lon", "geonames_name", "geonames_feature"], (row) => {
    const code = row.filled("code");
    if (regions.find(code)?.level !== "town") row.fail(`code "${code}"`, "a town of regions.csv");
    points.set(code, lonLat(row));
  });
  return points;
}
