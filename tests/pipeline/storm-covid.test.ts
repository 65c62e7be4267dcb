import { resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { EpidemicRecord } from "../../model/hazard.ts";
import type { Reading } from "../../model/sample.ts";
import { DAY, HOUR, parseTime } from "../../model/time.ts";
import { openCatalog, type Catalog } from "../../server/catalog/index.ts";
import { createFeeds, type Feed } from "../../server/feeds/index.ts";

const midnight = (date: string) => parseTime(`${date}T00:00:00+08:00`)!;
/** The end of a day: when its counts are known. */
const endOf = (date: string) => midnight(date) + DAY;
let catalog: Catalog;
let feed: Feed;
beforeAll(async () => {
  catalog = await openCatalog(resolve("."));
  feed = createFeeds(catalog).open("covid:2020")!;
});
const record = (at: number) => feed.extras(at)[0] as EpidemicRecord;
const told = (readings: readonly Reading[], indicator: string) => new Map(readings.filter((r) => r.indicator === indicator).map((r) => [r.place, r.value]));

test("a day's counts are known at its end and not an hour before", () => {
  const end = endOf("2020-02-01");
  expect(feed.readings(end - DAY, end - HOUR)).toEqual([]);
  expect(told(feed.readings(end - HOUR, end), "hlth.covid.confirmed").size).toBe(20);
});

test("a city that has not published is never, not 0: 云浮 begins on 6 February 2020", () => {
  const before = feed.readings(feed.span.from, endOf("2020-02-05"));
  expect(before.filter((r) => r.place === "4453")).toEqual([]);
  expect(told(feed.readings(endOf("2020-02-05"), endOf("2020-02-06")), "hlth.covid.confirmed").has("4453")).toBe(true);
});

test("new cases of a day are told only where the day before has a row", () => {
  const readings = feed.readings(endOf("2020-01-20"), endOf("2020-01-21"));
  expect(told(readings, "hlth.covid.confirmed").get("4403")).toBe(14);
  expect(told(readings, "hlth.covid.new")).toEqual(new Map());
  const next = feed.readings(endOf("2020-01-21"), endOf("2020-01-22"));
  const confirmed = told(readings, "hlth.covid.confirmed");
  for (const [city, cases] of told(next, "hlth.covid.new")) expect(told(next, "hlth.covid.confirmed").get(city)! - confirmed.get(city)!).toBe(cases);
  expect(told(next, "hlth.covid.new").size).toBe(7);
});

test("only cities are told, so that their sum is a sum of cities and nothing is counted twice", () => {
  const readings = feed.readings(feed.span.from, feed.span.to);
  expect(new Set(readings.map((r) => catalog.regions.find(r.place)?.level))).toEqual(new Set(["city"]));
  expect(new Set(readings.map((r) => r.place)).size).toBe(21);
});

test("[trap] on 63 of 325 days cities and unassigned cases do not add up to the province: the gap is stated, never filled", () => {
  const days = new Set(catalog.covid.map((row) => row.at));
  expect(days.size).toBe(325);
  let gaps = 0;
  for (const at of days) {
    const day = record(at);
    const rows = catalog.covid.filter((row) => row.at === at);
    const level = (row: (typeof rows)[number]) => (row.region === null ? "none" : catalog.regions.find(row.region)!.level);
    const cities = rows.filter((row) => level(row) === "city").reduce((n, row) => n + row.confirmed, 0);
    const loose = rows.filter((row) => level(row) === "none");
    const sum = [...told(feed.readings(at - 1, at), "hlth.covid.confirmed").values()].reduce((n, value) => n + value, 0);
    expect(sum).toBe(cities);
    expect(day.citiesConfirmed).toBe(cities);
    expect(day.unassignedConfirmed).toBe(loose.length === 0 ? null : loose.reduce((n, row) => n + row.confirmed, 0));
    expect(day.provinceConfirmed).toBe(rows.find((row) => level(row) === "province")!.confirmed);
    if (day.unexplained !== 0) gaps++;
  }
  expect(gaps).toBe(63);
});

test("on 7 February 2020 the province said 1,075 and the cities 1,034: the sentence says both and the 41 between", () => {
  expect(record(endOf("2020-02-07") + HOUR)).toMatchObject({ day: "2020-02-07", provinceConfirmed: 1075, citiesConfirmed: 1034, unassignedConfirmed: null, unexplained: 41 });
  expect(record(endOf("2020-02-07")).sentence).toBe("截至2月7日24时，21/21个市累计确诊1034例，全省公布1075例，仍差41例，原始记录如此。");
});

test("before the first day is over nothing has been published", () => {
  expect(record(feed.span.from)).toMatchObject({ day: null, provinceConfirmed: null, unexplained: null, sentence: "尚无疫情通报。" });
});

test("halves of a span together are the span, and a jump is filled with all of it", () => {
  const middle = endOf("2020-03-15") - 5 * HOUR;
  expect([...feed.readings(feed.span.from, middle), ...feed.readings(middle, feed.span.to)]).toEqual(feed.readings(feed.span.from, feed.span.to));
  expect([...feed.backfill(feed.span.from, middle)].flat()).toEqual(feed.readings(feed.span.from, middle));
});

test("with all later days removed, everything told up to T is the same", () => {
  for (const date of ["2020-01-22", "2020-02-07", "2020-04-20"]) {
    const t = endOf(date) + 7 * HOUR;
    const cut = createFeeds({ ...catalog, covid: catalog.covid.filter((row) => row.at <= t) }).open("covid:2020")!;
    expect(cut.readings(feed.span.from, t)).toEqual(feed.readings(feed.span.from, t));
    expect(cut.extras(t)).toEqual(feed.extras(t));
  }
});
