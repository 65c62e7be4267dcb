import type { Indicator } from "./indicator.ts";
import type { SiteTable } from "./site-table.ts";

/** The latest sample of many places, side by side. NaN = none. */
export interface Samples {
  readonly value: Float64Array;
  /** Epoch ms; NaN = never reported. */
  readonly observedAt: Float64Array;
  readonly receivedAt: Float64Array;
  /** Rank of the quality. */
  readonly quality: Uint8Array;
  /** Numerator, or weight of a weighted mean; null where the roll-up needs none. */
  readonly num: Float64Array | null;
  readonly den: Float64Array | null;
  /** 1 = its source is lost: the last value stays, and says so. */
  readonly down: Uint8Array;
}

/** True where a place has ever reported; also asked of one for which no room was needed so far. */
export const hasReported = ({ observedAt }: Pick<Samples, "observedAt">, i: number): boolean => observedAt[i]! > Number.NEGATIVE_INFINITY;

/** One indicator over regions and over the sites that may report it. `regions` has room for those of levels that have reported, or may: of a later one nothing was ever said. */
export interface Column {
  readonly indicator: Indicator;
  readonly table: SiteTable;
  readonly regions: Samples;
  readonly sites: Samples;
}

/** Places of one column whose sample changed since it was last asked. */
export interface DirtyColumn {
  readonly column: Column;
  readonly regions: readonly number[];
  readonly sites: readonly number[];
}
