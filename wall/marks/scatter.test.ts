import { describe, expect, test } from "vitest";
import type { CircleMark, Mark, Size, TextMark } from "./mark.ts";
import { marks, sentence } from "./scatter.ts";
import { specimen, variants } from "./scatter.specimen.ts";

const size = (wu: number, hu: number, u = 20): Size => ({ width: wu * u, height: hu * u, u });
const told = (all: readonly Mark[]): string[] => all.filter((m): m is TextMark => m.kind === "text").map(({ text }) => text);
const dots = (all: readonly Mark[]): CircleMark[] => all.filter((m): m is CircleMark => m.kind === "circle");

describe("places by two numbers", () => {
  test("each has a dot; those beyond both limits are white and named first", () => {
    const all = marks(specimen, size(37, 22));
    expect(dots(all)).toHaveLength(18);
    expect(dots(all).filter(({ fill }) => fill === "focus")).toHaveLength(4);
    expect(told(all)).toEqual(expect.arrayContaining(["肇庆", "佛山", "汕尾", "93", "80"]));
  });
  test("what nobody observed is hollow, what is old is grey, and what is missing is named", () => {
    const all = marks(specimen, size(37, 22));
    expect(dots(all).filter(({ stroke, dash }) => stroke === "w1" && dash)).toHaveLength(1);
    expect(dots(all).filter(({ fill }) => fill === "t3")).toHaveLength(1);
    expect(told(all)).toContain("缺数 3：潮州、揭阳、云浮");
  });
  test("where dots crowd none is left out, only names are", () => {
    const all = marks(variants[0]!, size(28, 19));
    expect(dots(all)).toHaveLength(18);
    expect(told(all).filter((text) => specimen.points.some(({ name }) => name === text)).length).toBeLessThan(18);
  });
  test("the sentence names who is beyond both", () => {
    expect(sentence(specimen, "床位与重症")).toBe("床位与重症：两项都过限值的 3 处，佛山、肇庆、汕尾；缺数 3：潮州、揭阳、云浮。");
    expect(sentence(variants[2]!, "床位与重症")).toBe("床位与重症：没有数。");
  });
});
