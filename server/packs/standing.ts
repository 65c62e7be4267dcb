import type { PackFault } from "../../model/pack-fact.ts";
import type { Clock } from "../../model/ports.ts";
import { HOUR, MINUTE } from "../../model/time.ts";

/** An ended pack is tried again after so long, twice as long each time, and never later than that. */
export const AGAIN_AFTER_MS = MINUTE;
export const AGAIN_AT_MOST_MS = HOUR;
/** So many steps in a row that are lost end a pack. */
export const LOST_IN_A_ROW = 3;

/** How the code of one pack stands. A `fault` while it runs: it runs, and is throttled. */
export interface PackState {
  readonly topic: string;
  readonly state: "starting" | "running" | "ended";
  readonly fault: PackFault | null;
  /** Epoch ms since when it stands so. */
  readonly since: number;
  /** What was found, for the log and for whoever mends the pack; empty when nothing is wrong. */
  readonly words: string;
  /** How often it was ended without having run for an hour since. */
  readonly endings: number;
}

/** How one pack fares: when it is ended, and when it is tried again. */
export class Standing {
  readonly topic: string;
  private readonly clock: Clock;
  private now: PackState;
  private lostInARow = 0;
  private againAt = Number.NEGATIVE_INFINITY;
  private runsSince = Number.POSITIVE_INFINITY;

  constructor(topic: string, clock: Clock) {
    this.topic = topic;
    this.clock = clock;
    this.now = { topic, state: "starting", fault: null, since: clock.now(), words: "", endings: 0 };
  }
  get state(): PackState {
    return this.now;
  }
  get isEnded(): boolean {
    return this.now.state === "ended";
  }
  /** True once an ended pack may be tried again. It stays named as ended until a step has gone through. */
  isDue(): boolean {
    return this.isEnded && this.clock.monotonic() >= this.againAt;
  }
  /** A step has gone through; with `fault` it was throttled. */
  went(fault: PackFault | null = null, words = ""): void {
    const now = this.clock.monotonic();
    this.lostInARow = 0;
    if (this.now.state !== "running") this.runsSince = now;
    const endings = now - this.runsSince >= AGAIN_AT_MOST_MS ? 0 : this.now.endings;
    if (this.now.state === "running" && this.now.fault === fault && this.now.endings === endings) return;
    this.now = { ...this.now, state: "running", fault, words, endings, since: this.now.state === "running" && this.now.fault === fault ? this.now.since : this.clock.now() };
  }
  /** A step was lost. @returns true when it was one too many */
  lost(): boolean {
    return ++this.lostInARow >= LOST_IN_A_ROW;
  }
  /** @returns ms until it is tried again */
  end(fault: PackFault, words: string): number {
    const again = Math.min(AGAIN_AFTER_MS * 2 ** this.now.endings, AGAIN_AT_MOST_MS);
    this.lostInARow = 0;
    this.runsSince = Number.POSITIVE_INFINITY;
    this.againAt = this.clock.monotonic() + again;
    // Ended again before it has gone through once, it is ended since the first time.
    const since = this.isEnded ? this.now.since : this.clock.now();
    this.now = { topic: this.topic, state: "ended", fault, words, since, endings: this.now.endings + 1 };
    return again;
  }
}
