import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Finding } from "../../model/finding.ts";
import { distanceKm } from "../../model/geodesy.ts";
import { packFact } from "../../model/pack-fact.ts";
import type { PackFeed, PackReading } from "../../model/pack-feed.ts";
import type { Reading } from "../../model/sample.ts";
import { seeded, seedOf } from "../../model/seeded.ts";
import { DAY, HOUR, MINUTE, parseTime } from "../../model/time.ts";
import { WEEKS } from "../../model/usual.ts";
import { isMajorAt } from "../../model/world/incidents.ts";
import { createWorld, type World } from "../../model/world/world.ts";
import { openCatalog, type Catalog } from "../../server/catalog/index.ts";
import { createFeeds, DEFAULT_FEED, type Feed } from "../../server/feeds/index.ts";
import { decodeSample } from "../../server/ingest/index.ts";
import { brought } from "../../server/packs/brought.ts";
import { createRollup } from "../../server/rollup/index.ts";
import { createRules } from "../../server/rules/index.ts";
import { createSeries } from "../../server/series/index.ts";
import { modelled, townsOf, worldPlanOf } from "../../server/simulating.ts";
import { normalOf } from "../../server/usual/normal.ts";
import { packs, placesOf } from "../fixtures/pack-places.ts";

const STEP = 15 * MINUTE;

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog(resolve("."));
});

/** Plays what packs alone tell of a world for so long, of some of their indicators or all, and judges it by all rules, as a situation does. */
function found(id: string, from: number, to: number, only?: ReadonlySet<string>): { readonly finding: Finding; readonly at: number }[] {
  const record: Feed = createFeeds(catalog, { simulates: true }).open(id)!;
  const { observed } = record.simulates!;
  const world: World = createWorld(worldPlanOf(record, catalog));
  const know = {
    indicator: (indicator: string) => catalog.indicator(indicator),
    place(place: string) {
      const region = catalog.regions.find(place);
      if (region) return { level: region.level, region: region.code };
      const site = catalog.site(place);
      return site && { level: "site" as const, siteKind: site.kind, region: site.region };
    },
  };
  const places = new Map(packs.map(([topic, feed]) => [topic, placesOf(feed, catalog).filter((place) => !observed.has(place.id)).flatMap((place) => (only ? (place.indicators.some((indicator) => only.has(indicator)) ? [{ ...place, indicators: place.indicators.filter((indicator) => only.has(indicator)) }] : []) : [place]))]));
  const tell = (topic: string, feed: PackFeed, at: number, of = places.get(topic)!): Reading[] => {
    const due = Math.floor(at / feed.everyMs) * feed.everyMs;
    return of.flatMap((place) => (brought(due, world, place, (then) => feed.feed(then, seeded(seedOf(world.seed, topic, place.id, then)), place, world)) as PackReading[]).flatMap((said): Reading[] => {
      const decoded = decodeSample(modelled({ ...said, place: place.id }, due), { id: packFact(topic), region: "44", mayAbout: () => true }, know, due);
      return decoded.ok ? [decoded.reading] : [];
    }));
  };
  const series = createSeries({ regions: catalog.regions, sites: catalog.sites, indicators: catalog.indicators });
  const rollup = createRollup({ regions: catalog.regions, sites: catalog.sites, indicator: (indicator) => catalog.indicator(indicator), series });
  const usual = (indicator: string, place: string, at: number) => {
    const pack = packs.find(([, feed]) => feed.tells.some((told) => told.indicator === indicator));
    const of = pack && places.get(pack[0])!.filter((each) => each.id === place).map((each) => ({ ...each, indicators: [indicator] }));
    if (!pack || !of?.length) return null;
    return normalOf(Array.from({ length: WEEKS }, (_, week) => tell(...pack, Math.floor(at / HOUR) * HOUR - (week + 1) * 7 * DAY, of)[0]?.value ?? null).filter((value) => value !== null));
  };
  const rules = createRules({
    rules: catalog.rules, usual,
    indicator: (indicator) => catalog.indicator(indicator),
    levelOf: (place) => catalog.regions.find(place)?.level ?? (catalog.site(place) ? "site" : undefined),
    site: (site) => catalog.site(site),
    cell: (indicator, place, now) => rollup.unrounded(indicator, place, now),
  });
  const out: { finding: Finding; at: number }[] = [];
  let tick = 0;
  for (let at = from; at <= to; at += STEP) {
    for (const [topic, feed] of packs) series.append(tell(topic, feed, at));
    for (const finding of [...rules.evaluate(rollup.settle(++tick), at)].flat()) out.push({ finding, at });
  }
  return out;
}
/** What stands at the end. */
function standingOf(all: readonly { readonly finding: Finding }[]): Finding[] {
  const now = new Map<string, Finding>();
  for (const { finding } of all) {
    const cause = `${finding.indicator} ${finding.place}`;
    if (finding.kind === "exceed") now.set(cause, finding);
    else if (finding.kind === "clear") now.delete(cause);
  }
  return [...now.values()];
}
const tally = (findings: readonly Finding[]): string => {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([rule, n]) => `${rule} ${n}`).join(", ");
};
/** Of a site its own, of a region its own or that of the nearest above it: villages have none. */
function pointOf(place: string): readonly [number, number] {
  let found = catalog.site(place)?.point ?? catalog.point(place);
  for (let at = catalog.regions.find(place); !found && at; at = catalog.regions.find(at.parent)) found = catalog.point(at.parent);
  return found!;
}
/** 气象, 水利, 能源, 交通: what wind and rain do. */
const isOfHazard = ({ indicator }: Finding): boolean => /^(met|water|ener|tra)\./.test(indicator);
const raisedIn = (all: ReturnType<typeof found>): Finding[] => all.filter(({ finding: { kind } }) => kind === "exceed").map(({ finding }) => finding);

