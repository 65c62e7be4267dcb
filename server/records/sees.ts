import type { Incident } from "../../model/incident.ts";
import type { Task } from "../../model/task.ts";
import type { Shelves, Viewer } from "./shelves.ts";

const isSensitive = (incident: Incident | undefined, { catalog }: Shelves): boolean => !incident || (catalog.incidentType(incident.type)?.class ?? "sensitive") === "sensitive";

/** An incident is seen from where it is. */
export function seesIncident(incident: Incident, region: string, viewer: Viewer, shelves: Shelves): boolean {
  return shelves.isWithin(incident.region, region) && !(viewer === "display" && isSensitive(incident, shelves));
}
/** A task is seen from where its incident is and from where its unit is. */
export function seesTask(task: Task, region: string, viewer: Viewer, shelves: Shelves): boolean {
  const incident = shelves.incidents.incident(task.incident);
  if (viewer === "display" && isSensitive(incident, shelves)) return false;
  return shelves.isWithin(incident?.region ?? "", region) || shelves.isWithin(shelves.catalog.unit(task.unit)?.region ?? "", region);
}
/** Whether an order is one to that unit. */
export const isOwn = (task: Task | undefined, unit: string): boolean => task?.unit === unit;
