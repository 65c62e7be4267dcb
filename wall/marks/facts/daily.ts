import type { SeriesPoint } from "../../../model/sample.ts";
import { CHINA_OFFSET, DAY } from "../../../model/time.ts";

export interface Day {
  /** Its midnight, epoch ms. */
  readonly at: number;
  /** null = nobody reported it. */
  readonly value: number | null;
}
/** A day on Guangdong's calendar; what came at midnight is of the day that ended. */
const dayOf = (at: number): number => Math.floor((at - 1 + CHINA_OFFSET) / DAY);

/** From the first report on every day once with its last number, up to the last that is over, or of which there is a report already. */
export function daily(points: readonly SeriesPoint[], now: number): Day[] {
  if (points.length === 0) return [];
  const told = new Map(points.map(([at, value]) => [dayOf(at), value]));
  const first = Math.min(...told.keys());
  const last = Math.max(dayOf(now) - 1, ...told.keys());
  return Array.from({ length: last - first + 1 }, (_, i) => ({ at: (first + i) * DAY - CHINA_OFFSET, value: told.get(first + i) ?? null }));
}
