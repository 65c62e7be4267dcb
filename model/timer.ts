import type { Decision } from "./decision.ts";
import type { Stop, TimerRow } from "./ports.ts";
import { SECOND } from "./time.ts";

/** What a timer comes to: entries, messages, and rows put and dropped with them. */
export type Consequence = Pick<Decision, "drafts" | "outbox" | "timers" | "cancelTimers">;

/** What comes of a timer when its time has come. Asked again after a commit of unknown outcome: what it has done before, it sees in its folds. */
export interface Due {
  /** What it speaks of. Two timers of one thing are decided one after the other, the second on what the first has changed. */
  about(timer: TimerRow): string;
  /** @param lateMs how long after its time, by more than a second only when nobody was there. @returns null when what it was for is no longer so */
  due(timer: TimerRow, now: number, lateMs: number): Consequence | null;
}

/** A timer that falls due, and what it comes to. */
export interface Fired {
  readonly timer: TimerRow;
  readonly decision: Consequence | null;
}

/** Rows of timers that a commit has put and dropped. */
export interface MovedRows {
  readonly put: readonly TimerRow[];
  readonly dropped: readonly string[];
  /** When it was decided, on the machine's clock and on the monotonic one: an instant of a row means this distance from it, whatever the clock does later. */
  readonly decidedAt: { readonly now: number; readonly monotonic: number };
}

/** What moves less between two looks is a clock that is being set right slowly, and is followed. */
export const STEP_MS = 2 * SECOND;

/** Tells an hour that has passed from a clock that was set an hour on. */
export interface SteadyTime {
  /** Epoch ms as the machine's clock told it before it was set: it runs with the monotonic clock, and knows of a step once somebody has looked. */
  steady(): number;
  /** Compares both clocks now; whoever listens hears of a step before this returns. */
  look(): void;
  /** Hears by how many ms the machine's clock was set, forward or back. */
  onStep(listener: (byMs: number) => void): Stop;
}
