import { describe, expect, test } from "vitest";
import { DAY, HOUR, parseTime } from "../../model/time.ts";
import { marks, sentence, type CalendarData } from "./calendar.ts";
import { daily } from "./facts/daily.ts";
import type { Mark, RectMark, Size } from "./mark.ts";

/** A Wednesday. */
const today = parseTime("2026-07-15T00:00:00+08:00")!;
const size = (wu: number, hu: number, u = 24): Size => ({ width: wu * u, height: hu * u, u });
const data = (values: readonly (number | null)[]): CalendarData => ({
  label: "每日确诊", figure: { text: "5", unit: "例" }, days: values.map((value, i) => ({ at: today - (values.length - 1 - i) * DAY, value })), breaks: [5, 10], unit: "例", decimals: 0,
  words: { none: "无数据", weekdays: ["一", "二", "三", "四", "五", "六", "日"], month: (month) => `${month}月` },
});
/** All but the key's below them, and but the frame of the newest. */
const cells = (all: readonly Mark[]): RectMark[] => all.filter((m): m is RectMark => m.kind === "rect" && m.stroke === undefined && m.y < 14.3 * 24);

describe("a number a day over weeks", () => {
  test("Monday is on top, a week is a column, and the newest day stands in the last one", () => {
    // From Monday of the week before to this Wednesday.
    const all = cells(marks(data([0, 0, 0, 0, 0, 0, 7, 0, 0, 12]), size(30, 16)));
    expect(new Set(all.map(({ x }) => Math.round(x))).size).toBe(2);
    expect(all[7]!.y).toBeCloseTo(all[0]!.y);
    expect(all[6]!.y).toBeGreaterThan(all[5]!.y);
    expect([all[6]!.fill, all[9]!.fill]).toEqual(["c3", "c5"]);
    expect(all[9]!.x).toBe(Math.max(...all.map(({ x }) => x)));
  });
  test("a day that nobody reported is hatched and no class; a day without any is the lowest class", () => {
    const all = cells(marks(data([null, 0]), size(30, 16)));
    expect(all.map(({ fill, texture }) => [fill, texture])).toEqual([["land", undefined], ["hair2", "cross"], ["c1", undefined]]);
  });
  test("more weeks than there is room for give way from the oldest", () => {
    const all = cells(marks(data(Array.from({ length: 365 }, (_, i) => i)), size(28, 15)));
    expect(all.length).toBeLessThan(365);
    expect(Math.min(...all.map(({ x }) => x))).toBeGreaterThan(0);
    expect(Math.max(...all.map(({ x, width }) => x + width))).toBeLessThanOrEqual(28 * 24);
  });
  test("what came at midnight is of the day that ended, and a day in between without a report is a gap", () => {
    expect(daily([[today, 3, "good"], [today + DAY + 9 * HOUR, 4, "good"], [today + DAY + 12 * HOUR, 5, "good"]], today + 2 * DAY + HOUR).map(({ at, value }) => [(at - today) / DAY, value])).toEqual([[-1, 3], [0, null], [1, 5]]);
    expect(daily([[today, 3, "good"]], today + 3 * DAY + HOUR).map(({ value }) => value), "days that are over and were not reported").toEqual([3, null, null, null]);
    expect(daily([], today)).toEqual([]);
  });

  test("a count that runs through the day and begins anew at midnight keeps what the day came to: its first number is no last one", () => {
    const running = [[today - HOUR, 118, "good"], [today, 1, "good"], [today + HOUR, 3, "good"]] as const;
    const days = (points: Parameters<typeof daily>[0]) => daily(points, today + 1.5 * HOUR, HOUR).map(({ at, value }) => [(at - today) / DAY, value]);
    expect(days(running)).toEqual([[-1, 118], [0, 3]]);
    expect(days([[today - 14 * HOUR, 40, "good"], ...running.slice(1)]), "told last before noon: what the day came to is not known").toEqual([[-1, null], [0, 3]]);
  });
  test("the sentence tells the newest and the highest day, and what is missing", () => {
    expect(sentence(data([...Array.from({ length: 13 }, () => 1), 40, null, 5]))).toBe("每日确诊：7月15日 5 例；近 2 周最高 40 例（7月13日），缺 1 日。");
    expect(sentence({ ...data([]), figure: { text: "从未上报", isNumber: false } })).toBe("每日确诊：从未上报。");
  });
});
