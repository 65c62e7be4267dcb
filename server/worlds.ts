import type { Indicator } from "../model/indicator.ts";
import type { Clock, Log, Pace, Store, Yield } from "../model/ports.ts";
import type { Cell, Reading } from "../model/sample.ts";
import type { Catalog } from "./catalog/index.ts";
import { createHistory, type History } from "./history/index.ts";
import type { Changed } from "./pipeline.ts";
import type { Parts, Played } from "./played.ts";
import { historyUntil, type Past } from "./replay.ts";
import { createRollup, type ExpectedLeaves, type Rollup } from "./rollup/index.ts";
import { createSeries, type Series, type SiteTables } from "./series/index.ts";

/** Numbers, and what they were. */
export interface World {
  readonly series: Series;
  readonly rollup: Rollup;
  readonly history: History;
}
export interface Worlds {
  /** An empty one beside the one that stands: another time has numbers and history of its own. */
  build(): World;
  /** Takes up in turns what a world that nobody sees yet is to hold; null as soon as it is not wanted any more. */
  fill(into: World, parts: Parts, tick: number, at: number, isWanted: () => boolean): Promise<readonly Changed[] | null>;
  /** A roll-up in which nothing is known but `readings`. */
  worldOf(readings: readonly Reading[]): Rollup;
  /** Undefined for what the catalogue does not know. */
  cellIn(rollup: Rollup, indicator: string, place: string, now: number): Cell | undefined;
  /** The same before it is rounded: what is held against a limit. */
  unroundedIn(rollup: Rollup, indicator: string, place: string, now: number): Cell | undefined;
}
interface Needs {
  readonly catalog: Catalog;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly situation: string;
  readonly feed: Played | null;
  readonly past: Past | undefined;
  simNow(): number;
  regionOf(place: string): string | undefined;
  turns(): Pace;
  readonly others: Yield;
}

/** Builds the numbers of one situation, and builds them anew when its clock is set to another time. */
export function createWorlds({ catalog, store, clock, log, situation, feed, past, simNow, regionOf, turns, others }: Needs): Worlds {
  const { regions, sites, indicators } = catalog;

  /** Kept for as long as the record's intervals are the same: it is asked for with every cell. */
  let here = new Map<string, Indicator>();
  let hereOf: Played["cadences"] | undefined;
  /** An indicator with the interval at which the played record reports it. */
  function indicatorHere(id: string): Indicator | undefined {
    const cadences = feed?.cadences;
    const indicator = catalog.indicator(id);
    const cadenceMs = cadences?.[id];
    if (!indicator || cadenceMs === undefined) return indicator;
    if (cadences !== hereOf) [here, hereOf] = [new Map(), cadences];
    const known = here.get(id) ?? { ...indicator, cadenceMs };
    here.set(id, known);
    return known;
  }
  /** What only depends on regions and sites is worked out once: a world of one instant is asked for some hundred times in a row. */
  const shared = { tables: new Map(), expected: new Map() } satisfies { tables: SiteTables; expected: ExpectedLeaves };
  function numbers(isBrief: boolean) {
    const series = createSeries({ regions, sites, indicators, ...shared, isBrief });
    return { series, rollup: createRollup({ regions, sites, indicator: indicatorHere, series, ...shared }) };
  }
  function worldOf(readings: readonly Reading[]): Rollup {
    const { series, rollup } = numbers(true);
    series.append(readings);
    rollup.settle(0);
    return rollup;
  }
  const isKnown = (indicator: string, place: string): boolean => catalog.indicator(indicator) !== undefined && regionOf(place) !== undefined;
  const cellIn: Worlds["cellIn"] = (rollup, indicator, place, now) => (isKnown(indicator, place) ? rollup.cell(indicator, place, now) : undefined);
  const unroundedIn: Worlds["unroundedIn"] = (rollup, indicator, place, now) => (isKnown(indicator, place) ? rollup.unrounded(indicator, place, now) : undefined);
  const historyOf = (rollup: Rollup): History =>
    createHistory({
      store, situation, clock, simNow, indicators, indicator: (i) => catalog.indicator(i), regions, sites,
      cell: (indicator, place, now) => cellIn(rollup, indicator, place, now), worldOf, log, turns, others,
      ...(feed && { told: (asOf: number) => feed.backfill(feed.span.from - 1, asOf) }),
    });

  return {
    cellIn, unroundedIn, worldOf,
    build() {
      const built = numbers(false);
      return { ...built, history: past ? historyUntil(past.history, simNow) : historyOf(built.rollup) };
    },
    async fill(into, parts, tick, at, isWanted) {
      const pace = turns();
      const settled = new Map<string, Set<string>>();
      async function settle(when: number): Promise<void> {
        for (const one of into.rollup.settling(tick)) {
          into.history.noteChanged([one], when);
          const places = settled.get(one.indicator);
          if (!places) settled.set(one.indicator, new Set(one.places));
          else for (const place of one.places) places.add(place);
          await pace();
        }
      }
      for await (const readings of parts) {
        await pace();
        const { changed, late } = into.series.append(readings);
        into.history.note([...changed, ...late]);
        await pace();
        if (!isWanted()) return null;
        // The parts of a record follow each other in time: a sum has been what it was after each. What was received is told in no such order.
        const last = feed && !past ? readings.at(-1) : undefined;
        if (last) await settle(last.observedAt);
      }
      await settle(at);
      return [...settled].map(([indicator, places]) => ({ indicator, places: [...places] }));
    },
  };
}
