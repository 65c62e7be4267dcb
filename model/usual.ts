import type { PlaceId } from "./sample.ts";

/** What is usual of a number at a place (常态): of one hour of one weekday, by what stood there in the weeks before. */
export interface Normal {
  /** Of how many weeks it is; of fewer than LEAST_WEEKS it is a first one (初), and no rule is held against it. */
  readonly weeks: number;
  readonly mean: number;
  /** Standard deviation of a sample. */
  readonly sigma: number;
  /** The tenth and the ninetieth of a hundred (P10–P90), between neighbours by straight line. */
  readonly low: number;
  readonly high: number;
}
/** The same with the hour that it is of. */
export interface Band extends Normal {
  /** Epoch ms of the whole hour at which it begins. */
  readonly from: number;
}
/** What is usual of one indicator at an hour, by place. */
export type Normals = ReadonlyMap<PlaceId, Normal>;

/** The same weekday and hour of so many weeks are looked at. */
export const WEEKS = 8;
export const LEAST_WEEKS = 4;
/** Of fewer there is no spread at all, and nothing is told. */
export const FIRST_WEEKS = 2;
