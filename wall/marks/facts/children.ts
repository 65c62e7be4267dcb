import type { Level } from "../../../model/region.ts";
import type { Cell, SeriesPoint } from "../../../model/sample.ts";
import type { Slice } from "../../../model/view.ts";
import { PROVINCE } from "./looked-at.ts";
import type { Reader } from "./reader.ts";

/** So many lines at most are asked for: a page has a hundred channels for all that it shows. */
export const MOST_LINES = 30;

/** Which end is worse: what stands there comes first. */
export type Worse = "higher" | "lower";
export interface Child {
  readonly cell: Cell;
  /** Empty beyond the first `MOST_LINES`. */
  readonly points: readonly SeriesPoint[];
  /** Its last hours are asked for and have not come. */
  readonly isAwaited: boolean;
}
export interface Children {
  readonly slice: Slice;
  /** The region itself, with its coverage. */
  readonly whole: Cell | undefined;
  /** The worst now first; what has no number last. */
  readonly all: readonly Child[];
}

/** The places of a level within a region by what stands there now, each with its last hours. */
export function readChildren(reader: Reader, { indicator, region, own, level, windowMs, worse = "higher", inOrder = false }: { readonly indicator: string; readonly region: string; readonly own: Level; readonly level: Level; readonly windowMs: number; readonly worse?: Worse; readonly inOrder?: boolean }): Children {
  const slice = reader.cells(indicator, region, level);
  const sign = worse === "higher" ? -1 : 1;
  const rank = ({ value }: Cell): number => (value === null ? Infinity : sign * value);
  const cells = [...slice.cells.values()].sort((a, b) => (inOrder ? 0 : compare(rank(a), rank(b))) || (a.place < b.place ? -1 : 1));
  const all = cells.map((cell, i): Child => {
    const series = i < MOST_LINES ? reader.series(indicator, cell.place, windowMs) : undefined;
    return { cell, points: series?.points ?? [], isAwaited: series?.status === "loading" };
  });
  return { slice, whole: reader.cells(indicator, region, own).cells.get(region), all };
}
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
/** 市, of the province's own children; 处 of all others. */
export const areCities = (region: string, level: Level): boolean => region === PROVINCE && level === "city";
