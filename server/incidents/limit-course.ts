import type { LimitName } from "../../model/limit.ts";
import type { Incident } from "../../model/incident.ts";
import { areTasksSettled, type Task } from "../../model/task.ts";
import type { EntryKind } from "./entries.ts";

/** Limits of an order, and of an incident before anybody was sent. */
const OF_TASK: readonly LimitName[] = ["accept", "arrive", "report", "deadline", "return", "check"];
const OF_INCIDENT: readonly LimitName[] = ["verify", "grade", "dispatch", "takeOver"];

/** Which limits an entry ends, of the thing that it is about. */
const ENDS: Readonly<Partial<Record<EntryKind, readonly LimitName[]>>> = {
  "incident.verify": ["verify"], "incident.grade": ["grade"], "incident.reject": OF_INCIDENT, "incident.merge": OF_INCIDENT, "incident.cancel": OF_INCIDENT, "incident.close": OF_INCIDENT,
  "incident.suspend": OF_INCIDENT, "incident.transfer": ["verify", "grade", "dispatch"],
  "task.accept": ["accept"], "task.arrive": ["arrive"], "task.report": ["report"], "task.finish": ["report", "deadline"], "task.check": ["check"], "task.return": ["accept", "deadline"], "task.withdraw": OF_TASK,
};
export const endedBy = (kind: string): readonly LimitName[] => ENDS[kind as EntryKind] ?? [];
export const limitsOfTask = OF_TASK;

/** These run beside the others: missing them is not missing the next of a row. */
export const isInRow = (limit: LimitName): boolean => limit !== "deadline" && limit !== "takeOver";
/** What is awaited of the unit: it is reminded, and its leader asked. */
export const isOfUnit = (limit: LimitName): boolean => limit === "accept" || limit === "arrive" || limit === "report" || limit === "deadline";

/** The limits that run of an order as it stands. */
export function runningOf({ state }: Pick<Task, "state">): readonly LimitName[] {
  switch (state) {
    case "dispatched": return ["accept", "deadline"];
    case "accepted": return ["arrive", "deadline"];
    case "onScene": case "handling": return ["report", "deadline"];
    case "returned": return ["return"];
    case "finished": return ["check"];
    default: return [];
  }
}
/** Somebody has an order of it that is neither done nor taken back. */
export const isOrdered = ({ tasks }: Pick<Incident, "tasks">, standing: { readonly tasks: Pick<ReadonlyMap<string, Task>, "get"> }): boolean => !areTasksSettled(tasks.flatMap((id) => standing.tasks.get(id)?.state ?? []));
/** The limit that runs of an incident as it stands. */
export function runningOn({ state }: Pick<Incident, "state">, hasOrders: boolean): readonly LimitName[] {
  if (state === "detected" || state === "pending") return ["verify"];
  if (state === "verified") return ["grade"];
  return state === "graded" || (state === "handling" && !hasOrders) ? ["dispatch"] : [];
}
