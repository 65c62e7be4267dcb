import type { TaskRecord } from "../../model/records.ts";
import type { TaskState } from "../../model/task.ts";

/** What a unit decides about its order (决定): never kept in the device and sent later. */
export type DecisionKind = "task.accept" | "task.return" | "task.difficulty";
/** A decision that did not go through, and how its order stood then. */
export interface Unsent {
  readonly kind: DecisionKind;
  readonly task: string;
  readonly state: TaskState;
  /** Of the order's newest entry that the page knew. */
  readonly seq: number;
}
type Seen = Pick<TaskRecord, "id"> & { readonly log: readonly { readonly seq: number; readonly kind: string }[] };

export const unsentOf = (kind: DecisionKind, { id, log }: Seen, state: TaskState): Unsent => ({ kind, task: id, state, seq: log.at(-1)?.seq ?? 0 });
/** It has been done after all (here, on another device, or by a try whose answer was lost), or the order has gone on and asks something else. */
export const isOver = ({ kind, task, state, seq }: Unsent, order: Seen, stateNow: TaskState): boolean =>
  order.id !== task || stateNow !== state || order.log.some((step) => step.seq > seq && step.kind === kind);
