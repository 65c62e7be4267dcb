import type { BoundarySet } from "../../../model/boundary.ts";
import type { Level } from "../../../model/region.ts";
import type { MapSets } from "../map-data.ts";
import { holdsRegion, mapGround } from "../map-ground.ts";

/** Where a map looks: which shapes are its main ones, and what is brought forward. */
export interface MapFocus {
  readonly code: string;
  readonly level: Level;
  /** From the province down, itself excluded. */
  readonly parents: readonly string[];
}
/** What a map stands on, and where it looks; no focus = the whole of it. */
export interface MapBase {
  readonly sets: MapSets;
  readonly focus?: MapFocus | undefined;
}

type Asked = readonly [level: BoundarySet["level"], parent?: string];

/** What a map asks for while it looks at a place: the province's own, the towns of the county that the focus lies in, and the villages of its town. */
export function shapesOf(focus: MapFocus | undefined, province: string): { readonly base: readonly [counties: Asked, context: Asked, cities: Asked]; readonly towns?: Asked; readonly villages?: Asked } {
  const [, , county, town] = focus ? [...focus.parents, focus.code] : [];
  return { base: [["county", province], ["context"], ["city", province]], ...(county !== undefined && { towns: ["town", county] }), ...(town !== undefined && { villages: ["village", town] }) };
}
/** The whole province by counties, or the towns of the county that the focus lies in. Undefined until the first shapes are there. */
export function setsFor(focus: MapFocus | undefined, province: string, get: (level: BoundarySet["level"], parent?: string) => BoundarySet | undefined): MapSets | undefined {
  const asked = shapesOf(focus, province);
  // Asked for together: a layer that comes later is a whole picture more.
  const [counties, context, cities] = asked.base.map((one) => get(...one));
  if (!counties) return undefined;
  const main = (asked.towns && get(...asked.towns)) ?? counties;
  const villages = asked.villages && get(...asked.villages);
  return { main, around: counties, ...(context && { context }), ...(cities && { cities }), ...(villages && { villages }) };
}
/** The region that the map fits to itself: a village is looked at with its town. */
export const shownRegion = ({ code, level, parents }: MapFocus): string => (level === "village" ? parents.at(-1)! : code);

/** Whether the shape of what is looked at has come; `none`: all that there is has come, and the place (a farm, a prison) has no shape. */
export function shapeOf(focus: MapFocus, sets: MapSets): "here" | "coming" | "none" {
  if (holdsRegion(sets, shownRegion(focus))) return "here";
  return (focus.level === "town" || focus.level === "village") && sets.main.level === "town" && mapGround(sets.main).ground.regions.some(({ parent }) => parent === focus.parents[2]) ? "none" : "coming";
}
