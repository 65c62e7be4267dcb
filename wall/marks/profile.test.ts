import { describe, expect, test } from "vitest";
import type { LineMark, Mark, RectMark, Size, TextMark } from "./mark.ts";
import { marks, sentence } from "./profile.ts";
import { specimen, variants } from "./profile.specimen.ts";

const size = (wu: number, hu: number, u = 20): Size => ({ width: wu * u, height: hu * u, u });
const told = (all: readonly Mark[]): string[] => all.filter((m): m is TextMark => m.kind === "text").map(({ text, tail = [] }) => [text, ...tail.map((run) => run.text)].join(""));
const surfaces = (all: readonly Mark[]): LineMark[] => all.filter((m): m is LineMark => m.kind === "line" && m.stroke === "obs");

describe("the profile of a river", () => {
  test("names every gauge of it with its stage and what that is from its warning stage", () => {
    const all = told(marks(specimen, size(80, 21.4)));
    for (const name of ["新韶", "英德", "清远", "石角", "三水", "飞来峡"]) expect(all.some((words) => words.startsWith(name))).toBe(true);
    expect(all).toEqual(expect.arrayContaining(["距警戒−0.28", "超警+0.38", "超汛限+0.10"]));
  });
  test("draws no water to a gauge that tells nothing, and from the foot of a dam none that anybody saw: a dotted line as high as the next gauge", () => {
    const all = marks(specimen, size(80, 21.4));
    expect(surfaces(all)).toHaveLength(4);
    const foot = all.filter((m): m is LineMark => m.kind === "line" && m.stroke === "w1");
    expect(foot.map(({ points, dash }) => [points.length, points[0]![1] === points[1]![1], dash !== undefined])).toEqual([[2, true, true]]);
    expect(told(marks(specimen, size(120, 30)))).toContain("不低于清远");
    expect(marks(variants[1]!, size(80, 21.4)).filter((m) => m.kind === "line" && m.stroke === "w1")).toHaveLength(0);
    expect(surfaces(marks(variants[1]!, size(80, 21.4)))).toHaveLength(0);
    expect(told(marks(variants[1]!, size(80, 21.4))).filter((words) => words === "从未上报").length).toBe(4);
  });
  test("water between gauges that are old is grey", () => expect(surfaces(marks(variants[0]!, size(80, 21.4)))).toHaveLength(0));
  test("water that a model tells is dashed in wisteria, its gauges are hollow, and one tag says so for each", () => {
    const all = marks(variants[2]!, size(80, 21.4));
    expect(surfaces(all)).toHaveLength(0);
    expect(all.filter((m) => m.kind === "line" && m.stroke === "w1" && m.dash !== undefined).length).toBeGreaterThan(2);
    expect(told(all).filter((words) => words.includes("模"))).toHaveLength(5);
  });
  test("where there is room all stand against their own datum, those above it white", () => {
    const bars = (all: readonly Mark[]) => all.filter((m): m is RectMark => m.kind === "rect");
    expect(bars(marks(specimen, size(80, 21.4)))).toHaveLength(0);
    const high = bars(marks(specimen, size(80, 37.4)));
    expect(high).toHaveLength(8);
    expect(high.filter(({ fill }) => fill === "focus")).toHaveLength(4);
  });
  test("the highest of the day is told where it was higher than now and there is room", () => {
    expect(told(marks(specimen, size(80, 21.4))).join()).not.toContain("今日峰");
    expect(told(marks(specimen, size(80, 37.4)))).toEqual(expect.arrayContaining(["今日峰+0.45"]));
  });
  test("four rivers stand beside each other, each gauge with what it is from its own warning stage", () => {
    const all = told(marks(variants[5]!, size(80, 21.4)));
    expect(all).toEqual(expect.arrayContaining(["西江", "+0.38", "−12.07", "从未上报"]));
  });
  test("every gauge and dam of a river is named where there is height for it, without its flow if need be", () => {
    for (const data of [specimen, variants[0]!, variants[2]!]) {
      const all = told(marks(data, size(84, 50)));
      for (const name of ["新韶", "英德", "清远", "石角", "三水", "飞来峡"]) expect(all.some((words) => words.startsWith(name)), name).toBe(true);
    }
  });
  test("where there is height the first of four stands in its fall above the others; where there is none all are alike", () => {
    const high = told(marks(variants[6]!, size(84, 50)));
    expect(high).toEqual(expect.arrayContaining(["北江", "西江", "超汛限+0.10", "11.38\u2009m"]));
    for (const name of ["新韶", "英德", "清远", "石角", "三水", "飞来峡", "封开", "龙川", "石龙"]) expect(high.some((words) => words.startsWith(name)), name).toBe(true);
    expect(told(marks(variants[6]!, size(84, 30))).join()).not.toContain("超汛限");
  });
  test("the sentence tells what is above its limits first, and of how many nothing is known", () => {
    expect(sentence(specimen)).toBe("北江：石角超警 +0.38 m、三水超警 +0.32 m，乐昌峡超汛限 +0.60 m、飞来峡超汛限 +0.10 m。");
    expect(sentence(variants[3]!)).toBe("西江：4 站都在警戒以下，最近的 马口 −3.35 m，1 站无数。");
  });
});
