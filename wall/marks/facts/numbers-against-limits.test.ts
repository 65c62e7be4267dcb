import { describe, expect, test } from "vitest";
import type { Rule } from "../../../model/rule.ts";
import type { Cell, Site } from "../../../model/sample.ts";
import { HOUR, MINUTE, parseTime } from "../../../model/time.ts";
import { NO_RECORDS, NO_SERIES, NO_SLICE } from "../../../model/view.ts";
import * as balance from "./balance.ts";
import * as bump from "./bump.ts";
import * as datumBar from "./datum-bar.ts";
import { foundAt } from "./found-at.ts";
import { tellingOf } from "./kinds.ts";
import { limitsOf } from "./limits.ts";
import * as lineDiagram from "./line-diagram.ts";
import { regionOf } from "./listed.ts";
import type { MapBase } from "./map-sets.ts";
import * as profile from "./profile.ts";
import { Reader, type Shelf } from "./reader.ts";
import * as scatter from "./scatter.ts";
import * as shareBar from "./share-bar.ts";
import { siteName } from "./site-name.ts";
import type { Measured, Standpoint } from "./standpoint.ts";
import * as thresholdBar from "./threshold-bar.ts";
import * as tileMap from "./tile-map.ts";

const NOW = parseTime("2026-11-22T09:30:00+08:00")!;
const seen = { status: "ready", code: "", tick: 7, at: NOW, simAt: NOW } as const;
const cell = (place: string, value: number | null, more: Partial<Cell> = {}): Cell => ({ place, value, observedAt: NOW - MINUTE, state: value === null ? "never" : "fresh", quality: "good", coverage: { have: 1, of: 1, level: "site" }, tick: 7, ...more });
const measured = (id: string, unit: string, decimals: number): Measured => ({ id, title: { zh: id, en: id }, unit, decimals, rollup: "max", cadence: 5 * MINUTE });
const MEASURED: Readonly<Record<string, Measured>> = { "water.river.level": measured("water.river.level", "m", 2), "water.reservoir.level": measured("water.reservoir.level", "m", 2), "tra.seg.speed": measured("tra.seg.speed", "km/h", 0), "tra.visibility": measured("tra.visibility", "m", 0), "tra.toll.queue": measured("tra.toll.queue", "m", 0), in: measured("in", "MW", 0), out: measured("out", "MW", 0) };
const rule = (indicator: string, level: Rule["level"], when: Rule["when"], source = "a standard"): Rule => ({ id: `${indicator}#${level}`, indicator, level, when, source, holdMs: 0, deadband: 0 });
const RULES: readonly Rule[] = [
  rule("water.river.level", 3, { op: ">=", value: 0 }), rule("water.river.level", 2, { op: ">=", site: "guaranteedStageM", minus: "warningStageM" }), rule("water.river.level", 1, { op: ">", value: 50, of: "growth", over: HOUR }),
  rule("tra.seg.speed", 1, { op: "<", value: 15 }), rule("tra.seg.speed", 3, { op: "<", value: 50 }), rule("tra.seg.speed", 2, { op: "<", value: 30 }), rule("tra.visibility", 3, { op: "<", value: 200 }, "operational default"),
];
const site = (id: string, kind: string, name: string, attributes: Site["attributes"] = {}): Site => ({ id, kind, name, region: "44", attributes, class: "open" });
const SITES: readonly Site[] = [
  site("up", "river-gauge", "北江新韶测站", { river: "北江", riverKm: 0, warningStageM: 53, guaranteedStageM: 54.5, lowStageM: 47 }), site("low", "river-gauge", "石角水文站", { river: "北江", riverKm: 222, warningStageM: 11, guaranteedStageM: 12.5, lowStageM: 3 }),
  site("else", "river-gauge", "化州测站", { river: "鉴江", warningStageM: 9 }), site("dam", "reservoir", "飞来峡水库", { river: "北江", riverKm: 168, floodLimitM: 22.5 }),
  site("a", "road-section", "G4 京港澳高速 乐昌—韶关段", { road: "G4 京港澳高速", orderKm: 40 }), site("b", "road-section", "G4 京港澳高速 韶关—英德段", { road: "G4 京港澳高速", orderKm: 110 }), site("c", "road-section", "G4 京港澳高速 清远—广州段", { road: "G4 京港澳高速", orderKm: 250 }),
  site("toll", "toll-station", "G4 粤北主线站"),
];
type Cells = Readonly<Record<string, readonly Cell[]>>;
const shelf = (cells: Cells, records: readonly unknown[] = [], points: Readonly<Record<string, readonly (readonly [number, number | null, "good"])[]>> = {}): Shelf => ({
  slice: (_, { indicator }) => (cells[indicator] ? { ...seen, cells: new Map(cells[indicator].map((c) => [c.place, c])) } : NO_SLICE),
  records: <T>() => ({ ...NO_RECORDS, ...seen, records: new Map(records.map((r, i) => [String(i), r as T])) }),
  series: (_, { place }) => (points[place] ? { ...seen, points: points[place] } : NO_SERIES),
});
const from: Standpoint = {
  lang: "zh", mode: "routine", here: { info: undefined, isLive: true, isOneTime: true, simNow: NOW, serverNow: NOW, peopleNow: NOW, stoodAt: null, linked: true, standsSince: null, checkedAt: () => NOW },
  words: { indicator: (id) => MEASURED[id], topic: () => undefined, rulesOf: (id) => RULES.filter(({ indicator }) => indicator === id) },
  sites: { ofKind: (kind) => SITES.filter((one) => one.kind === kind), one: (id) => SITES.find((one) => one.id === id) },
  names: { of: (code) => ({ 44: "全省", 4401: "广州", 4403: "深圳", 4408: "湛江" })[code] ?? code, isPassThrough: () => false },
};
const reader = (cells: Cells, records: readonly unknown[] = [], points = {}): Reader => new Reader(shelf(cells, records, points), "live");
const title = { zh: "题", en: "title" };

