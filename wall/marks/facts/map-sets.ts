import type { BoundarySet } from "../../../model/boundary.ts";
import type { Level } from "../../../model/region.ts";
import type { MapSets } from "../map-data.ts";

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

/** The whole province by counties, or the towns of the county that the focus lies in. Undefined until the first shapes are there. */
export function setsFor(focus: MapFocus | undefined, province: string, get: (level: BoundarySet["level"], parent?: string) => BoundarySet | undefined): MapSets | undefined {
  // Asked for together: a layer that comes later is a whole picture more.
  const [counties, context, cities] = [get("county", province), get("context"), get("city", province)];
  if (!counties) return undefined;
  const county = focus?.level === "county" ? focus.code : focus?.level === "town" || focus?.level === "village" ? focus.parents[2] : undefined;
  const town = focus?.level === "town" ? focus.code : focus?.level === "village" ? focus.parents[3] : undefined;
  const main = (county === undefined ? undefined : get("town", county)) ?? counties;
  const villages = town === undefined ? undefined : get("village", town);
  return { main, around: counties, ...(context && { context }), ...(cities && { cities }), ...(villages && { villages }) };
}
/** The region that the map fits to itself: a village is looked at with its town. */
export const shownRegion = ({ code, level, parents }: MapFocus): string => (level === "village" ? parents.at(-1)! : code);
