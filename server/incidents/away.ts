import type { RegionCode } from "../../model/region.ts";
import type { IncidentsNeeds } from "./needs.ts";

/** Telephones err, and boundaries are simplified: nearer than this a point counts as inside. */
const INSIDE_KM = 2;

/**
 * How far a point lies outside a region, km to a tenth; undefined when it lies inside or nobody can tell. What lies away is marked
 * (位置不符) and never refused: whoever reads it judges it.
 */
export function awayFrom({ away }: Pick<IncidentsNeeds, "away">, region: RegionCode, point: readonly [number, number]): number | undefined {
  const km = away?.(region, point) ?? 0;
  return km > INSIDE_KM ? Math.round(km * 10) / 10 : undefined;
}
