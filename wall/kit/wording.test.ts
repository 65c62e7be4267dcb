import { describe, expect, test } from "vitest";
import type { Cell } from "../../model/sample.ts";
import { asOf, coverageText, digits, durationText, wordingOf } from "./wording.ts";

const cell = (over: Partial<Cell> = {}): Cell => ({
  place: "44", value: 12, observedAt: 0, state: "fresh", quality: "good", coverage: { have: 2, of: 2, level: "county" }, tick: 1, ...over,
});
const people = { unit: "人", decimals: 0, rollup: "sum" } as const;

describe("the wording of a number", () => {
  test("a zero is a number", () => expect(wordingOf(cell({ value: 0 }), people)).toMatchObject({ number: "0", unit: "人" }));
  test("what never came says so, and is not 0", () => expect(wordingOf(cell({ value: null, state: "never" }), people).number).toBe("从未上报"));
  test("a partial sum is at least", () => expect(wordingOf(cell({ coverage: { have: 1, of: 2, level: "county" } }), people).prefix).toBe("≥"));
  test("a partial mean is about", () =>
    expect(wordingOf(cell({ coverage: { have: 9, of: 10, level: "county" } }), { ...people, rollup: "mean" }).prefix).toBe("约"));
  test("a lost source shows a dash and the last value", () =>
    expect(wordingOf(cell({ state: "down" }), people)).toMatchObject({ prefix: "—", number: "末值 12" }));
  test("few people are not public; few reports are few reports", () => {
    expect(wordingOf(cell({ value: null, state: "withheld" }), people).number).toBe("未公开");
    expect(wordingOf(cell({ value: null, state: "withheld", coverage: { have: 1, of: 9, level: "county" } }), people).number).toBe("覆盖不足");
  });
  test("large numbers are in 万 and 亿", () => {
    expect(digits(3218, 0)).toEqual({ number: "3,218", scale: "" });
    expect(digits(87_100, 0)).toEqual({ number: "8.71", scale: "万" });
    expect(digits(141_700_000, 0)).toEqual({ number: "1.417", scale: "亿" });
  });
  test("a minus is a real minus, and a rounded zero has none", () => {
    expect(digits(-1.26, 1).number).toBe("−1.3");
    expect(digits(-0.01, 1).number).toBe("0.0");
  });
  test("a time of another day carries the day", () => {
    const now = Date.parse("2015-10-04T08:10:00+08:00");
    expect(asOf(Date.parse("2015-10-04T07:31:00+08:00"), now)).toBe("07:31");
    expect(asOf(Date.parse("2015-10-03T23:31:00+08:00"), now)).toBe("昨日 23:31");
    expect(asOf(Date.parse("2015-09-30T23:31:00+08:00"), now)).toBe("9月30日 23:31");
  });
  test("coverage is a fraction with its level, and silent when whole", () => {
    expect(coverageText({ have: 121, of: 122, level: "county" })).toBe("到达 121/122 县");
    expect(coverageText({ have: 2, of: 2, level: "county" })).toBe("");
  });
  test("durations", () => {
    expect(durationText(252_000)).toBe("4:12");
    expect(durationText(23 * 60_000)).toBe("23 分");
    expect(durationText(410 * 60_000)).toBe("6 时 50 分");
    expect(durationText(-65_000)).toBe("−1:05");
  });
});
