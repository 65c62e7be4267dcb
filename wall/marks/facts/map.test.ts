import { beforeAll, describe, expect, test } from "vitest";
import type { AlertRecord } from "../../../model/records.ts";
import type { Cell } from "../../../model/sample.ts";
import { parseTime } from "../../../model/time.ts";
import { NO_RECORDS, NO_SERIES, NO_SLICE, type Status } from "../../../model/view.ts";
import { openCatalog, type Catalog } from "../../../server/catalog/index.ts";
import { mapBase, standpointOf } from "../../../server/paper/standpoint.ts";
import { shapeOf } from "./map-sets.ts";
import { regionGoal } from "../map-goal.ts";
import { mapGround } from "../map-ground.ts";
import { mapWords } from "../map-words.ts";
import { legendOf, sentence } from "../map.ts";
import { data, read, spoken, type MapConfig } from "./map.ts";
import { Reader, type Shelf } from "./reader.ts";

const NOW = parseTime("2026-11-22T09:00:00+08:00")!;
const seen = { status: "ready", code: "", tick: 7, at: NOW, simAt: NOW } as const;
const cell = (place: string, value: number | null): Cell => ({ place, value, observedAt: NOW, state: value === null ? "never" : "fresh", quality: "good", coverage: { have: 1, of: 1, level: "town" }, tick: 7 });
const [LOAD, EVENTS] = ["emg.shelter.load", "grid.event.report"];
const config: MapConfig = { fill: { indicator: LOAD, breaks: [20, 40, 60, 80] }, figures: EVENTS };

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog(".");
});
const alert = (within: readonly string[], severity: 1 | 2): AlertRecord => ({ id: within.join(), place: within.at(-1)!, within, severity, state: "unacknowledged", source: "GB", indicator: "met.storm.arrival.r10", rule: "r", says: "达到台风橙色预警标准" }) as unknown as AlertRecord;
/** What stands on a map that looks at a region: its legend, how much of it is filled, and its sentence. */
async function shown(region: string, valueOf: (place: string) => number | null, alerts: readonly AlertRecord[] = [], more: Partial<MapConfig> = {}, lacks: { readonly slices?: Status; readonly alerts?: Status; readonly towns?: true } = {}, worth: Partial<Cell> = {}) {
  const whole = await mapBase(catalog, region);
  // As a page stands on while the towns of a county are on their way: the counties alone.
  const base = lacks.towns ? { ...whole, sets: { ...whole.sets, main: whole.sets.around! } } : whole;
  const places = (of: string, level: string): string[] => catalog.regions.rows.filter((row) => row.level === level && row.code.startsWith(of)).map(({ code }) => code);
  const shelf: Shelf = {
    slice: (_, channel) => (lacks.slices ? { ...NO_SLICE, status: lacks.slices } : { ...seen, cells: new Map(places(channel.region, channel.level).map((place) => [place, { ...cell(place, channel.indicator === LOAD ? valueOf(place) : 3), ...worth }])) }),
    records: <T>(_: string, { kind }: { readonly kind: string }) => (kind === "alerts" && lacks.alerts ? { ...NO_RECORDS, status: lacks.alerts } : kind === "alerts" ? { ...seen, records: new Map(alerts.map((a) => [a.id, a as T])) } : { ...NO_RECORDS, ...seen }),
    series: () => NO_SERIES,
  };
  const from = standpointOf(catalog, { id: "live", kind: "live", banner: "", title: { zh: "实况", en: "Live" }, clock: { at: NOW, simAt: NOW, speed: 1, paused: false }, span: null, feed: "" }, { simNow: NOW, serverNow: NOW, mode: "routine" });
  const own = { ...config, ...more, focus: { situation: "live", region } };
  const told = read(new Reader(shelf, "live"), own);
  const map = data(told, own, from, base, 16);
  const main = [...mapGround(map.sets.main).index.keys()];
  return { map, legend: legendOf(map), filled: main.filter((code) => typeof map.fill?.values.get(code) === "number").length, said: spoken(told, own, from, base) };
}

