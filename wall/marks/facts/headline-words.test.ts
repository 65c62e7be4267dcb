import { expect, test } from "vitest";
import type { EpidemicRecord, StormRecord } from "../../../model/hazard.ts";
import type { Cell } from "../../../model/sample.ts";
import { HOUR, parseTime } from "../../../model/time.ts";
import { type Watched, calmHeadline, epidemicFacts, epidemicHeadline, hourWords, stormFacts, stormHeadline } from "./headline-words.ts";
import { arrivals } from "./storm-view.ts";

const AT = parseTime("2015-10-04T02:00:00+08:00")!;
const cell = (place: string, value: number): Cell => ({ place, value, observedAt: AT, state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "town" }, tick: 1 });
const record: StormRecord = {
  kind: "storm", id: "201522", name: "Mujigae", nameZh: "彩虹", source: "JMA", at: AT, hasRadii: true, fixes: [], ahead: [], sentence: "",
  now: { at: AT, lat: 19.9, lon: 112, grade: "TY", windMs: 38.6, pressureHpa: 965, r50: null, r30: { direction: "ALL", longKm: 315, shortKm: 315 }, quality: "good", heading: 300, speedKmh: 22 },
};
const name = (code: string) => ({ 440825: "湛江 徐闻", 440881: "湛江 廉江" })[code] ?? code;
const said = (r7: Cell[], r10: Cell[]) => stormHeadline(record, { r7: arrivals(r7), r10: arrivals(r10) }, AT, name).flat().map((part) => part.text).join("　");

