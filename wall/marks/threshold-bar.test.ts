import { describe, expect, test } from "vitest";
import type { BadgeMark, Mark, RectMark, Size, TextMark } from "./mark.ts";
import { marks, sentence } from "./threshold-bar.ts";
import { specimen, variants } from "./threshold-bar.specimen.ts";

const size = (wu: number, hu: number, u = 20): Size => ({ width: wu * u, height: hu * u, u });
const told = (all: readonly Mark[]): string[] => all.filter((m): m is TextMark => m.kind === "text").map(({ text, tail = [] }) => [text, ...tail.map((run) => run.text)].join(""));
const [ladder, floor] = [variants[0]!, variants[1]!];

describe("numbers against their limits", () => {
  test("all stand on one axis, and the level that was met is a hollow shape at the end", () => {
    const all = marks(specimen, size(30, 22));
    const bars = all.filter((m): m is RectMark => m.kind === "rect" && m.dash === undefined);
    expect(bars[0]!.width / bars[1]!.width).toBeCloseTo(84.2 / 61.5, 5);
    expect(all.filter((m): m is BadgeMark => m.kind === "badge").map(({ severity, look }) => [severity, look])).toEqual([[1, "hollow"], [2, "hollow"], [3, "hollow"]]);
    expect(told(all)).toEqual(expect.arrayContaining(["30", "50", "80"]));
  });
  test("nothing is no bar, what is not known is a hollow one", () => {
    const all = marks({ ...specimen, rows: specimen.rows.slice(5) }, size(30, 12));
    expect(all.filter((m): m is RectMark => m.kind === "rect").map(({ dash }) => dash !== undefined)).toEqual([true, true]);
    expect(told(all)).toEqual(expect.arrayContaining(["0.0", "—", "从未上报"]));
  });
  test("steps of a city stand on one axis of 100 %, each against its own limits", () => {
    const all = told(marks(ladder, size(37, 22)));
    expect(all).toEqual(expect.arrayContaining(["床位 / ICU", "104.2", "96.1", "发热门诊", "≥1,024", "93", "80", "覆盖不足"]));
  });
  test("what has no row is counted", () => expect(told(marks(specimen, size(30, 9)))).toContain("另 6 处"));
  test("the sentence counts who came to a limit, above it or, of a floor, below it", () => {
    expect(sentence(specimen, "小时雨量", 1)).toBe("小时雨量：3 处到达限值：湛江徐闻 84.2 mm/h；2 处无数。");
    expect(sentence(floor, "血库")).toBe("血库：1 处到达限值：云浮 2.4 天。");
    expect(sentence({ ...specimen, rows: specimen.rows.slice(3, 6) }, "雨量")).toBe("雨量：都未到限值，最近的 阳江阳西 29.9 mm/h。");
    expect(sentence(variants[2]!, "雨量")).toBe("雨量：没有数。");
  });
});
