import { distanceKm } from "./geodesy.ts";
import { isIncidentOver, type Incident } from "./incident.ts";
import { MINUTE, parseTime } from "./time.ts";

/** Reports of one thing come from so near and within so long (governance a7). */
export const SIMILAR_WITHIN_M = 200;
export const SIMILAR_WITHIN_MS = 30 * MINUTE;

/** Another incident that may be the same thing. */
export interface Similar {
  readonly incident: string;
  /** Null where one of them has no point: then they are of the same region. */
  readonly metres: number | null;
  /** Between the times at which they happened, or were reported. */
  readonly minutes: number;
}
type Reported = Pick<Incident, "id" | "type" | "region" | "point" | "reportedAt" | "occurredAt" | "state">;

/** Which of `among` may be the same thing, the likeliest first: the nearest in place, then in time; those without a point last. Whoever is asked decides, nothing is merged by itself. */
export function similar(of: Omit<Reported, "id" | "state"> & { readonly id?: string }, among: Iterable<Reported>): Similar[] {
  const found: Similar[] = [];
  for (const other of among) {
    if (other.id === of.id || other.type !== of.type || isIncidentOver(other.state)) continue;
    const apartMs = Math.abs(happened(of) - happened(other));
    if (apartMs > SIMILAR_WITHIN_MS) continue;
    const metres = of.point && other.point ? Math.round(1_000 * distanceKm(of.point, other.point)) : null;
    if (metres === null ? other.region !== of.region : metres > SIMILAR_WITHIN_M) continue;
    found.push({ incident: other.id, metres, minutes: Math.round(apartMs / MINUTE) });
  }
  return found.sort((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity) || a.minutes - b.minutes || (a.incident < b.incident ? -1 : 1));
}
const happened = ({ occurredAt, reportedAt }: Pick<Incident, "occurredAt" | "reportedAt">): number => parseTime(occurredAt ?? reportedAt)!;
