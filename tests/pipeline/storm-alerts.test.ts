import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { HOUR, MINUTE, parseTime } from "../../model/time.ts";
import { openCatalog, type Catalog } from "../../server/catalog/index.ts";
import { createFeeds, DEFAULT_FEED, type Feed } from "../../server/feeds/index.ts";
import { createRollup } from "../../server/rollup/index.ts";
import { createRules } from "../../server/rules/index.ts";
import { createSeries } from "../../server/series/index.ts";

const at = (text: string) => parseTime(`${text}+08:00`)!;
let catalog: Catalog;
let feed: Feed;
beforeAll(async () => {
  catalog = await openCatalog(resolve("."));
  feed = createFeeds(catalog).open(DEFAULT_FEED)!;
});

/** The way from the record to findings, with the real catalogue, and nothing else. */
function drill() {
  const series = createSeries({ regions: catalog.regions, sites: catalog.sites, indicators: catalog.indicators });
  const rollup = createRollup({ regions: catalog.regions, sites: catalog.sites, indicator: (id) => catalog.indicator(id), series });
  const rules = createRules({
    rules: catalog.rules,
    indicator: (id) => catalog.indicator(id),
    levelOf: (place) => catalog.regions.find(place)?.level ?? (catalog.site(place) ? "site" : undefined),
    site: (id) => catalog.site(id),
    cell: (indicator, place, now) => rollup.unrounded(indicator, place, now),
  });
  let tick = 0;
  let played = feed.span.from - 1;
  return {
    rollup,
    goTo(now: number) {
      for (const part of feed.backfill(played, now)) series.append(part);
      played = now;
      return [...rules.evaluate(rollup.settle(++tick), now)].flat();
    },
  };
}
const named = (findings: readonly { kind: string; rule: { id: string }; place: string }[]) => findings.map((f) => `${f.kind} ${f.rule.id} ${f.place}`);

describe("alerts of the storm drill", () => {
  test("when the drill begins, coastal counties meet the blue and the yellow standard, and none the red, which the record cannot show", () => {
    const findings = drill().goTo(feed.start);
    const raised = named(findings);
    expect(findings.every((f) => f.kind === "exceed" && catalog.regions.find(f.place)?.level === "county")).toBe(true);
    expect(raised).toContain("exceed met.storm.arrival.r7#4 440883");
    expect(raised).toContain("exceed met.storm.arrival.r10#3 440825");
    expect(new Set(findings.map((f) => f.rule.level))).toEqual(new Set([3, 4]));
    expect(findings.length).toBeGreaterThan(20);
    expect(findings.length).toBeLessThan(124);
    for (const { rule } of findings) expect(rule).toMatchObject({ says: { zh: expect.stringMatching(/^达到台风[蓝黄]色预警标准/), en: expect.stringMatching(/^meets the (blue|yellow) typhoon standard$/) }, source: expect.stringContaining("10分钟平均") });
  });

  test("no wind rule fires at Guangzhou's station, whose hours stay below 15 m/s", () => {
    const { goTo, rollup } = drill();
    const findings = [];
    for (let now = feed.start; now <= at("2015-10-05T08:00:00"); now += 4 * HOUR) findings.push(...goTo(now));
    expect(findings.filter((f) => f.indicator === "met.wind.mean")).toEqual([]);
    expect(rollup.cell("met.wind.mean", "4401", at("2015-10-05T08:00:00")).value).toBeLessThan(15);
  });

  test("twelve hours before the 10级 circle the alert of Xuwen rises from yellow to orange, and when the storm has gone it returns", () => {
    const { goTo, rollup } = drill();
    const story: string[] = [];
    for (let now = feed.start; now <= at("2015-10-05T14:00:00"); now += 2 * HOUR)
      story.push(...named(goTo(now)).filter((words) => words.includes("arrival.r10") && words.endsWith("440825")));
    expect(story[0]).toBe("exceed met.storm.arrival.r10#3 440825");
    expect(story[1]).toBe("exceed met.storm.arrival.r10#2 440825");
    expect(story.at(-1)).toMatch(/^clear /);
    expect(rollup.cell("met.storm.arrival.r10", "440825", at("2015-10-05T14:00:00"))).toMatchObject({ value: null });
  });

  test("a place that the storm has left shows no old countdown: its number is null, on time, and fully covered", () => {
    const { goTo, rollup } = drill();
    const landfall = at("2015-10-04T14:00:00");
    goTo(landfall);
    expect(rollup.cell("met.storm.arrival.r10", "440825", landfall).value).toBe(0);
    const later = at("2015-10-05T04:00:00");
    goTo(later);
    const cell = rollup.cell("met.storm.arrival.r10", "440825", later + 5 * MINUTE);
    expect(cell).toMatchObject({ value: null, state: "fresh", quality: "extrapolated" });
    expect(cell.coverage.have).toBe(cell.coverage.of);
  });

  test("the province's residents inside the circles are told with the counties that have a census", () => {
    const { goTo, rollup } = drill();
    const landfall = at("2015-10-04T14:00:00");
    goTo(landfall);
    const cell = rollup.cell("met.storm.exposed.r10", "44", landfall);
    expect(cell.coverage).toEqual({ have: 119, of: 122, level: "county" });
    expect(cell.value).toBeGreaterThan(4_000_000);
    expect(cell.quality).toBe("estimated");
    const cities = rollup.slice("met.storm.exposed.r10", "44", "city", landfall);
    expect(cities.reduce((sum, city) => sum + (city.value ?? 0), 0)).toBe(cell.value);
  });
});