test("a number under a name that nobody observed is in wisteria, as it is anywhere else", async () => {
  const ink = async (worth: Partial<Cell>) => [...(await shown("44", () => 30, [], { figures: LOAD }, {}, worth)).map.figures!.values()][0]!.at(-1)!.ink;
  expect([await ink({}), await ink({ quality: "modelled" }), await ink({ quality: "modelled", state: "stale" })]).toEqual(["t1", "w1", "t3"]);
});
describe("a map that keeps to a hazard", () => {
  const of = (topic: string, county: string): AlertRecord => ({ ...alert(["44", "4408", county], 2), topic });
  const both = [of("meteorology", "440825"), of("health", "440882")];
  test("draws and says the levels of its topics alone, and says whose they are", async () => {
    const { map, legend, said } = await shown("44", () => 30, both, { findingsOf: ["meteorology", "water"] });
    expect(map.alerts!.map(({ region }) => region)).toEqual(["440825"]);
    expect(said).toContain("气象服务、水利告警：橙色 1 处（");
    expect(legend!.foot).toContain("告警仅计气象服务、水利");
  });
  test("does not call the place calm where another topic found something", async () => {
    const { said } = await shown("44", () => 30, both.slice(1), { findingsOf: ["meteorology", "water"] });
    expect(said).toContain("气象服务、水利没有达到预警标准的地方");
  });
  test("without a list tells all of them", async () => {
    const { map, said } = await shown("44", () => 30, both);
    expect(map.alerts).toHaveLength(2);
    expect(said).not.toContain("水利");
  });
});

describe("a map that has something else to show", () => {
  const instead: MapConfig["instead"] = { fill: { indicator: "met.rain.24h", breaks: [10, 25, 50, 100] } };
  test("shows it where of what was wanted nothing has ever come, and says so", async () => {
    const { legend, said, filled } = await shown("44", () => null, [], { instead });
    expect(legend).toMatchObject({ title: expect.stringContaining("24小时雨量"), breaks: [10, 25, 50, 100] });
    expect(said).toContain("24小时雨量：");
    expect(said).not.toContain("避护场所占用率");
    expect(filled).toBeGreaterThan(120);
  });
  test("shows what was wanted as soon as one place has told it", async () => {
    const { legend, said } = await shown("44", (place) => (place === "440825" ? 30 : null), [], { instead });
    expect(legend).toMatchObject({ title: expect.stringContaining("避护场所占用率") });
    expect(said).not.toContain("24小时雨量");
  });
});

describe("a map that lacks what it would tell says what it lacks, and no calm", () => {
  const all = () => 30;
  test("while its numbers are on their way or were refused, in sentence and legend", async () => {
    for (const place of ["44", "4408", "440882"]) {
      const [refused, awaited] = [await shown(place, all, [], {}, { slices: "refused" }), await shown(place, all, [], {}, { slices: "loading" })];
      expect([refused.said.includes("没有达到"), awaited.said.includes("没有达到")], place).toEqual([false, false]);
      expect([refused.said, awaited.said]).toEqual([expect.stringContaining("：未能判定，各数未取到。"), expect.stringContaining("：未能判定，各数正在取数。")]);
      expect([refused.legend, awaited.legend]).toMatchObject([{ noData: true, noDataSaid: "未取到" }, { noData: true, noDataSaid: "正在取数" }]);
      expect(refused.legend!.breaks).toBeUndefined();
    }
  });
  test("of alerts that were refused or have not come, on the map as well: without levels it would be read as one where nothing was found", async () => {
    const [refused, awaited] = [await shown("4408", all, [], {}, { alerts: "refused" }), await shown("4408", all, [], {}, { alerts: "loading" })];
    expect([refused.said, awaited.said]).toEqual([expect.stringMatching(/^湛江：告警未取到。/), expect.stringMatching(/^湛江：正在取数。/)]);
    expect([refused.legend!.foot, awaited.legend!.foot]).toEqual([expect.arrayContaining(["告警未取到"]), expect.arrayContaining(["告警正在取数"])]);
    expect((await shown("4408", all)).legend!.foot ?? []).not.toContain("告警未取到");
  });
  test("where the boundaries of a county's towns have not come, neither fills counties with the numbers of towns nor is silent", async () => {
    const { map, legend, said } = await shown("440882", all, [], {}, { towns: true });
    expect(map.fill).toBeUndefined();
    expect(said).toMatch(/^湛江雷州（09:00 核）：没有达到预警标准的地方；镇街界线未取到，各数未绘。/);
    expect(legend!.foot).toContain("镇街界线未取到，各数未绘");
    expect((await shown("440882", all)).said).not.toContain("界线");
  });
});

