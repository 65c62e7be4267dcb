import { Delaunay } from "d3";
import type { BoundaryProperties } from "../../model/boundary.ts";
import type { LonLat } from "../../model/geodesy.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import { isSpecial, type RegionCode } from "../../model/region.ts";
import { clipping } from "./clipping.ts";
import { boundsOf, contains, type Polygon, type Ring } from "./polygon.ts";
import { chanceOf, nextPoint } from "./scatter.ts";

export interface TownCell {
  readonly type: "Feature";
  readonly id: RegionCode;
  readonly properties: BoundaryProperties;
  readonly geometry: { readonly type: "MultiPolygon"; readonly coordinates: Polygon };
}

/**
 * Schematic cells of a county's towns (镇界示意): to each town the part of the county that lies nearest to its seat.
 * A town without a known seat gets a place inside the county that is the same on every run, and says `approx`.
 * Special units get no cell. The cells do not overlap and together are the county.
 */
export function townCells(regions: RegionTree, county: RegionCode, area: Polygon, points: ReadonlyMap<RegionCode, LonLat>): TownCell[] {
  const { from, to } = regions.children(regions.indexOf(county));
  const towns = regions.rows.slice(from, to).filter((row) => !isSpecial(row));
  const seats = seatsOf(towns.map((town) => town.code), area, points);
  const [west, south, east, north] = boundsOf(area);
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const margin = 0.1;
  const voronoi = Delaunay.from(seats, ({ point }) => point[0] * narrow, ({ point }) => point[1])
    .voronoi([(west - margin) * narrow, south - margin, (east + margin) * narrow, north + margin]);
  return towns.map((town, i) => {
    const cell = voronoi.cellPolygon(i).map(([x, y]): [number, number] => [x! / narrow, y!]);
    const properties = { code: town.code, name: town.name, nameEn: town.nameEn, parent: town.parent, schematic: true, ...(seats[i]!.approx ? { approx: true } : {}) };
    return { type: "Feature", id: town.code, properties, geometry: { type: "MultiPolygon", coordinates: clipping.intersection(area, [cell as Ring]) } };
  });
}

/** Known seats first, so that a chosen place keeps away from them; a known seat outside the simplified county counts as unknown. */
function seatsOf(codes: readonly RegionCode[], area: Polygon, points: ReadonlyMap<RegionCode, LonLat>): { point: LonLat; approx: boolean }[] {
  const known = codes.map((code) => {
    const point = points.get(code);
    return point && contains(area, point) ? point : undefined;
  });
  const taken = known.filter((point) => point !== undefined);
  return codes.map((code, i) => {
    const point = known[i];
    if (point) return { point, approx: false };
    const chosen = nextPoint(area, taken, chanceOf(code));
    taken.push(chosen);
    return { point: chosen, approx: true };
  });
}
