import type { Task } from "../../../model/task.ts";
import { parseTime } from "../../../model/time.ts";

/** The five receipts of an order (收应办), in the order in which they can come. */
export const STEPS = ["sent", "accepted", "arrived", "finished", "checked"] as const;
export type Step = (typeof STEPS)[number];
const KIND: Readonly<Record<Step, RegExp>> = {
  sent: /dispatch/, accepted: /accept/, arrived: /arrive/, finished: /finish/, checked: /check|pass|closed/,
};

/** When each receipt came, epoch ms; null where it is still awaited. A failed check takes the finish back. */
export function receipts(task: Task): Readonly<Record<Step, number | null>> {
  const at: Record<Step, number | null> = { sent: parseTime(task.dispatchedAt), accepted: null, arrived: null, finished: null, checked: null };
  for (const entry of task.log) for (const step of STEPS.slice(1)) if (KIND[step].test(entry.kind)) at[step] = parseTime(entry.at);
  if (task.state !== "closed") at.checked = null;
  if (task.state !== "finished" && task.state !== "closed") at.finished = null;
  return at;
}

const DONE: readonly Task["state"][] = ["finished", "closed", "withdrawn"];
/** Awaited of the unit first, the most urgent deadline on top; then what waits for its check, then what is over, the newest first. */
export function byUrgency<T extends Task>(tasks: Iterable<T>): T[] {
  return [...tasks].sort((a, b) => {
    const [stageA, stageB] = [stage(a), stage(b)];
    if (stageA !== stageB) return stageA - stageB;
    if (stageA > 0) return a.dispatchedAt < b.dispatchedAt ? 1 : -1;
    return (parseTime(a.deadline) ?? 0) - (parseTime(b.deadline) ?? 0) || (a.id < b.id ? -1 : 1);
  });
}
const stage = (task: Task): number => (isAwaited(task) ? 0 : task.state === "finished" ? 1 : 2);
export const isAwaited = (task: Task): boolean => !DONE.includes(task.state);
