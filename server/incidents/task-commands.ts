import type { CommandData } from "../../model/command.ts";
import type { Decision } from "../../model/decision.ts";
import type { Draft } from "../../model/journal.ts";
import { moveIncident, type Incident } from "../../model/incident.ts";
import { areTasksSettled, moveTask, type Task, type TaskMove } from "../../model/task.ts";
import { awayFrom } from "./away.ts";
import { guardOnTask, illegalTask, notFound, type Asking } from "./asking.ts";
import { RECEIPTS } from "./entries.ts";
import { draftOf } from "./incident-commands.ts";
import { checkOccurred, checkSteps } from "./occurred.ts";

/** Accept, arrive, report, finish: the unit's own receipts. */
export function receive(asking: Asking, kind: keyof typeof RECEIPTS, data: CommandData<"task.report">): Decision {
  const { task, incident } = ownTask(asking, data.task);
  movable(task, RECEIPTS[kind], kind);
  if (kind === "task.arrive" && !data.point && data.file === undefined)
    throw guardOnTask(task, `Arriving needs a point or a file: without one nobody can check it.`);
  checkOccurred(asking, task, data.occurredAt);
  checkSteps(task, data.steps);
  asking.file(data.file);
  const awayKm = data.point && awayFrom(asking.needs, incident.region, data.point);
  return { drafts: [draftOf(kind, asking, incident.region, { ...data, ...(awayKm !== undefined && { awayKm }) })], result: { task: task.id } };
}

export function giveBack(asking: Asking, { task: id, reason, propose }: CommandData<"task.return">): Decision {
  const { task, incident } = ownTask(asking, id);
  movable(task, "return", "task.return");
  if (propose !== undefined && !asking.needs.unit(propose)) throw notFound("unit", propose);
  const before = incident.tasks.find((other) => other !== id && asking.standing.tasks.get(other)?.unit === task.unit && hasReturned(asking.standing.tasks.get(other)!));
  if (before)
    throw guardOnTask(task, `${task.unit} has already returned ${before} of this incident, and may do so once. Accept it, or report the difficulty: the common superior decides.`);
  const draft = draftOf("task.return", asking, incident.region, { task: id, reason, ...(propose !== undefined && { propose }) });
  return { drafts: [draft, ...settling(asking, incident, task, "return")], result: { task: id } };
}

export function difficulty(asking: Asking, { task: id, text }: CommandData<"task.difficulty">): Decision {
  const { task, incident } = ownTask(asking, id);
  movable(task, "difficulty", "task.difficulty");
  return { drafts: [draftOf("task.difficulty", asking, incident.region, { task: id, text })], result: { task: id } };
}

export function check(asking: Asking, { task: id, passed, text }: CommandData<"task.check">): Decision {
  asking.right("check");
  const { task, incident } = commandedTask(asking, id);
  asking.notOwn(task);
  const move = passed ? "pass" : "fail";
  movable(task, move, "task.check");
  const draft = draftOf("task.check", asking, incident.region, { task: id, passed, text });
  return { drafts: [draft, ...settling(asking, incident, task, move)], result: { task: id } };
}

export function withdraw(asking: Asking, { task: id, reason }: CommandData<"task.withdraw">): Decision {
  asking.right("withdraw");
  const { task, incident } = commandedTask(asking, id);
  if (!asking.within(task.dispatchedFrom)) asking.noRight(`takes back an order of ${task.dispatchedFrom}, which stands above ${asking.actor.region}`);
  movable(task, "withdraw", "task.withdraw");
  const draft = draftOf("task.withdraw", asking, incident.region, { task: id, reason });
  return { drafts: [draft, ...settling(asking, incident, task, "withdraw")], result: { task: id } };
}

/** A task that the asker's own unit was ordered to do. */
export function ownTask(asking: Asking, id: string): { task: Task; incident: Incident } {
  asking.right("handle");
  const found = asking.task(id);
  if (found.task.unit !== asking.actor.unit) asking.noRight(`answers for ${found.task.unit}, and you are of ${asking.actor.unit ?? "no unit"}`);
  return found;
}

/** A task of an incident in the asker's region: those who only lend the unit, or got a copy, do not command it. */
export function commandedTask(asking: Asking, id: string): { task: Task; incident: Incident } {
  const found = asking.task(id);
  if (!asking.within(found.incident.region)) asking.noRight(`judges an order about ${found.incident.region}, outside ${asking.actor.region}`);
  return found;
}

export function movable(task: Task, move: TaskMove, kind: string): void {
  if (!moveTask(task.state, move)) throw illegalTask(task, kind);
}

const hasReturned = (task: Task): boolean => task.log.some((step) => step.kind === "task.return");

/** The incident goes to its check in the same decision as the last of its tasks. */
function settling(asking: Asking, incident: Incident, moved: Task, move: TaskMove): Draft[] {
  const states = incident.tasks.map((id) => (id === moved.id ? moveTask(moved.state, move)! : asking.standing.tasks.get(id)!.state));
  if (!moveIncident(incident.state, "tasksDone") || !areTasksSettled(states)) return [];
  return [draftOf("incident.checking", asking, incident.region, { incident: incident.id })];
}
