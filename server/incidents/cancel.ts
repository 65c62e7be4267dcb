import type { CommandData } from "../../model/command.ts";
import type { Decision } from "../../model/decision.ts";
import type { NeedsSecond } from "../../model/second-person.ts";
import { moveTask } from "../../model/task.ts";
import type { Asking } from "./asking.ts";
import { rightToGrade } from "./grade.ts";
import { draftOf, movable, one } from "./incident-commands.ts";
import { noSuspension } from "./suspension.ts";

/** A false alarm (误报撤销), by who may set its grade and a second person. What is ordered is taken back with it; what a unit has finished is still checked. */
export function cancel(asking: Asking, { incident: id, reason }: CommandData<"incident.cancel">): Decision & { readonly second?: NeedsSecond } {
  asking.right("grade4");
  const { grade } = asking.incident(id);
  asking.right(rightToGrade(grade));
  const orders = asking.tasksOf(asking.incident(id)).filter((task) => moveTask(task.state, "withdraw"));
  for (const { id: task, dispatchedFrom } of orders) if (!asking.within(dispatchedFrom)) asking.noRight(`takes back order ${task} of ${dispatchedFrom}, which stands above ${asking.actor.region}`);
  const incident = movable(asking, id, "cancel", "incident.cancel");
  const { region } = incident;
  if (asking.confirmedBy === undefined) return { drafts: [], result: {}, second: { about: `incident ${id}`, region, right: "second", data: { incident: id, reason } } };
  const decision = one("incident.cancel", asking, incident, { reason, confirmedBy: asking.confirmedBy });
  return {
    drafts: [...decision.drafts, ...orders.map(({ id: task }) => draftOf("task.withdraw", asking, region, { task, reason }))],
    result: { ...decision.result, withdrawn: orders.map((task) => task.id) },
    ...noSuspension(asking, id),
  };
}
