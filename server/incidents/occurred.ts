import { Problem } from "../../model/problem.ts";
import type { Task } from "../../model/task.ts";
import { formatTime, MINUTE, parseTime } from "../../model/time.ts";
import { guardOnTask, type Asking } from "./asking.ts";

/** A telephone's clock may differ from ours by this much; what is told later than that is told afterwards (补报). */
export const APART_MS = 2 * MINUTE;

/** What is told afterwards happened since the unit's step before, and not in the future. @throws Problem bad_time */
export function checkOccurred(asking: Asking, task: Task, occurredAt: string | undefined): void {
  if (occurredAt === undefined) return;
  const at = asking.time("occurredAt", occurredAt);
  const { ladder = {} } = task;
  const since = ladder.finished ?? ladder.handling ?? ladder.arrived ?? ladder.accepted ?? task.dispatchedAt;
  if (at > asking.now + APART_MS) throw new Problem("bad_time", `occurredAt "${occurredAt}" lies in the future; it is ${formatTime(asking.now)}. Tell what has happened, or leave it out.`);
  if (at < parseTime(since)! - APART_MS) throw new Problem("bad_time", `occurredAt "${occurredAt}" lies before the order's last step, at ${since}. Look at the clock of the device, or leave it out.`);
}
/** @throws Problem guard where the order has no such step */
export function checkSteps(task: Task, steps: readonly number[] | undefined): void {
  const count = task.steps?.length ?? 0;
  const beyond = steps?.find((step) => step >= count);
  if (beyond !== undefined) throw guardOnTask(task, `Step ${beyond} is not one of the order's ${count} (counted from 0).`);
}
