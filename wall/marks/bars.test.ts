import { describe, expect, test } from "vitest";
import { HOUR, parseTime } from "../../model/time.ts";
import { kinds, now, size, texts } from "../../tests/fixtures/marks.ts";
import * as bars from "./bars.ts";

describe("bars of rain", () => {
  const data: bars.BarsData = { bars: [{ at: now - 2 * HOUR, value: 0 }, { at: now - HOUR, value: null }, { at: now, value: 12.5 }], intervalMs: HOUR, from: now - 3 * HOUR, to: now, now, unit: "mm" };
  test("zero is nothing to draw, a missing hour is a cross: they never look alike", () => {
    const marks = bars.marks(data, size(22, 9));
    expect(kinds(marks, "rect")).toHaveLength(1);
    expect(kinds(marks, "line").filter((m) => m.stroke === "t3")).toHaveLength(2);
  });
  test("a sum with a missing hour is at least so much", () => {
    expect(bars.sentence({ ...data, from: 0, to: parseTime("2020-02-16T00:00:00+08:00")!, intervalMs: 24 * HOUR, bars: [{ at: parseTime("2020-02-16T00:00:00+08:00")!, value: 22 }], unit: "例" }, "新增")).toBe("新增：共 22 例，最大 22 例（2月15日）。");
    expect(bars.sentence(data, "广州站雨量")).toBe("广州站雨量：至少 12.5 mm，最大 12.5 mm（14时），缺 1 个时段。");
  });
  test("a number has its thousands apart, over the bar and in the sentence", () => {
    const many: bars.BarsData = { ...data, bars: [{ at: now, value: 3401 }], unit: "例", decimals: 0 };
    expect(texts(bars.marks(many, size(22, 9)))).toContain("3,401");
    expect(bars.sentence(many, "新增")).toBe("新增：共 3,401 例，最大 3,401 例（14时）。");
  });
});
