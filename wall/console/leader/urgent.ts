import type { Incident, IncidentState } from "../../../model/incident.ts";

/** What asks for a decision of somebody: what is being handled already comes behind, what is over not at all. */
const ASKS: readonly IncidentState[] = ["graded", "verified", "pending", "detected", "checking", "handling", "suspended"];
/** An incident that nobody has graded may be anything: it stands between 较大 and 重大. */
const UNGRADED = 2.5;

/** The open incidents of a place, the one to decide first on top: what was escalated, then the gravest, then what nobody was sent to, then the oldest. */
export function byUrgency<I extends Pick<Incident, "id" | "state" | "grade" | "escalated" | "reportedAt">>(incidents: Iterable<I>): readonly I[] {
  const rank = ({ state }: I): number => ASKS.indexOf(state);
  const isRunning = ({ state }: I): number => Number(state === "handling" || state === "suspended");
  return [...incidents]
    .filter((one) => rank(one) >= 0)
    .toSorted((a, b) => isRunning(a) - isRunning(b) || Number(b.escalated) - Number(a.escalated) || (a.grade ?? UNGRADED) - (b.grade ?? UNGRADED) || rank(a) - rank(b) || (a.reportedAt < b.reportedAt ? -1 : a.reportedAt > b.reportedAt ? 1 : a.id < b.id ? -1 : 1));
}
