import type { Indicator } from "../../model/indicator.ts";
import type { Clock, Log, Pace, Stop, Store, Yield } from "../../model/ports.ts";
import type { Level } from "../../model/region.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import type { Cell, Contribution, Reading, SeriesPoint, Site } from "../../model/sample.ts";

/** Numbers as they were added up from what was known. */
export interface KnownWorld {
  cell(indicator: string, place: string, simNow: number): Cell;
  slice(indicator: string, region: string, level: Level | "site", simNow: number): Cell[];
  contributions(indicator: string, place: string, simNow: number): Contribution[];
}

export interface HistoryNeeds {
  readonly store: Pick<Store, "writeHistory" | "blocks" | "image" | "forgetHistory" | "document" | "commit">;
  readonly situation: string;
  readonly clock: Clock;
  /** Epoch ms on the situation's clock. */
  simNow(): number;
  readonly indicators: readonly Indicator[];
  indicator(id: string): Indicator | undefined;
  readonly regions: RegionTree;
  readonly sites: readonly Site[];
  /** The number as it stands now; for roll-ups, whose trend is noted as they change. */
  cell(indicator: string, place: string, simNow: number): Cell | undefined;
  /** A world of its own in which nothing is known but these. */
  worldOf(readings: readonly Reading[]): KnownWorld;
  readonly log: Log;
  /** In a world that is played from a record: what had been told by `asOf`, enough to know every place as it stood then. It is kept in memory only. */
  readonly told?: (asOf: number) => Iterable<readonly Reading[]> | AsyncIterable<readonly Reading[]>;
  /** Begins long work that is done in turns. */
  turns(): Pace;
  readonly others: Yield;
}

/** What was, and what was known of it when. */
export interface History {
  note(readings: readonly Reading[]): void;
  /** Notes roll-ups that a tick has changed; samples themselves come through `note`. */
  noteChanged(changed: readonly { readonly indicator: string; readonly places: readonly string[] }[], simNow: number): void;
  /** Notes what was said of one instant that had passed before anybody listened, and what regions of many places came to then. */
  notePast(readings: readonly Reading[]): void;
  /** Resolves when everything noted before is durable. */
  flush(): Promise<void>;
  /** How many samples and roll-ups are noted and not yet durable: what would be lost with the process. */
  unwritten(): number;
  /** Flushes every second until stopped. */
  start(): Stop;
  /** The samples that stood when the program ended, with the times at which they were received. */
  restore(): Promise<Reading[]>;
  /** Drops what is only needed to know columns as of instants before `before`. Series stay. */
  forget(before: number): Promise<void>;
  /** Since when columns are known as of any instant. */
  knownFrom(): number;
  /** Between `from` and `to` inclusive, at most `points`, in the same shape; `asOf`: as it was known then. Times in epoch ms. */
  series(indicator: string, place: string, from: number, to: number, points: number, asOf?: number): Promise<SeriesPoint[]>;
  /** All that is kept of one series between `from` and what stood there, and `to` (epoch ms), in any order; of a roll-up what was noted of it. `value` is null where there was none. */
  samples(indicator: string, place: string, from: number, to: number): Promise<{ readonly observedAt: number; readonly knownAt: number; readonly value: number | null }[]>;
  /** What was received in from < receivedAt ≤ to, in that order. Only what is durable: flush before asking for the present. */
  arrivals(from: number, to: number): Promise<Reading[]>;
  /** Every place's sample of every indicator as it was known at `asOf`. */
  known(asOf: number): Promise<Reading[]>;
  /** Whether anything of a column was known at `asOf`. */
  isKnown(indicator: string, asOf: number): Promise<boolean>;
  /** The whole column as it was known at `asOf`, added up as it was then. */
  asKnown(indicator: string, asOf: number): Promise<KnownWorld>;
}
