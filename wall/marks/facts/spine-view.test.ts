import { expect, test } from "vitest";
import type { StormRecord } from "../../../model/hazard.ts";
import type { LevelFound, LevelRecord, LevelStood } from "../../../model/level-record.ts";
import type { TaskRecord } from "../../../model/records.ts";
import { HOUR, formatTime, parseTime } from "../../../model/time.ts";
import { spineMarks, spinePhases } from "./spine-view.ts";
import { arrivals } from "./storm-view.ts";

const AT = parseTime("2015-10-04T02:00:00+08:00")!;
const fix = (at: number, grade: string, windMs: number) => ({ at, lat: 19, lon: 113, grade, windMs, pressureHpa: 980, r50: null, r30: null });
const none = { hazard: undefined, levels: [], tasks: [], r7: [], r10: [], clock: undefined, now: AT + 12 * HOUR, nameOf: (c: string) => c };
const of = (severity: LevelRecord["severity"]) => ({ id: `r#${severity}|${severity}`, rule: `r#${severity}`, severity });
const found = (severity: LevelRecord["severity"], at: number, ...places: readonly string[]): LevelFound => ({ ...of(severity), id: `r#${severity}|${severity}|${at}`, at, places, placeName: "徐闻县", areaName: "湛江市 徐闻县" });
const level = (severity: LevelRecord["severity"], spans: Pick<LevelStood, "stood">): LevelStood => ({ ...of(severity), ...spans });

test("a storm that grows is told at the fix that says so", () => {
  const hazard = { kind: "storm", fixes: [fix(AT - 12 * HOUR, "STS", 28), fix(AT - 6 * HOUR, "TY", 33), fix(AT, "TY", 38)] } as unknown as StormRecord;
  expect(spineMarks({ ...none, hazard }).map((m) => m.label)).toEqual(["定位", "升为台风", "定位", "应有定位"]);
});
test("findings of one standard within an hour are one mark that says in how many places", () => {
  const marks = spineMarks({ ...none, levels: [level(3, { stood: [{ from: AT }] }), found(3, AT, "place-a", "place-b"), found(3, AT + 2 * HOUR, "place-c")] });
  expect(marks.map((m) => m.label)).toEqual(["2 处研判", "湛江徐闻研判"]);
  expect(marks.map((m) => m.places)).toEqual([["place-a", "place-b"], ["place-c"]]);
  expect(marks.every((m) => m.issued === false && m.severity === 3)).toBe(true);
  expect(spineMarks({ ...none, now: AT - HOUR, levels: [found(3, AT, "place-a")] }), "the clock was set back before it").toEqual([]);
});
test("a place that rose has its flag at each of its levels", () => {
  const marks = spineMarks({ ...none, levels: [found(3, AT, "place-a"), found(2, AT + 3 * HOUR, "place-a")] });
  expect(marks.map(({ at, severity }) => [at, severity])).toEqual([[AT, 3], [AT + 3 * HOUR, 2]]);
});
test("a place that bears its city's name says it once", () => {
  const site = { ...found(3, AT, "place-a"), placeName: "广州气象站", areaName: "广州市" };
  expect(spineMarks({ ...none, levels: [site] }).map((m) => m.label)).toEqual(["广州气象站研判"]);
});
test("an order is placed by the clock it was given under, and left out when that clock has gone", () => {
  const clock = { at: 1_000_000, simAt: AT, speed: 60, paused: false };
  const order = (id: string, given: number) => ({ id, dispatchedAt: formatTime(given), unitName: "湛江消防", state: "closed", deadline: formatTime(given + HOUR) }) as TaskRecord;
  const marks = spineMarks({ ...none, clock, tasks: [order("since", 1_060_000), order("before", 900_000)] });
  expect(marks).toEqual([{ id: "order-since", at: AT + HOUR, label: "令 湛江消防", weight: 4 }]);
});
test("an awaited order has its limit on the line, a closed one has not", () => {
  const clock = { at: 1_000_000, simAt: AT, speed: 1, paused: false };
  const order = (state: string) => ({ id: state, dispatchedAt: formatTime(1_060_000), unitName: "湛江消防", state, deadline: formatTime(1_000_000 + HOUR) }) as TaskRecord;
  expect(spineMarks({ ...none, clock, tasks: [order("accepted"), order("closed")] }).map((m) => [m.id, m.at])).toEqual([["order-accepted", AT + 60_000], ["limit-accepted", AT + HOUR], ["order-closed", AT + 60_000]]);
});
const phasesOf = (levels: readonly LevelRecord[]) => spinePhases({ levels, r7: [], r10: [], now: AT }).map(({ severity, from, to }) => [severity, (from - AT) / HOUR, (to - AT) / HOUR]);
const stood = (...hours: readonly (readonly [number, number?])[]) => ({ stood: hours.map(([from, to]) => ({ from: AT + from * HOUR, ...(to !== undefined && { to: AT + to * HOUR }) })) });
test("at each time the gravest level that stood then is drawn, also one that has risen or returned since", () => {
  expect(phasesOf([level(4, stood([-9])), level(3, stood([-5, -2])), level(2, stood([-2]))])).toEqual([[4, -9, -5], [3, -5, -2], [2, -2, 0]]);
  expect(phasesOf([level(4, stood([-9])), level(3, stood([-5, -4], [-2, -1]))]), "it returned twice").toEqual([[4, -9, -5], [3, -5, -4], [4, -4, -2], [3, -2, -1], [4, -1, 0]]);
});
test("where nothing stood, or nothing was judged, nothing is drawn", () => {
  expect(phasesOf([level(4, stood([-9, -8], [-3])), level(2, stood([-3, -1]))])).toEqual([[4, -9, -8], [2, -3, -1], [4, -1, 0]]);
});
test("what stands since this very moment is there; what a clock that was set back has not come to is not", () => {
  expect(phasesOf([level(4, stood([0])), level(2, stood([0]))])).toEqual([[2, 0, 0]]);
  expect(phasesOf([level(4, stood([-2, 4])), level(2, stood([1, 3]))])).toEqual([[4, -2, 0]]);
});
test("the window of the wind runs from the first to the last county that it comes to", () => {
  const cell = (place: string, value: number) => ({ place, value, observedAt: AT, state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "town" }, tick: 1 }) as const;
  expect(spinePhases({ levels: [], r7: arrivals([cell("a", 2), cell("b", 6)]), r10: [], now: AT })).toEqual([{ from: AT + 2 * HOUR, to: AT + 6 * HOUR, label: "7级风先后到 2 县", notActual: true }]);
  expect(spinePhases({ levels: [], r7: arrivals([cell("a", 2), cell("b", 6)]), r10: [], now: AT, isPassThrough: (place) => place === "b" })[0]!.label, "a city without counties is drawn and not counted").toBe("7级风先后到 1 县");
});
test("what lies ahead is marked as extrapolated", () => {
  const cell = { place: "440825", value: 3, observedAt: AT, state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "town" }, tick: 1 } as const;
  const marks = spineMarks({ ...none, now: AT, r10: arrivals([cell]), nameOf: () => "湛江 徐闻" });
  expect(marks).toEqual([{ id: "reach10-440825", at: AT + 3 * HOUR, label: "10级风到湛江徐闻", notActual: true, weight: 5 }]);
});
