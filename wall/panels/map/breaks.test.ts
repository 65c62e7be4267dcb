import { describe, expect, test } from "vitest";
import type { Rule } from "../../../model/rule.ts";
import { classesOf, classWords } from "./breaks.ts";

const rule = (level: 1 | 2 | 3 | 4, value: number): Rule => ({ id: `x#${level}`, indicator: "x", level, when: { op: ">=", value }, holdMs: 0, deadband: 0, source: "s" });

describe("classes of a map", () => {
  test("an indicator with four thresholds is coloured by them", () =>
    expect(classesOf({ id: "x", unit: "mm", worse: "higher" }, [rule(1, 100), rule(4, 20), rule(2, 70), rule(3, 40)])).toEqual({ breaks: [20, 40, 70, 100], turned: false }));
  test("where less is worse, the least is brightest", () => {
    const classes = classesOf({ id: "x", unit: "%", worse: "lower" });
    expect(classes.turned).toBe(true);
    expect([...classes.breaks].sort((a, b) => a - b)).toEqual([...classes.breaks]);
    expect(classWords(classes)).toEqual(["> 80", "60–80", "40–60", "20–40", "≤ 20"]);
  });
  test("the wind circles fall into classes of their own", () => expect(classesOf({ id: "met.storm.circle", unit: "级", worse: "higher" }).breaks).toEqual([1, 7, 8, 10]));
  test("without thresholds the classes are powers of ten", () => expect(classWords(classesOf({ id: "y", unit: "起", worse: "higher" }))).toEqual(["< 1", "1–10", "10–100", "100–1000", "≥ 1000"]));
});
