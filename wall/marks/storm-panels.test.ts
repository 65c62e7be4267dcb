import { describe, expect, test } from "vitest";
import { HOUR, parseTime } from "../../model/time.ts";
import { meets } from "./labels.ts";
import type { Mark, Size, TextMark, Truth } from "./mark.ts";
import * as plots from "./plots.ts";
import * as exposure from "./storm-exposure.ts";
import * as stormNow from "./storm-now.ts";
import { textBox } from "./words.ts";

const u = 24;
const size: Size = { width: 37 * u, height: 12.9 * u, u };
const now = parseTime("2015-10-04T08:00:00+08:00")!;
const words = (marks: readonly Mark[]): TextMark[] => marks.filter((m): m is TextMark => m.kind === "text");
const truth: Truth = { indicator: "met.storm.arrival.r10", place: "440904", value: 0.1, observedAt: now, state: "fresh", quality: "extrapolated", coverage: { have: 1, of: 1, level: "town" }, tick: 7 };
function standApart(marks: readonly Mark[]): void {
  const boxes = words(marks).map((m) => ({ ...textBox(m, {}), text: m.text }));
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(meets(a, b), `${a.text} meets ${b.text}`).toBe(false)));
  for (const box of boxes) {
    expect(box.x, box.text).toBeGreaterThanOrEqual(-0.5);
    expect(box.x + box.width, box.text).toBeLessThanOrEqual(size.width + 0.5);
  }
}
/** No word smaller than the display's unit, no number that must be read from the seats smaller than one. */
const smallest = (marks: readonly Mark[]): number => Math.min(...words(marks).flatMap((m) => [m.sizePx, ...(m.tail ?? []).map((run) => run.sizePx)]));

describe("the storm now", () => {
  const data: stormNow.StormNowData = {
    lead: { text: "10级风到 茂名 电白（外推）", tone: "notActual" }, hero: { parts: [["3", "时"], ["05", "分"]], truth },
    under: [[{ text: "约 11:05 到达" }], [{ text: "10级风圈内 1 县：徐闻", tone: "strong" }], [{ text: "最近 湛江 徐闻 " }, { text: "101 km", tone: "strong", truth }]],
    facts: [
      { id: "grade", label: "强度", main: [{ text: "强热带风暴", unit: "" }] },
      { id: "wind", label: "风力", main: [{ text: "14", unit: "级" }], right: [{ text: "44", unit: "m/s" }] },
      { id: "reach", label: "7级圈", main: [{ text: "278—444", unit: "km" }], right: [{ text: "10级" }, { text: "111", unit: "km" }] },
      { id: "place", label: "位置", main: [{ text: "20.5°N", unit: "" }, { text: "111.5°E", unit: "" }], tag: "外推" },
    ],
  };
  test("nothing meets anything, leaves its panel or falls below the smallest type", () => {
    const marks = stormNow.marks(data, size);
    standApart(marks);
    expect(smallest(marks)).toBeGreaterThanOrEqual(u);
  });
  test("the countdown is one number with one truth, in wisteria because it is extrapolated", () => {
    const hero = words(stormNow.marks(data, size)).find((m) => m.id === "hero")!;
    expect(hero).toMatchObject({ text: "3", ink: "w1", truth: { quality: "extrapolated" } });
    expect(hero.tail!.map((r) => r.text)).toEqual(["时", "05", "分"]);
  });
  test("cut off, the countdown is grey", () => {
    expect(words(stormNow.marks({ ...data, hero: { ...data.hero!, old: true } }, size)).find((m) => m.id === "hero")!.ink).toBe("t3");
  });
  test("English labels, longer than Chinese ones, keep off what follows them, and all that follows stands in one column", () => {
    const marks = stormNow.marks({ ...data, facts: [{ id: "pressure", label: "Pressure", main: [{ text: "950", unit: "hPa" }] }, { id: "place", label: "Position", main: [{ text: "20.5°N", unit: "" }] }, { id: "reach", label: "F7", main: [{ text: "278—444", unit: "km" }] }] }, size);
    standApart(marks);
    expect(new Set(words(marks).filter(({ id }) => id?.endsWith(".main")).map(({ x }) => x)).size).toBe(1);
  });
  test("the sentence says what comes, when, and what is known", () => {
    expect(stormNow.sentence(data)).toBe("10级风到 茂名 电白（外推），3时05分；约 11:05 到达；10级风圈内 1 县：徐闻；最近 湛江 徐闻 101 km；强度 强热带风暴；风力 14级；7级圈 278—444km；位置 20.5°N 111.5°E。");
  });
});

