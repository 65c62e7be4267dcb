import { describe, expect, test } from "vitest";
import type { Cell, SeriesPoint } from "../../../model/sample.ts";
import type { PageClock, SituationInfo } from "../../../model/situation.ts";
import { formatTime, HOUR, MINUTE, parseTime } from "../../../model/time.ts";
import { NO_RECORDS, NO_SERIES, NO_SLICE } from "../../../model/view.ts";
import type { MapBase } from "./map-sets.ts";
import { tellingOf } from "./kinds.ts";
import * as incidents from "./incidents.ts";
import * as ledger from "./ledger.ts";
import * as responseLine from "./response-line.ts";
import * as responseTag from "./response-tag.ts";
import { Reader, type Shelf } from "./reader.ts";
import * as spine from "./spine.ts";
import * as stormExposure from "./storm-exposure.ts";
import type { HereNow, Measured, Standpoint } from "./standpoint.ts";

const NOW = parseTime("2026-11-22T09:00:00+08:00")!;
const seen = { status: "ready", code: "", tick: 7, at: NOW, simAt: NOW } as const;
const cell = (place: string, value: number | null, more: Partial<Cell> = {}): Cell => ({ place, value, observedAt: NOW - MINUTE, state: value === null ? "never" : "fresh", quality: "good", coverage: { have: 1, of: 1, level: "site" }, tick: 7, ...more });
const rain: Measured = { id: "rain", title: { zh: "雨量", en: "rain" }, unit: "mm", decimals: 1, rollup: "sum", cadence: HOUR };

interface World {
  readonly cells?: Readonly<Record<string, readonly Cell[]>>;
  readonly records?: Readonly<Record<string, readonly unknown[]>>;
  readonly points?: readonly SeriesPoint[];
}
/** Everything that is named has come; the rest has not. */
function shelf({ cells = {}, records = {}, points }: World): Shelf {
  return {
    slice: (_, { indicator }) => (cells[indicator] ? { ...seen, cells: new Map(cells[indicator].map((c) => [c.place, c])) } : NO_SLICE),
    records: <T>(_: string, { kind }: { readonly kind: string }) => (records[kind] ? { ...seen, records: new Map(records[kind].map((r, i) => [String(i), r as T])) } : NO_RECORDS),
    series: () => (points ? { ...seen, points } : NO_SERIES),
  };
}
const drill = (clock: Partial<PageClock> = {}): SituationInfo => ({ id: "storm", kind: "drill", banner: "演练 · 历史台风 彩虹", title: { zh: "彩虹", en: "Mujigae" }, clock: { at: NOW, simAt: NOW, speed: 60, paused: false, ...clock }, span: { from: NOW - HOUR, to: NOW + HOUR }, feed: "storm:201522" });
function from(more: Partial<Standpoint> = {}, here: Partial<HereNow> = {}): Standpoint {
  return {
    lang: "zh", mode: "routine",
    here: { info: undefined, isLive: true, isOneTime: true, simNow: NOW, serverNow: NOW, peopleNow: NOW, stoodAt: null, linked: true, standsSince: null, checkedAt: () => NOW, ...here },
    words: { indicator: (id) => (id === "rain" ? rain : undefined), topic: () => ({ title: { zh: "气象服务", en: "Weather" } }), rulesOf: () => [] },
    sites: { ofKind: () => [], one: () => undefined },
    names: { of: (code) => ({ "44": "全省", "4401": "广州", "4408": "湛江", "440882115": "雷州 乌石镇" })[code] ?? code, isPassThrough: () => false },
    ...more,
  };
}
function aloud(kind: string, world: World = {}, config: unknown = {}, standpoint = from()): string {
  const telling = tellingOf(kind)!;
  return telling.spoken(telling.read(new Reader(shelf(world), "live"), config), config, standpoint, undefined as unknown as MapBase);
}
const ledgerRow = (world: World, config: ledger.LedgerConfig) => ledger.data(ledger.read(new Reader(shelf(world), "live"), config), config, from()).rows[0]!;
const task = (more: object = {}) => ({ id: "t", incident: "i", unit: "u", unitName: "湛江消防", text: "前往", state: "dispatched", dispatchedAt: formatTime(NOW - 2 * HOUR), deadline: formatTime(NOW + 30 * MINUTE), log: [], copied: [], incidentTitle: "", regionName: "", ...more });

