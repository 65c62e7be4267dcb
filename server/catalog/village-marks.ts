import type { BoundaryProperties } from "../../model/boundary.ts";
import type { LonLat } from "../../model/geodesy.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import { isSpecial, type RegionCode } from "../../model/region.ts";
import type { Polygon } from "./polygon.ts";
import { chanceOf, nextPoint } from "./scatter.ts";

export interface VillageMark {
  readonly type: "Feature";
  readonly id: RegionCode;
  readonly properties: BoundaryProperties;
  readonly geometry: { readonly type: "Point"; readonly coordinates: [number, number] };
}

/** Marks of a town's villages inside its cell (村点示意): chosen places, the same on every run; special units get none. */
export function villageMarks(regions: RegionTree, town: RegionCode, cell: Polygon): VillageMark[] {
  const { from, to } = regions.children(regions.indexOf(town));
  const taken: LonLat[] = [];
  return regions.rows.slice(from, to).filter((row) => !isSpecial(row)).map((row) => {
    const point = nextPoint(cell, taken, chanceOf(row.code));
    taken.push(point);
    const properties = { code: row.code, name: row.name, nameEn: row.nameEn, parent: row.parent, schematic: true, approx: true };
    return { type: "Feature", id: row.code, properties, geometry: { type: "Point", coordinates: [point[0], point[1]] } };
  });
}
