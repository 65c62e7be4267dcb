import { describe, expect, test } from "vitest";
import type { AlertRecord } from "../../../model/records.ts";
import { NO_RECORDS } from "../../../model/view.ts";
import { kinds } from "../../../tests/fixtures/marks.ts";
import { marks, sentence } from "../alerts.ts";
import * as alerts from "./alerts.ts";
import type { Measured, Standpoint } from "./standpoint.ts";

const arrival: Measured = { id: "arrival", title: { zh: "10级风圈到达", en: "Storm circle arrival" }, unit: "h", decimals: 2, rollup: "min", cadence: 600_000, zero: { zh: "圈内", en: "inside" } };
const outage: Measured = { id: "outage", title: { zh: "停电时长", en: "Outage" }, unit: "h", decimals: 1, rollup: "max", cadence: 600_000 };
const wind: Measured = { id: "wind", title: { zh: "极大风速", en: "Gust" }, unit: "m/s", decimals: 1, rollup: "max", cadence: 600_000 };
const MEASURED: readonly Measured[] = [arrival, outage, wind];

const found = (indicator: Measured, over: Partial<AlertRecord> = {}): AlertRecord => ({
  id: "a", rule: `${indicator.id}#2`, indicator: indicator.id, place: "440825", topic: "meteorology", severity: 2, state: "unacknowledged", value: 11.35, limit: 12, source: "s", sourceDown: false,
  raisedAt: "2015-10-03T20:00:00+08:00", simAt: "2015-10-03T20:00:00+08:00", group: "g", placeName: "徐闻县", areaName: "湛江市 徐闻县", within: ["44", "4408", "440825"], indicatorTitle: indicator.title.zh, unit: indicator.unit, decimals: indicator.decimals, says: "达到台风橙色预警标准", ...over,
});
const standardOf = (alert: AlertRecord, known: readonly Measured[] = MEASURED) => standardsOf([alert], known)[0]!;
function standardsOf(all: readonly AlertRecord[], known: readonly Measured[] = MEASURED) {
  const from = { lang: "zh", isDisplay: true, here: { simNow: 0, linked: true, peopleNow: 0, checkedAt: () => 0 }, words: { indicator: (id: string) => known.find((one) => one.id === id), topic: () => undefined } } as unknown as Standpoint;
  const seen = { ...NO_RECORDS, status: "ready" as const, records: new Map(all.map((alert) => [alert.id, alert])) };
  return alerts.data(seen as never, {}, from).standards;
}

describe("what is said to have been found in one place", () => {
  test("hours that run down are told where they run, not as they were when they were found", () => {
    expect(standardOf(found(arrival)).one).toEqual({ place: "湛江 徐闻" });
    expect(standardOf(found(arrival, { value: 0 })).one, "inside then, and who knows now").toEqual({ place: "湛江 徐闻" });
    expect(standardOf(found(arrival), []).one, "before it is known what the hours are").toEqual({ place: "湛江 徐闻" });
  });
  test("any other measure is told in its own form", () => {
    expect(standardOf(found(wind, { value: 35 })).one).toEqual({ place: "湛江 徐闻", value: "35.0", unit: "m/s", at: "3日 20:00" });
    expect(standardOf(found(outage, { value: 12 })).one?.value).toBe("12");
  });
  test("what has returned to normal does not tell what it was", () => {
    expect(standardOf(found(wind, { value: 35, state: "returned" }))).toMatchObject({ holds: false, one: { place: "湛江 徐闻" }, standing: { text: "已回落" } });
    expect(standardOf(found(wind, { value: 35, state: "returned" })).one).not.toHaveProperty("value");
  });
});

