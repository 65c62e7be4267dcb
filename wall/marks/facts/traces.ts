import { DAY, MINUTE } from "../../../model/time.ts";
import type { Series } from "../../../model/view.ts";
import type { Trace } from "../spark.ts";
import { isComputed } from "./computed.ts";
import type { HereNow, Measured } from "./standpoint.ts";

/** A point stands for its interval; longer silence than this many is a gap. */
const GAP_INTERVALS = 1.5;
/** What the server keeps of a series: a shorter gap than between two of its points is none. */
const SERIES_POINTS = 480;
/** A day is told by a few hundred points: a shorter gap is narrower than the line. */
const LEAST_GAP_MS = 10 * MINUTE;

/** Longer silence than this is a gap in a line of an indicator over so long a time, ms. What a world tells more often than its source does is still a number of the source's interval. */
export const gapOf = ({ id, cadence }: Pick<Measured, "id" | "cadence">, windowMs: number, { info }: Pick<HereNow, "info">): number =>
  Math.max(LEAST_GAP_MS, (2 * windowMs) / SERIES_POINTS, GAP_INTERVALS * Math.max(cadence, info?.cadences?.[id] ?? 0));

/** What an indicator was up to now, for a line beside its number; up to the next step of the clock, so that it does not creep with every second. */
export function traceOf({ points }: Pick<Series, "points">, measured: Measured | undefined, here: Pick<HereNow, "info" | "simNow">, windowMs = DAY): Trace | undefined {
  if (!measured || points.length === 0) return undefined;
  const to = Math.ceil(here.simNow / LEAST_GAP_MS) * LEAST_GAP_MS;
  return { points: points.map(([at, value, quality]) => [at, value, isComputed(quality, here)] as const), from: to - windowMs, to, gapMs: gapOf(measured, windowMs, here) };
}
