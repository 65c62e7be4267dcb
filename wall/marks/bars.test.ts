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
    expect(bars.sentence({ ...data, from: 0, to: parseTime("2020-02-16T00:00:00+08:00")!, intervalMs: 24 * HOUR, bars: [{ at: parseTime("2020-02-16T00:00:00+08:00")!, value: 22 }], unit: "例" }, "新增")).toBe("新增：所报共 22 例，所报最大 22 例（2月15日）。");
    expect(bars.sentence(data, "广州站雨量")).toBe("广州站雨量：至少 12.5 mm，最大 12.5 mm（14时），缺 1 个时段。");
  });
  test("a number has its thousands apart, over the bar and in the sentence", () => {
    const many: bars.BarsData = { ...data, bars: [{ at: now, value: 3401 }], unit: "例", decimals: 0 };
    expect(texts(bars.marks(many, size(22, 9)))).toContain("3,401");
    expect(bars.sentence(many, "新增")).toBe("新增：所报共 3,401 例，所报最大 3,401 例（14时）。");
  });
});

test("a sum over a span of which most was never told is one of what was reported; of a span told in full it is the sum", () => {
  const hour = 3_600_000;
  const of = (hours: number) => ({ bars: Array.from({ length: hours }, (_, i) => ({ at: (24 - i) * hour, value: 1 })), intervalMs: hour, from: 0, to: 24 * hour, now: 24 * hour, unit: "mm" });
  expect(bars.sentence(of(24), "雨量")).toMatch(/^雨量：共 24 mm/);
  expect(bars.sentence(of(3), "雨量")).toMatch(/^雨量：所报共 3 mm，所报最大 1 mm/);
});
test("what is computed is hollow and in wisteria, beside what was observed", () => {
  const hour = 3_600_000;
  const drawn = bars.marks({ bars: [{ at: hour, value: 2 }, { at: 2 * hour, value: 2, notActual: true }], intervalMs: hour, from: 0, to: 3 * hour, now: 2 * hour, unit: "mm" }, { width: 720, height: 240, u: 24 }).filter(({ kind }) => kind === "rect");
  expect(drawn).toMatchObject([{ fill: "obs" }, { fill: "w3", stroke: "w1" }]);
});
