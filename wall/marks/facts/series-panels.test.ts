import { describe, expect, test } from "vitest";
import type { Cell, SeriesPoint } from "../../../model/sample.ts";
import { DAY, HOUR, MINUTE, parseTime } from "../../../model/time.ts";
import type { Band } from "../../../model/usual.ts";
import { NO_RECORDS, NO_SERIES, NO_SLICE } from "../../../model/view.ts";
import * as curve from "./curve.ts";
import * as epi from "./epi-curve.ts";
import * as fan from "./fan-cone.ts";
import * as heat from "./heat-strip.ts";
import { tellingOf } from "./kinds.ts";
import * as kpi from "./kpi.ts";
import * as strip from "./kpi-strip.ts";
import { limitLines } from "./limit-lines.ts";
import { Reader, type Shelf } from "./reader.ts";
import * as multiples from "./small-multiples.ts";
import type { Measured, Standpoint } from "./standpoint.ts";
import * as trends from "./trends.ts";

const NOW = parseTime("2026-07-15T14:00:00+08:00")!;
const seen = { status: "ready", code: "", tick: 7, at: NOW, simAt: NOW } as const;
const cell = (place: string, value: number | null, more: Partial<Cell> = {}): Cell => ({ place, value, observedAt: value === null ? null : NOW - 5 * MINUTE, state: value === null ? "never" : "fresh", quality: "good", coverage: { have: 118, of: 122, level: "county" }, tick: 7, ...more });
const measured = (id: string, unit: string, decimals = 1): Measured => ({ id, title: { zh: id, en: id }, unit, decimals, rollup: "sum", cadence: HOUR });
const KNOWN: Readonly<Record<string, Measured>> = { load: measured("load", "MW"), reserve: measured("reserve", "%", 2), told: measured("told", "MW"), low: measured("low", "MW"), high: measured("high", "MW"), cases: { ...measured("cases", "例", 0), cadence: DAY } };
interface World {
  readonly cells?: Readonly<Record<string, readonly Cell[]>>;
  readonly points?: Readonly<Record<string, readonly SeriesPoint[]>>;
  readonly usual?: readonly Band[];
}
const shelf = ({ cells = {}, points = {}, usual = [] }: World): Shelf => ({
  slice: (_, { indicator }) => (cells[indicator] ? { ...seen, cells: new Map(cells[indicator].map((c) => [c.place, c])) } : NO_SLICE),
  records: <T>(_: string, { kind }: { readonly kind: string }) => (kind === "usual" ? { ...seen, records: new Map(usual.map((band) => [String(band.from), band as T])) } : NO_RECORDS),
  series: (_, { indicator, place }) => {
    const found = points[`${indicator} ${place}`] ?? points[indicator];
    return found ? { ...seen, points: found } : NO_SERIES;
  },
});
const from: Standpoint = {
  lang: "zh", mode: "routine",
  here: { info: undefined, isLive: true, isOneTime: true, simNow: NOW, serverNow: NOW, peopleNow: NOW, stoodAt: null, linked: true, standsSince: null, checkedAt: () => NOW },
  words: { indicator: (id) => KNOWN[id], topic: () => undefined, rulesOf: (id) => (id === "load" ? [100, 200, 300].map((value, i) => ({ id: `load#${i}`, indicator: "load", level: (3 - i) as 1 | 2 | 3, when: { op: ">=", value } as const, holdMs: 0, deadband: 0, source: "operational default" })) : []) },
  sites: { ofKind: () => undefined, one: () => undefined },
  names: { of: (code) => ({ "44": "全省", "4401": "广州", "4403": "深圳", "4408": "湛江", "440882": "湛江 雷州" })[code] ?? code, isPassThrough: (code) => code === "441900" },
};
const reader = (world: World): Reader => new Reader(shelf(world), "live");
const hours = (begin: number, end: number, of: (h: number) => number | null): SeriesPoint[] => Array.from({ length: end - begin + 1 }, (_, i) => [NOW + (begin + i) * HOUR, of(begin + i), "good"] as const);
const title = { zh: "负荷", en: "Load" };

