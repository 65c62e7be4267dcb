import type { CommandData } from "../../model/command.ts";
import type { Decision } from "../../model/decision.ts";
import type { Asking } from "./asking.ts";
import { draftOf } from "./incident-commands.ts";
import { checkDeadline } from "./orders.ts";
import { commandedTask, movable } from "./task-commands.ts";

/** A reminder to the unit (催办). */
export function remind(asking: Asking, { task: id, text }: CommandData<"task.remind">): Decision {
  asking.right("withdraw");
  const { task, incident } = commandedTask(asking, id);
  movable(task, "remind", "task.remind");
  return { drafts: [draftOf("task.remind", asking, incident.region, { task: id, ...(text !== undefined && { text }) })], result: { task: id } };
}

/** Its leader is to explain, by a new deadline where one is given (督办). */
export function supervise(asking: Asking, { task: id, text, deadline }: CommandData<"task.supervise">): Decision {
  asking.right("supervise");
  const { task, incident } = commandedTask(asking, id);
  movable(task, "supervise", "task.supervise");
  if (deadline !== undefined) checkDeadline(asking, incident, "deadline", deadline);
  const to = asking.needs.unit(task.unit)?.region ?? incident.region;
  return { drafts: [draftOf("task.supervise", asking, incident.region, { task: id, text, to, ...(deadline !== undefined && { deadline }) })], result: { task: id, to } };
}
