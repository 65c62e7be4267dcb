import type { Stretch } from "./stretch.ts";
import type { Severity } from "./words.ts";

/**
 * The record of channel `levels`: when a rule's findings have stood in a region, whatever became of them since. It knows what
 * its alerts no longer say: the level before a rise, and what has returned or is closed. Nothing is told of time that no rule has judged.
 */
export interface LevelRecord {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  /** On the situation's clock, apart and in order. */
  readonly stood: readonly Stretch[];
  /** Each time that it was found at a place, the newest last. */
  readonly found: readonly LevelFound[];
}
export interface LevelFound {
  /** On the situation's clock, epoch ms. */
  readonly at: number;
  readonly place: string;
  readonly placeName: string;
  /** 市·县 above the place. */
  readonly areaName: string;
}
