import type { TaskRecord } from "../../model/records.ts";
import type { Task } from "../../model/task.ts";
import type { FrameRecord } from "../../model/wire/frame.ts";
import { shown } from "./newest.ts";
import { isOwn, seesTask } from "./sees.ts";
import type { Audience, Shelves } from "./shelves.ts";

/** The orders of a region, the latest first; a unit is told of its own alone. */
export function taskRecords(region: string, { viewer, unit }: Audience, shelves: Shelves): FrameRecord[] {
  const seen = [...shelves.incidents.tasks()].filter((t) => (unit === undefined || isOwn(t, unit)) && seesTask(t, region, viewer, shelves));
  return shown(seen, (t) => t.state === "closed" || t.state === "withdrawn", (t) => t.dispatchedAt).map((t) => ({ id: t.id, record: namedTask(t, shelves) }));
}

const namedTask = (task: Task, { catalog, incidents }: Shelves): TaskRecord => {
  const incident = incidents.incident(task.incident);
  return {
    ...task,
    unitName: catalog.unit(task.unit)?.name ?? task.unit,
    incidentTitle: incident?.title ?? "",
    regionName: catalog.regions.find(incident?.region ?? "")?.name ?? "",
  };
};
