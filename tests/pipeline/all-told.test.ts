import { resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { seeded, seedOf } from "../../model/seeded.ts";
import { DAY, parseTime } from "../../model/time.ts";
import { createWorld } from "../../model/world/world.ts";
import { openCatalog, type Catalog } from "../../server/catalog/index.ts";
import { createFeeds, DEFAULT_FEED } from "../../server/feeds/index.ts";
import { worldPlanOf } from "../../server/simulating.ts";
import { packs, placesOf } from "../fixtures/pack-places.ts";

/** The topics in depth. */
const SIX = ["water", "meteorology", "emergency-command", "transport", "energy-security", "health"];
/** What no played world tells, and why (docs/plan-topics.md). */
const UNTOLD: Readonly<Record<string, string>> = {
  "emg.response.level": "the loop holds the levels itself: a number beside it would contradict it, or raise an alert about what somebody has just decided",
  "emg.death.safety": "deaths are taken from signed reports alone; nobody invents them",
};
/** A calm morning, the storm's evening before and its landfall; a Monday of the ordinary time. */
const PLAYED = [[DEFAULT_FEED, ["2015-10-02T10:00:00+08:00", "2015-10-03T20:00:00+08:00", "2015-10-04T14:00:00+08:00"]], ["peace", ["2025-10-13T09:00:00+08:00"]]] as const;

let catalog: Catalog;
let told: Set<string>;
beforeAll(async () => {
  catalog = await openCatalog(resolve("."));
  told = new Set();
  const feeds = createFeeds(catalog, { simulates: true });
  for (const id of [DEFAULT_FEED, "covid:2020"]) {
    const record = feeds.open(id)!;
    for (const part of record.backfill(record.span.from - 1, record.span.from + 15 * DAY)) for (const { indicator } of part) told.add(indicator);
  }
  for (const [id, times] of PLAYED) {
    const world = createWorld(worldPlanOf(feeds.open(id)!, catalog));
    for (const at of times.map((text) => parseTime(text)!)) for (const [topic, feed] of packs) for (const place of placesOf(feed, catalog)) for (const { indicator } of feed.feed(at, seeded(seedOf(world.seed, topic, place.id, at)), place, world)) told.add(indicator);
  }
}, 2 * 60_000);

test("every indicator of the six topics is told in a played world, or named with the reason why none tells it", () => {
  const all = catalog.topics.filter(({ id }) => SIX.includes(id)).flatMap(({ indicators }) => indicators.map(({ id }) => id));
  expect(all.length).toBeGreaterThan(SIX.length * 12 - 1);
  expect(all.filter((id) => !told.has(id)).sort()).toEqual(Object.keys(UNTOLD).sort());
});

test("where something is measured in some regions alone, those are regions of its level", () => {
  for (const { id, leaf, where } of catalog.indicators) if (where) expect([id, where.filter((code) => catalog.regions.find(code)?.level !== leaf), new Set(where).size]).toEqual([id, [], where.length]);
});

test("what the villages of one order, of one alarm and of one signal tell agrees", () => {
  const at = parseTime("2015-10-04T16:40:00+08:00")!;
  const world = createWorld(worldPlanOf(createFeeds(catalog, { simulates: true }).open(DEFAULT_FEED)!, catalog));
  const values = new Map<string, number>();
  for (const topic of ["water", "meteorology"]) {
    const feed = packs.find(([id]) => id === topic)![1];
    for (const place of placesOf(feed, catalog).filter(({ level }) => level !== "site")) for (const { indicator, value, num } of feed.feed(at, seeded(1), place, world)) values.set(`${indicator} ${place.id}`, value ?? num!);
  }
  const of = (indicator: string): [string, number][] => [...values].filter(([key]) => key.startsWith(`${indicator} `)).map(([key, value]) => [key.split(" ")[1]!, value]);
  const sum = (all: readonly [string, number][]): number => all.reduce((total, [, value]) => total + value, 0);
  for (const [village, go] of of("water.flash.go")) expect(go).toBeLessThanOrEqual(values.get(`water.flash.alarm ${village}`)!);
  expect([sum(of("water.flash.alarm")) > 0, sum(of("water.flash.alarm")) < 100]).toEqual([true, true]);
  const signalled = new Set(of("met.warn.active").filter(([, n]) => n > 0).map(([county]) => county));
  expect(signalled.size).toBeGreaterThan(20);
  // Who is reached lies in a county where a signal is in force; 东莞 and 中山 have no counties that count.
  for (const [town] of of("met.push.reach")) if (!/^44(19|20)/.test(town)) expect([town, signalled.has(town.slice(0, 6))]).toEqual([town, true]);
  for (const [county, red] of of("met.warn.red")) expect(red).toBeLessThanOrEqual(values.get(`met.warn.active ${county}`)!);
});
