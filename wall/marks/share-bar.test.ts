import { describe, expect, test } from "vitest";
import type { Mark, RectMark, Size, TextMark } from "./mark.ts";
import { marks, sentence } from "./share-bar.ts";
import { specimen, variants } from "./share-bar.specimen.ts";

const size = (wu: number, hu: number, u = 20): Size => ({ width: wu * u, height: hu * u, u });
const told = (all: readonly Mark[]): string[] => all.filter((m): m is TextMark => m.kind === "text").map(({ text, tail = [] }) => [text, ...tail.map((run) => run.text)].join(""));
const bar = (all: readonly Mark[]): RectMark[] => all.filter((m): m is RectMark => m.kind === "rect" && m.height > 1.2 * 20);

describe("what a whole is made of", () => {
  test("parts fill the bar, each as long as its share", () => {
    const parts = bar(marks(specimen, size(40, 10)));
    expect(parts).toHaveLength(6);
    expect((parts[0]!.width + 3) / (parts[1]!.width + 3)).toBeCloseTo(61_200 / 30_400, 5);
    expect(told(marks(specimen, size(40, 10)))).toContain("41.3\u2009%");
  });
  test("with a part missing the bar has an open end, and nobody's share is told", () => {
    const all = marks(variants[0]!, size(40, 10));
    expect(bar(all).at(-1)!.dash).toBeDefined();
    expect(told(all).some((words) => words.includes("%"))).toBe(false);
    expect(told(all)[0]).toContain("缺 1 项，不算占比");
  });
  test("the sentence tells shares, or amounts and what is missing", () => {
    expect(sentence(variants[2]!, "电源")).toBe("电源 14.81 万MW：煤电 41.3%、气电 20.5%。");
    expect(sentence(variants[0]!, "电源")).toBe("电源 ≥10.54 万MW：煤电 61,200 MW、西电东送 28,100 MW、核电 16,100 MW；缺 1 项，不算占比。");
    expect(sentence(variants[1]!, "电源")).toBe("电源：没有数。");
  });
});
