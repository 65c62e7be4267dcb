import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Indicator } from "../../model/indicator.ts";
import type { PackFeed, PackPlace, PackReading } from "../../model/pack-feed.ts";
import type { Cell, Reading } from "../../model/sample.ts";
import { seeded, seedOf } from "../../model/seeded.ts";
import { DAY, HOUR, parseTime } from "../../model/time.ts";
import { createWorld, type World } from "../../model/world/world.ts";
import { openCatalog, type Catalog } from "../../server/catalog/index.ts";
import { createFeeds } from "../../server/feeds/index.ts";
import { decodeSample } from "../../server/ingest/index.ts";
import { measuredAt } from "../../server/measured-at.ts";
import { brought } from "../../server/packs/brought.ts";
import { createRollup } from "../../server/rollup/index.ts";
import { createSeries } from "../../server/series/index.ts";
import { modelled, packSource, worldPlanOf } from "../../server/simulating.ts";
import health from "../../topics/health/feed.ts";
import meteorology from "../../topics/meteorology/feed.ts";

const MONDAY = parseTime("2025-10-13T00:00:00+08:00")!;
let catalog: Catalog;
let world: World;
beforeAll(async () => {
  catalog = await openCatalog(resolve("."));
  world = createWorld(worldPlanOf(createFeeds(catalog, { simulates: true }).open("peace")!, catalog));
});

/** What a pack brings of one of its indicators at an instant, as its thread and the house take it: computed, decoded, nothing refused. */
function told(topic: string, feed: PackFeed, id: string, at: number): Reading[] {
  const know = {
    indicator: (indicator: string) => catalog.indicator(indicator),
    place: (place: string) => {
      const site = catalog.site(place);
      return site && { level: "site" as const, siteKind: site.kind, region: site.region };
    },
  };
  return measuredAt(catalog, catalog.indicator(id)!).flatMap((spot) => {
    const place: PackPlace = { ...spot, indicators: [id] };
    const items = brought(at, world, place, (then) => feed.feed(then, seeded(seedOf(world.seed, topic, place.id, then)), place, world)) as PackReading[];
    return items.map((item): Reading => {
      const decoded = decodeSample(modelled({ ...item, place: place.id }, at), packSource(topic, "44"), know, at);
      if (!decoded.ok) throw new Error(decoded.message);
      return decoded.reading;
    });
  });
}
function numbers() {
  const series = createSeries({ regions: catalog.regions, sites: catalog.sites, indicators: catalog.indicators });
  const here = (id: string): Indicator | undefined => {
    const indicator = catalog.indicator(id);
    // A played world reports hourly.
    return indicator && { ...indicator, cadenceMs: Math.max(indicator.cadenceMs, HOUR) };
  };
  return { series, rollup: createRollup({ regions: catalog.regions, sites: catalog.sites, indicator: here, series }) };
}
/** The first instant of the fortnight at which a station that reports the wind has such a fault, so long into it. */
function firstWith(kind: "late" | "silent" | "stuck", afterH: number): { readonly site: string; readonly at: number } {
  const stations = measuredAt(catalog, catalog.indicator("met.wind.mean")!);
  for (let at = MONDAY; at < MONDAY + 14 * DAY; at += HOUR)
    for (const { id: site } of stations) if (world.fault(at, site)?.kind === kind && world.fault(at - afterH * HOUR, site)?.kind === kind && !world.fault(at - (afterH + 1) * HOUR, site)) return { site, at };
  throw new Error(`No station is ${kind} in a fortnight.`);
}
/** The cell of a station at an hour, whose last six hours were told. */
function cellAt(site: string, at: number): Cell {
  const { series, rollup } = numbers();
  for (let hour = at - 6 * HOUR; hour <= at; hour += HOUR) series.append(told("meteorology", meteorology, "met.wind.mean", hour));
  rollup.settle(1);
  return rollup.cell("met.wind.mean", site, at);
}

describe("a station of a simulated world", () => {
  test("that is silent grows old on the wall, and keeps its last value", () => {
    const { site, at } = firstWith("silent", 3);
    expect(cellAt(site, at)).toMatchObject({ state: "stale", value: expect.any(Number) as number, quality: "modelled" });
    expect(cellAt(site, at).observedAt).toBe(at - 4 * HOUR);
  });
  test("that is late is told of when it measured, and never of now", () => {
    const { site, at } = firstWith("late", 4);
    const fault = world.fault(at, site);
    expect(cellAt(site, at).observedAt).toBe(at - (fault?.kind === "late" ? fault.byMs : Number.NaN));
  });
  test("that is stuck says the same of every hour, and is called 疑", () => {
    const { site, at } = firstWith("stuck", 3);
    const cell = cellAt(site, at);
    expect(cell).toMatchObject({ state: "fresh", quality: "suspect", observedAt: at });
    expect(cell.value).toBe(cellAt(site, at - HOUR).value);
  });
  test("is one of few: all others are fresh and computed", () => {
    const { at } = firstWith("stuck", 3);
    const readings = told("meteorology", meteorology, "met.wind.mean", at);
    const stations = measuredAt(catalog, catalog.indicator("met.wind.mean")!).filter(({ point }) => point);
    expect(readings.filter(({ quality, observedAt }) => quality === "modelled" && observedAt === at).length / stations.length).toBeGreaterThan(0.93);
  });
});

describe("the figure of a day that is corrected in the afternoon", () => {
  const ID = "hlth.claim.abnormal";
  const at = (hour: number, day: number): number => MONDAY + day * DAY + hour * HOUR;

  test("replaces what was told in the morning: the same day, one number, added up anew, and not another reading", () => {
    let corrections = 0;
    for (let day = 0; day < 7; day++) {
      const { series, rollup } = numbers();
      const [morning, noon, afternoon] = [9, 12, 15].map((hour) => told("health", health, ID, at(hour, day)));
      expect(series.append(morning!).changed).toHaveLength(morning!.length);
      rollup.settle(1);
      // Told again before noon it is the same, and no news.
      expect(series.append(noon!.filter(({ place }) => morning!.some((one) => one.place === place)))).toMatchObject({ late: [] });
      const { changed, late } = series.append(afternoon!);
      const revised = changed.filter((one) => morning!.some(({ place, observedAt }) => place === one.place && observedAt === one.observedAt));
      corrections += revised.length;
      expect(late).toEqual([]);
      rollup.settle(2);
      for (const one of revised) {
        const first = morning!.find(({ place }) => place === one.place)!;
        expect(one.num).toBeGreaterThan(first.num!);
        expect(one.den).toBe(first.den);
        expect(rollup.cell(ID, one.place, at(15, day))).toMatchObject({ observedAt: first.observedAt, quality: "modelled" });
        const parts = rollup.contributions(ID, catalog.site(one.place)!.region, at(15, day));
        expect(parts.filter(({ place }) => place === one.place)).toMatchObject([{ num: one.num, den: one.den }]);
      }
    }
    expect(corrections).toBeGreaterThan(0);
  });
});
