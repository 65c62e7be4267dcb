import { hasReported, type Column, type DirtyColumn } from "../../model/column.ts";
import { fromScaled } from "../../model/decimal.ts";
import { shownState } from "../../model/freshness.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Level } from "../../model/region.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import { foldDigits, foldValue } from "../../model/rollup.ts";
import type { Cell, Contribution, Site } from "../../model/sample.ts";
import { SiteTable } from "../../model/site-table.ts";
import type { FrameCell } from "../../model/wire/frame.ts";
import { isTooFew, neverCell, regionCell, siteCell } from "./cells.ts";
import { expectedLeaves } from "./expected.ts";
import { Rolled } from "./rolled.ts";

/** Places of one indicator whose number changed in a tick. */
export interface Changed {
  readonly indicator: string;
  readonly places: readonly string[];
}

export interface Rollup {
  /** Settles the parents of what changed, bottom-up and exactly; the cost grows with what changed. */
  settle(tick: number): Changed[];
  /** The same column by column, each settled when it is asked for: for a world that nobody reads yet. Take them all. */
  settling(tick: number): Iterable<Changed>;
  cell(indicator: string, place: string, simNow: number): Cell;
  /** The same before it is rounded to be shown: what is held against a limit. */
  unrounded(indicator: string, place: string, simNow: number): Cell;
  /** Descendants of `region` at `level`, in ascending order of code, or the sites in its subtree. */
  slice(indicator: string, region: string, level: Level | "site", simNow: number): Cell[];
  /** The same as frames carry it, without the judgement of time. */
  frameSlice(indicator: string, region: string, level: Level | "site"): FrameCell[];
  frameCell(indicator: string, place: string): FrameCell;
  /** What a number is made of: its own sites and its children, or itself where it was reported as a whole. */
  contributions(indicator: string, place: string, simNow: number): Contribution[];
  /** When the newest sample inside was observed, epoch ms; null when there is none. */
  newest(indicator: string, place: string): number | null;
}

/** What is left out of a number that is not rounded: the noise of fractions. */
const DIGITS_MORE = 6;

/** How many leaves each region expects, as worlds over the same regions share it. */
export type ExpectedLeaves = Map<string, Int32Array>;

