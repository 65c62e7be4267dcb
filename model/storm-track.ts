import { bearing, between, destination, distanceKm, normalBearing, type LonLat } from "./geodesy.ts";
import type { Storm, StormFix, StormNow } from "./storm.ts";
import { HOUR } from "./time.ts";

/** Motion is judged over this much of the track before its last known fix. */
export const MOTION_WINDOW_MS = 12 * HOUR;
/** A position is not carried further than this past the last known fix: by then the next fix is due. */
export const EXTRAPOLATION_LIMIT_MS = 6 * HOUR;

/** The fixes that may be known at `knownAt`: none later, so that nothing reads past the situation's clock. */
export function knownFixes(storm: Storm, knownAt: number): readonly StormFix[] {
  let count = 0;
  while (count < storm.fixes.length && storm.fixes[count]!.at <= knownAt) count++;
  return storm.fixes.slice(0, count);
}

const pointOf = (fix: StormFix): LonLat => [fix.lon, fix.lat];

/** Heading at the last of `fixes` (degrees clockwise from north) and speed (km/h), or null with a single fix in the window. */
export function motion(fixes: readonly StormFix[]): { readonly heading: number; readonly speedKmh: number } | null {
  const last = fixes.at(-1);
  if (!last) return null;
  const first = fixes.find((fix) => fix.at >= last.at - MOTION_WINDOW_MS)!;
  if (first === last) return null;
  const km = distanceKm(pointOf(first), pointOf(last));
  const heading = normalBearing(bearing(pointOf(last), pointOf(first)) + 180);
  return { heading, speedKmh: km / ((last.at - first.at) / HOUR) };
}

/**
 * The storm at `t` (epoch ms) as far as it is known at `knownAt`: at a fix as stated; between two known fixes
 * interpolated; past the last known fix carried on along the motion of its last 12 h, for 6 h at most. Grade, wind,
 * pressure and radii are those of the last fix at or before `t`: they are stated, never interpolated.
 * null before the first fix, and when no fix is recent enough.
 */
export function stormAt(storm: Storm, t: number, knownAt: number): StormNow | null {
  const known = knownFixes(storm, knownAt);
  const index = known.findLastIndex((fix) => fix.at <= t);
  const fix = known[index];
  if (!fix) return null;
  const next = known[index + 1];
  const moved = motion(known.slice(0, index + 1));
  const state = (at: LonLat, heading: number | null, quality: StormNow["quality"]): StormNow => ({
    at: t, lat: at[1], lon: at[0], grade: fix.grade, windMs: fix.windMs, pressureHpa: fix.pressureHpa, r50: fix.r50, r30: fix.r30,
    quality, heading, speedKmh: moved?.speedKmh ?? null,
  });
  if (fix.at === t) return state(pointOf(fix), moved?.heading ?? null, "good");
  if (next) return state(between(pointOf(fix), pointOf(next), (t - fix.at) / (next.at - fix.at)), moved?.heading ?? null, "interpolated");
  if (t - fix.at > EXTRAPOLATION_LIMIT_MS) return null;
  if (!moved) return state(pointOf(fix), null, "extrapolated");
  const at = carry(pointOf(fix), moved, (t - fix.at) / HOUR);
  const heading = moved.speedKmh === 0 ? moved.heading : normalBearing(bearing(at, pointOf(fix)) + 180);
  return state(at, heading, "extrapolated");
}

const carry = (from: LonLat, { heading, speedKmh }: { readonly heading: number; readonly speedKmh: number }, hours: number): LonLat =>
  destination(from, heading, speedKmh * hours);

/** Where the centre would be `hours` after `now` at constant velocity (外推); itself when its motion is unknown. */
export function ahead(now: StormNow, hours: number): LonLat {
  const here: LonLat = [now.lon, now.lat];
  return now.heading === null || now.speedKmh === null ? here : carry(here, { heading: now.heading, speedKmh: now.speedKmh }, hours);
}
