import type { Entry } from "../../../model/journal.ts";
import type { LimitName } from "../../../model/limit.ts";
import type { Incident } from "../../../model/incident.ts";
import type { RestingMap } from "../../../model/resting-map.ts";
import type { Task } from "../../../model/task.ts";
import { endedBy, isInRow } from "../limit-course.ts";

type Limited = Pick<Task & Incident, "limits" | "missed">;
interface Held {
  readonly incidents: RestingMap<Incident>;
  readonly tasks: RestingMap<Task>;
}

/** What an entry ends is passed no more; a limit that was kept ends the row of those that were not. */
export function endLimits(standing: Held, { kind, body }: Entry): void {
  const ended = kind === "task.dispatch" ? (["dispatch"] as const) : endedBy(kind);
  if (ended.length === 0) return;
  const { incident, task } = body as { readonly incident?: string; readonly task?: string };
  const [tasks, incidents] = [standing.tasks, standing.incidents];
  const byTask = kind !== "task.dispatch" && task !== undefined;
  if (byTask && tasks.has(task)) tasks.set(task, without(tasks.get(task)!, ended));
  if (!byTask && incident !== undefined && incidents.has(incident)) incidents.set(incident, without(incidents.get(incident)!, ended));
}
function without<T extends Limited>(of: T, ended: readonly LimitName[]): T {
  const { limits = {}, missed, ...rest } = of;
  const left = Object.fromEntries(Object.entries(limits).filter(([limit]) => !ended.includes(limit as LimitName)));
  const isKept = ended.some((limit) => isInRow(limit)) && !ended.some((limit) => isInRow(limit) && (limits[limit] ?? 0) >= 100);
  return { ...(rest as T), ...(Object.keys(left).length > 0 && { limits: left }), ...(missed !== undefined && !isKept && { missed }) };
}
