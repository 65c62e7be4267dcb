import { bearing, distanceKm, type LonLat } from "../geodesy.ts";
import type { StormNow } from "../storm.ts";
import { radiiOf, reachKm } from "../wind-circle.ts";

/** Means of 10 minutes at the edge of the circles that the agency states (30 and 50 kt), m/s. */
const EDGE_7_MS = 15.4;
const EDGE_10_MS = 25.7;
/** Of the strongest wind, km from the centre, where nothing is stated: a usual one for the South China Sea. */
const EYE_KM = 35;
/** How fast the wind falls off outside where only one circle, or none, is stated (modified Rankine). */
const FALL = 0.55;
/** Without stated circles the wind is as strong as the fix says, and nothing beyond this is a storm's. */
export const STORM_REACH_KM = 600;

/**
 * Mean wind (m/s, 10 minutes, over open water) of a storm at a place, 0 where it does not reach. It passes through 15.4 m/s at the edge of the stated 7级 circle and
 * 25.7 m/s at that of the 10级 circle in that direction, has its strongest near the eye and almost none in it.
 */
export function stormWind(now: StormNow, place: LonLat): number {
  const centre: LonLat = [now.lon, now.lat];
  const km = distanceKm(centre, place);
  if (km > STORM_REACH_KM) return 0;
  const strongest = now.windMs ?? 0;
  if (strongest <= 0) return 0;
  const turn = bearing(centre, place);
  const [seven, ten] = ([7, 10] as const).map((circle) => {
    const radii = radiiOf(now, circle);
    return radii ? reachKm(radii, turn) : null;
  }) as [number | null, number | null];
  const outside = outsideOf(strongest, seven, ten);
  return km >= EYE_KM ? Math.min(strongest, outside(km)) : Math.min(strongest, outside(EYE_KM)) * (km / EYE_KM);
}

/** The wind outside the eye by distance: a power of it through the points that are known. */
function outsideOf(strongest: number, seven: number | null, ten: number | null): (km: number) => number {
  const known = [...(ten !== null && ten > EYE_KM ? [[ten, EDGE_10_MS] as const] : []), ...(seven !== null && seven > EYE_KM ? [[seven, EDGE_7_MS] as const] : [])];
  const [inner, outer] = known.length === 2 ? known : [[EYE_KM, strongest] as const, known[0]];
  if (!outer) return (km) => strongest * (EYE_KM / km) ** FALL;
  const power = inner![1] > outer[1] && outer[0] > inner![0] ? Math.log(inner![1] / outer[1]) / Math.log(outer[0] / inner![0]) : FALL;
  return (km) => outer[1] * (outer[0] / km) ** power;
}