describe("limits", () => {
  test("are the standards that are a number, the mildest first; a facility's own only where it states it", () => {
    const rules = RULES.filter(({ indicator }) => indicator === "water.river.level");
    expect(limitsOf(rules).map(({ value }) => value)).toEqual([0]);
    expect(limitsOf(rules, SITES[0]).map(({ value, level }) => [level, value])).toEqual([[3, 0], [2, 1.5]]);
    expect(limitsOf(rules, SITES[2]).map(({ value }) => value)).toEqual([0]);
    expect(limitsOf(from.words.rulesOf("tra.visibility")).map(({ byDefault }) => byDefault)).toEqual([true]);
  });
  test("a level stands where a finding holds, the gravest of a place; what has returned is none", () => {
    const found = foundAt([{ indicator: "x", place: "a", severity: 3, state: "unacknowledged" }, { indicator: "x", place: "a", severity: 2, state: "acknowledged" }, { indicator: "x", place: "b", severity: 1, state: "returned" }, { indicator: "y", place: "c", severity: 1, state: "unacknowledged" }], "x");
    expect([...found]).toEqual([["a", 2]]);
  });
  test("a panel of counties tells of the city that the wall looks at, and of the province where that has none below it", () => {
    expect(regionOf({ focus: { region: "4408" }, level: "county" })).toBe("4408");
    expect(regionOf({ focus: { region: "4408" }, level: "city" })).toBe("44");
    expect(regionOf({ focus: { region: "440882" }, level: "site" })).toBe("440882");
    expect(regionOf({ focus: { region: "4408" }, region: "4401", level: "county" })).toBe("4401");
  });
  test("facilities are called as they are between others of their kind", () => expect(SITES.slice(0, 4).map((one) => siteName(one))).toEqual(["新韶", "石角", "化州", "飞来峡"]));
});
describe("the profile of a river", () => {
  const config = { river: "北江", peaks: ["up"] } as const;
  const cells = { "water.river.level": [cell("up", -0.9), cell("low", 0.38), cell("else", 2)], "water.reservoir.level": [cell("dam", null)] };
  const told = (more: Cells = cells, points = {}) => profile.data(profile.read(reader(more, [], points), config), config, from).rivers[0]!;
  test("a stage is the gauge's own warning stage and what was told from it, and its truth says so", () => {
    const { stations, reservoirs } = told();
    expect(stations.map(({ name, km, stage, over }) => [name, km, stage.text, over.text])).toEqual([["新韶", 0, "52.10", "−0.90"], ["石角", 222, "11.38", "+0.38"]]);
    expect(stations[0]!.stage.truth).toMatchObject({ indicator: "water.river.level+warningStageM", value: 52.1, place: "up" });
    expect(stations[0]!.over.truth).toMatchObject({ indicator: "water.river.level", value: -0.9 });
    expect(reservoirs[0]).toMatchObject({ name: "飞来峡", levelM: null, over: { text: "从未上报", isNumber: false } });
  });
  test("the highest of the day is of this day, and told only where it was above what stands now", () => {
    const points = { up: [[NOW - 12 * HOUR, 3, "good"], [NOW - 4 * HOUR, -0.2, "good"], [NOW, -0.9, "good"]] };
    expect(told(cells, points).stations[0]!.peak?.text).toBe("−0.20");
    expect(told(cells, { up: [[NOW - 12 * HOUR, 3, "good"], [NOW, -0.9, "good"]] }).stations[0]!.peak).toBeUndefined();
  });
  test("a gauge whose source is lost has no stage; the card counts who told", () => {
    const lost = { ...cells, "water.river.level": [cell("up", -0.9, { state: "down" }), cell("low", null)] };
    expect(told(lost).stations.map(({ stageM, over }) => [stageM, over.isNumber])).toEqual([[null, false], [null, false]]);
    expect(profile.card(profile.read(reader(lost), config), config, from)).toMatchObject({ heading: "北江干流纵剖面", state: "down", coverage: { have: 1, of: 2, level: "site" } });
  });
});
describe("a road as a line", () => {
  const config = { roads: ["G4"] };
  const cells = { "tra.seg.speed": [cell("a", 46), cell("b", null, { state: "fresh" }), cell("c", null)], "tra.visibility": [cell("a", 9_000), cell("b", 150)], "tra.toll.queue": [cell("toll", 320)] };
  const line = (more: Cells = cells, records: readonly unknown[] = []) => lineDiagram.data(lineDiagram.read(reader(more, records), config), config, from).lines[0]!;
  test("stretches that meet share a place; between two that do not lies road that nobody watches", () => {
    expect(line().nodes.map(({ name }) => name)).toEqual(["乐昌", "韶关", "英德", "清远", "广州"]);
    expect(line().edges.map((edge) => edge?.state ?? null)).toEqual(["slow", "closed", null, "unknown"]);
  });
  test("in English a road is told by its number and its places as they are written there", () => {
    const english = SITES.map((one) => ({ ...one, ...(one.id === "a" && { nameEn: "G4 Lechang to Shaoguan" }), ...(one.id === "b" && { nameEn: "G4 Shaoguan to Yingde" }), ...(one.id === "c" && { nameEn: "G4 Qingyuan to Guangzhou" }) }));
    const row = lineDiagram.data(lineDiagram.read(reader(cells), config), config, { ...from, lang: "en", sites: { ofKind: (kind) => english.filter((one) => one.kind === kind), one: (id) => english.find((one) => one.id === id) } }).lines[0]!;
    expect([row.code, row.name, ...row.nodes.map(({ name }) => name)]).toEqual(["G4", "Expressway", "Lechang", "Shaoguan", "Yingde", "Qingyuan", "Guangzhou"]);
  });
  test("classes are those of the standards, and a level stands only where a finding does", () => {
    const at = (value: number) => line({ "tra.seg.speed": [cell("a", value)] }).edges[0]!.state;
    expect([at(96), at(50), at(49), at(29), at(14)]).toEqual(["free", "free", "slow", "jam", "stuck"]);
    expect(line().edges[0]!.found).toBeUndefined();
    expect(line(cells, [{ indicator: "tra.seg.speed", place: "a", severity: 3, state: "unacknowledged" }]).edges[0]!.found).toBe(3);
  });
  test("the longest queue is told always, sight only where it is short of a standard", () => {
    expect(line().asides.map(({ label, figure }) => [label, figure.text])).toEqual([["排队最长 粤北", "320"], ["能见度 韶关—英德", "150"]]);
    expect(line({ ...cells, "tra.visibility": [cell("b", 800)] }).asides).toHaveLength(1);
  });
});
describe("lists against limits", () => {
  test("what was met comes first, then what is nearest to its own limit; unknown comes last", () => {
    const config = { title, indicator: "water.river.level", level: "site" } as const;
    const cells = { "water.river.level": [cell("else", null), cell("up", -0.9), cell("low", 0.38)] };
    const read = thresholdBar.read(reader(cells, [{ indicator: "water.river.level", place: "up", severity: 2, state: "acknowledged" }]), config);
    expect(thresholdBar.data(read, config, from).rows.map(({ name, bars }) => [name, bars[0]!.limits, bars[0]!.found])).toEqual([["新韶", [0, 1.5], 2], ["石角", [0, 1.5], undefined], ["化州", [0], undefined]]);
  });
  test("columns stand from the highest above its datum down", () => {
    const config = { title, indicator: "water.river.level", level: "site", datum: { zh: "警戒", en: "warning" } } as const;
    const { columns } = datumBar.data(datumBar.read(reader({ "water.river.level": [cell("up", -0.9), cell("low", 0), cell("else", null)] }), config), config, from);
    expect(columns.map(({ name, figure, value }) => [name, figure.text, value])).toEqual([["石角", "持平", 0], ["新韶", "−0.90", -0.9], ["化州", "从未上报", null]]);
  });
  test("tiles bear the city that the wall looks at, and one order for all numbers", () => {
    const config = { title, indicator: "in", breaks: [10, 20], focus: { region: "440305" } };
    const { tiles, classes } = tileMap.data(tileMap.read(reader({ in: [cell("4401", 1_868_000), cell("4403", 12_000)] }), config), config, from);
    expect(tiles.map(({ name, figure, looked }) => [name, figure.text, looked])).toEqual([["广州", "186.8", undefined], ["深圳", "1.20", true]]);
    expect(classes).toEqual(["< 10", "10—20", "≥ 20"]);
    expect(tileMap.card(tileMap.read(reader({ in: [cell("4401", 1_868_000)] }), config), config, from).note).toBe("万MW");
  });
  test("two numbers make a point; one alone is named as missing", () => {
    const config = { title, level: "city", x: { indicator: "in" }, y: { indicator: "out", limit: 5 } } as const;
    const told = scatter.data(scatter.read(reader({ in: [cell("4401", 1), cell("4403", 2)], out: [cell("4401", 7), cell("4403", null)] }), config), config, from);
    expect(told.points.map(({ name, x, y }) => [name, x, y])).toEqual([["广州", 1, 7]]);
    expect([told.missing, told.y.limit, told.x.limit]).toEqual(["缺数 1：深圳", 5, undefined]);
  });
  test("places of a period are of its own last numbers, and now of what stands", () => {
    const config = { title, indicator: "in", level: "city", everyHours: 24, periods: 2 } as const;
    const points = { 4401: [[NOW - 12 * HOUR, 1, "good"], [NOW, 9, "good"]], 4403: [[NOW - 13 * HOUR, 5, "good"]], 4408: [] };
    const { units, periods } = bump.data(bump.read(reader({ in: [cell("4401", 9), cell("4403", 4), cell("4408", null)] }, [], points), config), config, from);
    expect(periods).toEqual(["21日", "9时"]);
    expect(units.map(({ name, ranks }) => [name, ranks])).toEqual([["广州", [2, 1]], ["深圳", [1, 2]], ["湛江", [null, null]]]);
  });
});
describe("wholes and their parts", () => {
  const part = (indicator: string) => ({ indicator, title: { zh: indicator, en: indicator } });
  test("shares are told when all parts came in full, else how many are missing", () => {
    const config = { title, parts: [part("in"), part("out")] };
    const told = (cells: Cells) => shareBar.data(shareBar.read(reader(cells), config), config, from);
    expect(told({ in: [cell("44", 30)], out: [cell("44", 10)] }).parts.map(({ share }) => share?.text)).toEqual(["75.0", "25.0"]);
    const partial = told({ in: [cell("44", 30)], out: [cell("44", null)] });
    expect([partial.parts.some(({ share }) => share), partial.missing, partial.total.prefix]).toEqual([false, "缺 1 项，不算占比", "≥"]);
    expect(told({ in: [cell("44", 30)], out: [cell("44", 10, { coverage: { have: 1, of: 2, level: "city" } })] }).parts.some(({ share }) => share)).toBe(false);
  });
  test("a difference is told of whole sums alone", () => {
    const config = { title, sources: [part("in")], sinks: [part("out")] };
    const told = (cells: Cells) => balance.data(balance.read(reader(cells), config), config, from);
    expect(told({ in: [cell("44", 30)], out: [cell("44", 10)] }).difference).toMatchObject({ text: "+20", unit: "MW" });
    expect(told({ in: [cell("44", 30)], out: [cell("44", null)] }).difference).toBeUndefined();
    expect(told({ in: [cell("44", 30, { state: "down" })], out: [cell("44", 10)] }).sources[0]!.value).toBeNull();
  });
});
test.each(["profile", "line-diagram", "threshold-bar", "datum-bar", "tile-map", "share-bar", "bump", "scatter", "balance"])("%s says something true before anything has come", (kind) => {
  const config = { title, indicator: "in", level: "city", datum: title, parts: [], sources: [], sinks: [], x: { indicator: "in" }, y: { indicator: "out" }, everyHours: 24, periods: 3 };
  const telling = tellingOf(kind)!;
  const read = telling.read(reader({}), config);
  expect(telling.card!(read, config, from).status === "ready" ? telling.spoken(read, config, from, undefined as unknown as MapBase) : "loading").toMatch(/没有|loading|^。?$/);
  for (const say of [telling.spoken, telling.briefly!]) expect(say(read, config, from, undefined as unknown as MapBase)).not.toMatch(/undefined|NaN|Infinity/);
});
