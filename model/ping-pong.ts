import type { RegionCode } from "./region.ts";

/** An incident that was handed from one region to another (移送). */
export interface Transfer {
  readonly from: RegionCode;
  readonly to: RegionCode;
}
/**
 * The region that the last transfer brought back what it, or somebody before, had handed on (推诿); null where nobody has had it twice.
 * @param holds whether a region is one that had it before, or stands above it
 */
export function cameBack(transfers: readonly Transfer[], holds: (region: RegionCode, before: RegionCode) => boolean = (region, before) => region === before): RegionCode | null {
  const last = transfers.at(-1);
  return last && transfers.some(({ from }) => holds(last.to, from)) ? last.to : null;
}
