import { isNotActual } from "../../../model/quality.ts";
import type { SeriesPoint } from "../../../model/sample.ts";
import { CHINA_OFFSET, DAY } from "../../../model/time.ts";

export interface Day {
  /** Its midnight, epoch ms. */
  readonly at: number;
  /** null = nobody reported it. */
  readonly value: number | null;
  /** Computed, not reported. */
  readonly notActual?: true;
}
/**
 * From the first report on every day once with its last number, up to the last that is over, or of which there is a report already. A day on Guangdong's
 * calendar: what is told once a day is known when it is over, so what came at midnight is of the day that ended. A count that runs through the day begins
 * anew then, and what came at midnight is the first of the day that begins; what a day came to is known only where somebody told it near its end.
 * @param runsMs how often a count that runs through the day is told; absent = it is told once
 */
export function daily(points: readonly SeriesPoint[], now: number, runsMs?: number): Day[] {
  if (points.length === 0) return [];
  const dayOf = (at: number): number => Math.floor((at - (runsMs === undefined ? 1 : 0) + CHINA_OFFSET) / DAY);
  const told = new Map(points.map((point) => [dayOf(point[0]), point]));
  const first = Math.min(...told.keys());
  const last = Math.max(dayOf(now) - 1, ...told.keys());
  return Array.from({ length: last - first + 1 }, (_, i): Day => {
    const begins = (first + i) * DAY - CHINA_OFFSET;
    const [at, value, quality] = told.get(first + i) ?? [begins, null, "good" as const];
    const isCut = runsMs !== undefined && now >= begins + DAY && at < begins + DAY - REPORTS_MISSED * runsMs;
    return { at: begins, value: isCut ? null : value, ...(isNotActual(quality) && { notActual: true }) };
  });
}
/** So many of its reports may be wanting at the end of a day. */
const REPORTS_MISSED = 2;
/** How often a number is told while its day lasts; undefined where it is told once. */
export const runsThroughDay = (cadenceMs: number | undefined): number | undefined => (cadenceMs !== undefined && cadenceMs < DAY ? cadenceMs : undefined);
