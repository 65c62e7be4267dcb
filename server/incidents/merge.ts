import type { CommandData } from "../../model/command.ts";
import type { Decision } from "../../model/decision.ts";
import type { Draft } from "../../model/journal.ts";
import { isIncidentOver, moveIncident } from "../../model/incident.ts";
import { areTasksSettled } from "../../model/task.ts";
import { guardOnIncident, illegalIncident, type Asking } from "./asking.ts";
import { draftOf, movable, one } from "./incident-commands.ts";
import { withOrders } from "./with-orders.ts";

/** Two reports of one thing (并案). Its orders go along, and so do its alerts; what was taken back stays where it was. */
export function merge(asking: Asking, { incident: id, into, reason }: CommandData<"incident.merge">): Decision {
  asking.right("verify");
  const incident = asking.incident(id);
  const target = asking.incident(into);
  movable(asking, id, "merge", "incident.merge");
  if (target.id === id) throw guardOnIncident(incident, `Incident ${id} is merged into another, not into itself.`);
  if (isIncidentOver(target.state)) throw illegalIncident(target, "incident.merge");
  const come = asking.tasksOf(incident).filter(({ state }) => state !== "withdrawn");
  // Orders are about something that somebody has graded; what is suspended is worked on by nobody.
  if (come.length > 0 && !moveIncident(target.state, "dispatched"))
    throw guardOnIncident(target, `${come.length} orders of ${id} would go along to ${into}, which is ${target.state}: orders need one that is graded and not suspended. Bring it there first, or merge it into ${id}.`);
  const decision = one("incident.merge", asking, incident, { into, reason, tasks: come.map((task) => task.id) });
  const state = withOrders(target.state, come);
  const isSettled = moveIncident(state, "tasksDone") && come.length > 0 && areTasksSettled([...asking.tasksOf(target), ...come].map((task) => task.state));
  return {
    drafts: [
      ...decision.drafts,
      // The alerts' own fold sets the link, as it does after a report.
      ...asking.needs.alertsOf(id).map((alert): Draft => ({ kind: "alert.linked", actor: asking.actor.account, region: asking.needs.alert(alert)?.region ?? incident.region, body: { alert, incident: into } })),
      ...(isSettled ? [draftOf("incident.checking", asking, target.region, { incident: into })] : []),
    ],
    result: { incident: id, into, tasks: come.map((task) => task.id) },
  };
}
