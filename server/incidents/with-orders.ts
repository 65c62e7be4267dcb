import { moveIncident, type IncidentState } from "../../model/incident.ts";
import { areTasksSettled, type Task } from "../../model/task.ts";

/** Where an incident stands once orders have come to it from another: what is only to be checked is handled again when one of them is still to be done. */
export const withOrders = (state: IncidentState, come: readonly Pick<Task, "state">[]): IncidentState =>
  come.length > 0 && (state === "graded" || !areTasksSettled(come.map((task) => task.state))) ? (moveIncident(state, "dispatched") ?? state) : state;
