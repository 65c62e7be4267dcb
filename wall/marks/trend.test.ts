import { describe, expect, test } from "vitest";
import { HOUR, parseTime } from "../../model/time.ts";
import { kinds, now, size, texts } from "../../tests/fixtures/marks.ts";
import * as bars from "./bars.ts";
import * as trend from "./trend.ts";
import { meets } from "./labels.ts";
import type { LineMark, Mark } from "./mark.ts";
import { textBox } from "./words.ts";

describe("a trend", () => {
  const data: trend.TrendData = { observed: [[now - 4 * HOUR, 2], [now - 3 * HOUR, 3], [now - 2 * HOUR, null], [now - HOUR, 3], [now, 4]], from: now - 4 * HOUR, to: now + HOUR, now, unit: "m" };
  const lines = (marks: readonly Mark[]): LineMark[] => kinds(marks, "line").filter((m) => m.stroke === "obs");

  test("a gap in the data is a gap in the line", () => {
    expect(lines(trend.marks(data, size(22, 11))).map((l) => l.points.length)).toEqual([2, 2]);
  });
  test("without a number it draws no axis, and says that there is none", () => {
    const none = { ...data, observed: [], none: "这段时间没有数" };
    expect(trend.marks(none, size(22, 11)).map(({ kind }) => kind)).toEqual(["text"]);
    expect(texts(trend.marks(none, size(22, 11)))).toEqual(["这段时间没有数"]);
    expect(trend.sentence(none, "水位")).toBe("水位：没有观测。");
  });
  test("silence longer than a reporting interval is a gap as well", () => {
    const silent = { ...data, observed: data.observed.filter(([, v]) => v !== null), gapMs: 1.5 * HOUR };
    expect(lines(trend.marks(silent, size(22, 11)))).toHaveLength(2);
    expect(lines(trend.marks({ ...silent, gapMs: 3 * HOUR }, size(22, 11)))).toHaveLength(1);
  });
  test("a rising value climbs", () => {
    const [, last] = lines(trend.marks(data, size(22, 11)));
    expect(last!.points[1]![1]).toBeLessThan(last!.points[0]![1]);
  });
  test("what is not observed is dashed and in wisteria; limits are named", () => {
    const marks = trend.marks({ ...data, ahead: [[now, 4], [now + HOUR, 5]], limits: [{ value: 4.5, label: "警戒 4.5" }] }, size(22, 11));
    expect(kinds(marks, "line").find((m) => m.stroke === "w1")?.dash).toBeDefined();
    expect(texts(marks)).toContain("警戒 4.5");
    expect(texts(marks)).toContain("现在");
  });
  test("cut off, when the picture stands is written in grey where now was, in full where it has room, else the time alone", () => {
    const end = (over: Partial<trend.TrendData>) => {
      const marks = trend.marks({ ...data, ...over }, size(22, 11));
      return kinds(marks, "text").filter(({ text }) => /现在|14:10/.test(text)).map(({ text, ink }) => [text, ink]).concat(kinds(marks, "circle").map(({ fill, r }) => [r > 6 ? "last" : "point", fill!]).slice(-1));
    };
    const stands = ["画面停在 14:10", "14:10"];
    expect(end({})).toEqual([["现在", "t1"], ["last", "t1"]]);
    expect(end({ stands, to: now + 4 * HOUR })).toEqual([["画面停在 14:10", "t3"], ["last", "t3"]]);
    expect(end({ stands, to: now + HOUR / 2 })).toEqual([["14:10", "t3"], ["last", "t3"]]);
    const axis = kinds(trend.marks({ ...data, stands, to: now + 4 * HOUR }, size(22, 11)), "text").map((m) => textBox(m, size(22, 11)));
    axis.forEach((a, i) => axis.slice(i + 1).forEach((b) => expect(meets(a, b)).toBe(false)));
  });
  test("the highest of bars recedes when the picture stands", () => {
    const highest = (more: object) => kinds(bars.marks({ bars: [{ at: now, value: 8 }], intervalMs: HOUR, from: now - 6 * HOUR, to: now + HOUR, now, unit: "mm", ...more }, size(22, 9)), "text").find(({ id }) => id === "highest")!.ink;
    expect([highest({}), highest({ stands: ["14:10"] })]).toEqual(["t1", "t3"]);
  });
  test("the sentence is silent of what lies before the picture", () => {
    expect(trend.sentence({ ...data, observed: [[now - 9 * HOUR, 7], ...data.observed] }, "水位")).toBe("水位：14时 4 m，为最高。");
    expect(bars.sentence({ bars: [{ at: now - 9 * HOUR, value: 7 }, { at: now - 8 * HOUR, value: null }, { at: now, value: 2 }], intervalMs: HOUR, from: now - 4 * HOUR, to: now + HOUR, now, unit: "mm" }, "雨量")).toBe("雨量：所报共 2 mm，所报最大 2 mm（14时）。");
  });
  test("a value beyond the usual range makes the axis longer, never leaves the picture", () => {
    const [line] = lines(trend.marks({ ...data, observed: [[now - HOUR, 56], [now, 40]], range: [10, 45] }, size(22, 11)));
    for (const [, y] of line!.points) expect(y).toBeGreaterThanOrEqual(0);
  });
  test("the axis names a day once, where it begins, not at every hour", () => {
    const hours = (from: number, to: number) => texts(trend.marks({ ...data, from, to, observed: [] }, size(60, 11))).filter((t) => t.endsWith("时"));
    expect(hours(now + 11 * HOUR, now + 23 * HOUR)).toEqual(["5日2时", "4时", "6时", "8时", "10时", "12时"]);
    expect(hours(now - 24 * HOUR, now + 14 * HOUR)).toEqual(["3日18时", "4日0时", "6时", "12时", "18时", "5日0时"]);
  });
  test.each([3, 10, 20, 60, 73, 150, 325])("the days below a picture of %i days are days, and none lies on another or on now", (days) => {
    const end = parseTime("2020-01-19T00:00:00+08:00")! + days * 24 * HOUR;
    for (const wide of [13, 17, 37, 80]) {
      const axis = trend.marks({ ...data, observed: [], from: end - days * 24 * HOUR, to: end + days * 0.02 * 24 * HOUR, now: end }, size(wide, 9));
      const words = kinds(axis, "text").filter((m) => /日|现在/.test(m.text));
      expect(words.length).toBeGreaterThan(wide < 17 ? 0 : 1);
      if (days >= 60) expect(words.filter((m) => m.text !== "现在").map((m) => m.text)).toEqual(words.filter((m) => /^\d+月\d+日$/.test(m.text)).map((m) => m.text));
      const boxes = words.map((m) => textBox(m, size(wide, 9)));
      boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(meets(a, b), words.map((m) => m.text).join(" ")).toBe(false)));
    }
  });
  test("months are named at their first days", () => {
    const from = parseTime("2020-01-19T00:00:00+08:00")!;
    const days = (to: number) => texts(trend.marks({ ...data, observed: [], from, to, now: to }, size(17, 9))).filter((t) => t.endsWith("日"));
    expect(days(parseTime("2020-04-20T00:00:00+08:00")!)).toEqual(["3月1日"]);
    expect(days(parseTime("2020-12-08T00:00:00+08:00")!)).toEqual(["5月1日", "9月1日"]);
  });
  test("an axis of counts names no half case and nothing below none", () => {
    const ticks = (values: number[]) => texts(trend.marks({ ...data, observed: values.map((v, i) => [now - (values.length - i) * HOUR, v]), decimals: 0 }, size(22, 11))).filter((t) => /^[−\d,.]+$/.test(t));
    expect(ticks([0, 0])).toEqual(["0", "1"]);
    expect(ticks([0, 1, 2])).toEqual(["0", "1", "2"]);
    expect(texts(bars.marks({ bars: [], intervalMs: HOUR, from: now - HOUR, to: now, now, unit: "例", decimals: 0 }, size(22, 9)))).not.toContain("0.5");
  });
  test("one value, or the same all along, is a point on its own line: no scale is invented around it", () => {
    const axis = (values: number[], decimals: number) => texts(trend.marks({ ...data, observed: values.map((v, i) => [now - (values.length - 1 - i) * HOUR, v]), decimals }, size(22, 11))).filter((t) => /^[−\d,.]+$/.test(t));
    expect(axis([3_401], 0)).toEqual(["3,401"]);
    expect(axis([9.86, 9.86], 2)).toEqual(["9.86"]);
    expect(axis([-2.6], 2)).toEqual(["−2.60"]);
    const drawn = trend.marks({ ...data, observed: [[now, 9.86]], decimals: 2 }, size(22, 11));
    expect(kinds(drawn, "line").filter(({ stroke }) => stroke === "hair").map(({ points }) => points[0]![1])).toEqual([kinds(drawn, "circle").at(-1)!.cy]);
  });
  test("a change of the last digit does not climb through the whole picture, and no label has a digit that the indicator has not", () => {
    const drawn = trend.marks({ ...data, observed: [[now - HOUR, 3_401], [now, 3_402]], decimals: 0 }, size(22, 11));
    const [[, from], [, to]] = lines(drawn)[0]!.points as [readonly [number, number], readonly [number, number]];
    expect(Math.abs(from - to)).toBeLessThan(0.2 * 11 * 24);
    for (const label of texts(trend.marks({ ...data, observed: [[now - HOUR, 9.84], [now, 9.91]], decimals: 2 }, size(22, 11))).filter((t) => /^\d+\.\d+$/.test(t))) expect(label).toMatch(/^\d\.\d\d?$/);
  });
  test("without any value there is an axis and no line", () => {
    const empty = trend.marks({ ...data, observed: [] }, size(22, 11));
    expect(lines(empty)).toEqual([]);
    expect(trend.sentence({ ...data, observed: [] }, "水位")).toBe("水位：没有观测。");
  });
  test("of one value, and of the same all along, nothing is called the highest", () => {
    expect(trend.sentence({ ...data, observed: [[now, 3401]], unit: "户", decimals: 0 }, "停电")).toBe("停电：14时 3,401 户。");
    expect(trend.sentence({ ...data, observed: [[now - HOUR, 0], [now, 0]], unit: "户", decimals: 0 }, "停电")).toBe("停电：14时 0 户。");
    expect(trend.sentence({ ...data, now: now + 5_000, to: now + HOUR, observed: [[now, 1200], [now + 5_000, 3401]], unit: "户", decimals: 0 }, "停电"), "a sum that came together within the hour").toBe("停电：14时 3,401 户。");
  });
  test("the numbers of the sentence are written as those over the picture", () => {
    const above = { text: "3,401", prefix: "≥", unit: "户", truth: { indicator: "i", place: "44", value: 3401, observedAt: now, state: "fresh", quality: "good", coverage: { have: 1, of: 2, level: "town" }, tick: 1 } } as const;
    const told = { ...data, unit: "户", decimals: 0, observed: [[now - HOUR, 43_210], [now, 3401]] as const };
    expect(trend.sentence(told, "停电", [above])).toBe("停电：14时 ≥3,401 户，最高 4.32 万户（13时）。");
    expect(trend.sentence(told, "停电", [{ ...above, truth: { ...above.truth, value: 9 } }]), "another number is not taken for it").toBe("停电：14时 3,401 户，最高 4.32 万户（13时）。");
  });
  test("the sentence gives the last value and the highest with their hours", () => {
    expect(trend.sentence(data, "水位")).toBe("水位：14时 4 m，为最高。");
  });
});