test("before the wind comes the headline names the place and the hour, as extrapolation", () => {
  expect(said([cell("440825", 5.2)], [])).toBe("今日约 7 时　外推　7级风到湛江徐闻");
});
test("the place that the headline begins with is not named a second time", () => {
  const own = (place: string, named: string) => stormHeadline(record, { r7: arrivals([cell(place, 5.2)]), r10: [] }, AT, name, "ready", undefined, "镇街", named).flat().map((part) => part.text).join("　");
  expect(own("440825", "440825")).toBe("今日约 7 时　外推　7级风到达");
  expect(stormHeadline(record, { r7: arrivals([cell("440825", 0)]), r10: arrivals([cell("440825", 3)]) }, AT, name, "ready", () => true, "镇街", "440825").flat().map(({ text }) => text)).toEqual(["已在7级风圈内", "今日约 5 时", "外推", "10级风到达"]);
  expect(own("440825", "4408")).toBe("今日约 7 时　外推　7级风到湛江徐闻");
  expect([stormFacts(record, { place: "440825", km: 457 }, name, "440825").at(-1), stormFacts(record, { place: "440825", km: 457 }, name, "4408").at(-1)]).toEqual(["中心距此 457 km", "距湛江徐闻 457 km"]);
});
test("the storm's wind is told with the time of the fix that it is of, however far the storm has moved since", () => {
  const fixes = [{ ...record.now!, at: AT - 4 * HOUR }];
  expect(stormFacts({ ...record, fixes }, null, name)[1]).toBe("3日22时 13级 39 m/s");
});
test("of a wind that could not be fetched it is not said that nobody is reached", () => {
  expect(stormHeadline(record, { r7: [], r10: [] }, AT, name, "refused").flat().map(({ text }) => text)).toEqual(["台风“彩虹”", "风圈到达未取到"]);
});
test("once counties are inside it says how many, and who the stronger wind reaches next", () => {
  expect(said([cell("440825", 0), cell("440881", 0)], [cell("440825", 3)])).toBe("7级风圈内 2 县　今日约 5 时　外推　10级风到湛江徐闻");
});
test("a city without counties is no county: it is left out of the count, as in every panel beside it", () => {
  const inside = arrivals([cell("440825", 0), cell("442000", 0)]);
  expect(stormHeadline(record, { r7: inside, r10: [] }, AT, name, "ready", (place) => place === "442000")[0]![0]!.text).toBe("7级风圈内 1 县");
  expect(stormHeadline(record, { r7: inside.slice(1), r10: [] }, AT, name, "ready", (place) => place === "442000")[0]![0]!.text, "alone inside, it is named").toBe("7级风圈内 442000");
});
test("an hour on another day is named by its day", () => {
  expect(hourWords(AT + 26 * HOUR, AT)).toBe("明日约 4 时");
});
test("what is less than an hour off is never told as an hour that has begun", () => {
  expect(hourWords(AT + 0.2 * HOUR, AT)).toBe("一小时内");
});
test("a fix without radii gets no arrival, and no claim that nobody is reached", () => {
  expect(stormHeadline({ ...record, now: { ...record.now!, r30: null } }, { r7: [], r10: [] }, AT, name).flat().map((c) => c.text)).toEqual(["最近定位未载风圈", "不推算到达"]);
});
test("a storm without radii gets no invented arrival", () => {
  expect(stormHeadline({ ...record, hasRadii: false }, { r7: [], r10: [] }, AT, name)[1]![0]!.text).toBe("该记录不含风圈半径，不推算到达");
});
const calm = (open: number, watched: Watched) => calmHeadline({ alerts: open, unacknowledged: open, ...(open > 0 && { gravest: "广州 1 处达红色标准" }) }, watched).flat().map((c) => c.text).join("　");
test("silence of all sources is not called calm", () => {
  expect(calm(0, { of: 6, reporting: 0, awaited: 0 })).toBe("所列 6 项指标均无数据　无未消告警");
});
test("of the numbers that it shows it says how many are there, and nothing of those that it does not show", () => {
  expect(calm(3, { of: 6, reporting: 0, awaited: 0 })).toBe("广州 1 处达红色标准　共 3 项未确认　所列 6 项指标均无数据");
  expect(calm(3, { of: 6, reporting: 2, awaited: 0 })).toBe("广州 1 处达红色标准　共 3 项未确认　所列 6 项指标中 2 项有数据");
});
test("what has returned to normal and was not seen is neither a finding nor taken by anybody", () => {
  expect(calmHeadline({ alerts: 2, unacknowledged: 0 }, { of: 6, reporting: 6, awaited: 0 }).flat().map((c) => c.text)).toEqual(["2 项告警已回落待确认"]);
  expect(calmHeadline({ alerts: 2, unacknowledged: 0, gravest: "广州 1 处达红色标准" }, { of: 6, reporting: 6, awaited: 0 }).flat().map((c) => c.text)).toEqual(["广州 1 处达红色标准", "无未确认告警"]);
});
test("what has not come yet is neither empty nor calm", () => {
  expect(calm(0, { of: 6, reporting: 5, awaited: 1 })).toBe("正在取数　无未消告警");
  expect(stormHeadline(record, { r7: [], r10: [] }, AT, name, "loading").flat().map((c) => c.text)).toEqual(["台风“彩虹”", "正在取数"]);
});
test("where nothing is watched, nothing is called calm", () => {
  expect(calmHeadline({ alerts: 0, unacknowledged: 0 }, { of: 0, reporting: 0, awaited: 0 }).flat().map((c) => c.text)).toEqual(["未列指标，平稳与否不明", "无未消告警"]);
  expect(calm(2, { of: 0, reporting: 0, awaited: 0 }), "what was found is told without it").toBe("广州 1 处达红色标准　共 2 项未确认");
});
test("it is calm only when every topic reports and nothing is open", () => {
  expect(calmHeadline({ alerts: 0, unacknowledged: 0 }, { of: 6, reporting: 6, awaited: 0 })[0]![0]!.text).toBe("总体平稳");
});

const epidemic: EpidemicRecord = { kind: "epidemic", id: "covid:2020", source: "s", at: AT, day: "2020-02-15", provinceConfirmed: 1_316, citiesConfirmed: 1_294, cities: { have: 20, of: 21 }, unassignedConfirmed: 0, unexplained: 22, sentence: "" };
test("of an epidemic the headline says the last published day and what it brought, never a number before the first report", () => {
  const facts = [{ text: "新增确诊" }, { text: "33 例", follows: true }, { text: "累计确诊" }, { text: "1,294 例", follows: true }];
  expect(epidemicHeadline(epidemic, facts).map((clause) => clause.map(({ text }) => text))).toEqual([["2月15日", "新增确诊", "33 例"], ["累计确诊", "1,294 例"]]);
  expect(epidemicHeadline({ ...epidemic, day: null }, [])).toEqual([[{ text: "尚无疫情通报" }]]);
});
test("the line below says what the sum of the cities leaves out", () => {
  expect(epidemicFacts(epidemic).join("")).toBe("20/21 市有通报　全省公布 1,316 例　未分到市 0 例　仍差 22 例，原始记录如此　");
  expect(epidemicFacts({ ...epidemic, day: null, provinceConfirmed: null, unassignedConfirmed: null, unexplained: null, cities: { have: 0, of: 21 } })).toEqual([]);
});