test("the number that a finding was raised with has its time, on the glass and aloud: another panel tells the number of now", () => {
  const data = { levels: [], standards: [standardOf(found(wind, { value: 35 }))], none: "", more: () => "" };
  const runs = kinds(marks(data, { width: 900, height: 600, u: 24 }), "text").flatMap((mark) => [mark, ...(mark.tail ?? [])]);
  const i = runs.findIndex(({ text }) => text === "35.0");
  expect(runs[i - 1]).toMatchObject({ text: "3日 20:00", role: "asOf" });
  expect(sentence(data)).toContain("3日 20:00 时 35.0m/s");
});
test("of two findings of one standard one is said to be expected and one to be measured; what is expected says so by itself, too", () => {
  const says = (...all: readonly AlertRecord[]) => standardsOf(all).map((one) => one.says);
  expect(says(found(arrival), found(wind, { id: "b" }))).toEqual(["台风橙色标准（预计）", "台风橙色标准（实测）"]);
  expect(says(found(arrival), found(wind, { id: "b", quality: "modelled" }))).toEqual(["台风橙色标准（预计）", "台风橙色标准（推算）"]);
  expect(says(found(arrival))).toEqual(["台风橙色标准（预计）"]);
  expect(says(found(wind))).toEqual(["台风橙色标准"]);
  expect(says(found(wind), found(outage, { id: "b", severity: 3 }))).toEqual(["台风橙色标准", "台风橙色标准"]);
});
describe("a standard of many places in its own line", () => {
  const places = ["徐闻", "雷州", "坡头", "麻章", "吴川", "廉江"].map((name, i) => found(wind, { id: `p${i}`, placeName: `${name}县`, place: `44082${i}` }));
  const head = (width: number) => {
    const [first] = standardsOf(places);
    const many = { levels: [], standards: [first!, ...Array.from({ length: 5 }, (_, i) => ({ ...first!, id: `s${i}`, severity: 4 as const }))], none: "", more: () => "" };
    const says = kinds(marks(many, { width, height: 320, u: 20 }), "text").find(({ text }) => text === "台风橙色标准")!;
    return [says, ...(says.tail ?? [])].map(({ text }) => text).join(" ");
  };
  test("names the first of them that stand in it, with their city, and says that there are more", () => {
    expect(head(760)).toMatch(/^台风橙色标准 湛江 徐闻 .*等$/);
    expect(head(2_000)).toBe("台风橙色标准 湛江 徐闻 雷州 坡头 麻章 吴川 廉江");
  });
  test("no name is cut: where not even the first has room its city is said, else the count alone", () => {
    for (let width = 440; width < 900; width += 20) for (const name of head(width).split(" ").slice(1)) expect(["湛江", "徐闻", "雷州", "坡头", "麻章", "吴川", "廉江", "等"]).toContain(name);
    expect(head(440)).toBe("台风橙色标准 湛江");
  });
});

test("a silent source does not hide that nobody has the finding yet", () => {
  expect(standardOf(found(wind, { sourceDown: true })).standing).toEqual({ text: "未确认 1", tone: "strong", lost: "源中断" });
  expect(standardOf(found(wind, { sourceDown: true, state: "acknowledged" })).standing).toEqual({ text: "已确认", tone: "quiet", lost: "源中断" });
  expect(standardOf(found(wind)).standing).not.toHaveProperty("lost");
});

describe("where it was found, and what it is", () => {
  const flood = { says: "有村处于山洪转移预警，是否立即转移须核实", placeName: "明心路社区居委会", areaName: "广州市 荔湾区", place: "440103014001" };
  test("a village is told behind its city and county, without its committee, and the danger also in short", () => {
    const told = standardOf(found(wind, flood));
    expect(told).toMatchObject({ says: flood.says, briefly: "山洪转移预警", one: { place: "广州荔湾 明心路社区", nearby: "广州 明心路社区" } });
    expect(told.cities.map(({ places }) => places.map(({ name }) => name))).toEqual([["明心路社区"]]);
  });
  test("a county keeps its city alone, a site that bears its city's name says it once", () => {
    expect(standardOf(found(wind)).one).toMatchObject({ place: "湛江 徐闻" });
    expect(standardOf(found(wind)).one).not.toHaveProperty("nearby");
    expect(standardOf(found(wind, { place: "met-59287", placeName: "广州气象站", areaName: "广州市 番禺区" })).one?.place).toBe("广州气象站");
  });
  test("a standard has no shorter form than its name", () => {
    expect(standardOf(found(wind))).toMatchObject({ says: "台风橙色标准" });
    expect(standardOf(found(wind))).not.toHaveProperty("briefly");
  });
});

