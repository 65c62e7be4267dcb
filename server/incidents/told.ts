import type { CommandData } from "../../model/command.ts";
import type { Decision } from "../../model/decision.ts";
import type { Asking } from "./asking.ts";
import { awayFrom } from "./away.ts";
import { draftOf } from "./incident-commands.ts";
import { checkOccurred } from "./occurred.ts";
import { ownTask } from "./task-commands.ts";

/** 送达 and 已读 move nothing; told again, or when the unit has gone further, they write nothing. */
export function reached(asking: Asking, kind: "task.delivered" | "task.seen", { task: id }: CommandData<"task.seen">): Decision {
  const { task, incident } = ownTask(asking, id);
  const rung = kind === "task.seen" ? "seen" : "delivered";
  const isNews = task.state === "dispatched" && task.ladder?.[rung] === undefined;
  return { drafts: isNews ? [draftOf(kind, asking, incident.region, { task: id })] : [], result: { task: id } };
}

/** A word of the unit about its order, also about one that was taken back: what was seen is kept. */
export function note(asking: Asking, { task: id, ...said }: CommandData<"task.note">): Decision {
  const { task, incident } = ownTask(asking, id);
  checkOccurred(asking, task, said.occurredAt);
  asking.file(said.file);
  const awayKm = said.point && awayFrom(asking.needs, incident.region, said.point);
  return { drafts: [draftOf("task.note", asking, incident.region, { task: id, ...said, ...(awayKm !== undefined && { awayKm }) })], result: { task: id } };
}
