import { describe, expect, test } from "vitest";
import { marks, sentence } from "./balance.ts";
import { specimen, variants } from "./balance.specimen.ts";
import type { AreaMark, Mark, RectMark, Size, TextMark } from "./mark.ts";

const size = (wu: number, hu: number, u = 20): Size => ({ width: wu * u, height: hu * u, u });
const told = (all: readonly Mark[]): string[] => all.filter((m): m is TextMark => m.kind === "text").map(({ text, tail = [] }) => [text, ...tail.map((run) => run.text)].join(""));
const bars = (all: readonly Mark[]): RectMark[] => all.filter((m): m is RectMark => m.kind === "rect");

describe("what comes in and what goes out", () => {
  test("both sides are drawn to one scale, and none leaves the panel", () => {
    const all = bars(marks(specimen, size(44, 15.4)));
    expect(all[0]!.height / all[1]!.height).toBeCloseTo(61_200 / 30_400, 5);
    expect(all[7]!.height / all[0]!.height).toBeCloseTo(108_000 / 61_200, 5);
    for (const { y, height } of all) expect([y > 0, y + height < 15.4 * 20]).toEqual([true, true]);
  });
  test("what is not known is a hollow, dashed way with the word that says why, and no difference is told", () => {
    const all = marks(variants[0]!, size(44, 15.4));
    expect(all.filter((m): m is AreaMark => m.kind === "area" && m.dash !== undefined && m.fill === undefined)).toHaveLength(4);
    expect(told(all).filter((words) => words === "从未上报")).toHaveLength(4);
    expect(told(all).some((words) => words.startsWith("余"))).toBe(false);
    expect(told(marks(specimen, size(44, 15.4))).some((words) => words.startsWith("余+20"))).toBe(true);
  });
  test("the sentence tells both sums, the greatest source and what is missing", () => {
    expect(sentence(specimen, "电力")).toBe("电力：供 14.81 万MW，用 14.81 万MW，余 +20 MW；来自煤电最多，61,200 MW。");
    expect(sentence(variants[0]!, "电力")).toContain("；缺 风光、抽水蓄能示范电站、线损、外送。");
    expect(sentence(variants[1]!, "电力")).toBe("电力：没有数。");
  });
});