describe("what a panel reads and how it words it", () => {
  const focus = { region: "4408" };
  test("a wall that looks at a city says so first, and every panel of it in its title; what does not follow says 全省", () => {
    const open = { records: { alerts: [alert("赤坎区", 2, "unacknowledged", "达到台风橙色预警标准"), alert("霞山区", 2, "unacknowledged", "达到台风橙色预警标准")], hazard: [], incidents: [], tasks: [] } };
    expect(aloud("headline", open, { focus })).toBe("湛江 赤坎等 2 处达台风橙色标准，共 2 项未确认；在办事件 0 起，未办结指令 0 条。");
    expect(aloud("headline", open, { focus, region: "44" })).toMatch(/^全省 湛江 2 处达台风橙色标准/);
    expect(aloud("headline", open, { focus: { region: "44" } })).toMatch(/^湛江 2 处达台风橙色标准/);
    const rows = [{ topic: "met", indicator: "rain" }];
    const headings = (config: object) => ["alerts", "orders", "incidents", "ledger", "trends", "ranking", "sources", "storm-now", "storm-exposure"].map((kind) => {
      const telling = tellingOf(kind)!;
      const told = { rows, title: { zh: "雨量", en: "rain" }, hours: 48, plots: [{ indicator: "rain" }], sources: [], ...(kind === "ranking" && { indicator: "rain", region: "44", level: "city" }), ...config };
      return telling.card!(telling.read(new Reader(shelf(open), "live"), told), told, from()).heading;
    });
    expect(headings({ focus })).toEqual(["告警 · 湛江", "指令 · 湛江", "事件 · 湛江", "专题常态 · 湛江", "雨量 · 湛江", "雨量 · 全省", "数据可信 · 全省", "台风实况与到达 · 湛江", "风圈与到达次序 · 湛江"]);
    expect(headings({ focus: { region: "44" } })).toEqual(["告警", "指令", "事件", "专题常态", "雨量", "雨量", "数据可信", "台风实况与到达", "风圈与到达次序"]);
    expect(headings({ focus: { region: "440882115" } }).slice(-2), "residents are counted by county").toEqual(["台风实况与到达 · 雷州乌石镇", "风圈与到达次序 · 全省"]);
  });
  test("it reads the numbers of that place alone, and of the province none but what says so", () => {
    const touched = (kind: string, config: object) => {
      const reader = new Reader(shelf({ records: { hazard: [{ kind: "storm", id: "s", fixes: [] }] } }), "storm");
      tellingOf(kind)!.read(reader, { fromH: -1, toH: 1, hours: 48, rows: [{ topic: "met", indicator: "rain" }], plots: [{ indicator: "rain" }], topics: ["rain"], ...config });
      // What a city and the province came to holds for what lies in them; it is told as theirs.
      return [...reader.touched.values()].filter(({ kind: of }) => !["alerts", "levels"].includes(of)).flatMap((channel) => ("region" in channel ? [channel.region] : "place" in channel ? [channel.place] : []));
    };
    expect(touched("alerts", { focus: { region: "440882" } })).toEqual([]);
    for (const kind of ["headline", "orders", "incidents", "ledger", "trends", "storm-now", "storm-exposure", "spine", "banner"])
      expect([kind, [...new Set(touched(kind, { focus: { region: "440882" }, response: true }))]]).toEqual([kind, ["440882"]]);
  });
  test("the line of time says of which place it is, and its series too", () => {
    const came = { records: { levels: [], alerts: [], tasks: [], hazard: [] }, points: [[NOW - HOUR, 5, "good"]] as const };
    const series = { indicator: "rain", title: { zh: "雨量", en: "rain" } };
    const title = (config: object) => spine.data(spine.read(new Reader(shelf(came), "live"), { fromH: -1, toH: 1, ...config }), { fromH: -1, toH: 1, ...config }, from()).title;
    expect([title({}), title({ series }), title({ focus }), title({ series, focus })]).toEqual([undefined, "全省雨量", "湛江", "湛江雨量"]);
    expect(aloud("spine", came, { fromH: -1, toH: 1, focus })).toBe("湛江：此后没有已知时刻。");
  });
  test("a line of which nothing is known draws another that its scene names for that", () => {
    const [rain, load] = ["rain", "load"].map((indicator) => ({ indicator, title: { zh: indicator, en: indicator } }));
    const all = { fromH: -24, toH: 24, series: rain!, instead: load! };
    const titleOf = (known: readonly string[]) => {
      const held: Shelf = { ...shelf({ records: { levels: [], tasks: [], hazard: [] } }), series: (_, { indicator }) => ({ ...seen, points: known.includes(indicator) ? [[NOW - HOUR, 5, "good"]] : [] }) };
      return spine.data(spine.read(new Reader(held, "live"), all), all, from()).title;
    };
    expect([titleOf([]), titleOf(["load"]), titleOf(["rain"]), titleOf(["rain", "load"])]).toEqual(["全省rain　无数据", "全省load", "全省rain", "全省rain"]);
  });
  test("a line that names a series says why nothing of it is seen", () => {
    const config = { fromH: -24, toH: 24, series: { indicator: "rain", title: { zh: "雨量", en: "rain" } } };
    const titleOf = (points: readonly SeriesPoint[] | undefined, more: object = {}, status?: "refused") => {
      const held = shelf({ records: { levels: [], tasks: [], hazard: [] }, ...(points && { points }) });
      const all = { ...config, ...more };
      return spine.data(spine.read(new Reader(status ? { ...held, series: () => ({ ...NO_SERIES, status }) } : held, "live"), all), all, from()).title;
    };
    expect(titleOf(undefined), "not yet come").toBe("全省雨量　正在取数");
    expect(titleOf([], {}, "refused"), "not given").toBe("全省雨量　未取到");
    expect(titleOf([]), "none").toBe("全省雨量　无数据");
    expect(titleOf([[NOW - HOUR, null, "good"], [NOW, null, "good"]]), "gaps alone").toBe("全省雨量　无数据");
    expect(titleOf([[NOW - 30 * HOUR, 5, "good"]], { series: { ...config.series, hours: 48 } }), "older than the line").toBe("全省雨量　无数据");
    expect(titleOf([[NOW - 2 * HOUR, 0, "good"], [NOW - HOUR, 0, "good"]]), "flat on the line").toBe("全省雨量　均为 0");
    expect(titleOf([[NOW - HOUR, 5, "good"]])).toBe("全省雨量");
    expect(titleOf([[NOW - HOUR, 5, "good"]], { fromH: 0 }), "of a line without a past it is not named").toBeUndefined();
  });
  test("a wall that is sent to a moment names it, and says that its numbers are not of it", () => {
    const came = { records: { alerts: [], levels: [], tasks: [], incidents: [], hazard: [] } };
    const sent = (hours: number, day = "") => ({ at: { focus: { region: "44", at: formatTime(NOW - hours * HOUR) } }, day });
    expect(aloud("headline", came, sent(1).at)).toBe("未列指标，平稳与否不明，无未消告警；所看时刻 08:00，各数仍为 09:00，在办事件 0 起，未办结指令 0 条。");
    expect(aloud("headline", came, sent(20).at)).toContain("所看时刻 21日 13:00，各数仍为 09:00");
    expect(aloud("headline", came, sent(24 * 30).at), "another month").toContain("所看时刻 10月23日 09:00，各数仍为 09:00");
    expect(aloud("headline", came, sent(24 * 365).at), "another year").toContain("所看时刻 2025年11月22日 09:00，各数仍为 09:00");
    expect(aloud("headline", came, sent(1 / 60).at)).toContain("所看时刻 08:59，各数仍为 09:00");
    expect(aloud("headline", came, sent(0).at), "this very minute").not.toContain("所看时刻");
    const parts = (hours: number) => [0, 1, 2].map((part) => {
      const config = { fromH: -12 + part * 8, toH: -4 + part * 8, lineH: [-12, 12] as const, part, parts: 3, ...sent(hours).at };
      const { looked } = spine.data(spine.read(new Reader(shelf(came), "live"), config), config, from());
      return looked && [looked.words, looked.beyond];
    });
    expect(parts(1)).toEqual([["所看时刻 08:00", undefined], ["所看时刻 08:00", undefined], ["所看时刻 08:00", undefined]]);
    expect(parts(20), "before the line begins").toEqual([["所看时刻 21日 13:00", "before"], undefined, undefined]);
    expect(parts(-13), "the clock was set back before it").toEqual([undefined, undefined, ["所看时刻 22:00", "after"]]);
    expect(aloud("headline", came, { focus: { region: "44" } })).not.toContain("所看时刻");
  });
  test("a wall that is sent to a topic or an incident names it first under the headline; the ledger marks the topic's row", () => {
    const incident = { id: "inc-1", title: "海塘漫溢", state: "handling" };
    const came = { records: { alerts: [], levels: [], tasks: [], incidents: [incident], hazard: [] } };
    const said = (focus: object, standpoint = from(), world: object = came) => aloud("headline", world, { focus: { region: "44", ...focus } }, standpoint);
    expect(said({ topic: "met" })).toBe("未列指标，平稳与否不明，无未消告警；所看专题 气象服务，在办事件 1 起，未办结指令 0 条。");
    expect(said({ incident: "inc-1" })).toBe("未列指标，平稳与否不明，无未消告警；所看事件 海塘漫溢，处置中，在办事件 1 起，未办结指令 0 条。");
    const inDrill = from({}, { isLive: false, isOneTime: false, info: drill() });
    expect(said({ incident: "inc-1" }, inDrill)).toContain("所看事件 【演练】海塘漫溢，处置中");
    expect(said({ incident: "inc-1" }, inDrill, { records: { ...came.records, incidents: [{ ...incident, title: "【演练】海塘漫溢" }] } })).toContain("所看事件 【演练】海塘漫溢，处置中");
    expect(said({ incident: "inc-2" }), "its record has not come").not.toContain("所看");
    expect(said({})).not.toContain("所看");
    const rows = [{ topic: "met", indicator: "rain" }];
    expect(ledgerRow({}, { rows, focus: { region: "44", topic: "met" } }).looked).toBe(true);
    expect(ledgerRow({}, { rows, focus: { region: "44", topic: "water" } }).looked).toBeUndefined();
  });
  test("while a circle is still to come the order is one of hours; once all are inside it is one of distances, the nearest first", () => {
    const km: Measured = { ...rain, id: "met.storm.distance", unit: "km", decimals: 0 };
    const standpoint = from({ words: { ...from().words, indicator: (id) => (id === km.id ? km : undefined) } });
    const order = (later: readonly Cell[]) => {
      const cells = { "met.storm.arrival.r7": [cell("4401", 0), cell("4408", 0), ...later], "met.storm.arrival.r10": [cell("4408", 0)], "met.storm.distance": [cell("4401", 349), cell("4408", 19), cell("4409", 412)] };
      return stormExposure.data(stormExposure.read(new Reader(shelf({ cells }), "live"), {}), {}, standpoint, 5).order;
    };
    const over = order([]);
    expect(over.rows.map(({ place, toCentre }) => [place, toCentre?.text])).toEqual([["4408", "19"], ["4401", "349"]]);
    expect(over.headings[1]).toBe("距中心");
    expect(over.rows[0]!.toCentre!.truth).toMatchObject({ indicator: "met.storm.distance", value: 19, observedAt: NOW - MINUTE });
    const coming = order([cell("4409", 2.5)]);
    expect(coming.rows.map(({ place, toCentre }) => [place, toCentre])).toEqual([["4409", undefined], ["4408", undefined], ["4401", undefined]]);
    expect(coming.headings[1]).toBe("此后 6 时");
  });
  test("the banner says which world it is, and in which mode", () => {
    expect(aloud("banner")).toBe("广东省域治理态势（平时 · 值守、演示系统）。");
    expect(aloud("banner", {}, {}, from({ mode: "emergency" }, { isLive: false, info: drill({ paused: true }) }))).toBe("演练，历史台风 彩虹，2026 年实录推进，不对外发送，已暂停（战时 · 指挥）。");
  });
  test("a response takes the banner at once, by its gravest kind and by people's time; what holds in a part is told beside it", () => {
    const level = (more: object) => ({ id: "r", state: "inForce", region: "44", regionName: "广东省", regionLevel: "province", holdsHere: true, kind: "typhoon", level: 2, since: formatTime(NOW - HOUR), levelSince: formatTime(NOW - 12 * MINUTE), by: "commander@44", reason: "台风", ...more });
    const [wind, flood, city] = [level({}), level({ id: "f", kind: "flood", level: 4 }), level({ id: "c", region: "4408", regionName: "湛江市", holdsHere: false, level: 1 })];
    expect(aloud("banner", { records: { responses: [flood, wind, city] } })).toBe("II 级响应，防风 II 级　防汛 IV 级，广东省 11月22日 08:48 启动，已持续 12\u2009分（湛江 I 级响应、常态布局）。");
    expect(aloud("banner", { records: { responses: [city, level({ ...city, id: "d", region: "4401", regionName: "广州市", level: 3 })] } })).toBe("广东省域治理态势（湛江等 2 地 I 级响应、常态布局、演示系统）。");
    const inDrill = from({}, { isLive: false, isOneTime: false, info: drill() });
    expect(aloud("banner", { records: { responses: [wind] } }, {}, inDrill)).toBe("演练 II 级响应，防风，广东省 现实时间 11月22日 08:48 启动　已持续 12\u2009分，历史台风 彩虹　60 倍速（常态布局）。");
    expect(aloud("headline", { records: { responses: [wind], alerts: [], hazard: [], incidents: [], tasks: [] } }, { response: true })).toMatch(/^常态布局 II 级响应（防风），/);
    expect(aloud("headline", { records: { responses: [wind], alerts: [], hazard: [], incidents: [], tasks: [] } }, { response: true }, inDrill)).toMatch(/^演练 常态布局 II 级响应（防风），/);
    const calm = { records: { responses: [], alerts: [], hazard: [], incidents: [], tasks: [] } };
    expect([aloud("headline", calm, { response: true }, from({ mode: "emergency" })), aloud("headline", calm, {}, from({ mode: "emergency" }))].map((said) => said.includes("战时")), "the mode, without a response as well, where no banner says it").toEqual([true, false]);
    const tagged = (responses: readonly unknown[], standpoint = from()) => responseTag.data(responseTag.read(new Reader(shelf({ records: { responses } }), "live"), {}), {}, standpoint);
    expect(tagged([flood, wind, city])).toEqual({ mode: "常态布局", level: 2, head: "II 级响应", name: "防风 II 级　防汛 IV 级" });
    expect(tagged([wind], inDrill)).toMatchObject({ level: 2, exercise: "演练" });
    expect([tagged([city]), tagged([], from({ mode: "emergency" }))]).toEqual([{ mode: "平时" }, { mode: "战时" }]);
    // Every screen says of itself that numbers are computed, and only then: wholly, or beside a record.
    const partly = from({}, { isLive: false, isOneTime: false, info: { ...drill(), banner: "演练 · 历史台风 彩虹 · 含模拟数据" } });
    const wholly = from({}, { isLive: false, isOneTime: false, info: { ...drill(), banner: "平时 · 模拟数据", feed: "peace" } });
    const gone = from({ ended: { word: "已停止", brief: "", what: "", advice: "" } }, { isLive: false, info: partly.here.info });
    expect([tagged([], partly), tagged([wind], partly), tagged([], wholly), tagged([wind], wholly), tagged([], gone)]).toEqual([
      { mode: "平时", simulated: "演练含模拟数据" }, { mode: "常态布局", level: 2, head: "II 级响应", name: "防风", exercise: "演练", simulated: "演练含模拟数据" },
      { mode: "平时", simulated: "模拟数据" }, { mode: "常态布局", level: 2, head: "II 级响应", name: "防风", exercise: "模拟数据", simulated: "模拟数据" }, { mode: "平时" },
    ]);
    expect([tagged([], inDrill), tagged([])]).toEqual([{ mode: "平时" }, { mode: "平时" }]);
    const silent = { records: { responses: [], alerts: [], hazard: [], incidents: [], tasks: [] } };
    expect([partly, wholly, inDrill, from()].map((one) => aloud("headline", silent, { response: true }, one).includes("模拟数据"))).toEqual([true, true, false, false]);
    expect(aloud("headline", silent, { response: true }, partly)).toContain("；演练含模拟数据，平时，");
    expect(aloud("headline", { records: { ...silent.records, responses: [wind] } }, { response: true }, partly)).toMatch(/^演练含模拟数据 常态布局 II 级响应（防风），/);
    expect(aloud("headline", silent, {}, partly), "where a banner says it, it is not said twice").not.toContain("模拟数据");
    // A screen below the strip has no clock that says in which world it is.
    const below = (responses: readonly unknown[], standpoint = from()) => responseLine.data(responseLine.read(new Reader(shelf({ records: { responses } }), "live"), {}), {}, standpoint);
    expect(below([flood, wind, city])).toEqual({ mode: "常态布局", response: { level: 2, head: "II 级响应", name: "防风 II 级　防汛 IV 级" } });
    expect([below([wind], inDrill), below([], inDrill)]).toEqual([{ mode: "常态布局", world: "演练", response: { level: 2, head: "II 级响应", name: "防风" } }, { mode: "平时", world: "演练" }]);
    expect([below([wind], partly).world, below([], partly).world, below([], wholly).world, below([], gone).world]).toEqual(["演练含模拟数据", "演练含模拟数据", "模拟数据", "已停止"]);
    expect([below([city]), below([], from({ mode: "emergency" }))]).toEqual([{ mode: "平时" }, { mode: "战时" }]);
    expect(below([wind], from({ ended: { word: "已停止", brief: "", what: "", advice: "" } }))).toEqual({ mode: "平时", world: "已停止" });
    expect(tellingOf("response-line")).toBeUndefined();
    // What only waits for a second person is no response, and what is not known is not denied.
    expect(aloud("banner", { records: { responses: [level({ state: "pending" })] } }, {}, inDrill)).toContain("未启动应急响应");
    expect(aloud("banner", {}, {}, inDrill)).not.toContain("未启动应急响应");
  });
  test("the clock of a drill says its pace and the real time beside it; of a situation that has gone, where it stood", () => {
    expect(aloud("clock", {}, {}, from({}, { isLive: false, info: drill(), serverNow: NOW + HOUR }))).toBe("演练 60 倍速，2026年11月22日 星期日 09:00，现实时间 10:00:00。");
    expect(aloud("clock", {}, {}, from({}, { isLive: false, info: { ...drill(), feed: "peace" }, serverNow: NOW + HOUR })), "a world of no record is no drill of one").toMatch(/^模拟 60 倍速，/);
    expect(aloud("clock", {}, {}, from({ ended: { word: "已停止", brief: "", what: "", advice: "" } }, { isLive: false, stoodAt: NOW - HOUR }))).toContain("已停止，2026年11月22日 星期日 08:00");
  });
  test("a drill that ran when its server fell silent is called paused by no clock and no banner of a page that starts meanwhile", () => {
    const cut = { isLive: false, info: drill({ stands: true }), linked: false, standsSince: NOW };
    const said = ["clock", "banner"].map((kind) => aloud(kind, { records: { responses: [] } }, {}, from({}, cut)));
    for (const each of said) expect(each).toContain("60 倍速");
    expect(said.join()).not.toContain("已暂停");
  });
  test("the numbers that a headline begins with are counted among those that it watches: where none has come it says so", () => {
    const came = { records: { alerts: [], incidents: [], tasks: [], hazard: [] }, cells: { rain: [cell("44", null)] } };
    const facts = [{ indicator: "rain", title: { zh: "雨量", en: "rain" } }];
    expect(aloud("headline", came, { facts })).toMatch(/^所列 1 项指标均无数据，无未消告警/);
    expect(aloud("headline", came, { facts, topics: ["rain"] }), "each once").toMatch(/^所列 1 项指标均无数据，无未消告警/);
    expect(aloud("headline", { ...came, cells: { rain: [cell("44", 3)] } }, { facts })).toMatch(/^总体平稳/);
  });
  test("the headline counts what is open and what is late, and is silent of what has not come", () => {
    const came = { alerts: [], incidents: [], tasks: [task({ deadline: formatTime(NOW - MINUTE) })], hazard: [] };
    expect(aloud("headline", { records: came })).toContain("未办结指令 1 条，超时 1 条");
    expect(aloud("headline", {})).not.toMatch(/平稳|无未消|0/);
  });
  const alert = (place: string, severity: number, state: string, says: string, areaName = "湛江市") => ({ id: place, rule: `r#${severity}`, indicator: "rain", place, severity, state, says, areaName: `${areaName} ${place}`, placeName: place, within: ["44", "4408", place], raisedAt: "", simAt: "", source: "" });
  test("under a storm an acknowledgement makes no place better: all that holds is counted, and how much of it nobody has seen", () => {
    const storm = { kind: "storm", id: "201522", nameZh: "彩虹", source: "JMA", at: NOW, hasRadii: false, fixes: [], ahead: [], sentence: "", now: null };
    const orange = (states: readonly string[]) => states.map((state, i) => alert(`${i}县`, 2, state, "达到台风橙色预警标准"));
    const said = (states: readonly string[]) => aloud("headline", { records: { hazard: [storm], incidents: [], tasks: [], alerts: orange(states) } });
    expect(said(["unacknowledged", "unacknowledged", "acknowledged", "acknowledged", "acknowledged", "acknowledged", "returned"])).toContain("湛江 6 处达台风橙色标准（2 处未确认）");
    expect(said(["unacknowledged", "unacknowledged"])).toContain("湛江 2 处达台风橙色标准。");
    expect(said(["acknowledged"])).toContain("无未确认告警");
  });
  test("a headline that keeps to a hazard names its findings first, and counts all that nobody has seen", () => {
    const storm = { kind: "storm", id: "201522", nameZh: "彩虹", source: "JMA", at: NOW, hasRadii: false, fixes: [], ahead: [], sentence: "", now: null };
    const alerts = [{ ...alert("甲县", 2, "unacknowledged", "达到台风橙色预警标准"), topic: "meteorology" }, { ...alert("乙县", 1, "unacknowledged", "叫应闭环率过低"), topic: "emergency-command" }];
    const said = aloud("headline", { records: { hazard: [storm], incidents: [], tasks: [], alerts } }, { findingsOf: ["meteorology"] });
    expect(said).toContain("达台风橙色标准");
    expect(said).not.toContain("叫应闭环率");
    expect(said).toContain("共 2 项未确认");
  });
  test("a finding of the whole province gives the headline no place while others have one", () => {
    const whole = { ...alert("广东省", 2, "unacknowledged", "x", "广东省"), within: ["44"] };
    const said = (alerts: readonly unknown[]) => aloud("headline", { records: { hazard: [], incidents: [], tasks: [], alerts } });
    expect(said([whole, alert("赤坎区", 2, "unacknowledged", "y")])).toContain("湛江 2 处达橙色标准");
    expect(said([whole])).toContain("广东省 1 处");
  });
  test("a display says of its alerts that nothing sensitive is among them, with alerts and without, and nothing else of it; a person's page does not", () => {
    const telling = tellingOf("alerts")!;
    const noted = (alerts: readonly unknown[], standpoint: Standpoint) => telling.card!(telling.read(new Reader(shelf({ records: { alerts } }), "live"), {}), {}, standpoint).note;
    for (const alerts of [[], [alert("赤坎区", 3, "unacknowledged", "达到台风黄色预警标准")]]) {
      expect(noted(alerts, from({ isDisplay: true }))).toBe("系统研判，未发布 · 不含敏感类");
      expect(noted(alerts, from())).toBe("系统研判，未发布");
      expect(aloud("alerts", { records: { alerts } }, {}, from({ isDisplay: true }))).toMatch(/。不含敏感类。$/);
      expect(aloud("alerts", { records: { alerts } })).not.toContain("敏感");
    }
    expect(noted([], from({ isDisplay: true, lang: "en" }))).toBe("machine findings, nothing issued · nothing sensitive");
  });
  test("in peace the headline begins with the gravest level that holds and its place, taken or not", () => {
    const said = (alerts: readonly unknown[]) => aloud("headline", { records: { hazard: [], incidents: [], tasks: [], alerts } });
    const mild = [alert("赤坎区", 3, "unacknowledged", "布雷图指数达到低度风险"), alert("霞山区", 3, "unacknowledged", "布雷图指数达到低度风险")];
    expect(said(mild)).toMatch(/^湛江 2 处达黄色标准，共 2 项未确认/);
    expect(said([...mild, alert("广州气象站", 1, "acknowledged", "达到台风红色预警标准", "广州市")])).toMatch(/^广州 1 处达台风红色标准，共 2 项未确认/);
    expect(said([...mild, alert("番禺区", 3, "acknowledged", "布雷图指数达到低度风险", "广州市")])).toMatch(/^湛江等 3 处达黄色标准/);
  });
  test("the ledger says each number with its time and coverage, and what never reported", () => {
    const rows = [{ topic: "met", indicator: "rain" }];
    expect(aloud("ledger", { cells: { rain: [cell("44", 12.5, { coverage: { have: 3, of: 5, level: "site" } })] } }, { rows })).toBe("气象服务：雨量 ≥12.5mm（08:59，3/5 站）。");
    expect(aloud("ledger", { cells: { rain: [cell("44", null, { observedAt: null })] } }, { rows })).toBe("气象服务：雨量 从未上报。");
  });
  test("orders say the most urgent one and what is left of its time, on the clock of people", () => {
    expect(aloud("orders", { records: { tasks: [task()] } })).toMatch(/^指令 1 条，未办结 1 条；首条：前往，湛江消防，余 30\s分。$/);
    expect(aloud("orders", { records: { tasks: [task()] } }, {}, from({}, { peopleNow: NOW + HOUR }))).toMatch(/超时 30\s分/);
    for (const [state, said] of [["closed", "已办结"], ["withdrawn", "已撤回"], ["finished", "待核查"]] as const)
      expect(aloud("orders", { records: { tasks: [task({ state })] } }), state).toMatch(new RegExp(`首条：前往，湛江消防，${said}。$`));
  });
  test("incidents say how many stand at each stage, and an order that has not come is not counted as none", () => {
    const incident = { id: "i", type: "flood", region: "440825", state: "handling", grade: 2, title: "内涝", tasks: ["t"], reportedAt: formatTime(NOW), areaName: "湛江市 徐闻县", regionName: "徐闻县", typeTitle: "内涝", log: [] };
    expect(aloud("incidents", { records: { incidents: [incident], tasks: [] } })).toBe("在办事件 1 起（处置 1）；首起：II 级，湛江 徐闻，内涝。");
    const rowOf = (records: World["records"]) => incidents.data(incidents.read(new Reader(shelf({ records: records! }), "live"), {}), {}, from()).rows[0]!.orders;
    expect([rowOf({ incidents: [incident], tasks: [] }), rowOf({ incidents: [incident] })]).toEqual(["指令 0/1", "指令 ··/1"]);
  });
  test("the ledger's day is the indicator's own history up to now: a known gap stays one, and silence is judged by its interval", () => {
    const rows = [{ topic: "meteorology", indicator: "rain" }];
    const point = (hours: number, value: number | null, quality: SeriesPoint[2] = "good"): SeriesPoint => [NOW - hours * HOUR, value, quality];
    const { trace } = ledgerRow({ cells: { rain: [cell("44", 5)] }, points: [point(3, 8), point(2, null), point(1, 5, "extrapolated")] }, { rows });
    expect(trace?.points).toEqual([[NOW - 3 * HOUR, 8, false], [NOW - 2 * HOUR, null, false], [NOW - HOUR, 5, true]]);
    expect([trace!.to - trace!.from, trace!.to >= NOW && trace!.to - NOW < HOUR, trace!.gapMs]).toEqual([24 * HOUR, true, 1.5 * HOUR]);
    expect(ledgerRow({ cells: { rain: [cell("44", null, { observedAt: null })] }, points: [] }, { rows })).not.toHaveProperty("trace");
  });
  test("a ranking names the greatest and says how many have no number", () => {
    const config = { title: { zh: "各市雨量", en: "" }, indicator: "rain", region: "44", level: "city" };
    expect(aloud("ranking", { cells: { rain: [cell("4401", 3), cell("4408", 9), cell("4419", null)] } }, config)).toBe("各市雨量：湛江 9.0 mm、广州 3.0 mm，1 处无数。");
  });
  test("trends say what stands and when it was highest; nothing there is said", () => {
    const config = { title: { zh: "走势", en: "" }, place: "44", level: "province", hours: 48, plots: [{ indicator: "rain" }] };
    const points = [[NOW - 3 * HOUR, 8, "good"], [NOW - HOUR, 5, "good"]] as const;
    const covered = (have: number, of: number) => ({ points, cells: { rain: [cell("44", 5, { coverage: { have, of, level: "site" } })] } });
    expect(aloud("trends", covered(1, 1), config), "of one source").toBe("雨量：8时 5.0 mm，最高 8.0 mm（6时）。");
    expect(aloud("trends", covered(3, 5), config), "of how many an earlier one was is not known").toBe("雨量：8时 ≥5.0 mm，所报最高 8.0 mm（6时）。");
    expect(aloud("trends", { points }, config)).toBe("雨量：8时 所报 5.0 mm，所报最高 8.0 mm（6时）。");
    expect(aloud("trends", covered(3, 5), { ...config, plots: [{ indicator: "rain", bars: true }] })).toBe("雨量：所报共 13.0 mm，所报最大 8.0 mm（6时）。");
    expect(aloud("trends", { points: [] }, config)).toBe("雨量：没有观测。");
  });
  describe("the weather panel of a wall that looks elsewhere", () => {
    const station = (id: string, wind: number | null = 6.2) => cell(id, wind, wind === null ? { observedAt: null } : {});
    const MEASURED = ["water.rain.hour", "met.rain.24h", "met.wind.mean"];
    const weather = (stations: Readonly<Record<string, readonly Cell[]>>, config: object) => {
      const all = { ...Object.fromEntries(MEASURED.map((id) => [id, []])), ...stations };
      const reader = new Reader(shelf({ cells: all, points: [[NOW - HOUR, 3, "good"]] }), "live");
      const telling = tellingOf("station-weather")!;
      const read = telling.read(reader, config);
      const names = { of: (code: string) => ({ "wx-440825": "徐闻县自动站", "wx-440882": "雷州市自动站", "4408": "湛江", "4401": "广州", "440882": "湛江 雷州" })[code] ?? code, isPassThrough: () => false };
      return { touched: [...reader.touched.values()].map((channel) => ("region" in channel ? channel.region : "place" in channel ? channel.place : "")), card: telling.card!(read, config, from({ names })), said: telling.spoken(read, config, from({ names }), undefined as unknown as MapBase) };
    };
    test("tells of a station that reports there, by its name", () => {
      const { card, said, touched } = weather({ "met.wind.mean": [station("wx-440882"), station("wx-440825", null)] }, { focus });
      expect([card.heading, card.empty, card.observedAt]).toEqual(["雷州站雨风", undefined, NOW - MINUTE]);
      expect(said).toContain("8时 3 m/s");
      expect([...new Set(touched)], "and asks for nothing of another place").toEqual(["4408", "wx-440882"]);
    });
    test("says that none reports where none does, and gives nobody else's numbers", () => {
      for (const stations of [[], [station("wx-440882", null)]]) {
        const { card, said, touched } = weather({ "met.wind.mean": stations }, { focus });
        expect([card.heading, card.empty, card.observedAt, said]).toEqual(["气象站雨风 · 湛江", "此处无上报气象站", undefined, "此处无上报气象站。"]);
        expect([...new Set(touched)]).toEqual(["4408"]);
      }
    });
    test("is silent on whether one reports until all is known that a station can report", () => {
      const reader = new Reader(shelf({ cells: { "water.rain.hour": [] } }), "live");
      const telling = tellingOf("station-weather")!;
      const { status, empty } = telling.card!(telling.read(reader, { focus }), { focus }, from());
      expect([status, empty]).toEqual(["loading", undefined]);
    });
    test("tells a town of its county's station, the province and 广州 of 广州's, and a scene's own station wherever the wall looks", () => {
      const found = { "met.wind.mean": [station("wx-440882"), station("wx-440103"), station("wx-guangzhou")] };
      const heading = (config: object) => weather(found, config).card.heading;
      expect(weather(found, { focus: { region: "440882115" } }).touched[0]).toBe("440882");
      expect([heading({ focus: { region: "44" } }), heading({}), heading({ focus: { region: "4401" } })]).toEqual(["广州雨风", "广州雨风", "广州雨风"]);
      expect(heading({ focus, site: "wx-440825", region: "440825" })).toBe("徐闻站雨风");
      expect(heading({ focus, site: "wx-440825", region: "440825", name: "徐闻" })).toBe("徐闻雨风");
      expect(weather({ "met.wind.mean": [station("wx-440882")] }, { focus, name: "广州" }).card.heading, "a name that a scene gave to the province's station").toBe("雷州站雨风");
    });
  });
  test("a station without rain says that none fell, and no hour of it", () => {
    expect(aloud("station-weather", { points: [[NOW - HOUR, 0, "good"]] })).toMatch(/^雨量：所报共 0 mm。平均风：8时 0 m\/s。$/);
  });
  test("trust says how many sources are on time and names the worst", () => {
    const config = { sources: [{ indicator: "rain" }, { hazard: "storm" }] };
    expect(aloud("trust", { cells: { rain: [cell("44", 1)] }, records: { hazard: [] } }, config)).toBe("数据可信：2 路中 1 路按时；台风定位从未上报。");
    expect(aloud("trust", {}, config)).toBe("数据可信：正在取数 2 路。");
  });
  const ended = (more: object = {}) => ({ id: "al-1", rule: "pack.ended.overrun", indicator: "pack:meteorology", place: "44", severity: 3, state: "unacknowledged", value: 1, limit: 1, raisedAt: formatTime(NOW - 29 * MINUTE), simAt: "", source: "", says: "", areaName: "广东省", placeName: "广东省", within: ["44"], ...more });
  test("a topic whose code was ended is named among the sources, since when; one that runs again is not", () => {
    const config = { sources: [{ indicator: "rain" }] };
    const world = (alert: object): World => ({ cells: { rain: [cell("44", 1)] }, records: { alerts: [alert] } });
    expect(aloud("trust", world(ended()), config)).toBe("数据可信：1 路中 1 路按时；气象服务 专题代码超时已停用（08:31）。");
    expect(aloud("sources", world(ended({ rule: "pack.throttled.flood", state: "acknowledged" })), config)).toBe("数据可信：1 路中 1 路按时；气象服务 专题代码返回过多已截断（08:31）。");
    expect(aloud("trust", world(ended({ state: "returned" })), config)).toBe("数据可信：1 路中 1 路按时。");
  });
  test("what concerns the house itself is no finding about the province", () => {
    expect(aloud("alerts", { records: { alerts: [ended(), ended({ id: "al-2", rule: "wall.display.dark", indicator: "display:main/2" })] } })).toBe(aloud("alerts", { records: { alerts: [] } }));
  });
  test("the sources one by one say the same as trust, under its title, and wait for what has not come", () => {
    const config = { sources: [{ indicator: "rain" }, { hazard: "storm" }] };
    const world: World = { cells: { rain: [cell("44", 1)] }, records: { hazard: [] } };
    expect(aloud("sources", world, config)).toBe(aloud("trust", world, config));
    const telling = tellingOf("sources")!;
    const card = (some: World) => telling.card!(telling.read(new Reader(shelf(some), "live"), config), config, from());
    expect(card(world)).toMatchObject({ heading: "数据可信", note: "2 路", status: "ready", observedAt: NOW, state: "fresh" });
    expect(card({})).toMatchObject({ status: "loading", observedAt: undefined });
  });
  test("the line of time says what comes next", () => {
    const came = { levels: [], tasks: [], hazard: [] };
    expect(aloud("spine", { records: came }, { fromH: -1, toH: 1 }, from({}, { isLive: false, info: drill() }))).toBe("下一时刻：10:00 演练记录止。");
    expect(aloud("spine", { records: came }, { fromH: -1, toH: 1 })).toBe("此后没有已知时刻。");
  });
  test("where the time of a world ends is told by what it is: a record that a drill or a replay plays, or a time that is computed as a whole", () => {
    const came = { levels: [], tasks: [], hazard: [] };
    const told = (info: object) => aloud("spine", { records: came }, { fromH: -1, toH: 1 }, from({}, { isLive: false, info: { ...drill(), ...info } }));
    expect(told({ feed: "peace" })).toBe("下一时刻：10:00 模拟时段止。");
    expect(told({ kind: "replay" })).toBe("下一时刻：10:00 回放记录止。");
  });
  test("the line of time says which level stood when, between two settings of the clock nothing, and of before its line nothing", () => {
    const level = (severity: number, ...stood: readonly (readonly [hours: number, to?: number])[]) => ({ id: `r#${severity}`, rule: `r#${severity}`, severity, found: [], stood: stood.map(([from, to]) => ({ from: NOW - from * HOUR, ...(to !== undefined && { to: NOW - to * HOUR }) })) });
    const came = { levels: [level(4, [30, 29], [6, 5], [3]), level(3, [5.5, 5], [2, 1])], tasks: [], hazard: [] };
    expect(aloud("spine", { records: came }, { fromH: -12, toH: 1 })).toBe("系统研判：03:00 起蓝色、03:30 至 04:00 黄色、06:00 起蓝色、07:00 起黄色、08:00 起蓝色；此后没有已知时刻。");
  });
  test("a storm that is not there is told by the card, never by numbers", () => {
    for (const kind of ["storm-now", "storm-intensity"]) {
      const telling = tellingOf(kind)!;
      const read = telling.read(new Reader(shelf({ records: { hazard: [] } }), "live"), {});
      expect([kind, telling.card!(read, {}, from()).empty]).toEqual([kind, "此情景没有台风记录"]);
      expect([kind, telling.card!(read, {}, from()).isToldBeside]).toEqual([kind, kind === "storm-now" ? undefined : true]);
    }
  });
});
