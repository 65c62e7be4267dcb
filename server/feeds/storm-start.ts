import { distanceKm, type LonLat } from "../../model/geodesy.ts";
import { stormAt } from "../../model/storm-track.ts";
import { circleAt } from "../../model/wind-circle.ts";
import type { Storm, StormNow } from "../../model/storm.ts";
import { HOUR, MINUTE } from "../../model/time.ts";
import type { StormTown } from "./storm-places.ts";
import { statesRadii } from "./storm-step.ts";

/** At 60 times this is two minutes and a half of people's time before the first town is reached. */
const LEAD_MS = 2 * HOUR + 30 * MINUTE;

/** Near enough to be worth seeing where the record states no circle. */
const NEAR_KM = 200;

/**
 * Where a drill begins so that its first minutes are worth seeing: shortly before the 7级 circle reaches the first town
 * (before the centre is within 200 km of one, where the record states no circles), or a day before the storm is nearest
 * when it touches nobody. On the half hour, within the record. Choosing where to look may use the whole record; what is
 * then shown may not.
 */
export function dramaticStart(storm: Storm, span: { readonly from: number; readonly to: number }, towns: readonly StormTown[]): number {
  const reaches = (now: StormNow, point: LonLat): boolean =>
    statesRadii(storm) ? circleAt(now, point) > 0 : distanceKm([now.lon, now.lat], point) <= NEAR_KM;
  const within = (at: number): number => Math.min(span.to, Math.max(span.from, Math.floor(at / (30 * MINUTE)) * 30 * MINUTE));
  let nearest = { km: Number.POSITIVE_INFINITY, at: span.from };
  for (let at = span.from; at <= span.to; at += 30 * MINUTE) {
    const now = stormAt(storm, at, at);
    if (!now) continue;
    if (towns.some(({ point }) => reaches(now, point))) return within(at - LEAD_MS);
    for (const { point } of towns) {
      const km = distanceKm([now.lon, now.lat], point);
      if (km < nearest.km) nearest = { km, at };
    }
  }
  return within(nearest.at - 24 * HOUR);
}
