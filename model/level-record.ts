import type { Stretch } from "./stretch.ts";
import { DAY } from "./time.ts";
import type { Severity } from "./words.ts";

/** How far back the channel `levels` tells, on the situation's clock: further than any line of time reaches. */
export const LEVELS_BACK_MS = 31 * DAY;

/**
 * The records of channel `levels`: when a rule's findings have stood in a region, whatever became of them since, and where they
 * were found. They know what alerts no longer say: the level before a rise, and what has returned or is closed. Nothing is told
 * of time that no rule has judged.
 */
export type LevelRecord = LevelStood | LevelFound;
interface OfLevel {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
}
export interface LevelStood extends OfLevel {
  /** On the situation's clock, apart and in order. */
  readonly stood: readonly Stretch[];
}
/** All that came to a level within one hour: a line of time is no list, and of a thousand none is left uncounted. */
export interface LevelFound extends OfLevel {
  /** The first, on the situation's clock, epoch ms. */
  readonly at: number;
  /** The last; absent = the same. */
  readonly lastAt?: number;
  /** Each once. */
  readonly places: readonly string[];
  /** Of the first; 市·县 above it. */
  readonly placeName: string;
  readonly areaName: string;
}
export const isStood = (record: LevelRecord): record is LevelStood => "stood" in record;

/** How long an alert stood at one level, by which rule, on the situation's clock. */
export interface LevelSpan extends Stretch {
  readonly rule: string;
  readonly severity: Severity;
}
