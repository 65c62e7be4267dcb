import type { Consequence, GradeByTable } from "./consequence.ts";
import type { LimitsPassed } from "./limit.ts";
import type { Transfer } from "./ping-pong.ts";
import type { RegionCode } from "./region.ts";
import { DAY } from "./time.ts";
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

/** How it came to be known: an alert, 12345, a grid worker, a telephone, an authority's signal, or a post that saw it itself. */
export const SOURCES = ["alert", "hotline", "grid", "phone", "warning", "hand"] as const;
export type IncidentSource = (typeof SOURCES)[number];

/** Not looked at again later than this after its close (governance a7). */
export const REOPENED_WITHIN_MS = 7 * DAY;
/** How often it may be set aside for a time (governance a7). */
export const MOST_SUSPENSIONS = 1;
/** A suspension ends on a day that somebody has named, no farther ahead than the longest order runs. */
export const LONGEST_SUSPENSION_MS = 90 * DAY;

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
  /** Absent when nobody said: not known. */
  readonly source?: IncidentSource;
  /** The authority's signal that it came of. */
  readonly warning?: string;
  /** What came of it, as far as it was said. */
  readonly consequence?: Consequence;
  /** What the law's table made of that when it was graded; a lighter `grade` beside it has its reason in the log. */
  readonly byTable?: GradeByTable;
  readonly escalated: boolean;
  /** The region that it was last escalated to (提级). */
  readonly escalatedTo?: RegionCode;
  readonly mergedInto?: string;
  readonly merged?: readonly string[];
  /** The last suspension, also when it is over, and how many there were. */
  readonly suspended?: { readonly until: string; readonly times: number };
  readonly transfers?: readonly TransferTold[];
  readonly closedAt?: string;
  /** From which region it was closed: who evaluates it sits above. */
  readonly closedFrom?: RegionCode;
  /** By when it must be evaluated; absent where it need not. */
  readonly evaluateBy?: string;
  readonly evaluation?: { readonly score: number; readonly text: string; readonly by: string; readonly at: string };
  readonly tasks: readonly string[];
  /** How far its limits have been passed that run now, and how many were missed in a row. */
  readonly limits?: LimitsPassed;
  readonly missed?: number;
  /** What was done, in order: kind, who, when, words. */
  readonly log: readonly IncidentStep[];
}
export interface TransferTold extends Transfer {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  /** To whom it would have come back (推诿): it went to the common superior instead, unless that ordered it so. */
  readonly cameBack?: RegionCode;
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
  /** The other incident of a merge. */
  readonly incident?: string;
  /** When it happened, where it was told later; RFC 3339. */
  readonly occurredAt?: string;
  /** Told so much later that it must be said (补报). */
  readonly isLate?: true;
  /** Where it went: of a transfer, of an escalation. */
  readonly region?: RegionCode;
  /** Who agreed, where two must. */
  readonly confirmedBy?: string;
}

const OVER: ReadonlySet<IncidentState> = new Set(["closed", "evaluated", "rejected", "merged", "cancelled"]);
/** Nobody is expected to do anything about it any more. */
export const isIncidentOver = (state: IncidentState): boolean => OVER.has(state);

/** Moves of an incident; `dispatched`, `tasksDone` and `checkFailed` follow from tasks, the others are commands. Some leave it where it is. */
export type IncidentMove =
  | "verify" | "grade" | "dispatched" | "tasksDone" | "checkFailed" | "close"
  | "reject" | "merge" | "suspend" | "resume" | "reopen" | "cancel" | "evaluate" | "update" | "escalate" | "transfer";

type Moves = Partial<Record<IncidentMove, IncidentState>>;
/** As long as nobody is done with it. */
const open = (state: IncidentState): Moves => ({ update: state, escalate: state, cancel: "cancelled" });
/** Before anybody was sent, it may still be somebody else's. */
const unsent = (state: IncidentState): Moves => ({ ...open(state), merge: "merged", transfer: state });
const MOVES: Readonly<Partial<Record<IncidentState, Moves>>> = {
  detected: { verify: "verified", reject: "rejected", ...unsent("detected") },
  pending: { verify: "verified", reject: "rejected", ...unsent("pending") },
  verified: { grade: "graded", ...unsent("verified") },
  graded: { dispatched: "handling", ...unsent("graded") },
  handling: { dispatched: "handling", tasksDone: "checking", merge: "merged", suspend: "suspended", ...open("handling") },
  suspended: { resume: "handling", ...open("suspended") },
  checking: { dispatched: "handling", checkFailed: "handling", close: "closed", merge: "merged", ...open("checking") },
  closed: { reopen: "handling", evaluate: "evaluated" },
};
/** Where a move leads, or undefined when it is not legal there. */
export const moveIncident = (state: IncidentState, move: IncidentMove): IncidentState | undefined => MOVES[state]?.[move];

/** The command of each move that people make, in the order in which they are named. */
const COMMAND_OF = {
  verify: "incident.verify", grade: "incident.grade", dispatched: "task.dispatch", close: "incident.close", reject: "incident.reject", merge: "incident.merge",
  suspend: "incident.suspend", resume: "incident.resume", reopen: "incident.reopen", evaluate: "incident.evaluate", update: "incident.update", transfer: "incident.transfer",
  escalate: "incident.escalate", cancel: "incident.cancel",
} as const satisfies Readonly<Partial<Record<IncidentMove, string>>>;
/** Command kinds that are legal on an incident now, for `details.legal` and for the console's buttons. */
export const legalOnIncident = (state: IncidentState): string[] =>
  (Object.entries(COMMAND_OF) as [IncidentMove, string][]).flatMap(([move, kind]) => (moveIncident(state, move) ? [kind] : []));
