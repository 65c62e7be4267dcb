import { moveTask, type Task, type TaskMove, type TaskState } from "../../model/task.ts";
import { formatTime } from "../../model/time.ts";

/** What a unit tells of its order (事实). Facts wait in the device; what is decided (accept, return, difficulty) never does. */
export type FactKind = "task.arrive" | "task.report" | "task.finish" | "task.note" | "task.delivered" | "task.seen";
export interface FactData {
  readonly task: string;
  readonly text?: string;
  readonly point?: readonly [number, number];
  readonly file?: string;
  readonly steps?: readonly number[];
}
/** A photo as it waits: bytes, for a file on a phone may be gone by the time it is sent. */
export interface Picture {
  readonly bytes: ArrayBuffer;
  readonly type: string;
  readonly name: string;
}
/** Why the server did not take a fact. */
export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}
export interface Fact {
  /** Of the command; made when the fact is noted, so that it is one fact however often it is sent. */
  readonly id: string;
  readonly order: number;
  readonly account: string;
  readonly situation: string;
  readonly kind: FactKind;
  readonly data: FactData;
  /** Server time, epoch ms. */
  readonly notedAt: number;
  /** Goes before its fact. */
  readonly picture?: Picture;
  /** It was once tried in vain. */
  readonly hasWaited?: true;
  readonly refused?: Refused;
}

/** Told by the page itself; nobody waits for them and nobody counts them. */
export const isByItself = ({ kind }: Pick<Fact, "kind">): boolean => kind === "task.delivered" || kind === "task.seen";

/** The body of its POST: the same to the byte each time. Without `notAfter`: what has happened stays true. */
export function bodyOf(fact: Fact): string {
  const { id, kind, situation, data, notedAt } = fact;
  return JSON.stringify({ id, kind, situation, data: isByItself(fact) ? { task: data.task } : { ...data, occurredAt: formatTime(notedAt) } });
}

const MOVE: Readonly<Partial<Record<FactKind, TaskMove>>> = { "task.arrive": "arrive", "task.report": "report", "task.finish": "finish" };
const FROM_THE_SCENE_ON = ["onScene", "handling", "finished", "closed"] as const;
const REACHED: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  "task.arrive": FROM_THE_SCENE_ON, "task.report": FROM_THE_SCENE_ON.slice(1), "task.finish": FROM_THE_SCENE_ON.slice(2),
};
/** The order stands where the fact would have led, or beyond: it has been told before. */
export const isReached = (kind: FactKind, state: unknown): boolean => typeof state === "string" && REACHED[kind]?.includes(state) === true;

/** Where an order stands once all of these facts have been told: what its unit is asked next. */
export const stateAfter = (task: Pick<Task, "id" | "state">, facts: Iterable<{ readonly kind: FactKind; readonly data: Pick<FactData, "task"> }>): TaskState => {
  let { state } = task;
  for (const { kind, data } of facts) {
    const move = data.task === task.id ? MOVE[kind] : undefined;
    state = (move && moveTask(state, move)) ?? state;
  }
  return state;
};
