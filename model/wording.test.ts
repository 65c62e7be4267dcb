import { expect, test } from "vitest";
import type { Cell } from "./sample.ts";
import { parseTime } from "./time.ts";
import { coverageText, shown } from "./wording.ts";

const now = parseTime("2015-10-04T14:40:00+08:00")!;
const rain = { decimals: 1, unit: "mm", rollup: "sum", cadenceMs: 3_600_000 } as const;
const cell = (over: Partial<Cell>): Cell => ({
  place: "44", value: 92.14, observedAt: parseTime("2015-10-04T12:00:00+08:00"), state: "fresh", quality: "good",
  coverage: { have: 122, of: 122, level: "county" }, tick: 1, ...over,
});

test("a whole number is written plainly", () => {
  expect(shown(cell({}), rain, now)).toEqual({ prefix: "", text: "92.1", unit: "mm", last: "", tag: "", isNumber: true });
});
test("a partial sum is at least so much, a partial mean about so much", () => {
  const coverage = { have: 121, of: 122, level: "county" } as const;
  expect(shown(cell({ coverage }), rain, now).prefix).toBe("≥");
  expect(shown(cell({ coverage }), { ...rain, rollup: "mean" }, now).prefix).toBe("约");
  expect(shown(cell({ coverage, value: 0 }), rain, now)).toMatchObject({ prefix: "已知 ", text: "0.0" });
  expect(coverageText(coverage)).toBe("到达 121/122 县");
  expect(coverageText({ have: 423, of: 26_842, level: "village" })).toBe("到达 423/26,842 村");
  expect(coverageText({ have: 2, of: 2, level: "county" })).toBe("");
});
test("a lost source shows a dash and its last value with its time", () => {
  expect(shown(cell({ state: "down" }), rain, now)).toMatchObject({ text: "—", last: "末值 92.1（12:00）", isNumber: false });
});
test("never reported, withheld and thin coverage have their own words and none is zero", () => {
  expect(shown(cell({ state: "never", value: null }), rain, now).text).toBe("从未上报");
  expect(shown(cell({ state: "withheld", value: null }), rain, now).text).toBe("未公开");
  const thin = cell({ state: "withheld", value: null, coverage: { have: 3, of: 10, level: "county" } });
  expect(shown(thin, { ...rain, rollup: "mean" }, now).text).toBe("覆盖不足");
  expect(shown(cell({ value: 0 }), rain, now).text).toBe("0.0");
});
test("an extrapolated number carries its tag", () => {
  expect(shown(cell({ quality: "extrapolated" }), rain, now).tag).toBe("外推");
});
test("where the source states that there is none, the indicator's own words stand instead of a number", () => {
  const arrival = { ...rain, none: { zh: "无到达预计", en: "no arrival estimate" } };
  expect(shown(cell({ value: null }), arrival, now)).toMatchObject({ text: "无到达预计", unit: "", isNumber: false });
  expect(shown(cell({ value: null }), rain, now).text).toBe("—");
  expect(shown(cell({ value: null, state: "never" }), arrival, now).text).toBe("从未上报");
});
