import { EARTH_KM, type LonLat } from "../../model/geodesy.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import type { RegionCode } from "../../model/region.ts";
import { contains, type Polygon, type Ring } from "./polygon.ts";
import { areaIn, type Shapes } from "./shapes.ts";

const RADIANS = Math.PI / 180;

/**
 * How far a point lies from a region, km; 0 inside. A town or village is judged by its county: finer boundaries are
 * drawn for orientation only, and nobody may be told by them that they are not there. Null for an unknown region.
 */
export function createAway(regions: RegionTree, counties: Shapes): (region: RegionCode, point: LonLat) => number | null {
  const areas = new Map<number, Polygon>();
  const areaOf = (county: number): Polygon => {
    const known = areas.get(county) ?? areaIn(counties, "county", regions.row(county).code);
    areas.set(county, known);
    return known;
  };
  return (region, point) => {
    const index = regions.indexOf(region);
    if (index < 0) return null;
    const own = regions.ancestor(index, "county");
    const { from, to } = own >= 0 ? { from: own, to: own + 1 } : regions.descendants(index, "county");
    let nearest = Number.POSITIVE_INFINITY;
    for (let county = from; county < to && nearest > 0; county++) nearest = Math.min(nearest, kmTo(areaOf(county), point));
    return Number.isFinite(nearest) ? nearest : null;
  };
}

/** On a plane that touches the earth at the point: exact enough near it, and far away only its size matters. */
function kmTo(area: Polygon, point: LonLat): number {
  if (contains(area, point)) return 0;
  const [lon, lat] = point;
  const flat = ([x, y]: Ring[number]): [number, number] => [(x - lon) * Math.cos(lat * RADIANS) * EARTH_KM * RADIANS, (y - lat) * EARTH_KM * RADIANS];
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of area.flat()) {
    const corners = ring.map(flat);
    for (let i = 1; i < corners.length; i++) nearest = Math.min(nearest, fromOrigin(corners[i - 1]!, corners[i]!));
  }
  return nearest;
}
function fromOrigin([ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + share * dx, ay + share * dy);
}