describe("a map of which most is not known does not call it calm", () => {
  const few = (place: string): number | null => (place === "440825" ? 30 : null);
  test("where only one place ever told a number it counts those, and says that the others cannot be judged", async () => {
    expect((await shown("44", few, [], { figures: LOAD })).said).toMatch(/^全省（09:00 核）：有数的 1 处中没有达到预警标准的地方，其余 \d{3} 处无数，未能判定。/);
    expect((await shown("44", few, [], { figures: LOAD, findingsOf: ["meteorology", "water"] })).said).toMatch(/^全省（09:00 核）：有数的 1 处中气象服务、水利没有达到预警标准的地方，其余/);
  });
  test("where what came gives no place a number it counts none: a town that reported is not its county", async () => {
    const base = await mapBase(catalog, "44");
    const slice = (level: string) => ({ ...seen, cells: new Map(catalog.regions.rows.filter((row) => row.level === level).map(({ code }) => [code, { ...cell(code, null), state: code === "440825" ? ("fresh" as const) : ("never" as const) }])) });
    const shelf: Shelf = { slice: (_, { level }) => slice(level), records: () => ({ ...NO_RECORDS, ...seen }), series: () => NO_SERIES };
    const from = standpointOf(catalog, { id: "live", kind: "live", banner: "", title: { zh: "实况", en: "Live" }, clock: { at: NOW, simAt: NOW, speed: 1, paused: false }, span: null, feed: "" }, { simNow: NOW, serverNow: NOW, mode: "routine" });
    expect(spoken(read(new Reader(shelf, "live"), config), config, from, base)).toMatch(/^全省（09:00 核）：未能判定，多数无数。/);
  });
  test("in English as well", async () => {
    const { map } = await shown("44", few, [], { figures: LOAD });
    expect(sentence({ ...map, unjudged: { known: 1, unknown: 144 }, lang: "en" }, "Guangdong")).toBe("Guangdong: of 1 with a number none meets a warning standard; 144 without one cannot be told.");
  });
  test("where most have, or something was found, it says what it always says", async () => {
    expect((await shown("44", (place) => (place < "4409" ? 30 : null))).said).toMatch(/^全省（09:00 核）：没有达到预警标准的地方。/);
    expect((await shown("44", few, [alert(["44", "4408", "440825"], 2)], { figures: LOAD })).said).toMatch(/^全省（09:00 核）：橙色 1 处（/);
  });
  test("near by it counts the places that it shows, not the cities of the province; a town without numbers of its own counts none", async () => {
    expect((await shown("4408", few)).said).toMatch(/^湛江（09:00 核）：有数的 1 处中没有达到预警标准的地方，其余 8 处无数，未能判定。/);
    expect((await shown("440882115", () => null, [], { figures: LOAD })).said).toMatch(/^雷州乌石镇（09:00 核）：未能判定，各数从未上报。/);
    expect((await shown("440882115", (place) => (place === "4401" ? 30 : null), [], { figures: LOAD })).said).toMatch(/^雷州乌石镇（09:00 核）：未能判定，多数无数。/);
  });
});

describe("a map's own numbers have their time and say how many of their places have told", () => {
  const worth = { observedAt: NOW - 3_600_000, coverage: { have: 1, of: 2, level: "town" } } as const;
  test("in its legend: of what fills it, and of what stands under the cities' names", async () => {
    const { legend } = await shown("44", () => 30, [], {}, {}, worth);
    const [fill, under] = legend!.foot as readonly string[];
    expect(fill).toMatch(/^县级 08:00，到达 (\d+)\/\d+ 镇街$/);
    expect(under).toMatch(/（08:00，到达 21\/42 镇街）$/);
  });
  test("what is old is called so", async () => {
    expect(((await shown("44", () => 30, [], {}, {}, { ...worth, state: "stale" })).legend!.foot as readonly string[])[0]).toMatch(/^县级 08:00，陈旧，到达/);
  });
  test("levels are counted beside the time of the newest finding, and aloud with the time at which they were known", async () => {
    const found = { ...alert(["44", "4408", "440825"], 2), topic: "meteorology", simAt: "2026-11-22T07:58:00+08:00" };
    const own = await shown("44", () => 30, [found], { findingsOf: ["meteorology"] });
    expect(own.legend!.foot).toContain("告警仅计气象服务，最近一条 07:58");
    expect((await shown("44", () => 30, [found])).legend!.foot).toContain("告警最近一条 07:58");
    expect((await shown("44", () => 30, [])).legend!.foot).not.toContain("最近");
    expect(own.said).toMatch(/^全省（09:00 核）：/);
  });
  test("hours until the wind comes are told aloud with their time and coverage, of which no highest can be said", async () => {
    expect((await shown("44", () => 30, [], { figures: "met.storm.arrival.r7" }, {}, worth)).said).toMatch(/7级风圈到达.*按 08:00，到达 21\/42 镇街 外推。$/);
  });
});