/** Roll-ups of all columns; `tables` and `expected` are shared with others over the same regions and sites. @throws Error naming the indicator, region or place that does not exist */
export function createRollup(needs: {
  readonly regions: RegionTree;
  readonly sites: readonly Site[];
  indicator(id: string): Indicator | undefined;
  readonly series: { column(indicator: string): Column | undefined; takeDirty(): DirtyColumn[] };
  readonly tables?: Map<string, SiteTable>;
  readonly expected?: ExpectedLeaves;
}): Rollup {
  const { regions, series } = needs;
  const rolled = new Map<string, Rolled>();
  const expected: ExpectedLeaves = needs.expected ?? new Map();
  const tables = needs.tables ?? new Map<string, SiteTable>();

  function indicatorOf(id: string): Indicator {
    const indicator = needs.indicator(id);
    if (!indicator) throw new Error(`Indicator "${id}" is not in the catalogue; ask only for declared ones.`);
    return indicator;
  }
  function tableOf({ id, siteKind = "" }: Indicator): SiteTable {
    const column = series.column(id);
    if (column) return column.table;
    let table = tables.get(siteKind);
    if (!table) tables.set(siteKind, (table = new SiteTable(siteKind === "" ? needs.sites : needs.sites.filter((s) => s.kind === siteKind), regions)));
    return table;
  }
  function expectedOf(indicator: Indicator): Int32Array {
    const key = indicator.where ? `only:${indicator.id}` : indicator.leaf === "site" ? `site:${indicator.siteKind ?? ""}` : indicator.leaf;
    let of = expected.get(key);
    if (!of) expected.set(key, (of = expectedLeaves(regions, indicator, tableOf(indicator))));
    return of;
  }
  function rolledOf(column: Column): Rolled {
    let one = rolled.get(column.indicator.id);
    if (!one) rolled.set(column.indicator.id, (one = new Rolled(column, regions, expectedOf(column.indicator))));
    return one;
  }
  function indexOf(region: string): number {
    const index = regions.indexOf(region);
    if (index < 0) throw new Error(`Region "${region}" does not exist; ask for a code of the regions file.`);
    return index;
  }

  function settleColumn({ column, regions: dirtyRegions, sites: dirtySites }: DirtyColumn, tick: number): Changed {
    const one = rolledOf(column);
    const places: string[] = [];
    const waiting: Set<number>[] = [new Set(), new Set(), new Set(), new Set(), new Set()];
    const mark = (region: number) => waiting[regions.depth[region]!]!.add(region);
    const reported = new Set(dirtyRegions);
    for (const region of dirtyRegions) mark(region);
    for (const site of dirtySites) {
      one.siteTick[site] = tick;
      places.push(column.table.sites[site]!.id);
      mark(column.table.region[site]!);
    }
    for (let depth = waiting.length - 1; depth >= 0; depth--)
      for (const region of waiting[depth]!) {
        const changed = one.settle(region, tick);
        if (!changed && !reported.has(region)) continue;
        one.tick[region] = tick;
        places.push(regions.row(region).code);
        if (changed && depth > 0) mark(regions.parent[region]!);
      }
    return { indicator: column.indicator.id, places };
  }

  function frameCell(id: string, place: string, decimals?: number): FrameCell {
    const indicator = indicatorOf(id);
    const region = regions.indexOf(place);
    const column = series.column(id);
    if (region >= 0) return column ? regionCell(column, rolledOf(column), regions, region, decimals) : neverCell(place, expectedOf(indicator)[region]!);
    const site = tableOf(indicator).indexOf(place);
    if (site < 0) throw new Error(`Place "${place}" is neither a region nor a site that reports ${id}.`);
    return column ? siteCell(column, regions, site, decimals) : neverCell(place, 1);
  }
  function frameSlice(id: string, region: string, level: Level | "site"): FrameCell[] {
    const indicator = indicatorOf(id);
    const top = indexOf(region);
    const column = series.column(id);
    const cells: FrameCell[] = [];
    if (level === "site") {
      const table = tableOf(indicator);
      for (let s = 0; s < table.size; s++) {
        // Where sites are not what is measured, only those that have reported belong to the indicator.
        if (indicator.leaf !== "site" && !(column && hasReported(column.sites, s))) continue;
        if (regions.isWithin(table.region[s]!, top)) cells.push(column ? siteCell(column, regions, s) : neverCell(table.sites[s]!.id, 1));
      }
      return cells;
    }
    const one = column && rolledOf(column);
    const of = expectedOf(indicator);
    const { from, to } = regions.descendants(top, level);
    // Where there is nothing to count nobody has failed to report.
    for (let r = from; r < to; r++) if (!indicator.where || of[r]! > 0 || (one?.n[r] ?? 0) > 0) cells.push(column && one ? regionCell(column, one, regions, r) : neverCell(regions.row(r).code, of[r]!));
    return cells;
  }
  function tickOf(id: string, place: string): number {
    const column = series.column(id);
    if (!column) return 0;
    const region = regions.indexOf(place);
    return region >= 0 ? rolledOf(column).tick[region] ?? 0 : rolledOf(column).siteTick[column.table.indexOf(place)]!;
  }
  function toCell(id: string, frame: FrameCell, simNow: number): Cell {
    const indicator = indicatorOf(id);
    const { place, value, observedAt, quality, have, of } = frame;
    return {
      place, value, observedAt, quality,
      state: shownState(frame, simNow, indicator.cadenceMs),
      coverage: { have, of, level: indicator.leaf },
      tick: tickOf(id, place),
    };
  }

  function contributions(id: string, place: string, simNow: number): Contribution[] {
    const indicator = indicatorOf(id);
    const column = series.column(id);
    const region = regions.indexOf(place);
    /** A share that is withheld for want of coverage still says its parts, or nothing would add up; one that could point at people does not. */
    const about = (frame: FrameCell, name: string, depth: number, raw: number | null, parts: Parts): Contribution => ({
      ...toCell(id, frame, simNow), name, value: frame.value === null ? null : raw,
      ...(raw === null || Number.isNaN(raw) || isTooFew(indicator, depth, raw) ? {} : parts),
    });
    const ofSite = (s: number): Contribution => {
      const { sites, region: regionOf } = tableOf(indicator);
      return about(frameCell(id, sites[s]!.id), sites[s]!.name, regions.depth[regionOf[s]!]!, column?.sites.value[s] ?? null, column ? partsOf(indicator, column.sites, s) : {});
    };
    if (region < 0) return [ofSite(tableOf(indicator).indexOf(frameCell(id, place).place))];
    const one = column && rolledOf(column);
    const ofRegion = (r: number): Contribution => {
      const row = regions.row(r);
      const own = column !== undefined && hasReported(column.regions, r);
      const raw = own ? column.regions.value[r]! : one && one.n[r]! > 0 ? foldValue(indicator, { a: one.a[r]!, b: one.b[r]!, valued: one.valued[r]! }) : null;
      return about(frameCell(id, row.code), row.name, regions.depth[r]!, raw, own ? partsOf(indicator, column.regions, r) : one && one.n[r]! > 0 ? foldedParts(indicator, one, r) : {});
    };
    if (column && hasReported(column.regions, region)) return [ofRegion(region)];
    const table = tableOf(indicator);
    const list: Contribution[] = [];
    for (let s = table.from(region); s < table.to(region); s++)
      if (indicator.leaf === "site" || (column && hasReported(column.sites, s))) list.push(ofSite(s));
    const of = expectedOf(indicator);
    const { from, to } = regions.children(region);
    for (let r = from; r < to; r++) if (of[r]! > 0 || (one && one.n[r]! > 0)) list.push(ofRegion(r));
    return list;
  }

  function* settling(tick: number): Generator<Changed> {
    for (const dirty of series.takeDirty()) {
      const changed = settleColumn(dirty, tick);
      if (changed.places.length > 0) yield changed;
    }
  }

  return {
    settle: (tick) => [...settling(tick)],
    settling,
    cell: (id, place, simNow) => toCell(id, frameCell(id, place), simNow),
    unrounded: (id, place, simNow) => toCell(id, frameCell(id, place, indicatorOf(id).decimals + DIGITS_MORE), simNow),
    slice: (id, region, level, simNow) => frameSlice(id, region, level).map((f) => toCell(id, f, simNow)),
    frameSlice,
    frameCell: (id, place) => frameCell(id, place),
    contributions,
    newest(id, place) {
      const column = series.column(id);
      if (!column) return null;
      const region = regions.indexOf(place);
      const at = region >= 0 ? rolledOf(column).newest[region]! : column.sites.observedAt[column.table.indexOf(place)]!;
      return Number.isFinite(at) ? at : null;
    },
  };
}

/** What a share adds to a ratio or a mean; other kinds add by their value. */
type Parts = Pick<Contribution, "num" | "den" | "weight">;

function partsOf({ rollup }: Indicator, { value, num, den }: Column["sites"], i: number): Parts {
  switch (rollup) {
    case "ratio": return { num: num![i]!, den: den![i]! };
    case "wmean": return { num: value[i]! * num![i]!, weight: num![i]! };
    case "mean": return { num: value[i]!, weight: 1 };
    default: return {};
  }
}

function foldedParts(indicator: Indicator, { a, b }: Rolled, r: number): Parts {
  const digits = foldDigits(indicator);
  switch (indicator.rollup) {
    case "ratio": return { num: fromScaled(a[r]!, digits), den: fromScaled(b[r]!, digits) };
    case "wmean": return { num: fromScaled(a[r]!, digits), weight: fromScaled(b[r]!, digits) };
    case "mean": return { num: fromScaled(a[r]!, digits), weight: b[r]! };
    default: return {};
  }
}
