import { describe, expect, test } from "vitest";
import { HOUR, parseTime } from "../../model/time.ts";
import * as kpi from "./kpi.ts";
import * as strip from "./kpi-strip.ts";
import type { Mark, RectMark, Run, Size, TextMark } from "./mark.ts";
import * as multiples from "./small-multiples.ts";
import * as sparkBand from "./spark-band.ts";
import type { Trace } from "./spark.ts";
import { gridOf, type Tile } from "./tile.ts";

const now = parseTime("2026-07-15T14:00:00+08:00")!;
const size = (wu: number, hu: number, u = 24): Size => ({ width: wu * u, height: hu * u, u });
const texts = (all: readonly Mark[]): TextMark[] => all.filter((m): m is TextMark => m.kind === "text");
const said = (all: readonly Mark[]): string[] => texts(all).map((m) => [m as Run, ...(m.tail ?? [])].map(({ text }) => text).join(""));
const trace = (more: Partial<Trace> = {}): Trace => ({ points: [[now - 20 * HOUR, 10, false], [now, 12, false]], from: now - 24 * HOUR, to: now, gapMs: 48 * HOUR, ...more });
const tile = (id: string, text: string, more: Partial<Tile> = {}): Tile & { label: string } => ({ id, label: `指标${id}`, figure: { text, unit: "户" }, asOf: { state: "fresh", at: "14:00", coverage: "118/122 县" }, ...more });
/** Its panel's title says its name. */
const bare = (id: string, text: string, more: Partial<Tile> = {}): kpi.KpiData => {
  const { label: _said, ...rest } = tile(id, text, more);
  return rest;
};
const bands = (all: readonly Mark[]): RectMark[] => all.filter((m): m is RectMark => m.kind === "rect" && m.fill === "band");

describe("one number", () => {
  test("never stands without its time, and says how much of it had come", () => {
    for (const [w, h] of [[13, 4.4], [20, 9], [37, 22]] as const) expect(said(kpi.marks(bare("a", "1,234"), size(w, h)))).toContain("14:00118/122 县");
  });
  test("is as large as its panel has room for, and no smaller than the seats read", () => {
    const largest = (w: number, h: number) => texts(kpi.marks(bare("a", "1,234"), size(w, h))).find(({ id }) => id === "a.value")!.sizePx / 24;
    expect([largest(37, 22), largest(13, 4.4), largest(6, 4)]).toEqual([4, 2.5, 1.5]);
  });
  test("what is usual is drawn where it is known, and nowhere else", () => {
    const band = [{ from: now - 24 * HOUR, low: 9, high: 11 }, { from: now - 12 * HOUR, low: 10, high: 13 }];
    expect(bands(kpi.marks(bare("a", "12", { trace: trace({ band }) }), size(20, 12)))).toHaveLength(2);
    expect(bands(kpi.marks(bare("a", "12", { trace: trace() }), size(20, 12)))).toEqual([]);
  });
  test("a source that is lost tells what it was, where there is room for that", () => {
    const lost = bare("a", "—", { figure: { text: "—", isNumber: false }, asOf: { state: "down", at: "12:00", coverage: "", last: "末值 92.1（12:00）" } });
    expect(said(kpi.marks(lost, size(20, 8)))).toContain("末值 92.1（12:00）");
    expect(said(kpi.marks(lost, size(6, 8)))).toContain("12:00");
    expect(kpi.sentence(lost, "停电")).toBe("停电：—（末值 92.1（12:00））。");
  });
});
describe("numbers beside each other", () => {
  test("all have one size, that of the longest", () => {
    const sizes = (...numbers: string[]) => texts(strip.marks({ tiles: numbers.map((text, i) => tile(String(i), text)) }, size(31, 8))).filter(({ id }) => id?.endsWith(".value")).map(({ sizePx }) => sizePx / 24);
    expect(sizes("1", "2", "3")).toEqual([2.5, 2.5, 2.5]);
    expect(new Set(sizes("1", "2", "123,456,789")).size).toBe(1);
    expect(sizes("1", "2", "123,456,789")[0]).toBeLessThan(2.5);
  });
  test("five have a place wherever the panel may stand", () => {
    const five = { tiles: Array.from({ length: 5 }, (_, i) => tile(String(i), "1,234")) };
    for (const [w, h] of [[31, 9.9], [37, 9.9], [53, 6], [76, 6]] as const) expect(said(strip.marks(five, size(w, h))).filter((text) => text.startsWith("指标"))).toHaveLength(5);
  });
  test("seven stand four and three, not six and one", () => {
    expect(gridOf(7, [8, 5], [1, 1], size(54, 20))).toMatchObject({ columns: 4, rows: 2, kept: 7 });
  });
});
describe("one picture for each place", () => {
  const tiles = (n: number) => Array.from({ length: n }, (_, i) => tile(String(i), String(i), { trace: trace({ points: [[now - HOUR, 0, false], [now, i, false]] }) }));
  const whole: multiples.SmallMultiplesData = { tiles: tiles(6), range: [0, 10], scale: "同一标尺 0—10 户", more: (n) => `另 ${n} 市` };
  test("all climb on one scale, and that is said", () => {
    const all = multiples.marks({ ...whole, tiles: tiles(6).slice(4) }, size(20, 12));
    const rise = all.flatMap((m) => (m.kind === "line" && m.stroke === "obs" ? [m.points[0]![1] - m.points[1]![1]] : []));
    expect(rise[0]! / rise[1]!).toBeCloseTo(4 / 5);
    expect(said(all).at(-1)).toBe("同一标尺 0—10 户");
  });
  test("what has no picture is counted", () => {
    const all = said(multiples.marks({ ...whole, tiles: tiles(21) }, size(27, 11)));
    const named = all.filter((text) => text.startsWith("指标")).length;
    expect(named).toBeLessThan(21);
    expect(all.at(-1)).toBe(`另 ${21 - named} 市　同一标尺 0—10 户`);
  });
  test("the sentence names the first three and counts the unknown", () => {
    expect(multiples.sentence({ ...whole, tiles: [...tiles(4), tile("x", "—", { figure: { text: "—", isNumber: false } })].map(({ asOf: _asOf, ...rest }) => rest) }, "雨量")).toBe("雨量：指标0 0 户、指标1 1 户、指标2 2 户，1 处无数。");
  });
});
describe("lines under each other", () => {
  const rows = Array.from({ length: 8 }, (_, i) => tile(String(i), "1,234", { trace: trace() }));
  const more = (n: number): string => `另 ${n} 项`;
  test("each row has its name, line, number and time; what has no row is counted", () => {
    const all = sparkBand.marks({ rows, more }, size(40, 12));
    const names = said(all).filter((text) => text.startsWith("指标")).length;
    expect(all.filter((m) => m.kind === "line" && m.stroke === "obs")).toHaveLength(names);
    expect(said(all).filter((text) => text === "14:00")).toHaveLength(names);
    expect(said(all)).toContain(`另 ${8 - names} 项`);
  });
});
