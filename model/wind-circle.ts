import { destination, distanceKm, type LonLat } from "./geodesy.ts";
import type { StormNow, WindCircle, WindRadii } from "./storm.ts";

const DEGREES: Readonly<Record<Exclude<WindRadii["direction"], "ALL">, number>> = { N: 0, NE: 45, E: 90, SE: 135, S: 180, SW: 225, W: 270, NW: 315 };

/** A circle on the sphere. */
export interface Disc {
  readonly centre: LonLat;
  readonly radiusKm: number;
}

/** The radii that the agency states for a circle, or null: then there is no circle, which is not a circle of 0 km. */
export const radiiOf = (now: Pick<StormNow, "r30" | "r50">, circle: WindCircle): WindRadii | null => (circle === 7 ? now.r30 : now.r50);

/**
 * The wind circle around `centre`. JMA gives the long radius with its direction, and the short radius, which lies
 * opposite; it draws them as one circle off the storm's centre, and so do we: radius (long + short) / 2, moved by
 * (long − short) / 2 towards the long side.
 */
export function windDisc(centre: LonLat, { direction, longKm, shortKm }: WindRadii): Disc {
  if (direction === "ALL") return { centre, radiusKm: (longKm + shortKm) / 2 };
  return { centre: destination(centre, DEGREES[direction], (longKm - shortKm) / 2), radiusKm: (longKm + shortKm) / 2 };
}

export const discCovers = ({ centre, radiusKm }: Disc, place: LonLat): boolean => distanceKm(centre, place) <= radiusKm;

/** Reach of the wind in km from the storm's centre at a bearing; long in its direction, short opposite, smooth between. */
export function reachKm({ direction, longKm, shortKm }: WindRadii, bearingDegrees: number): number {
  const radius = (longKm + shortKm) / 2;
  if (direction === "ALL") return radius;
  const shift = (longKm - shortKm) / 2;
  const turn = ((bearingDegrees - DEGREES[direction]) * Math.PI) / 180;
  return shift * Math.cos(turn) + Math.sqrt(radius ** 2 - (shift * Math.sin(turn)) ** 2);
}

/** The innermost wind circle that covers a place: 10, 7, or 0 for outside of those that are stated. */
export function circleAt(now: StormNow, place: LonLat): WindCircle | 0 {
  for (const circle of [10, 7] as const) {
    const radii = radiiOf(now, circle);
    if (radii && discCovers(windDisc([now.lon, now.lat], radii), place)) return circle;
  }
  return 0;
}

/** A closed ring of `corners` points around a wind circle, for drawing. */
export function outline(disc: Disc, corners = 72): LonLat[] {
  const ring = Array.from({ length: corners }, (_, i) => destination(disc.centre, (i * 360) / corners, disc.radiusKm));
  return [...ring, ring[0]!];
}
