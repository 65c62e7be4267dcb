import { describe, expect, test } from "vitest";
import { conditionWords, durationWords } from "./condition-words.ts";
import type { When } from "./rule.ts";
import { DAY, HOUR, MINUTE } from "./time.ts";

const said = (when: When, unit = "mm/h"): string => conditionWords({ when }, unit, "zh");

describe("what a rule holds its number against", () => {
  test.each<[string, When, string, string]>([
    ["a limit, with the indicator's unit", { op: ">=", value: 80 }, "mm/h", "≥ 80 mm/h"],
    ["a share stands next to its sign", { op: "<", value: 97.95 }, "%", "< 97.95%"],
    ["what the site states of itself, less another of its figures", { op: ">=", site: "guaranteedStageM", minus: "warningStageM" }, "m", "≥ 各点位自有限值 guaranteedStageM − warningStageM"],
    ["a growth is in percent, whatever the unit", { op: ">", value: 50, of: "growth", over: DAY }, "L/s", "1 日增幅 > 50%"],
    ["a mean over a window", { op: ">", value: 80, of: "mean", over: 3 * MINUTE }, "km/h", "3 分钟平均 > 80 km/h"],
    ["to either side of a value", { op: ">", value: 0.2, of: "deviation", minus: 50 }, "Hz", "偏离 50 > 0.2 Hz"],
    ["a return period", { op: ">=", value: 20, of: "returnPeriod", site: "flowM3s" }, "m³/s", "≥ 20 年一遇（按各站自有频率值）"],
    ["what is usual", { op: ">", value: 2, of: "baseline", over: 7 * DAY }, "%", "7 日平均 高于常态 > 2 个标准差（同星期同时段，8 周）"],
    ["silence", { of: "absence", over: 10 * MINUTE }, "", "断报 10 分钟"],
  ])("%s", (_, when, unit, words) => {
    expect(said(when, unit)).toBe(words);
  });
  test("a span is told in the largest unit that leaves it whole", () => {
    expect([90 * 1_000, HOUR, 36 * HOUR, 14 * DAY].map((ms) => durationWords(ms, "zh"))).toEqual(["90 秒", "1 小时", "36 小时", "14 日"]);
  });
});
