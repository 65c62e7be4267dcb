import type { Freshness } from "./freshness.ts";
import type { Quality } from "./quality.ts";
import type { Level, RegionCode } from "./region.ts";

/** A region code or a site id: what a sample is about (地点). */
export type PlaceId = string;

/** A decoded sample on its way from ingest to the series. Ratios carry num and den, and `value` = 100·num/den for a `%` unit, else num/den. */
export interface Reading {
  readonly indicator: string;
  readonly place: PlaceId;
  /** Epoch ms at which it was true. */
  readonly observedAt: number;
  /** Epoch ms of the server's clock at which we knew. */
  readonly receivedAt: number;
  readonly value: number;
  /**
   * The source states at `observedAt` that there is no such value now: the storm does not arrive within 48 h. `value` is
   * NaN. The cell's value becomes null, with the time and state of that statement; the former value must not stand.
   */
  readonly none?: true;
  readonly num?: number;
  readonly den?: number;
  readonly weight?: number;
  readonly quality: Quality;
}

/** Have-of counts the leaves that the pack expects, at the indicator's leaf level. */
export interface Coverage {
  readonly have: number;
  readonly of: number;
  readonly level: Level | "site";
}

/** One number with its truth: never a value without time, state, quality and coverage. */
export interface Cell {
  readonly place: PlaceId;
  /** null when there is none to show: never, withheld, or stated to be none (any other state). */
  readonly value: number | null;
  readonly observedAt: number | null;
  readonly state: Freshness;
  readonly quality: Quality;
  readonly coverage: Coverage;
  /** Tick of its last change. */
  readonly tick: number;
}

/** [epoch ms, value or null for a known gap, quality]. */
export type SeriesPoint = readonly [at: number, value: number | null, quality: Quality];

/** One contribution to a rolled-up number (一指拆数): a cell whose value has all its digits, so that they add up. */
export interface Contribution extends Cell {
  readonly name: string;
  /** What it adds to a ratio's Σnum / Σden or a mean's Σnum / Σweight, told also where its own value is withheld for want of coverage. */
  readonly num?: number;
  readonly den?: number;
  readonly weight?: number;
}

/** What a number is made of, told at one instant: the number itself with its truth, and the parts that add up to it. */
export interface Lineage extends Cell {
  readonly indicator: string;
  readonly at: number;
  readonly definition: string;
  readonly source: string;
  readonly owner: string;
  readonly formula: string;
  readonly contributions: readonly Contribution[];
}

/** A monitored facility (点位) in one region of any level. */
export interface Site {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly region: RegionCode;
  /** [longitude, latitude], WGS-84. */
  readonly point?: readonly [number, number];
  /** Warning stage, flood limit, beds …, by name with the unit in the name (`warningStageM`). */
  readonly attributes: Readonly<Record<string, number | string>>;
  readonly class: import("./words.ts").Class;
  /** The gateway that it reports through, where one is known. */
  readonly gateway?: string;
  /** Illustrative lists say so. */
  readonly illustrative?: boolean;
}
