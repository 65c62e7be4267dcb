import type { StormFix, StormNow } from "./storm.ts";

/** A point of the path ahead: always extrapolated (外推). */
export interface AheadPoint {
  readonly at: number;
  readonly lat: number;
  readonly lon: number;
}

/** What a map needs of a storm beside the numbers of places; nothing in it is later than `at`, save the path ahead. */
export interface StormRecord {
  readonly kind: "storm";
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  /** Agency and product, to be named wherever it is drawn. */
  readonly source: string;
  /** Situation time of the record, epoch ms. */
  readonly at: number;
  /** null when no fix is recent enough: the storm is not tracked. */
  readonly now: StormNow | null;
  readonly fixes: readonly StormFix[];
  readonly ahead: readonly AheadPoint[];
  /** False when the source states no radii at all: then no circle may be drawn, and the wall says so. */
  readonly hasRadii: boolean;
  /** The same in plain Chinese, with its time. */
  readonly sentence: string;
}

/** Published figures of an epidemic that belong to no city, so that nothing is lost and nothing made up. */
export interface EpidemicRecord {
  readonly kind: "epidemic";
  readonly id: string;
  readonly source: string;
  readonly at: number;
  /** The last published day, `2020-02-07`; null before the first. */
  readonly day: string | null;
  /** As the province published it; not the sum of the cities. */
  readonly provinceConfirmed: number | null;
  readonly citiesConfirmed: number;
  /** How many cities had published by that day, of how many. */
  readonly cities: { readonly have: number; readonly of: number };
  /** Cases with no city published, or imported; null when the day has no such row. */
  readonly unassignedConfirmed: number | null;
  /** Province − cities − unassigned: what the record leaves unexplained on that day. */
  readonly unexplained: number | null;
  readonly sentence: string;
}

/** The record of the `hazard` channel. */
export type HazardRecord = StormRecord | EpidemicRecord;
