import type { SeriesPoint } from "../../../model/sample.ts";
import { CHINA_OFFSET, DAY } from "../../../model/time.ts";

export interface Day {
  /** Its midnight, epoch ms. */
  readonly at: number;
  /** null = nobody reported it. */
  readonly value: number | null;
}
/**
 * From the first report on every day once with its last number, up to the last that is over, or of which there is a report already. A day on Guangdong's
 * calendar: what is told once a day is known when it is over, so what came at midnight is of the day that ended. A count that runs through the day begins
 * anew then, and what came at midnight is the first of the day that begins.
 */
export function daily(points: readonly SeriesPoint[], now: number, runs = false): Day[] {
  if (points.length === 0) return [];
  const dayOf = (at: number): number => Math.floor((at - (runs ? 0 : 1) + CHINA_OFFSET) / DAY);
  const told = new Map(points.map(([at, value]) => [dayOf(at), value]));
  const first = Math.min(...told.keys());
  const last = Math.max(dayOf(now) - 1, ...told.keys());
  return Array.from({ length: last - first + 1 }, (_, i) => ({ at: (first + i) * DAY - CHINA_OFFSET, value: told.get(first + i) ?? null }));
}
/** Whether a number is told while its day lasts, by how often it comes. */
export const runsThroughDay = (cadenceMs: number | undefined): boolean => cadenceMs !== undefined && cadenceMs < DAY;
