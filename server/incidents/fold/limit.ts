import { LIMIT_WORDS } from "../../../model/limit.ts";
import type { Incident } from "../../../model/incident.ts";
import type { Task } from "../../../model/task.ts";
import { isInRow, isOfUnit } from "../limit-course.ts";
import type { Folds } from "./standing.ts";

type Limited = Pick<Task & Incident, "limits" | "missed">;

/** A step of a limit was passed: it stands on the thing until the limit ends. What nobody else is told of is told in the log. */
export const LIMIT_FOLDS: Pick<Folds, "limit.passed"> = {
  "limit.passed"(standing, entry, { incident, task: id, limit, percent }) {
    const passed = <T extends Limited>(of: T): T => ({ ...of, limits: { ...of.limits, [limit]: percent }, ...(percent === 100 && isInRow(limit) && { missed: (of.missed ?? 0) + 1 }) });
    const task = id === undefined ? undefined : standing.tasks.get(id);
    if (task) standing.tasks.set(task.id, passed(task));
    const of = standing.incidents.get(incident);
    if (!task && of) standing.incidents.set(incident, passed(of));
    if (!isOfUnit(limit)) standing.note(incident, entry, { text: `限时“${LIMIT_WORDS[limit].zh}”已过${percent}%`, ...(id !== undefined && { task: id }) });
  },
};
