import { expect, test } from "vitest";
import type { StormRecord } from "../../../model/hazard.ts";
import type { AlertRecord, TaskRecord } from "../../../model/records.ts";
import { HOUR, formatTime, parseTime } from "../../../model/time.ts";
import { spineMarks, spinePhases } from "./spine-view.ts";
import { arrivals } from "./storm-view.ts";

const AT = parseTime("2015-10-04T02:00:00+08:00")!;
const fix = (at: number, grade: string, windMs: number) => ({ at, lat: 19, lon: 113, grade, windMs, pressureHpa: 980, r50: null, r30: null });
const none = { hazard: undefined, alerts: [], tasks: [], r7: [], r10: [], clock: undefined, now: AT + 12 * HOUR, nameOf: (c: string) => c };
const alert = (id: string, at: number) => ({ id, rule: "r", severity: 3, simAt: formatTime(at), place: `place-${id}`, placeName: "徐闻县", areaName: "湛江市 徐闻县" }) as AlertRecord;

test("a storm that grows is told at the fix that says so", () => {
  const hazard = { kind: "storm", fixes: [fix(AT - 12 * HOUR, "STS", 28), fix(AT - 6 * HOUR, "TY", 33), fix(AT, "TY", 38)] } as unknown as StormRecord;
  expect(spineMarks({ ...none, hazard }).map((m) => m.label)).toEqual(["定位", "升为台风", "定位", "应有定位"]);
});
test("alerts of one rule within an hour are one mark that says in how many places, each counted once", () => {
  const marks = spineMarks({ ...none, alerts: [alert("a", AT), alert("b", AT + 60_000), alert("b", AT + 120_000), alert("c", AT + 2 * HOUR)] });
  expect(marks.map((m) => m.label)).toEqual(["2 处研判", "湛江徐闻研判"]);
  expect(marks.map((m) => m.places)).toEqual([["place-a", "place-b"], ["place-c"]]);
  expect(marks.every((m) => m.issued === false)).toBe(true);
  expect(spineMarks({ ...none, now: AT - HOUR, alerts: [alert("a", AT)] }), "the clock was set back before it").toEqual([]);
});
test("a place that bears its city's name says it once", () => {
  const site = { ...alert("a", AT), placeName: "广州气象站", areaName: "广州市" } as AlertRecord;
  expect(spineMarks({ ...none, alerts: [site] }).map((m) => m.label)).toEqual(["广州气象站研判"]);
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
test("levels are drawn since the first finding that still holds, the gravest over the milder", () => {
  const found = (severity: number, at: number, state = "unacknowledged") => ({ ...alert("a", at), severity, state }) as AlertRecord;
  const phases = spinePhases({ alerts: [found(4, AT - 9 * HOUR), found(2, AT - 2 * HOUR), found(3, AT - 5 * HOUR, "returned")], r7: [], r10: [], now: AT });
  expect(phases.map((p) => [p.severity, p.from, p.to])).toEqual([[4, AT - 9 * HOUR, AT - 2 * HOUR], [2, AT - 2 * HOUR, AT]]);
});
test("the window of the wind runs from the first to the last county that it comes to", () => {
  const cell = (place: string, value: number) => ({ place, value, observedAt: AT, state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "town" }, tick: 1 }) as const;
  expect(spinePhases({ alerts: [], r7: arrivals([cell("a", 2), cell("b", 6)]), r10: [], now: AT })).toEqual([{ from: AT + 2 * HOUR, to: AT + 6 * HOUR, label: "7级风先后到 2 县", notActual: true }]);
  expect(spinePhases({ alerts: [], r7: arrivals([cell("a", 2), cell("b", 6)]), r10: [], now: AT, isPassThrough: (place) => place === "b" })[0]!.label, "a city without counties is drawn and not counted").toBe("7级风先后到 1 县");
});
test("what lies ahead is marked as extrapolated", () => {
  const cell = { place: "440825", value: 3, observedAt: AT, state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "town" }, tick: 1 } as const;
  const marks = spineMarks({ ...none, now: AT, r10: arrivals([cell]), nameOf: () => "湛江 徐闻" });
  expect(marks).toEqual([{ id: "reach10-440825", at: AT + 3 * HOUR, label: "10级风到湛江徐闻", notActual: true, weight: 5 }]);
});
