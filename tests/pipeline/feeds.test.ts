import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { packFact } from "../../model/pack-fact.ts";
import type { PackFeed, PackPlace, PackReading } from "../../model/pack-feed.ts";
import { seeded, seedOf } from "../../model/seeded.ts";
import { DAY, HOUR, MINUTE, formatTime, parseTime } from "../../model/time.ts";
import { createWorld, type World } from "../../model/world/world.ts";
import { openCatalog, type Catalog } from "../../server/catalog/index.ts";
import { decodeSample } from "../../server/ingest/index.ts";
import { measuredAt } from "../../server/measured-at.ts";

const feeds = Object.entries(import.meta.glob<PackFeed>("../../topics/*/feed.ts", { eager: true, import: "default" })).map(([path, feed]) => [path.split("/").at(-2)!, feed] as const);
const LANDFALL = parseTime("2015-10-04T14:00:00+08:00")!;
const CALM = parseTime("2015-10-01T10:00:00+08:00")!;
/** Villages and towns are many; every so manieth stands for them. */
const EVERY = 7;

let catalog: Catalog;
let world: World;
beforeAll(async () => {
  catalog = await openCatalog(resolve("."));
  world = createWorld({ seed: 5, storm: catalog.storm("201522")!, reaches: catalog.reaches });
});

/** The places of a pack, each with what it is asked about there. */
function placesOf(feed: PackFeed): PackPlace[] {
  const places = new Map<string, PackPlace & { indicators: string[] }>();
  for (const { indicator } of feed.tells)
    measuredAt(catalog, catalog.indicator(indicator)!).forEach((place, i) => {
      if (place.level === "town" && i % EVERY > 0) return;
      const known = places.get(place.id);
      if (known) known.indicators.push(indicator);
      else places.set(place.id, { ...place, indicators: [indicator] });
    });
  return [...places.values()];
}
type Told = PackReading & { readonly place: string };
function tell(topic: string, feed: PackFeed, at: number, of: World = world): Told[] {
  const due = Math.floor(at / feed.everyMs) * feed.everyMs;
  return placesOf(feed).flatMap((place) => feed.feed(due, seeded(seedOf(of.seed, topic, place.id, due)), place, of).map((reading) => ({ ...reading, place: place.id })));
}
const feedOf = (topic: string): PackFeed => feeds.find(([id]) => id === topic)![1];
const values = (topic: string, indicator: string, at: number): Map<string, number> =>
  new Map(tell(topic, feedOf(topic), at).filter((each) => each.indicator === indicator).map(({ place, value, num, den }) => [place, value ?? (100 * num!) / den!]));
const sum = (of: Map<string, number>): number => [...of.values()].reduce((total, value) => total + value, 0);

describe.each(feeds)("the feed of %s", (topic, feed) => {
  test.each([["a calm day", CALM], ["the hour of landfall", LANDFALL], ["the day after", LANDFALL + DAY]])("is taken as it is on %s: its own indicators, at their places, possible values, nothing of later", (_, at) => {
    const know = {
      indicator: (id: string) => catalog.indicator(id),
      place(id: string) {
        const region = catalog.regions.find(id);
        if (region) return { level: region.level, region: region.code };
        const site = catalog.site(id);
        return site && { level: "site" as const, siteKind: site.kind, region: site.region };
      },
    };
    const told = tell(topic, feed, at);
    expect(told.length).toBeGreaterThan(20);
    for (const { observedAt = Math.floor(at / feed.everyMs) * feed.everyMs, ...item } of told) {
      expect(observedAt).toBeLessThanOrEqual(at);
      expect(feed.tells.map(({ indicator }) => indicator)).toContain(item.indicator);
      const decoded = decodeSample({ ...item, observedAt: formatTime(observedAt), quality: "modelled" }, { id: packFact(topic), region: "44", mayAbout: () => true }, know, at);
      expect([item, decoded.ok ? "taken" : decoded.message]).toEqual([item, "taken"]);
    }
  });

  test("says the same whenever and wherever it is asked", () => {
    const other = createWorld({ seed: 5, storm: catalog.storm("201522")!, reaches: catalog.reaches });
    expect(tell(topic, feed, LANDFALL, other)).toEqual(tell(topic, feed, LANDFALL));
  });

  test("has something to say of each indicator that it tells of, at some time of a storm's days", () => {
    const seen = new Set<string>();
    for (const at of [CALM, LANDFALL - 12 * HOUR, LANDFALL, LANDFALL + DAY]) for (const { indicator } of tell(topic, feed, at)) seen.add(indicator);
    expect(feed.tells.map(({ indicator }) => indicator).filter((indicator) => !seen.has(indicator))).toEqual([]);
  });
});

