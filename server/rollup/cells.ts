import { hasReported, type Column, type Samples } from "../../model/column.ts";
import { atPrecision } from "../../model/decimal.ts";
import { MIN_PEOPLE } from "../../model/freshness.ts";
import type { Indicator } from "../../model/indicator.ts";
import { QUALITIES } from "../../model/quality.ts";
import { percentAt } from "../../model/share.ts";
import { LEVELS } from "../../model/region.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import { foldValue, isTooPartial } from "../../model/rollup.ts";
import type { FrameCell } from "../../model/wire/frame.ts";
import type { Rolled } from "./rolled.ts";

const TOWN = LEVELS.indexOf("town");

/** A cell that nothing was ever said about. */
export const neverCell = (place: string, of: number): FrameCell => ({
  place, value: null, observedAt: null, state: "never", tainted: false, quality: "good", have: 0, of,
});

/** Counts of so few people could point at one of them. */
export const isTooFew = (indicator: Indicator, depth: number, value: number): boolean => indicator.people === true && depth > TOWN && value < MIN_PEOPLE;

const rounded = (value: number, decimals: number, { unit }: Pick<Indicator, "unit">): number =>
  Math.abs(value) * 10 ** decimals < Number.MAX_SAFE_INTEGER ? (unit === "%" ? percentAt : atPrecision)(value, decimals) : value;

/** One region's number with everything that only the server knows of it; time decides the rest. */
export function regionCell(column: Column, rolled: Rolled, regions: RegionTree, region: number, decimals = column.indicator.decimals): FrameCell {
  const place = regions.row(region).code;
  const { indicator } = column;
  const n = rolled.n[region] ?? 0;
  // Who tells of what nobody expected there is one more.
  const of = Math.max(rolled.of[region]!, rolled.have[region] ?? 0);
  if (n === 0) return neverCell(place, of);
  const own = hasReported(column.regions, region);
  const none = rolled.valued[region] === 0;
  const value = none ? null : own ? column.regions.value[region]! : foldValue(indicator, { a: rolled.a[region]!, b: rolled.b[region]!, valued: rolled.valued[region]! });
  const have = rolled.have[region]!;
  const downs = rolled.downs[region]!;
  const seen = { place, observedAt: rolled.oldest[region]!, quality: QUALITIES[rolled.quality[region]!]!, have, of };
  // A leaf that never reported is told by the coverage, one that is overdue by the oldest time: neither makes a sum of new numbers late.
  const tainted = downs > 0 && downs < n;
  if (none) return { ...seen, value: null, state: downs === n ? "down" : null, tainted };
  if (value === null || isTooPartial(indicator, have, of) || isTooFew(indicator, regions.depth[region]!, value)) return { ...seen, value: null, state: "withheld", tainted };
  return { ...seen, value: rounded(value, decimals, indicator), state: downs === n ? "down" : null, tainted };
}

/** One site's number. */
export function siteCell({ indicator, table, sites }: Column, regions: RegionTree, site: number, decimals = indicator.decimals): FrameCell {
  const place = table.sites[site]!.id;
  const value = valueOf(sites, site);
  if (value === null) return neverCell(place, 1);
  const seen = { place, observedAt: sites.observedAt[site]!, quality: QUALITIES[sites.quality[site]!]!, tainted: false, have: 1, of: 1 };
  if (Number.isNaN(value)) return { ...seen, value: null, state: sites.down[site] ? "down" : null };
  if (isTooFew(indicator, regions.depth[table.region[site]!]!, value)) return { ...seen, value: null, state: "withheld" };
  return { ...seen, value: rounded(value, decimals, indicator), state: sites.down[site] ? "down" : null };
}

const valueOf = (samples: Samples, i: number): number | null => (hasReported(samples, i) ? samples.value[i]! : null);
