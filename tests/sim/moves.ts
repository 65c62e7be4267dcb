import type { AlertState } from "../../model/alert.ts";
import type { IncidentState } from "../../model/incident.ts";
import type { TaskState } from "../../model/task.ts";

// Written out once more, apart from the tables of the model: one of two that differ is wrong.
const OPEN = ["unacknowledged", "acknowledged", "returned"] as const;
const COVERED = ["shelved", "suppressed", "outOfService"] as const;
const ANY = [...OPEN, ...COVERED];
const PROCESS = [...OPEN, "closed"] as const;
type Pairs<S extends string> = readonly (readonly [from: readonly (S | "none")[], to: readonly S[]])[];

/** What an entry of a kind may do to the state of an alert; besides, it may leave it. */
export const ALERT_MOVES: Readonly<Record<string, Pairs<AlertState>>> = {
  "alert.raised": [[["none"], ["unacknowledged", "suppressed"]]],
  "alert.exceeded": [[["acknowledged", "returned", "shelved", "suppressed"], ["unacknowledged"]]],
  "alert.cleared": [[["unacknowledged"], ["returned"]], [["acknowledged"], ["closed"]]],
  "alert.settled": [[["unacknowledged"], ["returned"]], [["acknowledged"], ["closed"]]],
  "alert.acknowledged": [[["unacknowledged"], ["acknowledged"]], [["returned"], ["closed"]]],
  "alert.unacknowledged": [[["acknowledged"], ["unacknowledged"]]],
  "alert.shelved": [[OPEN, ["shelved"]]],
  "alert.unshelved": [[["shelved"], PROCESS]],
  "alert.suppressed": [[OPEN, ["suppressed"]]],
  "alert.released": [[["suppressed"], PROCESS]],
  "alert.takenOut": [[[...OPEN, "shelved", "suppressed"], ["outOfService"]]],
  "alert.putBack": [[["outOfService"], PROCESS]],
  "alert.closed": [[ANY, ["closed"]]],
};
export const ALERT_ENDS: readonly AlertState[] = ["closed"];

const UNSENT = ["detected", "pending", "verified", "graded"] as const;
const WORKED = ["handling", "checking", "suspended"] as const;
/** Tasks move their incident in the same commit: of those it is asked for the kinds that may. */
export const INCIDENT_MOVES: Readonly<Record<string, Pairs<IncidentState>>> = {
  "incident.report": [[["none"], ["pending"]]],
  "incident.verify": [[["detected", "pending"], ["verified"]]],
  "incident.grade": [[["verified"], ["graded"]]],
  "incident.checking": [[["handling"], ["checking"]]],
  "incident.close": [[["checking"], ["closed"]]],
  "incident.reject": [[["detected", "pending"], ["rejected"]]],
  "incident.merge": [[[...UNSENT, "handling", "checking"], ["merged"]], [["graded", "checking"], ["handling"]]],
  "incident.suspend": [[["handling"], ["suspended"]]],
  "incident.resume": [[["suspended"], ["handling"]]],
  "incident.cancel": [[[...UNSENT, ...WORKED], ["cancelled"]]],
  "incident.reopen": [[["closed"], ["handling"]]],
  "incident.evaluate": [[["closed"], ["evaluated"]]],
  "task.dispatch": [[["graded", "checking"], ["handling"]]],
  "task.check": [[["checking"], ["handling"]]],
};
export const INCIDENT_ENDS: readonly IncidentState[] = ["evaluated", "rejected", "merged", "cancelled"];

export const TASK_MOVES: Readonly<Record<string, Pairs<TaskState>>> = {
  "task.dispatch": [[["none"], ["dispatched"]]],
  "task.accept": [[["dispatched"], ["accepted"]]],
  "task.arrive": [[["accepted"], ["onScene"]]],
  "task.report": [[["onScene"], ["handling"]]],
  "task.finish": [[["handling"], ["finished"]]],
  "task.check": [[["finished"], ["closed", "handling"]]],
  "task.return": [[["dispatched"], ["returned"]]],
  "task.withdraw": [[["dispatched", "accepted", "onScene", "handling", "returned"], ["withdrawn"]]],
};
export const TASK_ENDS: readonly TaskState[] = ["closed", "withdrawn"];

export const mayMove = <S extends string>(moves: Readonly<Record<string, Pairs<S>>>, kind: string, from: S | undefined, to: S): boolean =>
  from === to || (moves[kind] ?? []).some(([before, after]) => before.includes(from ?? "none") && after.includes(to));
