import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { AlertRecord } from "../../../model/records.ts";
import { HOUR, parseTime } from "../../../model/time.ts";
import { NO_RECORDS, NO_SERIES, NO_SLICE, type Status } from "../../../model/view.ts";
import { findingsFor, regionsAround } from "./findings-around.ts";
import { tellingOf } from "./kinds.ts";
import { milderOfSame } from "./milder-of-same.ts";
import { nameInLists } from "./place-names.ts";
import { Reader, type Shelf } from "./reader.ts";
import type { MapBase } from "./map-sets.ts";
import type { Standpoint } from "./standpoint.ts";

const NOW = parseTime("2015-10-04T13:20:00+08:00")!;
const seen = { status: "ready", code: "", tick: 7, at: NOW, simAt: NOW } as const;
const rows = new Map(readFileSync("data/regions/regions.csv", "utf8").trim().split("\n").slice(1).map((line) => {
  const [code = "", name = "", level = "", parent = "", kind = ""] = line.split(",");
  return [code, { code, name, level: level as "county", parent, passThrough: kind === "pseudo" }] as const;
}));
const above = (code: string): string[] => (code === "" ? [] : [...above(rows.get(code)!.parent), code]);
const nameOf = (code: string): string => nameInLists(rows.get(code)!, rows.get(rows.get(code)!.parent), "zh");

const found = (place: string, severity: 1 | 2 | 3 | 4, more: Partial<AlertRecord> = {}): AlertRecord => ({
  id: `${place}-${severity}`, rule: `storm.${severity}`, indicator: severity === 2 ? "met.storm.arrival.r10" : "met.storm.arrival.r7", place, topic: "met", severity, state: "unacknowledged", value: 5, limit: 12, source: "GB", sourceDown: false,
  raisedAt: "", simAt: "", group: "g", placeName: rows.get(place)!.name, areaName: above(place).slice(1, 3).filter((code) => !rows.get(code)!.passThrough).map((code) => rows.get(code)!.name).join(" "), within: above(place),
  indicatorTitle: "风圈到达", unit: "h", decimals: 2, says: `达到台风${"红橙黄蓝"[severity - 1]}色预警标准`, ...more,
});
/** A house whose channels tell of a region what lies in it, as the server's do. */
function shelf(alerts: readonly AlertRecord[], statusOf: (region: string) => Status = () => "ready"): Shelf {
  const levels = (region: string) => alerts.filter(({ within }) => within.includes(region)).flatMap(({ rule, severity, place, placeName, areaName }) => [
    { id: `${rule}|${severity}`, rule, severity, stood: [{ from: NOW - 2 * HOUR }] },
    { id: `${rule}|${severity}|${place}`, rule, severity, at: NOW - 2 * HOUR, places: [place], placeName, areaName },
  ]);
  const told = (kind: string, region: string): readonly unknown[] => (kind === "alerts" ? alerts.filter(({ within }) => within.includes(region)) : kind === "levels" ? levels(region) : []);
  return {
    slice: () => NO_SLICE, series: () => NO_SERIES,
    records: <T>(_: string, channel: { readonly kind: string; readonly region?: string }) => {
      const status = statusOf(channel.region ?? "");
      return status === "ready" ? { ...seen, records: new Map(told(channel.kind, channel.region ?? "").map((record, i) => [`${i} ${(record as AlertRecord).id}`, record as T])) } : { ...NO_RECORDS, status };
    },
  };
}
const from = {
  lang: "zh", names: { of: nameOf, isPassThrough: (code: string) => rows.get(code)!.passThrough }, words: { indicator: () => undefined, topic: () => undefined },
  here: { info: undefined, isLive: true, isOneTime: true, simNow: NOW, serverNow: NOW, peopleNow: NOW, stoodAt: null, linked: true, standsSince: null, checkedAt: () => NOW },
} as unknown as Standpoint;
function aloud(kind: string, region: string, alerts: readonly AlertRecord[]): string {
  const config = { focus: { region }, fromH: -6, toH: 6 };
  const telling = tellingOf(kind)!;
  return telling.spoken(telling.read(new Reader(shelf(alerts), "storm"), config), config, from, undefined as unknown as MapBase);
}
const [LEIZHOU, WUSHI, VILLAGE, DONGCHENG] = ["440882", "440882115", "440882115212", "441900003"];

