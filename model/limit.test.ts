import { expect, test } from "vitest";
import { countsAs, limitMs, nextStep, stepAt, STEPS } from "./limit.ts";
import { formatTime, HOUR, MINUTE, parseTime } from "./time.ts";

const TYPE = { verifyMin: 10, acceptMin: 3, arriveMin: 60, reportMin: 90 };
const minutes = (...asked: Parameters<typeof limitMs>): number | null => {
  const ms = limitMs(...asked);
  return ms === null ? null : ms / MINUTE;
};

test("what a type of incident says itself is the limit, whatever the colour", () => {
  for (const severity of [1, 4] as const) expect([minutes("verify", TYPE, severity), minutes("accept", TYPE, severity), minutes("arrive", TYPE, severity)]).toEqual([10, 3, 60]);
});
test("where the type says nothing the red limit holds, orange half as long again, yellow twice, blue four times", () => {
  expect(([1, 2, 3, 4] as const).map((severity) => minutes("grade", TYPE, severity))).toEqual([10, 15, 20, 40]);
  expect(([1, 2, 3, 4] as const).map((severity) => minutes("takeOver", TYPE, severity))).toEqual([5, 5, 5, 5]);
});
test("nobody is late for a place that nobody goes to", () => {
  expect(minutes("arrive", { verifyMin: 1, acceptMin: 1, reportMin: 1 }, 1)).toBeNull();
});
test("a grave incident is reported on at least each half hour, an ordinary one each four hours", () => {
  expect(([undefined, 1, 2, 3, 4] as const).map((grade) => minutes("report", TYPE, 2, grade))).toEqual([90, 30, 30, 60, 90]);
});
test("an ordinary incident in an ordinary time is given office hours, everything else the clock", () => {
  expect([countsAs(4, false), countsAs(4, true), countsAs(3, false), countsAs(undefined, false)]).toEqual(["working", "round", "round", "round"]);
});
test("reminders come at 80 and 100 percent, the leader at 120, the next level at 150", () => {
  const startedAt = parseTime("2026-11-30T17:00:00+08:00")!;
  const at = (counts: "round" | "working") => STEPS.map((percent) => formatTime(stepAt({ startedAt, lengthMs: HOUR, counts }, percent)).slice(8, 16));
  expect(at("round")).toEqual(["30T17:48", "30T18:00", "30T18:12", "30T18:30"]);
  expect(at("working")).toEqual(["01T08:48", "01T09:00", "01T09:12", "01T09:30"]);
  expect(STEPS.map(nextStep)).toEqual([100, 120, 150, null]);
});
