import { describe, expect, test } from "vitest";
import { ears } from "../../model/ears.ts";
import { DAY, parseTime } from "../../model/time.ts";
import { marks, sentence, type EpiCurveData } from "./epi-curve.ts";
import type { AreaMark, Mark, RectMark, Size, TextMark } from "./mark.ts";

const today = parseTime("2020-02-01T00:00:00+08:00")!;
const size = (wu: number, hu: number, u = 24): Size => ({ width: wu * u, height: hu * u, u });
const quiet = [4, 6, 4, 6, 5, 5, 5, 4, 6, 4, 6, 5, 5, 5];
const data = (counts: readonly (number | null)[], more: Partial<EpiCurveData> = {}): EpiCurveData => {
  const found = ears(counts);
  return {
    label: "新增确诊", figure: { text: "5", unit: "例" }, days: counts.map((value, i) => ({ at: today - (counts.length - i) * DAY, value, ...found[i]! })), delayDays: 0, now: today + DAY / 2, unit: "例", decimals: 0,
    words: { exceeds: "超出", band: "前 7 日常值至上限", delayed: "未报齐" }, ...more,
  };
};
const bars = (all: readonly Mark[]): RectMark[] => all.filter((m): m is RectMark => m.kind === "rect" && (m.fill === "obs" || m.stroke === "obs"));
const signs = (all: readonly Mark[]): AreaMark[] => all.filter((m): m is AreaMark => m.kind === "area" && (m.fill === "focus" || m.stroke === "focus"));
const texts = (all: readonly Mark[]): string[] => all.flatMap((m) => (m.kind === "text" ? [(m as TextMark).text] : []));

describe("cases of each day", () => {
  test("a quiet week has no mark; a day beyond its limits has one of each method's shape, and the key names them", () => {
    expect(signs(marks(data(quiet), size(37, 25)))).toEqual([]);
    expect(texts(marks(data(quiet), size(37, 25)))).not.toContain("超出 C1");
    const loud = marks(data([...quiet, 40]), size(37, 25));
    // Three over the bar, three in the key.
    expect(signs(loud).map(({ rings }) => rings[0]!.length).sort((a, b) => a - b)).toEqual([3, 3, 4, 4, 4, 4]);
    expect(texts(loud)).toEqual(expect.arrayContaining(["超出 C1", "C2", "C3"]));
  });
  test("without height a day has one mark, and it is the graver method's", () => {
    expect(signs(marks(data([...quiet, 40]), size(30, 12)))).toHaveLength(1 + 3);
  });
  test("what stands out is in no colour of a level", () => {
    for (const mark of marks(data([...quiet, 40, 60, 80]), size(37, 25))) for (const ink of [(mark as AreaMark).fill, (mark as AreaMark).stroke]) expect(ink ?? "").not.toMatch(/red|orange|yellow|blue/);
  });
  test("a day that nobody reported is a cross and no bar; a day without a case has neither", () => {
    const crosses = (all: readonly Mark[]) => all.filter((m) => m.kind === "line" && m.stroke === "t3").length / 2;
    expect(bars(marks(data([...quiet, null]), size(37, 25)))).toHaveLength(quiet.length);
    expect(crosses(marks(data([...quiet, null]), size(37, 25)))).toBe(1);
    expect(crosses(marks(data([...quiet, 0]), size(37, 25)))).toBe(0);
  });
  test("the newest days are hollow and in shade as long as reports are still to come", () => {
    const all = marks(data([...quiet, 5, 5, 4], { delayDays: 3 }), size(37, 25));
    expect(bars(all).map(({ fill }) => fill)).toEqual([...quiet.map(() => "obs"), "bg", "bg", "bg"]);
    expect(texts(all)).toContain("未报齐");
    expect(texts(marks(data(quiet), size(37, 25)))).not.toContain("未报齐");
  });
  test("more days than there is room for give way from the oldest", () => {
    const long = data(Array.from({ length: 200 }, () => 3));
    expect(bars(marks(long, size(28, 15))).length).toBeLessThan(45);
    expect(bars(marks(long, size(28, 15))).at(-1)!.x).toBeGreaterThan(20 * 24);
  });
  test("the sentence names the days that stand out, what is missing and what is not told in full", () => {
    expect(sentence(data([...quiet, null, 40], { delayDays: 2 }))).toBe("新增确诊：1月31日 40 例，为最高；1月31日超出 C2；缺 1 日；最近 2 日未报齐。");
    expect(sentence(data(quiet))).toBe("新增确诊：1月31日 5 例，最高 6 例（1月19日）；没有超出前 7 日上限的日子。");
    expect(sentence(data([], { figure: { text: "从未上报", isNumber: false } }))).toBe("新增确诊：从未上报。");
  });
});