test("the regions around a place are those that the file states, in every row", () => {
  for (const { code, level } of rows.values()) if (["town", "village"].includes(level)) expect(regionsAround(code)).toEqual(above(code).slice(0, -1).reverse());
  expect([regionsAround("44"), regionsAround("4408"), regionsAround(LEIZHOU), regionsAround("441900")]).toEqual([[], ["44"], ["4408", "44"], ["4419", "44"]]);
});

describe.each([["a town", WUSHI, "雷州乌石镇"], ["a village", VILLAGE, "乌石村"]])("%s of a county that meets a standard is not calm", (_, region, name) => {
  const storm = [found(LEIZHOU, 2), found(LEIZHOU, 4), found("440882001", 1)];
  test("the headline tells the county's standard as the county's", () => {
    expect(aloud("headline", region, storm)).toMatch(new RegExp(`^${name} 所在雷州达台风橙色标准，共 2 项未确认`));
  });
  test("the alerts count it and name it, and nothing of a neighbour", () => {
    expect(aloud("alerts", region, storm)).toBe("系统研判（未发布）：红 0、橙 1、黄 0、蓝 1；最要紧：所在雷州，台风橙色标准，未确认 1。");
  });
  test("the line of time has its level", () => {
    expect(aloud("spine", region, storm)).toContain("11:20 起橙色");
    expect(aloud("spine", region, storm)).not.toContain("红色");
  });
});
describe("a station of which no more is known than its county", () => {
  const at = (id: string, county: string, more: Partial<AlertRecord> = {}) => found(county, 1, { id: `site-${id}`, place: `site-${id}`, placeName: `${id}自动站`, within: above(county), indicator: "met.wind.gust", rule: "gust.1", says: "", indicatorTitle: "自动站极大风速", ...more });
  test("counts in every place of it, as the map draws it on all of its land, and is told as the county's", () => {
    const station = at("雷州市", LEIZHOU);
    for (const region of [WUSHI, VILLAGE]) {
      expect(aloud("alerts", region, [station, found(LEIZHOU, 2)])).toContain("红 1、橙 1");
      expect(aloud("alerts", region, [station])).toContain("最要紧：所在雷州的雷州市自动站");
      expect(aloud("headline", region, [station])).toContain("所在雷州的雷州市自动站");
    }
    expect(aloud("headline", WUSHI, [station, at("英利", LEIZHOU)])).toContain("所在雷州 2 处");
    expect(aloud("alerts", LEIZHOU, [station]), "the county itself has it in it").not.toContain("所在");
  });
  test("counts nowhere in another county, nor where its own town is known, in another town", () => {
    expect(aloud("alerts", WUSHI, [at("徐闻", "440825"), at("附城", "440882001")])).toContain("无未消告警");
    expect(aloud("alerts", WUSHI, [at("乌石", WUSHI)])).toMatch(/红 1.*最要紧：湛江 乌石自动站/);
  });
});
test("a town of a city without counties tells what the city came to", () => {
  expect(aloud("headline", DONGCHENG, [found("4419", 2)])).toMatch(/^东莞东城街道 所在东莞达台风橙色标准/);
  expect(aloud("alerts", DONGCHENG, [found("441900", 2)])).toContain("橙 1");
});
test("what lies in the place comes with what lies around it", () => {
  expect(aloud("headline", WUSHI, [found(VILLAGE, 2), found(LEIZHOU, 2)])).toMatch(/^雷州乌石镇 乌石村 1 处、所在雷州达台风橙色标准/);
  expect(aloud("alerts", LEIZHOU, [found("4408", 2), found(LEIZHOU, 3)])).toContain("橙 1、黄 1");
});
describe("what a city and the province came to holds for what lies in them", () => {
  const all = [found("44", 1), found("4408", 2), found("4401", 1), found("440825", 1)];
  test("a county tells it as theirs, and nothing of another city or county", () => {
    expect(aloud("headline", LEIZHOU, all)).toMatch(/^湛江雷州 所在广东省达台风红色标准，共 2 项未确认/);
    expect(aloud("alerts", LEIZHOU, all)).toBe("系统研判（未发布）：红 1、橙 1、黄 0、蓝 0；最要紧：所在广东省，台风红色标准，未确认 1。");
    expect(aloud("headline", LEIZHOU, [found("4408", 2)])).toMatch(/^湛江雷州 所在湛江达台风橙色标准/);
    expect(aloud("spine", LEIZHOU, all)).toContain("11:20 起红色");
  });
  test("a city tells what the province came to beside its own", () => {
    expect(aloud("headline", "4408", [found("44", 1)])).toMatch(/^湛江 所在广东省达台风红色标准/);
    expect(aloud("headline", "4408", [found("44", 2), found(LEIZHOU, 2)])).toMatch(/^湛江 雷州 1 处、所在广东省达台风橙色标准/);
    expect(aloud("alerts", "4408", [found("44", 1), found("4408", 2), found("4401", 1)])).toContain("红 1、橙 1");
  });
  test("the province has nothing around it: what it came to is its own", () => {
    expect(aloud("headline", "44", [found("44", 1)])).not.toContain("所在");
    expect(aloud("alerts", "44", [found("44", 1)])).toContain("最要紧：全省，台风红色标准");
  });
});
test("a seat that may not hear of a region around is told so, and only then", () => {
  const told = (kind: string, region: string, refused: readonly string[]) => {
    const config = { focus: { region } };
    const telling = tellingOf(kind)!;
    const reader = new Reader(shelf([found("440825", 2)], (code) => (refused.includes(code) ? "refused" : "ready")), "storm");
    return telling.spoken(telling.read(reader, config), config, from, undefined as unknown as MapBase);
  };
  for (const kind of ["alerts", "headline"]) {
    expect(told(kind, LEIZHOU, ["4408", "44"]), kind).toMatch(/不含所在市、省告警。$/);
    expect(told(kind, "4408", ["44"]), kind).toMatch(/不含所在省告警。$/);
    expect(told(kind, LEIZHOU, []), kind).not.toContain("不含所在");
  }
  const { note } = tellingOf("alerts")!.card!(tellingOf("alerts")!.read(new Reader(shelf([], (code) => (code === "44" ? "refused" : "ready")), "storm"), { focus: { region: "4408" } }), { focus: { region: "4408" } }, from);
  expect(note).toContain("不含所在省告警");
});
test("calm is said when the regions around have been heard, and not before", () => {
  const statusOf = (status: Status) => findingsFor(new Reader(shelf([], (region) => (region === LEIZHOU ? status : "ready")), "storm"), WUSHI).status;
  expect([statusOf("loading"), statusOf("ready"), statusOf("refused")]).toEqual(["loading", "ready", "ready"]);
});
test("without a finding anywhere around, a town is told to have none", () => {
  expect(aloud("headline", WUSHI, [found("440825", 2), found("440882001", 2)])).toContain("无未消告警");
});