describe("a map explains only what lies in it", () => {
  test("the whole province by counties, with numbers under its cities", async () => {
    const { legend, filled } = await shown("44", () => 30);
    expect(legend).toMatchObject({ title: expect.stringContaining("避护场所占用率"), note: "% 县级", breaks: [20, 40, 60, 80], foot: ["县级 09:00", expect.stringMatching(/^城市名下数字：.*（09:00）$/)] });
    expect(filled).toBeGreaterThan(120);
    expect(legend, "no gap, none explained").not.toHaveProperty("noData");
  });
  test("a city by its counties: no number stands under their names, and none is promised", async () => {
    const { map, legend, filled, said } = await shown("4408", (place) => (place === "440825" ? null : 30));
    expect(legend).toMatchObject({ note: "% 县级", breaks: [20, 40, 60, 80], noData: true });
    expect(JSON.stringify(legend)).not.toContain("名下");
    expect([map.figures!.size, filled]).toEqual([0, 8]);
    expect(said).toContain("湛江避护场所占用率：9 处中 8 处有数");
    expect(said).not.toContain("网格事件");
  });
  test("a county by its towns, where they have values", async () => {
    const { legend, filled, said } = await shown("440882", () => 30);
    expect(legend).toMatchObject({ note: "% 镇街级", breaks: [20, 40, 60, 80] });
    expect(filled).toBeGreaterThan(15);
    expect(said).toMatch(/湛江雷州避护场所占用率：(\d+) 处中 \1 处有数/);
  });
  test("where the towns have none the classes are not explained, only that there is none", async () => {
    const { legend, filled } = await shown("440882", () => null);
    expect(legend).toMatchObject({ note: "镇街级", noData: true, noDataSaid: "从未上报" });
    expect([legend!.breaks, filled]).toEqual([undefined, 0]);
  });
  test("a town shows its villages, which have no land: one line says that there is no number", async () => {
    const { map, legend, said } = await shown("440882115", () => 30);
    expect(legend).toMatchObject({ title: "避护场所占用率：此级没有此数", lines: [] });
    expect([map.fill, legend!.breaks, legend!.noData]).toEqual([undefined, undefined, undefined]);
    expect(said).toBe("雷州乌石镇（09:00 核）：没有达到预警标准的地方。避护场所占用率：此级没有此数。");
  });
});

describe("what a map says of a small place", () => {
  const county = alert(["44", "4408", "440882"], 2);
  const neighbour = alert(["44", "4408", "440882", "440882001"], 1);
  test("a town in a county that meets a standard is told the county's, as such, and nothing of its neighbour", async () => {
    expect((await shown("440882115", () => 30, [county, neighbour])).said).toMatch(/^雷州乌石镇（09:00 核）：橙色 1 处（所在雷州）。/);
    expect((await shown("440882", () => 30, [county])).said).toMatch(/^湛江雷州（09:00 核）：橙色 1 处（雷州）。/);
  });
  test("a village is told by its own name, its county and its town as such", async () => {
    const [town, own] = [alert(["44", "4408", "440882", "440882115"], 1), alert(["44", "4408", "440882", "440882115", "440882115212"], 1)];
    expect((await shown("440882115212", () => 30, [county, town, neighbour])).said).toMatch(/^乌石村（09:00 核）：红色 1 处（所在乌石镇），橙色 1 处（所在雷州）。/);
    expect((await shown("440882115212", () => 30, [own])).said).toMatch(/^乌石村（09:00 核）：红色 1 处（乌石村）。/);
  });
});
test("on the map a village has the name that it has in every title", async () => {
  const { map } = await shown("440882115212", () => 30);
  const size = { width: 120 * 16, height: 60 * 16, u: 16 };
  const { placed, marks } = mapWords(map, regionGoal(map, map.focus!, size, { top: 32, right: 32, bottom: 32, left: 32 }), size, []);
  const name = marks.find((mark) => mark.kind === "text" && mark.id === "village-440882115212");
  expect([placed.some(({ id }) => id === "village-440882115212"), name]).toEqual([true, expect.objectContaining({ text: "乌石村" })]);
});

describe("the shape of what is looked at", () => {
  const focusOf = (code: string) => ({ code, level: catalog.regions.find(code)!.level, parents: parentsOf(code) });
  const parentsOf = (code: string): string[] => {
    const parent = catalog.regions.find(code)?.parent;
    return parent ? [...parentsOf(parent), parent] : [];
  };
  test.each([["a city", "4408"], ["a county", "440882"], ["a town", "440882115"], ["a village", "440882115212"], ["a city without counties", "4419"]])("of %s has come with its sets", async (_, code) => {
    expect(shapeOf(focusOf(code), (await mapBase(catalog, code)).sets)).toBe("here");
  });
  test("of a town is awaited while only counties, or another county's towns, stand; a county is drawn by its own shape", async () => {
    const [province, other] = [(await mapBase(catalog, "44")).sets, (await mapBase(catalog, "440825")).sets];
    expect([shapeOf(focusOf("440882115"), province), shapeOf(focusOf("440882115"), other), shapeOf(focusOf("440882"), province)]).toEqual(["coming", "coming", "here"]);
  });
  test("is none where a place (a forest farm) has no boundary at all", async () => {
    expect(shapeOf(focusOf("440117405"), (await mapBase(catalog, "440117405")).sets)).toBe("none");
  });
});