describe("a curve", () => {
  const config: curve.CurveConfig = { title, indicator: "load", yesterday: true, forecast: { indicator: "told", aheadH: 4 }, reserve: { indicator: "reserve" } };
  const world: World = { cells: { load: [cell("44", 110)], reserve: [cell("44", 5.2)], told: [cell("44", 130, { quality: "modelled" })] }, points: { load: hours(-48, 0, (h) => (h <= -24 ? 100 : 110)), told: hours(-4, 0, (h) => 130 + h) } };
  const drawn = (w: World = world, c: curve.CurveConfig = config) => curve.data(curve.read(reader(w), c), c, from);
  test("yesterday's line is laid over today, and reaches behind now as far as yesterday is over", () => {
    const { earlier, observed, to } = drawn().trend;
    expect(observed.every(([at, value]) => at <= NOW && value === (at <= NOW - 24 * HOUR ? 100 : 110))).toBe(true);
    expect(earlier!.points.at(-1)![0]).toBe(to);
    expect(earlier!.points.find(([at]) => at === NOW)![1]).toBe(100);
  });
  test("what was told at one time stands at the time of which it speaks", () => {
    expect(drawn().trend.ahead).toEqual([0, 1, 2, 3, 4].map((h) => [NOW + h * HOUR, 126 + h]));
    expect(drawn().facts.at(-1)).toMatchObject({ caption: "预测", at: "17:55", figure: { notActual: true } });
  });
  test("it is said how much more there is than a day before; where yesterday is not known nothing is said", () => {
    const change = (points: readonly SeriesPoint[]) => drawn({ ...world, points: { ...world.points, load: points } }).facts.find(({ caption }) => caption === "较昨日同时")?.figure;
    expect(change(world.points!.load!)).toMatchObject({ text: "+10.0", unit: "%" });
    expect(change(hours(-48, 0, (h) => (h <= -24 ? 110 : 110)))).toMatchObject({ text: "持平", unit: "" });
    expect(change(hours(-10, 0, () => 110))).toBeUndefined();
    expect(change(hours(-48, 0, (h) => (h === -25 ? null : 100)))).toBeUndefined();
  });
  test("of a share the difference is in percentage points", () => {
    const share: curve.CurveConfig = { title, indicator: "reserve", yesterday: true };
    expect(drawn({ cells: { reserve: [cell("44", 5.2)] }, points: { reserve: hours(-48, 0, () => 6) } }, share).facts[1]!.figure).toMatchObject({ text: "−0.80", unit: "个百分点" });
  });
  test("limits are those of its rules that it meets and the next on either side, unless the scene states its own", () => {
    const labels = (values: number[], stated?: curve.CurveConfig["limits"]) => limitLines("load", stated, values, from).map(({ label }) => label);
    expect(labels([50, 60])).toEqual(["黄 100"]);
    expect(labels([150, 160])).toEqual(["黄 100", "橙 200"]);
    expect(labels([50, 250])).toEqual(["黄 100", "橙 200", "红 300"]);
    expect(labels([50], [{ value: 80, title: { zh: "最大", en: "most" } }])).toEqual(["最大 80"]);
  });
  test("never reported is told so, and draws no line", () => {
    const never = { cells: { load: [cell("44", null)] }, points: { load: [] } };
    expect(drawn(never).facts[0].figure).toMatchObject({ text: "从未上报", isNumber: false });
    expect(drawn(never).trend).toMatchObject({ observed: [], limits: [] });
    expect(curve.spoken(curve.read(reader(never), config), config, from)).toMatch(/^load：没有观测/);
  });
});
describe("cases of each day", () => {
  const config: epi.EpiCurveConfig = { title, indicator: "cases", days: 20, delayDays: 2 };
  const midnight = parseTime("2026-07-15T00:00:00+08:00")!;
  test("a day is known at its end; twenty are shown, with limits made of days before them", () => {
    const points = Array.from({ length: 33 }, (_, i): SeriesPoint => [midnight - (32 - i) * DAY, i === 32 ? 90 : 4 + (i % 3), "reported"]);
    const { days } = epi.data(epi.read(reader({ cells: { cases: [cell("44", 90)] }, points: { cases: points } }), config), config, from);
    expect(days).toHaveLength(20);
    expect(days.at(-1)).toMatchObject({ at: midnight - DAY, value: 90, c1: { exceeds: true }, c2: { exceeds: true }, c3: { exceeds: true } });
    expect(days[0]!.c3).not.toBeNull();
  });
});
test("what a pack computed is drawn as computed: the line of a curve, the bars of days, and not what was observed", () => {
  const config: curve.CurveConfig = { title, indicator: "load" };
  const line = (quality: "good" | "modelled") => curve.data(curve.read(reader({ points: { load: hours(-20, 0, () => 100).map(([at, value]) => [at, value, quality] as const) } }), config), config, from).trend.notActual;
  expect([line("modelled"), line("good")]).toEqual([true, undefined]);
  const days: epi.EpiCurveConfig = { title, indicator: "cases" };
  const points: SeriesPoint[] = [[NOW - 2 * DAY, 3, "modelled"], [NOW - DAY, 4, "reported"]];
  expect(epi.data(epi.read(reader({ points: { cases: points } }), days), days, from).days.map(({ notActual }) => notActual)).toEqual([true, undefined]);
});
test("a curve that is named like its number does not say the name twice", () => {
  const captions = (zh: string) => { const config = { title: { zh, en: zh }, indicator: "load" }; return curve.data(curve.read(reader({}), config), config, from).facts[0].caption; };
  expect([captions("load"), captions("负荷")].map((caption) => caption.split("　")[0])).toEqual(["当前", "load"]);
});
test("the line of a number of the day shows as many days as the scene says, without what is usual of an hour", () => {
  const of = (days?: number) => {
    const config = { title, items: [{ indicator: "cases", ...(days !== undefined && { days }) }, { indicator: "load" }] };
    const asked = reader({ points: { cases: [[NOW - 5 * DAY, 3, "good"], [NOW, 4, "good"]] }, usual: [{ from: NOW - HOUR, low: 1, high: 9, mean: 5, sigma: 2, weeks: 8 }] });
    const [tile] = strip.data(strip.read(asked, config), config, from).tiles;
    return [(tile!.trace!.to - tile!.trace!.from) / DAY, tile!.trace!.band?.length ?? 0, [...asked.touched.values()].flatMap((channel) => (channel.kind === "series" ? [channel.window / DAY] : []))];
  };
  expect([of(), of(14)]).toEqual([[1, 1, [1, 1]], [14, 0, [14, 1]]]);
});
describe("places by hours", () => {
  const config: heat.HeatStripConfig = { title, indicator: "load", region: "44", breaks: [10, 20] };
  const world: World = { cells: { load: [cell("4401", 5), cell("4403", null), cell("4408", 50), cell("441900", 99)] }, points: { "load 4401": hours(-24, 0, () => 5), "load 4408": hours(-24, 0, (h) => 50 + h), "load 4403": [] } };
  test("the worst now stands first and the unknown last; a county that is none has no row", () => {
    const rows = (more: Partial<heat.HeatStripConfig> = {}) => heat.data(heat.read(reader(world), { ...config, ...more }), { ...config, ...more }, from).rows.map(({ name }) => name);
    expect(rows()).toEqual(["湛江", "广州", "深圳"]);
    expect(rows({ worse: "lower" })).toEqual(["广州", "湛江", "深圳"]);
  });
  test("the hour that runs is the last column, and a place that never told has none of them", () => {
    const { rows, from: begins, to } = heat.data(heat.read(reader(world), config), config, from);
    expect([(to - begins) / HOUR, to]).toEqual([24, NOW]);
    expect(rows[0]!.hours.at(-1)).toBe(50);
    expect(new Set(rows[2]!.hours)).toEqual(new Set([null]));
  });
  test("so many lines are asked for and no more, however many places there are", () => {
    const many = reader({ cells: { load: Array.from({ length: 124 }, (_, i) => cell(String(440100 + i), i)) } });
    const all = heat.read(many, { ...config, level: "county" });
    expect(all.all).toHaveLength(124);
    expect([...many.touched.values()].filter(({ kind }) => kind === "series")).toHaveLength(30);
  });
  test("of a wall that looks at a city it tells the counties, and says so in its title", () => {
    const looking = { title, indicator: "load", breaks: [10], focus: { region: "4408" } };
    const own = reader({ cells: { load: [cell("440882", 3)] } });
    expect(heat.card(heat.read(own, looking), looking, from).heading).toBe("负荷 · 湛江");
    expect([...own.touched.values()].flatMap((channel) => (channel.kind === "slice" ? [`${channel.region} ${channel.level}`] : []))).toEqual(["4408 county", "4408 city"]);
  });
});
describe("a cone", () => {
  test("its edges stand at the time of which they speak; where one was not told there is no area", () => {
    const config: fan.FanConeConfig = { title, low: { indicator: "low" }, middle: { indicator: "told" }, high: { indicator: "high" }, aheadH: 6, observed: { indicator: "load" } };
    const world: World = { cells: { told: [cell("44", 120)] }, points: { low: hours(-6, 0, (h) => 100 + h), told: hours(-6, 0, () => 120), high: hours(-6, 0, (h) => (h === -3 ? null : 140)), load: hours(-12, 0, () => 118) } };
    const { trend, facts } = fan.data(fan.read(reader(world), config), config, from);
    expect(trend.cone).toEqual([0, 1, 2, 3, 4, 5, 6].map((h) => [NOW + h * HOUR, 94 + h, h === 3 ? null : 140]));
    expect(trend.observed[0]![0], "as far back as it reaches ahead").toBe(NOW - 6 * HOUR);
    expect(facts.slice(1).every(({ figure }) => figure.notActual)).toBe(true);
  });
});
test("small pictures share the range of all of them, zero included, and say it", () => {
  const config: multiples.SmallMultiplesConfig = { title, indicator: "load", region: "44" };
  const { tiles, range, scale } = multiples.data(multiples.read(reader({ cells: { load: [cell("4408", 50), cell("4401", 5)] }, points: { "load 4401": hours(-23, 0, () => 5), "load 4408": hours(-23, 0, (h) => 50 + h) } }), config), config, from);
  expect(tiles.map(({ label }) => label), "each at its own place").toEqual(["广州", "湛江"]);
  expect([range, scale]).toEqual([[0, 50], "同一标尺 0.0—50.0 MW，近 24 小时"]);
});
describe("what is usual", () => {
  const hour = NOW - HOUR;
  const band = (more: Partial<Band> = {}): Band => ({ from: hour, weeks: 8, mean: 100, sigma: 5, low: 95, high: 105, ...more });
  const told = (value: number, usual: readonly Band[], state: Cell["state"] = "fresh") => {
    const config = { title, indicator: "load" };
    return kpi.data(kpi.read(reader({ cells: { load: [cell("44", value, { state })] }, points: { load: hours(-20, 0, () => value) }, usual }), config), config, from);
  };
  test("a number beyond it says so, one within it and one of an hour of which nothing is known do not", () => {
    expect([told(110, [band()]), told(90, [band()]), told(100, [band()]), told(110, []), told(110, [band({ from: hour - HOUR })])].map(({ deviates }) => deviates)).toEqual(["偏高", "偏低", undefined, undefined, undefined]);
  });
  test("of an old number nothing is said; of too few weeks the band says that it is a first one, and no number is said to lie beyond it", () => {
    expect(told(110, [band()], "stale").deviates).toBeUndefined();
    const config = { title, indicator: "load" };
    const few = told(110, [band({ weeks: 3 })]);
    expect(few).not.toHaveProperty("deviates");
    expect([few.usualIs, few.trace!.band!.length]).toEqual(["常态初", 1]);
    expect(kpi.spoken(kpi.read(reader({ cells: { load: [cell("44", 110)] }, points: { load: hours(-20, 0, () => 110) }, usual: [band({ weeks: 3 })] }), config), config, from)).toContain("常态初");
    expect(told(110, [band()])).not.toHaveProperty("usualIs");
    const noteOf = (usual: readonly Band[]) => curve.card(curve.read(reader({ points: { load: hours(-20, 0, () => 100) }, usual }), config), config, from).note;
    expect([noteOf([band({ weeks: 3 })]), noteOf([band()])]).toEqual(["常态初", undefined]);
  });
  test("it lies under the line of a number and of a curve, hour by hour", () => {
    const all = [band(), band({ from: hour - HOUR, low: 90 })];
    expect(told(110, all).trace!.band!.map(({ from: begins, low }) => [begins, low])).toEqual([[hour - HOUR, 90], [hour, 95]]);
    const config = { title, indicator: "load" };
    expect(curve.data(curve.read(reader({ points: { load: hours(-20, 0, () => 100) }, usual: all }), config), config, from).trend.band).toEqual([[hour - HOUR / 2, 90, 105], [hour + HOUR / 2, 95, 105]]);
  });
});
describe("every one of them", () => {
  const kinds: Readonly<Record<string, object>> = {
    kpi: { indicator: "load" }, "kpi-strip": { items: [{ indicator: "load" }, { indicator: "reserve" }] }, "spark-band": { items: [{ indicator: "load" }, { indicator: "reserve" }] }, curve: { indicator: "load" }, "epi-curve": { indicator: "cases" },
    calendar: { indicator: "cases", breaks: [5] }, "fan-cone": { low: { indicator: "low" }, middle: { indicator: "told" }, high: { indicator: "high" }, aheadH: 6 }, "heat-strip": { indicator: "load", breaks: [5] }, "small-multiples": { indicator: "load" },
  };
  const focus = { region: "4408" };
  test.each(Object.entries(kinds))("%s follows where the wall looks, and says of which place it tells", (kind, own) => {
    const config = { title, focus, ...own };
    const one = reader({});
    const telling = tellingOf(kind)!;
    expect(telling.card!(telling.read(one, config), config, from).heading).toBe("负荷 · 湛江");
    for (const channel of one.touched.values()) expect("region" in channel ? channel.region : "place" in channel && channel.place).toBe("4408");
    const fixed = { ...config, place: "44", region: "44" };
    expect(telling.card!(telling.read(reader({}), fixed), fixed, from).heading).toBe("负荷 · 全省");
  });
  test("draws no axis over nothing: where no number came it says so, and while nobody knows yet its axes stand", () => {
    const drawn = (world: World): readonly (string | undefined)[] => {
      const one = reader(world);
      const [line, days, cone, both] = [{ title, indicator: "load" }, { title, indicator: "cases" }, { title, low: { indicator: "low" }, middle: { indicator: "told" }, high: { indicator: "high" }, aheadH: 6 }, { title, hours: 24, plots: [{ indicator: "load" }, { indicator: "reserve", bars: true }] }];
      return [
        curve.data(curve.read(one, line), line, from).trend.none, epi.data(epi.read(one, days), days, from).none, fan.data(fan.read(one, cone), cone, from).trend.none,
        ...trends.data(trends.read(one, both), both, from).map(({ picture }) => ("trend" in picture ? picture.trend : picture.bars).none),
      ];
    };
    const all = (points: readonly SeriesPoint[]) => Object.fromEntries(Object.keys(KNOWN).map((id) => [id, points]));
    expect(drawn({ points: all([]) })).toEqual(Array(5).fill("这段时间没有数"));
    expect(drawn({})).toEqual(Array(5).fill(undefined));
    expect(drawn({ points: all(hours(-72, 0, () => 3)) })).toEqual(Array(5).fill(undefined));
  });
  test.each(Object.entries(kinds))("%s says in words that nothing has come, and never a number", (kind, own) => {
    const config = { title, ...own };
    const telling = tellingOf(kind)!;
    for (const world of [{}, { cells: Object.fromEntries(Object.keys(KNOWN).map((id) => [id, [cell("44", null)]])), points: Object.fromEntries(Object.keys(KNOWN).map((id) => [id, []])) }]) {
      const said = telling.spoken(telling.read(reader(world), config), config, from, undefined as never);
      expect(said).toMatch(/。$/);
      expect(said).not.toMatch(/\d/);
    }
  });
});
