import type { Grade } from "./words.ts";

/** How the title of a simulated incident begins wherever it is read (DESIGN §4). */
export const SIMULATED = "【模拟】";
/** Who reports, verifies and grades what happens in a simulated world: posts of that world, and no account. */
export const WORLD_ACTOR = "world";

export const INCIDENT_STATES = [
  "detected", "pending", "verified", "graded", "handling", "checking", "closed", "evaluated",
  "rejected", "merged", "suspended", "cancelled",
] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** What people handle (事件); a fold of the journal. Times are RFC 3339. */
export interface Incident {
  readonly id: string;
  readonly type: string;
  readonly topic: string;
  readonly region: string;
  readonly title: string;
  readonly description?: string;
  readonly point?: readonly [number, number];
  readonly state: IncidentState;
  readonly grade?: Grade;
  readonly alert?: string;
  readonly reportedBy: string;
  readonly reportedAt: string;
  readonly occurredAt?: string;
  readonly files?: readonly string[];
  readonly escalated: boolean;
  readonly tasks: readonly string[];
  /** What was done, in order: kind, who, when, words. */
  readonly log: readonly IncidentStep[];
}
export interface IncidentStep {
  /** Of the journal entry that says so. */
  readonly seq: number;
  readonly at: string;
  /** Kind of that entry: `incident.verify`, `task.arrive` … */
  readonly kind: string;
  readonly actor: string;
  /** Empty when nothing was said. */
  readonly text: string;
  /** The task it happened to. */
  readonly task?: string;
  /** Evidence: [longitude, latitude] and a file's id. */
  readonly point?: readonly [number, number];
  /** How far that point lies outside the incident's region (位置不符), km; absent when it lies inside or nobody can tell. */
  readonly awayKm?: number;
  readonly file?: string;
  /** Of a check (核查): whether what was done sufficed. */
  readonly passed?: boolean;
}

const OVER: ReadonlySet<IncidentState> = new Set(["closed", "evaluated", "rejected", "merged", "cancelled"]);
/** Nobody is expected to do anything about it any more. */
export const isIncidentOver = (state: IncidentState): boolean => OVER.has(state);

/** Moves of an incident; `dispatched` and `tasksDone` follow from tasks, the others are commands. */
export type IncidentMove = "verify" | "grade" | "dispatched" | "tasksDone" | "checkFailed" | "close";

const MOVES: Readonly<Partial<Record<IncidentState, Partial<Record<IncidentMove, IncidentState>>>>> = {
  detected: { verify: "verified" },
  pending: { verify: "verified" },
  verified: { grade: "graded" },
  graded: { dispatched: "handling" },
  handling: { dispatched: "handling", tasksDone: "checking" },
  checking: { dispatched: "handling", checkFailed: "handling", close: "closed" },
};
/** Where a move leads, or undefined when it is not legal there. */
export const moveIncident = (state: IncidentState, move: IncidentMove): IncidentState | undefined => MOVES[state]?.[move];

/** Command kinds that are legal on an incident now, for `details.legal` and for the console's buttons. */
export function legalOnIncident(state: IncidentState): string[] {
  const legal: string[] = [];
  if (moveIncident(state, "verify")) legal.push("incident.verify");
  if (moveIncident(state, "grade")) legal.push("incident.grade");
  if (moveIncident(state, "dispatched")) legal.push("task.dispatch");
  if (moveIncident(state, "close")) legal.push("incident.close");
  return legal;
}