describe("who is inside the wind, and who is next", () => {
  const arrives = (hours: number): exposure.Arrives => ({ inMs: hours * HOUR, words: "4日 10:24" });
  const city = (n: number, seven: exposure.Arrives, ten: exposure.Arrives): exposure.ExposedCity => ({ place: `44${n}`, name: "茂名", seven, ten });
  const data: exposure.StormExposureData = {
    people: { label: "7级风圈内常住人口", inside: { text: "7,020", unit: "万人", prefix: "≥", truth: { ...truth, quality: "estimated" } }, strongLabel: "其中10级", strong: { text: "18.6", unit: "万人", prefix: "≥" }, source: "2010 普查", tag: "估" },
    counts: { headings: ["县", "镇街"], rows: [{ label: "7级", county: { text: "72" }, ofCounties: "122", town: { text: "1,023" }, ofTowns: "1,757" }, { label: "10级", county: { text: "1" }, ofCounties: "122", town: { text: "4" }, ofTowns: "1,757" }] },
    order: { headings: ["5/14 市", "此后 14 时", "7级到达", "10级到达"], rows: [city(1, null, arrives(1)), city(2, arrives(2), arrives(9)), city(3, null, null), city(4, arrives(5), undefined), city(5, null, undefined)], inside: 3, unit: "市", none: "尚无推算", insideWord: "圈内", spanMs: 14 * HOUR },
    old: false,
  };
  test("nothing meets anything, leaves its panel or falls below the smallest type", () => {
    const marks = exposure.marks(data, size);
    standApart(marks);
    expect(smallest(marks)).toBeGreaterThanOrEqual(u);
  });
  test("the table of counts keeps its labels clear of its numbers, and its head clear of the box above", () => {
    const of = (id: string) => textBox(words(exposure.marks(data, size)).find((m) => m.id === id)!, size);
    for (const i of [0, 1]) expect(of(`counts.${i}.county`).x - of(`counts.${i}.label`).x - of(`counts.${i}.label`).width).toBeGreaterThanOrEqual(0.5 * u);
    const source = of("people.source");
    expect(of("counts.0").y).toBeGreaterThanOrEqual(source.y + source.height + 0.3 * u);
  });
  test("in English no number is left out for its unit, and headings that have no room for of how many say it no more", () => {
    const million = (text: string) => ({ text, unit: "million people", prefix: "≥" });
    const { people, counts } = data;
    const marks = exposure.marks({
      ...data, people: { ...people, label: "Residents inside force 7", inside: million("70.1"), strongLabel: "of them F10", strong: million("11.4") },
      counts: { headings: ["counties", "towns"], rows: counts.rows },
    }, size);
    standApart(marks);
    const told = words(marks).map(({ text, tail = [] }) => [text, ...tail.map((run) => run.text)].join(""));
    expect(told).toEqual(expect.arrayContaining(["≥70.1\u2009million", expect.stringContaining("≥11.4\u2009million"), "counties"]));
  });
  test("an estimate is written in wisteria; what is counted is not", () => {
    const marks = words(exposure.marks(data, size));
    expect(marks.find((m) => m.id === "people")!.tail![0]!.ink).toBe("w1");
    expect(marks.find((m) => m.id === "counts.0.county")!.ink).toBe("t1");
  });
  test("inside is a block at the left end, an arrival a ring as far to the right as it is away", () => {
    const marks = exposure.marks(data, size);
    const rings = marks.filter((m) => m.kind === "circle" && m.fill === "bg").map((m) => (m as { cx: number }).cx);
    expect(rings).toHaveLength(2);
    expect(rings[1]!).toBeGreaterThan(rings[0]!);
    expect(marks.filter((m) => m.kind === "rect")).toHaveLength(3);
  });
  test("once nothing is to come any more each row says how near the centre is, in place of hours on which nothing happens", () => {
    const over = [1, 2, 3].map((n) => ({ ...city(n, null, n === 1 ? null : undefined), toCentre: { text: `${n}9`, unit: "km", truth: { ...truth, quality: "extrapolated" as const } } }));
    const marks = exposure.marks({ ...data, order: { ...data.order, headings: ["3/14 市", "距中心", "7级到达", "10级到达"], rows: over } }, size);
    const said = words(marks).flatMap((m) => [m.text, ...(m.tail ?? []).map(({ text }) => text)]);
    for (const n of [1, 2, 3]) expect(said).toContain(`${n}9`);
    expect(said).toContain("距中心");
    expect(marks.filter((m) => m.kind === "rect" || m.kind === "circle")).toEqual([]);
    standApart(marks);
  });
  test("nobody expected is said in words, and nothing is drawn for it", () => {
    const marks = exposure.marks({ ...data, order: { ...data.order, rows: [] } }, size);
    expect(words(marks).map((m) => m.text)).toContain("尚无推算");
    expect(marks.filter((m) => m.kind === "line")).toEqual([]);
  });
  test("as many cities as have a row; cut off, no hour looks as if it were of now", () => {
    expect(words(exposure.marks(data, { ...size, height: 6 * u })).filter((m) => /^44\d\.0$/.test(m.id ?? ""))).toHaveLength(2);
    const inks = words(exposure.marks({ ...data, old: true }, size)).filter((m) => /^44\d\.[023]$/.test(m.id ?? "")).map((m) => m.ink);
    expect(new Set(inks)).toEqual(new Set(["t3"]));
  });
  test("the sentence names who is next", () => {
    expect(exposure.sentence(data)).toBe("7级风圈内常住人口 ≥7,020万人，其中10级 ≥18.6万人（2010 普查，估）；10级 4日 10:24 到茂名，7级 4日 10:24 到茂名。");
  });
  test("with nobody ahead the sentence counts every city that is inside, also those without a row", () => {
    const order = { ...data.order, rows: [city(1, null, null), city(2, null, undefined)], inside: 14 };
    expect(exposure.sentence({ ...data, order })).toMatch(/；14 市在圈内。$/);
    expect(exposure.sentence({ ...data, order: { ...order, rows: [], inside: 0 } })).toMatch(/；尚无推算。$/);
  });
});

