import { describe, expect, test } from "vitest";
import { marks, sentence } from "./line-diagram.ts";
import { specimen, variants } from "./line-diagram.specimen.ts";
import type { BadgeMark, Mark, RectMark, Size, TextMark } from "./mark.ts";

const size = (wu: number, hu: number, u = 20): Size => ({ width: wu * u, height: hu * u, u });
const told = (all: readonly Mark[]): string[] => all.filter((m): m is TextMark => m.kind === "text").map(({ text, tail = [] }) => [text, ...tail.map((run) => run.text)].join(""));

describe("a line diagram", () => {
  test("a stretch says how it moves by texture and word; colour comes only with the machine's hollow shape", () => {
    const all = marks({ ...specimen, lines: specimen.lines.slice(0, 1) }, size(50, 6.4));
    const edges = all.filter((m): m is RectMark => m.kind === "rect");
    expect(edges.map(({ texture, fill, dash }) => [fill, texture, dash !== undefined])).toEqual([["hair2", undefined, false], ["t1", "sparse", false], ["t1", "dense", false], ["t1", undefined, false], [undefined, undefined, true], [undefined, undefined, true]]);
    expect(told(all)).toEqual(expect.arrayContaining(["缓行", "拥堵", "严重拥堵", "封闭", "无数"]));
    expect(told(all)).not.toContain("畅通");
    expect(all.filter((m): m is BadgeMark => m.kind === "badge").every(({ look }) => look === "hollow")).toBe(true);
  });
  test("what has no room is counted, and what moves freely needs no number", () => {
    expect(told(marks(specimen, size(50, 8)))).toContain("另 2 条");
    const coast = { ...specimen, lines: [specimen.lines[1]!] };
    expect(told(marks(coast, size(50, 6.4)))).not.toContain("101");
    expect(told(marks(coast, size(110, 6.4)))).toContain("101");
  });
  test("the sentence names what does not move freely, and of how many stretches nothing is known", () => {
    expect(sentence({ ...specimen, lines: specimen.lines.slice(0, 1) })).toBe("G4：韶关—英德 缓行 46 km/h、英德—清远 拥堵 24 km/h、清远—广州 严重拥堵 8 km/h、广州—东莞 封闭、排队最长 粤北 1,240 m、能见度 乐昌—韶关 80 m，1 段无数。");
    expect(sentence(variants[1]!)).toBe("G4：没有数。");
  });
});