test("what nobody is asked about for now is counted by its kind, on the card and in the sentence; a kind that there is none of is not", () => {
  const states = ["shelved", "suppressed", "suppressed", "unacknowledged"] as const;
  const records = new Map(states.map((state, i) => [`a${i}`, found(wind, { id: `a${i}`, state })]));
  const from = { lang: "zh", isDisplay: false, names: { of: () => "广东省" }, here: { simNow: 0, linked: true, peopleNow: 0, checkedAt: () => 0 }, words: { indicator: () => wind, topic: () => undefined } } as unknown as Standpoint;
  const seen = { ...NO_RECORDS, status: "ready" as const, records } as never;
  expect(alerts.card(seen, {}, from).note).toBe("系统研判，未发布 · 搁置 1 条 · 抑制 2 条");
  expect(alerts.spoken(seen, {}, from)).toContain("搁置 1 条。抑制 2 条。");
});

test("thousands are written with a comma, and what has returned is told apart from what has no line", () => {
  const state = (i: number) => ({ id: `a${i}`, ...(i < 1200 ? { state: "returned" as const } : {}) });
  const records = new Map(Array.from({ length: 2400 }, (_, i) => found(wind, state(i))).map((one) => [one.id, one]));
  const from = { lang: "zh", isDisplay: false, names: { of: () => "广东省" }, here: { simNow: 0, linked: true, peopleNow: 0, checkedAt: () => 0 }, words: { indicator: () => wind, topic: () => undefined } } as unknown as Standpoint;
  const seen = { ...NO_RECORDS, status: "ready" as const, records } as never;
  expect(alerts.card(seen, {}, from).note).toContain("另 1,200 条已回落待确认");
  const told = alerts.data(seen, {}, from);
  expect([told.more(1174), told.levels[1]!.figure.text, told.standards.map(({ count }) => count), told.standards[0]!.standing.text]).toEqual(["另 1,174 条", "1,200", ["1,200 处", "1,200 处"], "未确认 1,200"]);
});
test("a number that was not observed says so behind its unit, and aloud; one that was says nothing", () => {
  expect(standardOf(found(wind, { value: 35, quality: "modelled" })).one).toEqual({ place: "湛江 徐闻", value: "35.0", unit: "m/s", at: "3日 20:00", tag: "模" });
  expect(standardOf(found(wind, { value: 35 })).one).not.toHaveProperty("tag");
  const told = (more: Partial<AlertRecord>) => {
    const data = { levels: [], standards: [standardOf(found(wind, { value: 35, ...more }))], none: "", more: () => "" };
    const { height, width, u } = { height: 600, width: 900, u: 24 };
    return { marks: kinds(marks(data, { width, height, u }), "text").flatMap((mark) => [mark, ...(mark.tail ?? [])]), aloud: sentence(data) };
  };
  const computed = told({ quality: "modelled" });
  expect(computed.marks.find(({ text }) => text === "模")).toMatchObject({ ink: "w1", box: { stroke: "w2", dashed: true } });
  expect(computed.marks.find(({ text }) => text === "35.0")).toMatchObject({ ink: "w1" });
  expect(told({}).marks.find(({ text }) => text === "35.0")).toMatchObject({ ink: "t1" });
  expect([computed.aloud.includes("35.0m/s（模）"), told({}).aloud.includes("模")]).toEqual([true, false]);
});