describe("pictures side by side", () => {
  const observed = [[now - HOUR, 3], [now, 5]] as const;
  const pair: plots.Plot[] = [
    { label: "雨量", figures: [{ figure: { text: "0.2", unit: "mm/h" }, large: true }, { figure: { text: "15.7", unit: "mm" }, before: "24 时" }], picture: { bars: { bars: [{ at: now, value: 0.2 }], intervalMs: HOUR, from: now - 6 * HOUR, to: now + HOUR, now, unit: "mm" } } },
    { label: "平均风", figures: [{ figure: { text: "3", unit: "级" }, large: true }], picture: { trend: { observed, from: now - 6 * HOUR, to: now + HOUR, now, unit: "m/s" } } },
  ];
  test("each keeps to its own half, and both stand on one ground line", () => {
    const marks = plots.marks(pair, size);
    standApart(marks);
    const nows = marks.filter((m) => m.kind === "line" && m.stroke === "focus").map((m) => (m as { points: readonly (readonly [number, number])[] }).points[1]![1]);
    expect(nows).toHaveLength(2);
    expect(nows[0]).toBeCloseTo(nows[1]!);
  });
  test("an hour is as wide in one as in the other, whatever stands beside their time, and below each other it stands under the same hour", () => {
    const limited = pair.map((plot, i) => (i === 1 && "trend" in plot.picture ? { ...plot, picture: { trend: { ...plot.picture.trend, limits: [{ value: 4, label: "强热带风暴" }] } } } : plot));
    const hours = (heightU: number) => words(plots.marks(limited, { ...size, height: heightU * u })).filter(({ role, text }) => role === "axis" && text.endsWith("时")).map(({ x, text }) => ({ x, text }));
    const apart = (of: readonly { x: number; text: string }[], from: string, to: string) => of.find(({ text }) => text === to)!.x - of.find(({ text }) => text === from)!.x;
    const beside = hours(12.9);
    const [first, second] = [beside.slice(0, beside.length / 2), beside.slice(beside.length / 2)];
    expect(first.map(({ text }) => text)).toEqual(second.map(({ text }) => text));
    expect(apart(first, first[0]!.text, first[1]!.text)).toBeCloseTo(apart(second, first[0]!.text, first[1]!.text));
    const below = hours(40);
    expect(below.slice(0, below.length / 2)).toEqual(below.slice(below.length / 2));
  });
  test("in a panel that is higher than wide they stand below each other, each as wide as the panel; a low one keeps them side by side", () => {
    const grounds = (heightU: number) => plots.marks(pair, { ...size, height: heightU * u }).flatMap((m) => (m.kind === "line" && m.stroke === "focus" ? [m.points[1]![1] / u] : []));
    const high = plots.marks(pair, { ...size, height: 40 * u });
    standApart(high);
    expect(grounds(40)[1]! - grounds(40)[0]!).toBeCloseTo(20.5);
    expect(Math.max(...high.flatMap((m) => (m.kind === "line" && m.stroke === "hair" ? m.points.map(([x]) => x) : [])))).toBeGreaterThan(size.width - u);
    expect(grounds(30)[0]).toBeCloseTo(grounds(30)[1]!);
  });
  test("the sentence speaks of both", () => {
    expect(plots.sentence(pair)).toBe("雨量：所报共 0.2 mm，所报最大 0.2 mm（8时）。平均风：8时 5 m/s，为最高。");
  });
});
