import type { Reading } from "../model/sample.ts";
import type { Feed } from "./feeds/index.ts";

/** Readings in parts, so that whoever takes them can let others be served in between. */
export type Parts = Iterable<readonly Reading[]> | AsyncIterable<readonly Reading[]>;

/** What a situation's numbers are played from: a record (a feed), or a stretch of the past, which has to be read first. */
export interface Played extends Omit<Feed, "readings" | "backfill"> {
  /** What became known in from < t ≤ to, in that order. */
  readings(from: number, to: number): readonly Reading[] | Promise<readonly Reading[]>;
  /** Enough of it to build the world anew at `to`, or to go on there without the steps in between. */
  backfill(from: number, to: number): Parts;
}
