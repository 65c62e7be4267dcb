import { describe, expect, test } from "vitest";
import type { Rule } from "../../../model/rule.ts";
import { classWords, colouredBy, roundUp } from "./breaks.ts";

const rule = (level: 1 | 2 | 3 | 4, value: number): Rule => ({ id: `x#${level}`, indicator: "x", level, when: { op: ">=", value }, holdMs: 0, deadband: 0, source: "s" });
const measured = (over: { id?: string; unit?: string; worse?: "higher" | "lower"; rollup?: "sum" | "max" | "mean" | "min" | "ratio" }) => ({ id: "x", unit: "mm", worse: "higher" as const, rollup: "max" as const, ...over });
const classes = (...asked: Parameters<typeof colouredBy>) => {
  const coloured = colouredBy(...asked);
  if (coloured.as !== "fill") throw new Error(`It is no fill: ${coloured.as}.`);
  return coloured.classes;
};

describe("classes of a map", () => {
  test("an indicator is coloured by its own thresholds, be they four or one", () => {
    expect(classes(measured({}), [rule(1, 100), rule(4, 20), rule(2, 70), rule(3, 40)], [])).toEqual({ breaks: [20, 40, 70, 100], turned: false });
    const river = classes(measured({ unit: "m" }), [rule(4, -0.5), rule(3, 0)], [7, 8, 9]);
    expect([river.breaks, classWords(river)]).toEqual([[-0.5, 0], ["< −0.5", "−0.5—0.0", "≥ 0.0"]]);
    expect(classes(measured({ unit: "m" }), [rule(3, 0)], []).breaks).toEqual([0]);
  });
  test("where less is worse, the least is brightest", () => {
    const load = classes(measured({ unit: "%", worse: "lower", rollup: "ratio" }), [], []);
    expect(load.turned).toBe(true);
    expect([...load.breaks].sort((a, b) => a - b)).toEqual([...load.breaks]);
    expect(classWords(load)).toEqual(["> 80", "60—80", "40—60", "20—40", "≤ 20"]);
  });
  test("one threshold alone does not divide a percentage", () => {
    expect(classes(measured({ unit: "%" }), [rule(3, 93)], []).breaks).toEqual([20, 40, 60, 80]);
    expect(classes(measured({ unit: "%" }), [rule(3, 80), rule(2, 90)], []).breaks).toEqual([80, 90]);
  });
  test("the wind circles are classes with names of their own", () => expect(classWords(classes(measured({ id: "met.storm.circle" }), [], []))).toEqual(["圈外", "7级圈内", "10级圈内"]));
  test("what adds up is an amount and no fill, whatever its thresholds", () => expect(colouredBy(measured({ unit: "户", rollup: "sum" }), [rule(2, 1)], [1, 20, 300])).toEqual({ as: "amount" }));
  test("without thresholds the numbers that are there divide themselves, at round limits, and the classes say so", () => {
    const found = classes(measured({ unit: "m³/s", rollup: "mean" }), [], [3, 11, 19, 32, 41, 58, 73, 88, 96, 104, null]);
    expect(found).toEqual({ breaks: [20, 40, 70, 100], turned: false, ofNow: true });
    expect(classes(measured({ unit: "h", worse: "lower", rollup: "min" }), [], [1, 2, 3, 4, 5, 6]).breaks).toEqual([-5, -4, -3, -2]);
  });
  test("nothing to divide gives no classes", () => {
    for (const values of [[], [null, null], [4, 4, 4]]) expect(colouredBy(measured({}), [], values)).toEqual({ as: "figures" });
  });
  test("round numbers are 1, 2 and 5 of every order", () => expect([0.03, 0.2, 1, 3.1, 40, 51, 1_200].map(roundUp)).toEqual([0.05, 0.2, 1, 5, 50, 100, 2_000]));
});
