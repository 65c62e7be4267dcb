import { expect, test } from "vitest";
import type { Cell } from "./sample.ts";
import { parseTime } from "./time.ts";
import { coverageText, shown, valueText } from "./wording.ts";

const now = parseTime("2015-10-04T14:40:00+08:00")!;
const rain = { decimals: 1, unit: "mm", rollup: "sum", cadenceMs: 3_600_000 } as const;
const cell = (over: Partial<Cell>): Cell => ({
  place: "44", value: 92.14, observedAt: parseTime("2015-10-04T12:00:00+08:00"), state: "fresh", quality: "good",
  coverage: { have: 122, of: 122, level: "county" }, tick: 1, ...over,
});

test("a whole number is written plainly", () => {
  expect(shown(cell({}), rain, now)).toEqual({ prefix: "", text: "92.1", unit: "mm", last: "", tag: "", isNumber: true });
});
test("a number without a dimension has no unit behind it that reads as one more digit", () => {
  const index = { decimals: 1, unit: "1", rollup: "wmean", cadenceMs: 300_000 } as const;
  expect(shown(cell({ value: 4 }), index, now)).toMatchObject({ text: "4.0", unit: "" });
  expect(valueText(4, index)).toBe("4.0");
  expect(valueText(4, index, "en")).toBe("4.0");
});
test("a partial sum is at least so much, a partial mean about so much", () => {
  const coverage = { have: 121, of: 122, level: "county" } as const;
  expect(shown(cell({ coverage }), rain, now).prefix).toBe("≥");
  expect(shown(cell({ coverage }), { ...rain, rollup: "mean" }, now).prefix).toBe("约");
  expect(shown(cell({ coverage, value: 0 }), rain, now)).toMatchObject({ prefix: "已知 ", text: "0.0" });
  expect(coverageText(coverage)).toBe("到达 121/122 县");
  expect(coverageText({ have: 423, of: 26_842, level: "village" })).toBe("到达 423/26,842 村");
  expect(coverageText({ have: 2, of: 2, level: "county" })).toBe("");
  expect([coverageText({ have: 119, of: 122, level: "county" }, "zh", "人口"), coverageText({ have: 119, of: 122, level: "county" }, "en", "residents of")]).toEqual(["人口 119/122 县", "residents of 119/122 counties"]);
});
test("a lost source shows a dash and its last value with its time", () => {
  expect(shown(cell({ state: "down" }), rain, now)).toMatchObject({ text: "—", last: "末值 92.1（12:00）", isNumber: false });
});
test("the last value of a lost source keeps its order of magnitude", () => {
  expect(shown(cell({ state: "down", value: 87_100 }), { ...rain, decimals: 0, unit: "人" }, now).last).toBe("末值 8.71 万人（12:00）");
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

test("hours are read as hours and minutes, and zero as the indicator's own word", () => {
  const arrival = { decimals: 1, unit: "h", rollup: "min", cadenceMs: 600_000, zero: { zh: "圈内", en: "inside" } } as const;
  const circle = { decimals: 0, unit: "级", rollup: "max", cadenceMs: 600_000, zero: { zh: "圈外", en: "outside" } } as const;
  expect(shown(cell({ value: 1.4 }), arrival, now)).toMatchObject({ text: "1 时 24 分", unit: "", parts: [{ text: "1", unit: "时" }, { text: "24", unit: "分" }], isNumber: true });
  expect(shown(cell({ value: 1.4 }), arrival, now, { lang: "en" }).text).toBe("1 h 24 min");
  expect(shown(cell({ value: 12 }), arrival, now)).toMatchObject({ text: "12", unit: "小时" });
  expect(shown(cell({ value: 0.3 }), arrival, now)).toMatchObject({ text: "18", unit: "分" });
  expect(shown(cell({ value: 0 }), arrival, now)).toMatchObject({ text: "圈内", unit: "", isNumber: true });
  expect(shown(cell({ value: 0 }), circle, now)).toMatchObject({ prefix: "", text: "圈外", unit: "" });
  expect(shown(cell({ value: 7 }), circle, now)).toMatchObject({ text: "7", unit: "级" });
  expect(shown(cell({ state: "down", value: 1.4 }), arrival, now).last).toBe("末值 1 时 24 分（12:00）");
});
test("of a partial roll-up, outside is known only of those who told; inside is inside whoever is missing", () => {
  const coverage = { have: 9, of: 10, level: "town" } as const;
  expect(shown(cell({ coverage, value: 0 }), { decimals: 0, unit: "级", rollup: "max", cadenceMs: 600_000, zero: { zh: "圈外", en: "outside" } }, now).prefix).toBe("已知 ");
  expect(shown(cell({ coverage, value: 0 }), { decimals: 1, unit: "h", rollup: "min", cadenceMs: 600_000, zero: { zh: "圈内", en: "inside" } }, now).prefix).toBe("");
});