test("a milder standard of the same danger at places that are told already is not most urgent again", () => {
  const [orange, blue] = [[found(LEIZHOU, 2), found("440825", 2)], [found(LEIZHOU, 4), found("440825", 4)]];
  expect([milderOfSame(blue, orange), milderOfSame(orange, blue), milderOfSame([...blue, found("440881", 4)], orange)]).toEqual([true, false, false]);
  expect(milderOfSame([found(LEIZHOU, 4, { indicator: "water.rain.hour", says: "有村处于山洪转移预警" })], orange)).toBe(false);
  const storm = { kind: "storm", id: "201522", nameZh: "彩虹", source: "JMA", at: NOW, hasRadii: false, fixes: [], ahead: [], sentence: "", now: null };
  const telling = tellingOf("headline")!;
  const inStorm: Shelf = { ...shelf([...orange, ...blue]), records: <T>(situation: string, channel: Parameters<Shelf["records"]>[1]) => (channel.kind === "hazard" ? { ...seen, records: new Map([["s", storm as T]]) } : shelf([...orange, ...blue]).records<T>(situation, channel)) };
  const config = { focus: { region: "4408" } };
  expect(telling.spoken(telling.read(new Reader(inStorm, "storm"), config), config, from, undefined as unknown as MapBase)).toContain(`最要紧：徐闻等 2 处达台风橙色标准 · 共 4 项未确认`);
});
