import type { Cell } from "../../model/sample.ts";
import { MINUTE } from "../../model/time.ts";
import type { Severity } from "../../model/words.ts";

/**
 * How a place stands that must be called (叫应): every one of its towns answered, some may still, the limit has passed, its source is lost,
 * nothing was ever reported, or no level stands there and nobody is called. Exactly one of them holds.
 */
export const CALL_STATES = ["overdue", "cut", "unreported", "waiting", "answered", "calm"] as const;
export type CallState = (typeof CALL_STATES)[number];

/** Minutes within which all must have answered, by the level that stands (VISUAL §10). */
export const CALL_LIMIT_MIN: Readonly<Record<Severity, number>> = { 1: 5, 2: 10, 3: 15, 4: 30 };

/** The highest level that stands at a place, and since when, epoch ms on the situation's clock. */
export interface Standing {
  readonly level: Severity;
  readonly since: number;
}
export interface Called {
  readonly state: CallState;
  /** Left of the limit, or beyond it. */
  readonly minutes?: number;
}
type Answer = Pick<Cell, "value" | "state" | "observedAt" | "coverage">;

/**
 * @param answer the share that answered, in percent; undefined = there is no such number
 * @param intervalMs the number stands for so long from its own time on
 */
export function calledAt(standing: Standing | undefined, answer: Answer | undefined, now: number, intervalMs: number): Called {
  if (!standing) return { state: "calm" };
  if (!answer || answer.state === "never" || (answer.observedAt === null && answer.state !== "down")) return { state: "unreported" };
  if (answer.state === "down") return { state: "cut" };
  if (hasAnswered(answer, standing.since, intervalMs)) return { state: "answered" };
  const left = standing.since + CALL_LIMIT_MIN[standing.level] * MINUTE - now;
  return { state: left >= 0 ? "waiting" : "overdue", minutes: Math.ceil(Math.abs(left) / MINUTE) };
}
/** All of them, and of this call: what was answered before the level came is no answer to it. */
export const hasAnswered = ({ value, observedAt, coverage }: Omit<Answer, "state">, since: number, intervalMs: number): boolean =>
  value !== null && value >= 100 && coverage.have >= coverage.of && observedAt !== null && observedAt + intervalMs >= since;

/** The most pressing of several; of none it is calm. */
export const mostPressing = (states: Iterable<CallState>): CallState => {
  const all = new Set(states);
  return CALL_STATES.find((state) => all.has(state)) ?? "calm";
};
