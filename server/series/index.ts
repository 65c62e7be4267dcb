import type { Column, DirtyColumn, Samples } from "../../model/column.ts";
import type { Indicator } from "../../model/indicator.ts";
import { qualityRank, worstQuality } from "../../model/quality.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import type { Reading, Site } from "../../model/sample.ts";
import { SiteTable } from "../../model/site-table.ts";
import { allocate, enlarge } from "./samples.ts";
import { FEW_SLOTS, isSame, Seen } from "./seen.ts";

export interface Appended {
  /** What stands now: newer samples and revisions of the current one, with the quality they got. */
  readonly changed: readonly Reading[];
  /** News about the past: history only. */
  readonly late: readonly Reading[];
  readonly duplicates: number;
  /** Readings about an indicator or place that no column has; counted, never thrown. */
  readonly unknown: number;
}

export interface Series {
  append(readings: readonly Reading[]): Appended;
  column(indicator: string): Column | undefined;
  columns(): Iterable<Column>;
  /** Marks a place's source as lost or found; its last value stays. */
  setDown(indicator: string, place: string, down: boolean): void;
  /** Places whose sample changed since the last call, by column. */
  takeDirty(): DirtyColumn[];
}

interface Kept {
  readonly column: Column & { regions: Samples };
  readonly number: number;
  readonly dirtyRegions: Set<number>;
  readonly dirtySites: Set<number>;
}
interface Spot {
  readonly samples: Samples;
  readonly index: number;
  readonly dirty: Set<number>;
  /** Number of this series in the process. */
  readonly series: number;
}

/** Sites by kind, as worlds over the same regions share them. */
export type SiteTables = Map<string, SiteTable>;

/**
 * The latest sample of every place, in columns that are allocated at the first sample of an indicator.
 * @param needs `tables` are shared with others over the same regions and sites; `isBrief`: it is told once, and no batch is sent to it again
 */
export function createSeries(needs: { readonly regions: RegionTree; readonly sites: readonly Site[]; readonly indicators: Iterable<Indicator>; readonly tables?: SiteTables; readonly isBrief?: boolean }): Series {
  const { regions, sites } = needs;
  const indicators = new Map<string, Indicator>();
  for (const indicator of needs.indicators) indicators.set(indicator.id, indicator);
  const tables: SiteTables = needs.tables ?? new Map();
  const kept = new Map<string, Kept>();
  const seen = new Seen(needs.isBrief ? FEW_SLOTS : undefined);
  const dirty = new Set<Kept>();
  const stride = regions.size + sites.length;

  function tableOf(indicator: Indicator): SiteTable {
    const kind = indicator.siteKind ?? "";
    let table = tables.get(kind);
    if (!table) tables.set(kind, (table = new SiteTable(kind === "" ? sites : sites.filter((s) => s.kind === kind), regions)));
    return table;
  }
  function keep(id: string): Kept | undefined {
    const have = kept.get(id);
    if (have) return have;
    const indicator = indicators.get(id);
    if (!indicator) return undefined;
    const table = tableOf(indicator);
    // Most regions of the province are villages, of which few indicators ever speak: there is room for those of the leaf level, and for more once one reports.
    const room = indicator.leaf === "site" ? 0 : regions.atLevel(indicator.leaf).to;
    const fresh: Kept = { column: { indicator, table, regions: allocate(indicator, room), sites: allocate(indicator, table.size) }, number: kept.size, dirtyRegions: new Set(), dirtySites: new Set() };
    kept.set(id, fresh);
    return fresh;
  }
  function spot(k: Kept, place: string): Spot | undefined {
    const region = regions.indexOf(place);
    if (region >= k.column.regions.value.length) k.column.regions = enlarge(k.column.indicator, k.column.regions, regions.roomFor(region));
    if (region >= 0) return { samples: k.column.regions, index: region, dirty: k.dirtyRegions, series: k.number * stride + region };
    const site = k.column.table.indexOf(place);
    return site < 0 ? undefined : { samples: k.column.sites, index: site, dirty: k.dirtySites, series: k.number * stride + regions.size + site };
  }
  function put({ samples, index }: Spot, reading: Reading): void {
    samples.value[index] = reading.value;
    samples.observedAt[index] = reading.observedAt;
    samples.receivedAt[index] = reading.receivedAt;
    samples.quality[index] = qualityRank(reading.quality);
    if (samples.num) samples.num[index] = samples.den ? (reading.num ?? reading.value) : (reading.weight ?? 1);
    if (samples.den) samples.den[index] = reading.den ?? 1;
  }

  function stands({ samples, index }: Spot, { value, num, den, weight }: Reading): boolean {
    if (!isSame(samples.value[index]!, value)) return false;
    if (samples.den) return samples.den[index] === (den ?? 1) && samples.num![index] === (num ?? value);
    return !samples.num || samples.num[index] === (weight ?? 1);
  }

  return {
    append(readings) {
      const changed: Reading[] = [];
      const late: Reading[] = [];
      let duplicates = 0;
      let unknown = 0;
      for (const reading of readings) {
        const k = (Number.isFinite(reading.value) || isNone(reading)) && Number.isFinite(reading.observedAt) ? keep(reading.indicator) : undefined;
        const s = k && spot(k, reading.place);
        if (!k || !s) {
          unknown++;
          continue;
        }
        const verdict = seen.note(s.series, reading.observedAt, { value: reading.value, part: partOf(k.column.indicator, reading) });
        const stood = s.samples.observedAt[s.index]!;
        if (verdict === "same" || (reading.observedAt === stood && stands(s, reading))) {
          duplicates++;
          continue;
        }
        const kept: Reading = verdict === "other" || reading.observedAt === stood ? { ...reading, quality: worstQuality(reading.quality, "revised") } : reading;
        if (reading.observedAt < stood) {
          late.push(kept);
          continue;
        }
        put(s, kept);
        s.dirty.add(s.index);
        dirty.add(k);
        changed.push(kept);
      }
      return { changed, late, duplicates, unknown };
    },
    column: (indicator) => kept.get(indicator)?.column,
    *columns() {
      for (const k of kept.values()) yield k.column;
    },
    setDown(indicator, place, down) {
      const k = keep(indicator);
      const s = k && spot(k, place);
      if (!k || !s || s.samples.down[s.index] === Number(down)) return;
      s.samples.down[s.index] = Number(down);
      s.dirty.add(s.index);
      dirty.add(k);
    },
    takeDirty() {
      const taken = [...dirty].map((k) => {
        const one: DirtyColumn = { column: k.column, regions: [...k.dirtyRegions], sites: [...k.dirtySites] };
        k.dirtyRegions.clear();
        k.dirtySites.clear();
        return one;
      });
      dirty.clear();
      return taken;
    },
  };
}

/** A source may state that there is none; any other value that is not a number is a mistake. */
const isNone = ({ none, value }: Reading): boolean => none === true && Number.isNaN(value);

/** What makes two samples of the same value differ all the same. */
const partOf = (indicator: Indicator, { den = 1, weight = 1 }: Reading): number => (indicator.rollup === "ratio" ? den : indicator.rollup === "wmean" ? weight : 0);
