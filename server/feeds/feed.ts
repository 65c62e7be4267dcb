import type { FeedInfo } from "../../model/feed.ts";
import type { CovidDay, WeatherHour } from "../../model/record.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import type { HazardRecord } from "../../model/hazard.ts";
import type { PlaceId, Reading, Site } from "../../model/sample.ts";
import type { Storm } from "../../model/storm.ts";

/** A record played on the situation's clock: pure functions of time; nothing in it reads past the later bound. */
export interface Feed extends FeedInfo {
  /** Intervals (ms, by indicator) of the record where they are not the indicator's own: freshness is judged by these. */
  readonly cadences: Readonly<Record<string, number>>;
  /** Where the drill begins unless somebody says otherwise, epoch ms. */
  readonly start: number;
  /** A world that packs may compute beside the record: what passes in it, and the sites of which the record itself holds what was observed. Absent: nothing is computed. `isAll`: there is no record, and the banner says so by itself. */
  readonly simulates?: { readonly storm?: Storm; readonly observed: ReadonlySet<PlaceId>; readonly isAll?: true };
  /** All readings with from < observedAt ≤ to, in the order of time; `receivedAt` is `observedAt`. */
  readings(from: number, to: number): Reading[];
  /**
   * A subset of `readings` that is enough to build the world anew at `to` after a seek, a start or a long stop: every
   * observation, derived values at the fixes, in each hour of the last twelve, and at their last step. In parts, each
   * computed when it is asked for: all of them together take longer than others should wait.
   */
  backfill(from: number, to: number): Iterable<readonly Reading[]>;
  /** What maps need beside numbers, as known at `simNow`. */
  extras(simNow: number): HazardRecord[];
}

/** What feeds need of the catalogue. */
export interface FeedNeeds {
  readonly storms: readonly Storm[];
  /** Guangzhou's hours with from < at ≤ to. */
  weather(from: number, to: number): readonly WeatherHour[];
  readonly covid: readonly CovidDay[];
  readonly regions: RegionTree;
  /** Residents by census, null where unknown. */
  population(code: string): number | null;
  /** Label point or town seat, null where unknown. */
  point(code: string): readonly [number, number] | null;
  readonly sites: readonly Site[];
}