test("an ordinary Monday morning finds a few things in the whole province, and none of them is grave", () => {
  const from = parseTime("2025-10-27T08:00:00+08:00")!;
  const raised = raisedIn(found("peace", from, from + 2 * HOUR));
  expect(raised.length, tally(raised)).toBeGreaterThan(0);
  expect(raised.length, tally(raised)).toBeLessThanOrEqual(25);
  expect(raised.filter(({ rule }) => rule.level === 1), tally(raised)).toEqual([]);
});

test.each(["2025-10-27T08:00:00+08:00", "2025-11-03T20:00:00+08:00", "2025-11-12T02:00:00+08:00"])("what is judged by its growth over a day does not grow so in an ordinary one (%s)", (when) => {
  const growing = new Set(catalog.rules.flatMap(({ indicator, when }) => ("of" in when && when.of === "growth" ? [indicator] : [])));
  expect([...growing]).toContain("water.dam.seepage");
  const from = parseTime(when)!;
  const raised = raisedIn(found("peace", from, from + 30 * HOUR, growing)).filter(({ rule }) => "of" in rule.when && rule.when.of === "growth");
  expect(raised.map(({ indicator, place, value }) => `${indicator} ${place} ${value}`)).toEqual([]);
});

describe.each([["the evening before", "2015-10-03T18:00:00+08:00", 200], ["the hour of landfall", "2015-10-04T14:00:00+08:00", 350]])("a storm on %s", (_, when, most) => {
  let all: ReturnType<typeof found>;
  let standing: Finding[];
  beforeAll(() => {
    all = found(DEFAULT_FEED, parseTime(when)!, parseTime(when)! + HOUR);
    standing = standingOf(all);
  });

  test("is found by what wind and rain do, and by little else", () => {
    expect(standing.filter(isOfHazard).length, tally(standing)).toBeGreaterThan(60);
    expect(standing.length, tally(standing)).toBeLessThan(most);
    const others = standing.filter((finding) => !isOfHazard(finding));
    expect(others.length, tally(others)).toBeLessThanOrEqual(12);
  });

  test("is red only where it is near", () => {
    const storm = createWorld({ seed: 1, storm: catalog.storm("201522")!, reaches: [] }).storm(parseTime(when)! + HOUR)!;
    const far = standing.filter(({ rule, place }) => rule.level === 1 && distanceKm([storm.lon, storm.lat], pointOf(place)) > 450);
    expect(tally(far.filter(({ rule }) => rule.at !== "province"))).toBe("");
  });

  test("has an alert where 事件 lists an emergency that is 较大 or graver, and of no others; a duty officer can read all of the list", () => {
    const world = createWorld(worldPlanOf(createFeeds(catalog, { simulates: true }).open(DEFAULT_FEED)!, catalog));
    const listed = townsOf(catalog).flatMap((town) => world.underWay(parseTime(when)! + HOUR, town));
    const major = listed.filter((one) => isMajorAt(one, parseTime(when)! + HOUR)).map(({ region }) => region);
    expect(standing.filter(({ indicator }) => indicator.startsWith("emg.event.")).map(({ place }) => place).sort()).toEqual([...new Set(major)].sort());
    expect(listed.length).toBeLessThanOrEqual(40);
  });
});