describe("one storm moves all topics, in its geography", () => {
  const west = (code: string): boolean => /^(4408|4409|4417)/.test(code);
  const share = (of: Map<string, number>, where: (place: string) => boolean): number => sum(new Map([...of].filter(([place]) => where(place)))) / Math.max(1e-9, sum(of));

  test("power is lost where the wind was, and comes back", () => {
    const [before, at, later] = [CALM, LANDFALL + 4 * HOUR, LANDFALL + 2 * DAY].map((when) => values("energy-security", "ener.outage.users", when)) as [Map<string, number>, Map<string, number>, Map<string, number>];
    expect(sum(at)).toBeGreaterThan(20 * (sum(before) + 1));
    expect(share(at, west)).toBeGreaterThan(0.8);
    expect(sum(later)).toBeLessThan(sum(at) / 3);
  });

  test("rivers of the west rise after the rain, hours later than it fell, and those of the east hardly", () => {
    const [before, after] = [CALM, LANDFALL + 16 * HOUR].map((when) => values("water", "water.river.level", when)) as [Map<string, number>, Map<string, number>];
    expect(after.get("rg-huazhou")! - before.get("rg-huazhou")!).toBeGreaterThan(3);
    expect(Math.abs(after.get("rg-chaoan")! - before.get("rg-chaoan")!)).toBeLessThan(2);
  });

  test("bridges of the west are blown upon, roads there empty or slow, shelters fill, hospitals have more to do", () => {
    expect(values("transport", "tra.bridge.wind", LANDFALL).get("br-zhanjiang")!).toBeGreaterThan(20);
    expect(values("transport", "tra.bridge.wind", LANDFALL).get("br-nanao")!).toBeLessThan(22);
    expect(share(values("emergency-command", "emg.shelter.load", LANDFALL), () => true)).toBe(1);
    expect(values("emergency-command", "emg.shelter.load", CALM).size).toBe(0);
    const icu = (at: number): number => [...values("health", "hlth.icu.use", at)].filter(([place]) => west(place.slice(3))).reduce((total, [, value]) => total + value, 0);
    expect(icu(LANDFALL + 6 * HOUR)).toBeGreaterThan(icu(CALM));
  });
});

test("as many people are moved as the catalogue has in a storm, told by village; no town has more in its shelters than its villages have moved, and before it comes all say that nobody is", () => {
  const [before, at] = [CALM, LANDFALL].map((when) => values("emergency-command", "emg.people.moved", when)) as [Map<string, number>, Map<string, number>];
  expect(before.size).toBe(measuredAt(catalog, catalog.indicator("emg.people.moved")!).length);
  expect(new Set(before.values())).toEqual(new Set([0]));
  expect(sum(at)).toBeGreaterThan(200_000);
  expect(sum(at)).toBeLessThan(1_000_000);
  const loads = tell("emergency-command", feedOf("emergency-command"), LANDFALL).filter(({ indicator }) => indicator === "emg.shelter.load");
  expect(loads.length).toBeGreaterThan(30);
  for (const { place, num } of loads) expect([place, sum(new Map([...at].filter(([village]) => village.startsWith(place)))) >= num!]).toEqual([place, true]);
});
test("of towns that are called out a few are short of somebody, and none for longer than a quarter of an hour", () => {
  const short = Array.from({ length: 48 }, (_, i) => new Set([...values("emergency-command", "emg.call.answer", LANDFALL - 24 * HOUR + i * 15 * MINUTE)].flatMap(([place, share]) => (share < 100 ? [place] : []))));
  expect(short.reduce((all, { size }) => all + size, 0)).toBeGreaterThan(0);
  expect(Math.max(...short.map(({ size }) => size))).toBeLessThan(10);
  expect(short.filter((now, i) => [...now].some((place) => short[i - 1]?.has(place)))).toEqual([]);
});
test("shelters are opened for those who need them: few fill over their limit", () => {
  const full = [...values("emergency-command", "emg.shelter.load", LANDFALL).values()];
  expect(full.length).toBeGreaterThan(30);
  expect(full.filter((percent) => percent >= 80).length).toBeLessThan(0.03 * full.length);
});

describe("a day has its course and numbers their size", () => {
  const noon = parseTime("2015-09-22T15:00:00+08:00")!;

  test("load is drawn by the afternoon, and is that of the province", () => {
    const [night, day] = [noon - 12 * HOUR, noon].map((at) => sum(values("energy-security", "ener.load.total", at))) as [number, number];
    expect(day).toBeGreaterThan(night * 1.2);
    expect(day).toBeGreaterThan(8_000);
    expect(day).toBeLessThan(15_500);
  });

  test("a day's vehicles only grow until midnight, to about seven million, more on a holiday", () => {
    const hours = Array.from({ length: 24 }, (_, hour) => sum(values("transport", "tra.expressway.flow", noon - 15 * HOUR + hour * HOUR + 55 * MINUTE)));
    expect(hours.every((flow, i) => i === 0 || flow >= hours[i - 1]!)).toBe(true);
    expect(hours.at(-1)!).toBeGreaterThan(600);
    expect(hours.at(-1)!).toBeLessThan(850);
  });

  test("the figure of a day bears that day's end, and is told no earlier", () => {
    const told = tell("health", feedOf("health"), noon).find(({ indicator }) => indicator === "hlth.ili.rate")!;
    expect(formatTime(told.observedAt!)).toBe("2015-09-22T00:00:00.000+08:00");
    expect(formatTime(tell("health", feedOf("health"), noon - 10 * HOUR).find(({ indicator }) => indicator === "hlth.ili.rate")!.observedAt!)).toBe("2015-09-21T00:00:00.000+08:00");
  });
});

test("the load of the day after is told without tomorrow's weather: it errs, as forecasts do, and not by much", () => {
  const start = parseTime("2015-09-14T00:00:00+08:00")!;
  const errors = Array.from({ length: 14 * 4 }, (_, i) => start + i * 6 * HOUR).map((at) => sum(values("energy-security", "ener.load.ahead", at)) / sum(values("energy-security", "ener.load.total", at + DAY)) - 1);
  const off = errors.map(Math.abs);
  expect(off.reduce((all, each) => all + each, 0) / off.length).toBeLessThan(0.06);
  expect(Math.max(...off)).toBeGreaterThan(0.005);
  // The same until now, and another tomorrow.
  const before = { ...world, weather: (at: number, place: Parameters<World["weather"]>[1]) => (at > CALM ? { ...world.weather(at, place), tempC: 45 } : world.weather(at, place)) };
  expect(tell("energy-security", feedOf("energy-security"), CALM, before).filter(({ indicator }) => indicator === "ener.load.ahead")).toEqual(tell("energy-security", feedOf("energy-security"), CALM).filter(({ indicator }) => indicator === "ener.load.ahead"));
});
