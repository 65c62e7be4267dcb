import type { Incident, IncidentState } from "./incident.ts";

/** The stages that a wall counts, in the order of work; aside states are not on the way, but what is only suspended is still somebody's. */
export const STAGES = ["reported", "verified", "graded", "handling", "checking", "closed"] as const;
export type Stage = (typeof STAGES)[number];
const OF: Readonly<Partial<Record<IncidentState, Stage>>> = {
  detected: "reported", pending: "reported", verified: "verified", graded: "graded", handling: "handling", suspended: "handling", checking: "checking",
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
/** Closed ones last; the open by their grade, then by how far they are from being handled, then the newest first. */
export function byUrgencyOfWork(a: Incident, b: Incident): number {
  const rank = (i: Incident) => STAGES.indexOf(stageOf(i.state) ?? "closed");
  return Number(rank(a) === 5) - Number(rank(b) === 5) || (a.grade ?? 5) - (b.grade ?? 5) || rank(a) - rank(b) || (a.reportedAt < b.reportedAt ? 1 : -1);
}
export const inWork = <I extends Incident>(incidents: Iterable<I>): I[] => [...incidents].filter((i) => stageOf(i.state) !== undefined).sort(byUrgencyOfWork);
