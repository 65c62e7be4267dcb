import { EARTH_KM, dot, unitVector, type LonLat } from "./geodesy.ts";
import { ahead, stormAt } from "./storm-track.ts";
import { radiiOf, windDisc } from "./wind-circle.ts";
import type { Storm, StormNow, WindCircle } from "./storm.ts";

/** An arrival further off than this is not told: constant motion means nothing by then. */
export const ARRIVAL_HORIZON_H = 48;
/** Between two steps of the path the circle moves on a chord, which is metres off the arc. */
const STEPS_PER_HOUR = 4;

/**
 * Hours until a wind circle reaches a place, or null when it does not within 48 h; 0 when the place is inside now.
 * The circle of `now` moves on with constant velocity and constant radii (外推). null instead of a function when the
 * agency states no such circle. One call serves many places.
 */
export function approach(now: StormNow, circle: WindCircle): ((place: LonLat) => number | null) | null {
  const radii = radiiOf(now, circle);
  if (!radii) return null;
  const steps = now.speedKmh ? ARRIVAL_HORIZON_H * STEPS_PER_HOUR : 0;
  const path = Array.from({ length: steps + 1 }, (_, i) => unitVector(windDisc(ahead(now, i / STEPS_PER_HOUR), radii).centre));
  const edge = Math.cos((radii.longKm + radii.shortKm) / 2 / EARTH_KM);
  return (place) => {
    const at = unitVector(place);
    let before = dot(path[0]!, at);
    if (before >= edge) return 0;
    for (let i = 1; i <= steps; i++) {
      const here = dot(path[i]!, at);
      if (here >= edge) return (i - 1 + (edge - before) / (here - before)) / STEPS_PER_HOUR;
      if (here < before) return null;
      before = here;
    }
    return null;
  };
}

/** The countdown at `knownAt`: hours until a wind circle of the storm reaches `place`, from what is known then. */
export function arrival(storm: Storm, knownAt: number, place: LonLat, circle: WindCircle): number | null {
  const now = stormAt(storm, knownAt, knownAt);
  return now ? (approach(now, circle)?.(place) ?? null) : null;
}
