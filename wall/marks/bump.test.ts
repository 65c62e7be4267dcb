import { describe, expect, test } from "vitest";
import { marks, sentence, type BumpUnit } from "./bump.ts";
import { specimen } from "./bump.specimen.ts";
import type { LineMark, Mark, Size, TextMark } from "./mark.ts";

const size = (wu: number, hu: number, u = 20): Size => ({ width: wu * u, height: hu * u, u });
const told = (all: readonly Mark[]): string[] => all.filter((m): m is TextMark => m.kind === "text").map(({ text }) => text);
const lines = (all: readonly Mark[]): LineMark[] => all.filter((m): m is LineMark => m.kind === "line" && m.stroke !== "hair");
const unit = (name: string, ...ranks: (number | null)[]): BumpUnit => ({ id: name, name, ranks, figure: { text: "1" } });
const of = (...units: BumpUnit[]) => ({ periods: ["1日", "2日", "3日"], units, more: (n: number) => `另 ${n} 市` });

describe("places that change", () => {
  test("who rises has a line that rises; who had no place then has a gap there", () => {
    const rising = lines(marks(of(unit("甲", 2, 1, 1), unit("乙", 1, 2, 2)), size(30, 10))).filter(({ points }) => points[0]![1] > points[1]![1]);
    expect(rising).toHaveLength(1);
    expect(lines(marks(of(unit("甲", 1, null, 1)), size(30, 10)))).toHaveLength(0);
  });
  test("what has no row is counted, and what lies below the rows is not drawn there", () => {
    expect(told(marks(specimen, size(26, 9.4)))).toContain("另 17 市");
    expect(lines(marks(of(unit("甲", 9, 9, 1)), size(30, 5)))).toHaveLength(1);
  });
  test("the sentence tells the first three, and who moved most", () => {
    expect(sentence(of(unit("甲", 3, 3, 1), unit("乙", 1, 1, 2), unit("丙", 2, 2, 3), unit("丁", 4, 4, null)), "雨量")).toBe("雨量：前三 甲、乙、丙；甲升 2 位，乙降 1 位；1 处无数。");
    expect(sentence(of(unit("甲", 1, 1, null)), "雨量")).toBe("雨量：没有数。");
  });
});
