import { describe, expect, test } from "vitest";
import { meets } from "./labels.ts";
import type { Mark, RectMark, Size, TextMark } from "./mark.ts";
import { marks, sentence, type RankingData, type RankingRow } from "./ranking.ts";
import { svgText } from "./svg.ts";
import { textBox } from "./words.ts";

const size = (wu: number, hu: number, u = 24): Size => ({ width: wu * u, height: hu * u, u });
const texts = (all: readonly Mark[]): TextMark[] => all.filter((m): m is TextMark => m.kind === "text");
const bars = (all: readonly Mark[]): RectMark[] => all.filter((m): m is RectMark => m.kind === "rect");
const row = (name: string, value: number | null, also?: number): RankingRow => ({
  id: name, name, value, figure: value === null ? { text: "从未上报", isNumber: false } : { text: String(value), unit: "例" },
  ...(also !== undefined && { also: { text: String(also) } }),
});
const cities = (n: number, also?: number): RankingData => ({ rows: Array.from({ length: n }, (_, i) => row(`市${i}`, 1_000 - 40 * i, also)), headings: ["市", "累计", ...(also === undefined ? [] : ["新增"])] as unknown as RankingData["headings"], more: (left) => `另 ${left} 市` });

describe("a ranking", () => {
  test("a bar is as long as its number; nothing and not known have none, and do not look alike", () => {
    const all = marks({ ...cities(0), rows: [row("深圳", 400), row("广州", 200), row("云浮", 0), row("潮州", null)] }, size(20, 12));
    const [first, second] = bars(all);
    expect(bars(all)).toHaveLength(2);
    expect(second!.width).toBeCloseTo(first!.width / 2);
    expect(texts(all).map((m) => m.text)).toEqual(expect.arrayContaining(["0", "从未上报"]));
    expect(texts(all).find((m) => m.text === "潮州")!.ink).toBe("t3");
  });
  test("all cities of the province stand in one bay, in two columns and in order", () => {
    const all = marks(cities(21, 60), size(37, 29));
    const names = texts(all).filter((m) => /^市\d+$/.test(m.text));
    expect(names.map((m) => m.text)).toEqual(Array.from({ length: 21 }, (_, i) => `市${i}`));
    expect(new Set(names.map((m) => Math.round(m.x)))).toHaveProperty("size", 2);
    const boxes = texts(all).map((m) => textBox(m, size(37, 29)));
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(meets(a, b)).toBe(false)));
    for (const box of boxes) expect(box.x + box.width).toBeLessThanOrEqual(37 * 24 + 0.5);
  });
  test("what has no row is counted in place of the last one", () => {
    const all = marks(cities(21), size(37, 12.9));
    expect(texts(all).filter((m) => /^市\d+$/.test(m.text))).toHaveLength(11);
    expect(texts(all).at(-1)!.text).toBe("另 10 市");
    expect(textBox(texts(all).at(-1)!, size(37, 12.9)).y).toBeLessThan(12.9 * 24);
  });
  test("a number that is missing in the second column is a dash, not an empty place", () => {
    const all = marks({ ...cities(0), rows: [row("深圳", 4, 1), { ...row("潮州", 3), also: { text: "从未上报", isNumber: false } }] }, size(20, 12));
    expect(texts(all).map((m) => m.text)).toContain("—");
  });
  test("a number keeps its order beside numbers without one; what nobody has observed has a dashed bar", () => {
    const inside = (value: number, text: string, order?: string): RankingRow => ({ id: text, name: "广州", value, figure: { text, unit: `${order ?? ""}人`, notActual: true, prefix: "≥", ...(order && { order }) } });
    const all = marks({ ...cities(0), rows: [inside(11_840_000, "1,184", "万"), inside(800, "800")] }, size(20, 12));
    const told = texts(all).map(({ text, tail = [] }) => [text, ...tail.map((run) => run.text)].join(""));
    expect(told).toEqual(expect.arrayContaining(["≥1,184\u2009万", "≥800"]));
    expect(bars(all).every(({ dash, fill }) => dash !== undefined && fill === "w3")).toBe(true);
  });
  test("bars stand in all lists or in none", () => {
    const long = (i: number): RankingRow => ({ id: `n${i}`, name: "广州", value: 100 - i, figure: { text: i < 5 ? "1,184,000" : "9", prefix: "≥" } });
    const all = marks({ ...cities(0), rows: Array.from({ length: 14 }, (_, i) => long(i)) }, size(33, 17.5));
    expect([0, 14]).toContain(bars(all).length);
  });
  test("the picture as it is painted", () => {
    expect(svgText(marks({ ...cities(0), rows: [row("深圳", 406, 6), row("潮州", null)] }, size(20, 8, 10)), { width: 200, height: 80, u: 10 })).toMatchInlineSnapshot(`"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80" viewBox="0 0 200 80"><text y="11.8" font-family="'IBM Plex Sans Condensed', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"><tspan x="0" font-size="10" fill="t3">市</tspan></text><text y="11.8" font-family="'IBM Plex Sans Condensed', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"><tspan x="138" font-size="10" fill="t3">累计</tspan></text><text y="33.3" font-family="'IBM Plex Sans Condensed', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"><tspan x="0" font-size="12" fill="t1" font-weight="500">深圳</tspan></text><rect x="40" y="25" width="71" height="8" fill="c4"/><text y="33.3" font-family="'IBM Plex Sans Condensed', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif"><tspan x="133.7" font-size="15" fill="t1" font-weight="500">406</tspan></text><text y="33.3" font-family="'IBM Plex Sans Condensed', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif"><tspan x="191.9" font-size="15" fill="t1" font-weight="400">6</tspan></text><path d="M0 43L200 43" fill="none" stroke="hair" stroke-width="1"/><text y="61.3" font-family="'IBM Plex Sans Condensed', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"><tspan x="0" font-size="12" fill="t3" font-weight="500">潮州</tspan></text><text y="61.3" font-family="'IBM Plex Sans Condensed', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif"><tspan x="118" font-size="10" fill="t3" font-weight="500">从未上报</tspan></text><path d="M0 71L200 71" fill="none" stroke="hair" stroke-width="1"/></svg>"`);
  });
  test("the sentence names the first three and says of how many nothing is known", () => {
    expect(sentence({ ...cities(4), rows: [...cities(4).rows, row("潮州", null)] }, "各市累计确诊")).toBe("各市累计确诊：市0 1000 例、市1 960 例、市2 920 例，1 处无数。");
    expect(sentence({ ...cities(0), rows: [row("潮州", null)] }, "各市累计确诊")).toBe("各市累计确诊：没有数。");
  });
});
