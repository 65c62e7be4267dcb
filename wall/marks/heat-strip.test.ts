import { describe, expect, test } from "vitest";
import { HOUR, parseTime } from "../../model/time.ts";
import { hourly } from "./facts/heat-strip.ts";
import { marks, sentence, type HeatRow, type HeatStripData } from "./heat-strip.ts";
import type { Mark, RectMark, Size, TextMark } from "./mark.ts";

const to = parseTime("2026-07-15T15:00:00+08:00")!;
const size = (wu: number, hu: number, u = 24): Size => ({ width: wu * u, height: hu * u, u });
const row = (name: string, hours: readonly (number | null)[], value: number | null = hours.at(-1) ?? null): HeatRow => ({ id: name, name, hours, figure: value === null ? { text: "从未上报", isNumber: false } : { text: String(value), unit: "mm" } });
const data = (rows: readonly HeatRow[], hours = 4): HeatStripData => ({ rows, from: to - hours * HOUR, to, now: to - HOUR / 2, breaks: [10, 20, 50], unit: "mm", words: { none: "无数据", more: (n) => `另 ${n} 市` } });
/** Of the rows alone. */
const cells = (all: readonly Mark[], rows: number): RectMark[] => all.filter((m): m is RectMark => m.kind === "rect" && m.y < rows * 2.6 * 24 && m.stroke === undefined);
const texts = (all: readonly Mark[]): TextMark[] => all.filter((m): m is TextMark => m.kind === "text");

describe("places and hours", () => {
  test("an hour is painted by its class, hours of one class as one piece; 0 is a class and nothing known is none", () => {
    const all = cells(marks(data([row("湛江", [0, 3, 12, null])]), size(40, 16)), 1);
    expect(all.map(({ fill, texture }) => [fill, texture])).toEqual([["c1", undefined], ["c2", undefined], ["land", undefined], ["hair2", "cross"]]);
    expect(all[0]!.width).toBeCloseTo(2 * all[1]!.width);
  });
  test("hours that have not come yet are ground without the hatch of no data", () => {
    const all = cells(marks(data([{ ...row("湛江", [null, null, null, null], 12), isAwaited: true }]), size(40, 16)), 1);
    expect(all.map(({ fill, texture }) => [fill, texture])).toEqual([["land", undefined]]);
  });
  test("bounds are fixed: the same value has the same ink whatever stands beside it", () => {
    const inkOf = (other: number) => cells(marks(data([row("湛江", [other, 25, 25, 25])]), size(40, 16)), 1).at(-1)!.fill;
    expect(inkOf(0)).toBe(inkOf(1_000));
  });
  test("what has no row is counted, and every class and the hatch stand in the key", () => {
    const all = texts(marks(data(Array.from({ length: 21 }, (_, i) => row(`市${i}`, [1, 2, 3, 4]))), size(37, 14))).map(({ text }) => text);
    const named = all.filter((text) => /^市\d/.test(text)).length;
    expect(all).toContain(`另 ${21 - named} 市`);
    expect(named).toBeGreaterThan(3);
    expect(all.slice(-5)).toEqual(["<\u200910", "≥\u200910", "≥\u200920", "≥\u200950\u2009mm", "无数据"]);
  });
  test("an hour has the worst of its numbers, and one that came at its end belongs to it", () => {
    const begins = to - 4 * HOUR;
    const told = [[begins, 9, "good"], [begins + HOUR / 2, 5, "good"], [begins + HOUR, 3, "good"], [begins + 1.5 * HOUR, 8, "good"]] as const;
    expect(hourly(told, begins, 3, HOUR, "higher")).toEqual([5, 8, null]);
    expect(hourly(told, begins, 3, HOUR, "lower")).toEqual([3, 8, null]);
  });
  test("a number stands for its interval and no longer, and a known gap is no number", () => {
    const begins = to - 6 * HOUR;
    expect(hourly([[begins + HOUR, 4, "good"]], begins, 5, 3 * HOUR, "higher")).toEqual([4, 4, 4, 4, null]);
    expect(hourly([[begins + HOUR, 4, "good"], [begins + 2 * HOUR, null, "good"]], begins, 4, 3 * HOUR, "higher")).toEqual([4, null, null, null]);
  });
  test("the sentence names the first and says of how many nothing is known", () => {
    expect(sentence(data([row("湛江", [1, 2, 3, 40]), row("茂名", [1, 2, 3, 4]), row("云浮", [null, null, null, null])]), "小时雨量")).toBe("小时雨量：湛江 40 mm、茂名 4 mm，1 处无数。");
  });
});
