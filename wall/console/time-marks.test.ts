import { expect, test } from "vitest";
import { formatTime, parseTime } from "../../model/time.ts";
import { stepOf, timeMarks } from "./time-marks.ts";

const span = (from: string, to: string) => ({ from: parseTime(from)!, to: parseTime(to)! });
const days = (of: { from: number; to: number }, most: number) => timeMarks(of, most).map((at) => formatTime(at).slice(5, 16));

test("a storm of four days has a mark at each midnight of Guangdong", () => {
  expect(days(span("2015-10-01T02:00:00+08:00", "2015-10-05T14:00:00+08:00"), 9)).toEqual(["10-02T00:00", "10-03T00:00", "10-04T00:00", "10-05T00:00"]);
});
test("a longer storm is marked every second or third day, never more often than there is room for", () => {
  expect(days(span("2015-10-01T00:00:00+08:00", "2015-10-12T00:00:00+08:00"), 6)).toEqual(["10-01T00:00", "10-03T00:00", "10-05T00:00", "10-07T00:00", "10-09T00:00", "10-11T00:00"]);
});
test("an epidemic of half a year is marked at the firsts of months", () => {
  expect(days(span("2020-01-19T00:00:00+08:00", "2020-07-02T00:00:00+08:00"), 9)).toEqual(["02-01T00:00", "03-01T00:00", "04-01T00:00", "05-01T00:00", "06-01T00:00", "07-01T00:00"]);
});
test("a replay of an hour is marked by minutes, one of a day by hours", () => {
  expect(days(span("2026-11-25T18:27:00+08:00", "2026-11-25T19:27:00+08:00"), 6)).toEqual(["11-25T18:30", "11-25T18:40", "11-25T18:50", "11-25T19:00", "11-25T19:10", "11-25T19:20"]);
  expect(days(span("2026-11-24T19:27:00+08:00", "2026-11-25T19:27:00+08:00"), 9)).toEqual(["11-24T21:00", "11-25T00:00", "11-25T03:00", "11-25T06:00", "11-25T09:00", "11-25T12:00", "11-25T15:00", "11-25T18:00"]);
});
test("a button moves a replay of hours by ten minutes, a storm by an hour, an epidemic by a day", () => {
  expect(["2026-11-24T19:27:00+08:00", "2026-11-21T19:27:00+08:00", "2026-06-01T00:00:00+08:00"].map((from) => stepOf(span(from, "2026-11-25T19:27:00+08:00")) / 60_000)).toEqual([10, 60, 1440]);
});
