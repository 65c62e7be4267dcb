import type { Incident, IncidentState } from "../../model/incident.ts";

/** The stages that a wall counts, in the order of work; aside states are not on the way. */
export const STAGES = ["reported", "verified", "graded", "handling", "checking", "closed"] as const;
export type Stage = (typeof STAGES)[number];
const OF: Readonly<Partial<Record<IncidentState, Stage>>> = {
  detected: "reported", pending: "reported", verified: "verified", graded: "graded", handling: "handling", checking: "checking",
  closed: "closed", evaluated: "closed",
};
export const stageOf = (state: IncidentState): Stage | undefined => OF[state];

export function countStages(incidents: Iterable<Incident>): Readonly<Record<Stage, number>> {
  const counts = Object.fromEntries(STAGES.map((s) => [s, 0])) as Record<Stage, number>;
  for (const { state } of incidents) {
    const stage = stageOf(state);
    if (stage) counts[stage]++;
  }
  return counts;
}
/** Open ones by how far they are from being handled, then grade, then the newest; closed ones last. */
export function inWork<I extends Incident>(incidents: Iterable<I>): I[] {
  const rank = (i: Incident) => STAGES.indexOf(stageOf(i.state) ?? "closed");
  return [...incidents]
    .filter((i) => stageOf(i.state) !== undefined)
    .sort((a, b) => Number(rank(a) === 5) - Number(rank(b) === 5) || (a.grade ?? 5) - (b.grade ?? 5) || rank(a) - rank(b) || (a.reportedAt < b.reportedAt ? 1 : -1));
}
