import { describe, expect, test } from "vitest";
import { HOUR, parseTime } from "../../model/time.ts";
import { marks, sentence, type CurveData } from "./curve.ts";
import type { LineMark, Mark, Size, TextMark } from "./mark.ts";

const now = parseTime("2026-07-15T14:00:00+08:00")!;
const size = (wu: number, hu: number, u = 24): Size => ({ width: wu * u, height: hu * u, u });
const words = (all: readonly Mark[]): string[] => all.flatMap((m) => (m.kind === "text" ? [[m, ...(m.tail ?? [])].map(({ text }) => text).join("")] : []));
const lines = (all: readonly Mark[], ...strokes: string[]): LineMark[] => all.filter((m): m is LineMark => m.kind === "line" && strokes.includes(m.stroke ?? ""));
const hourly = (from: number, to: number, of: (h: number) => number | null) => Array.from({ length: to - from + 1 }, (_, i) => [now + (from + i) * HOUR, of(from + i)] as const);
const data: CurveData = {
  facts: [{ caption: "负荷", figure: { text: "9,800", unit: "万kW" } }, { caption: "备用率", figure: { text: "5.21", unit: "%" } }, { caption: "预测", at: "18:00", figure: { text: "9,950", unit: "万kW", notActual: true } }],
  trend: {
    from: now - 24 * HOUR, to: now + 4 * HOUR, now, unit: "万kW", decimals: 1, gapMs: 1.5 * HOUR, isWhole: true, observed: hourly(-24, 0, (h) => (h === -10 ? 9_990 : 9_000 + 30 * h)),
    earlier: { points: hourly(-24, 4, (h) => (h === -3 ? null : 8_700)), label: "昨日" }, ahead: hourly(0, 4, (h) => 9_900 + h), aheadLabel: "预测",
  },
};

describe("a curve over the hours", () => {
  test("what is expected stands behind now, dashed; what was a day before is thinner and its gap is a gap", () => {
    const all = marks(data, size(50, 25));
    const [ahead] = lines(all, "w1");
    const nowX = lines(all, "focus")[0]!.points[0]![0];
    expect(ahead!.dash).toBeDefined();
    expect(Math.min(...ahead!.points.map(([x]) => x))).toBeGreaterThanOrEqual(nowX - 0.5);
    expect(lines(all, "obs").flatMap(({ points }) => points).every(([x]) => x <= nowX + 0.5)).toBe(true);
    const before = lines(all, "t3").filter(({ points }) => points.length > 2);
    expect(before).toHaveLength(2);
    expect(before[0]!.widthPx!).toBeLessThan(lines(all, "obs")[0]!.widthPx!);
    expect(words(all)).toEqual(expect.arrayContaining(["昨日", "预测"]));
  });
  test("the highest is named where it stands, unless it stands now", () => {
    const highest = (trend: CurveData["trend"]) => marks({ ...data, trend }, size(50, 25)).find((m): m is TextMark => m.kind === "text" && m.id === "highest")?.text;
    expect(highest(data.trend)).toBe("9,990");
    expect(highest({ ...data.trend, observed: hourly(-24, 0, (h) => 9_000 + h) })).toBeUndefined();
  });
  test("with room each number stands under its name; without, no name stays behind without its number", () => {
    const tall = marks(data, size(50, 25)).filter((m): m is TextMark => m.kind === "text" && /^(caption|value)-/.test(m.id ?? ""));
    expect(tall.map(({ id }) => id)).toEqual(["caption-0", "value-0", "caption-1", "value-1", "caption-2", "value-2"]);
    for (const wide of [20, 22, 24, 28, 37]) for (const line of words(marks(data, size(wide, 12)))) expect(line).not.toMatch(/(备用率|预测)\s*$(?<!^预测)/);
  });
  test("the sentence tells the line and then all that stands beside it, with the time that is spoken of", () => {
    expect(sentence(data, "负荷")).toBe("负荷：14时 9,000.0 万kW，最高 9,990.0 万kW（4时）；备用率 5.21 %，预测 18:00 9,950 万kW。");
    expect(sentence({ ...data, facts: [data.facts[0]] }, "负荷")).toMatch(/（4时）。$/);
  });
});
