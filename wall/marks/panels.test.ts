import { describe, expect, test } from "vitest";
import { HOUR, parseTime } from "../../model/time.ts";
import * as banner from "./banner.ts";
import * as bars from "./bars.ts";
import * as choropleth from "./choropleth.ts";
import * as clock from "./clock.ts";
import * as headline from "./headline.ts";
import * as ledger from "./ledger.ts";
import * as legend from "./legend.ts";
import type { LineMark, Mark, RectMark, Size, TextMark } from "./mark.ts";
import { figureInk, freshnessMark } from "./panel-text.ts";
import * as sources from "./sources.ts";
import type { Trace } from "./spark.ts";
import * as spine from "./spine.ts";
import * as trend from "./trend.ts";
import * as trust from "./trust.ts";
import { meets } from "./labels.ts";
import { svgText } from "./svg.ts";
import { shorten, textBox, wrap } from "./words.ts";
import { placeName } from "./place-name.ts";

const size = (wu: number, hu: number, u = 24): Size => ({ width: wu * u, height: hu * u, u });
const texts = (marks: readonly Mark[]): string[] => marks.filter((m): m is TextMark => m.kind === "text").map((m) => m.text);
const kinds = <K extends Mark["kind"]>(marks: readonly Mark[], kind: K) => marks.filter((m): m is Extract<Mark, { kind: K }> => m.kind === kind);
const now = parseTime("2015-10-04T14:10:32+08:00")!;

describe("a trend", () => {
  const data: trend.TrendData = { observed: [[now - 4 * HOUR, 2], [now - 3 * HOUR, 3], [now - 2 * HOUR, null], [now - HOUR, 3], [now, 4]], from: now - 4 * HOUR, to: now + HOUR, now, unit: "m" };
  const lines = (marks: readonly Mark[]): LineMark[] => kinds(marks, "line").filter((m) => m.stroke === "obs");

  test("a gap in the data is a gap in the line", () => {
    expect(lines(trend.marks(data, size(22, 11))).map((l) => l.points.length)).toEqual([2, 2]);
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
  test("without any value there is an axis and no line", () => {
    const empty = trend.marks({ ...data, observed: [] }, size(22, 11));
    expect(lines(empty)).toEqual([]);
    expect(trend.sentence({ ...data, observed: [] }, "水位")).toBe("水位：没有观测。");
  });
  test("the sentence gives the last value and the highest with their hours", () => {
    expect(trend.sentence(data, "水位")).toBe("水位：14时 4 m，为最高。");
  });
});

describe("bars of rain", () => {
  const data: bars.BarsData = { bars: [{ at: now - 2 * HOUR, value: 0 }, { at: now - HOUR, value: null }, { at: now, value: 12.5 }], intervalMs: HOUR, from: now - 3 * HOUR, to: now, now, unit: "mm" };
  test("zero is nothing to draw, a missing hour is a cross: they never look alike", () => {
    const marks = bars.marks(data, size(22, 9));
    expect(kinds(marks, "rect")).toHaveLength(1);
    expect(kinds(marks, "line").filter((m) => m.stroke === "t3")).toHaveLength(2);
  });
  test("a sum with a missing hour is at least so much", () => {
    expect(bars.sentence({ ...data, intervalMs: 24 * HOUR, bars: [{ at: parseTime("2020-02-16T00:00:00+08:00")!, value: 22 }], unit: "例" }, "新增")).toBe("新增：共 22 例，最大 22 例（2月15日）。");
    expect(bars.sentence(data, "广州站雨量")).toBe("广州站雨量：至少 12.5 mm，最大 12.5 mm（14时），缺 1 个时段。");
  });
});

describe("a choropleth", () => {
  const region = (code: string) => ({ code, name: code, nameEn: "", parent: "", labelAt: [0, 0] as const, parts: [], box: [0, 0, 0, 0] as const });
  test("more is brighter; no data is land under a hatch and never a class", () => {
    const { fills, textures } = choropleth.fillsOf({ regions: ["a", "b", "c", "d"].map(region) }, new Map([["a", 0], ["b", 16], ["c", null]]), [3, 6, 10, 16]);
    expect(fills).toEqual(["c1", "c5", "land", "land"]);
    expect(textures.map((t) => t?.texture ?? null)).toEqual([null, null, "cross", null]);
  });
  test("the sentence names the highest and the gap", () => {
    expect(choropleth.sentence("网格事件", "件", new Map([["a", 4], ["b", 9], ["c", null]]), (c) => `${c}县`, "14:31")).toBe("网格事件（14:31）：最高 b县 9 件、a县 4 件，1 处无数据。");
  });
  test("its legend prints each break and what no data looks like", () => {
    expect(texts(legend.marks({ title: "事件", breaks: [3, 6, 10, 16], noData: true }, size(17, 6)))).toEqual(["事件", "0", "3", "6", "10", "16", "无数据"]);
  });
});

describe("a single value", () => {
  test("a stale number is grey, what is missing is words, what is extrapolated is wisteria", () => {
    const truth = { indicator: "i", place: "p", value: 1, observedAt: now, state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "county" }, tick: 1 } as const;
    expect(figureInk({ text: "1", truth })).toBe("t1");
    expect(figureInk({ text: "1", truth: { ...truth, state: "stale" } })).toBe("t3");
    expect(figureInk({ text: "从未上报", isNumber: false })).toBe("t3");
    expect(figureInk({ text: "1", truth: { ...truth, quality: "extrapolated" } })).toBe("w1");
  });
  test("each state of freshness has its own mark", () => {
    const drawn = (["fresh", "ageing", "stale", "down", "never", "withheld"] as const).map((state) => svgText(freshnessMark(state, 10, 10, 24), size(1, 1)));
    expect(new Set(drawn).size).toBe(6);
  });
});

describe("strip and spine", () => {
  test("in a drill the clock is wisteria and says so", () => {
    const data: clock.ClockData = { at: now, notActual: "演练　60 倍速", note: "现实时间 09:30:00" };
    const marks = kinds(clock.marks(data, size(60, 5)), "text");
    expect(marks.find((m) => m.id === "clock")).toMatchObject({ text: "14:10", ink: "w1", tail: [{ text: "32" }] });
    expect(marks.find((m) => m.id === "world")).toMatchObject({ text: "演练　60 倍速", ink: "w1", box: { dashed: true } });
    expect(clock.sentence(data)).toBe("演练 60 倍速，2015年10月4日 星期日 14:10，现实时间 09:30:00。");
  });
  test("the clock of a world that was stopped says so in grey; of one that was never seen it gives no time", () => {
    const seen = kinds(clock.marks({ at: now, stopped: "已停止", seconds: false, note: "现实时间 09:30:00" }, size(60, 5)), "text");
    expect(seen.find((m) => m.id === "clock")).toMatchObject({ text: "14:10", ink: "t3", tail: [] });
    expect(seen.find((m) => m.id === "world")).toMatchObject({ text: "已停止", ink: "t2" });
    const unseen: clock.ClockData = { at: null, stopped: "无此态势" };
    expect(kinds(clock.marks(unseen, size(60, 5)), "text").find((m) => m.id === "clock")).toMatchObject({ text: "--:--", ink: "t3" });
    expect(clock.sentence(unseen)).toBe("无此态势，—。");
  });
  test("a fast clock shows no seconds; a cut one goes on in grey; nothing of it meets anything else", () => {
    const marks = kinds(clock.marks({ at: now, notActual: "演练", seconds: false, cut: true, note: "现实时间 09:30:00" }, size(60, 5)), "text");
    expect(marks.find((m) => m.id === "clock")).toMatchObject({ ink: "t3", tail: [] });
    const boxes = marks.map((m) => textBox(m, {}));
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(meets(a, b)).toBe(false)));
  });
  test("a narrow clock never forgets which world it shows: it stands in the note's place", () => {
    const narrow = kinds(clock.marks({ at: now, notActual: "演练　60 倍速", note: "现实时间 09:30:00" }, size(30, 5)), "text");
    expect(narrow.map((m) => m.id)).not.toContain("world");
    expect(narrow.find((m) => m.id === "shift")).toMatchObject({ text: "演练　60 倍速", ink: "w1" });
  });
  test("only a response fills the banner, in its level's colour; a drill is wisteria and dashed", () => {
    const peace = banner.marks({ title: "广东省域治理态势", tags: [{ text: "平时 · 值守" }] }, size(80, 5));
    expect(kinds(peace, "rect")).toEqual([]);
    const war = banner.marks({ title: "", block: { level: 1, head: "I 级响应", name: "防台风", notes: ["18日 20:00 启动", "已持续 12 时 10 分"] } }, size(80, 5));
    expect(kinds(war, "rect").map((m: RectMark) => m.fill)).toEqual(["red.fill"]);
    const drill = banner.marks({ title: "", block: { head: "演练", name: "历史台风 彩虹", notes: ["2015 年实录推进，不对外发送", "60 倍速"] }, tags: [{ text: "平时 · 值守" }] }, size(80, 5));
    expect(kinds(drill, "rect")[0]).toMatchObject({ fill: "w3", stroke: "w2", dash: expect.anything() });
    for (const marks of [war, drill]) {
      const boxes = kinds(marks, "text").map((m) => textBox(m, {}));
      boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(meets(a, b)).toBe(false)));
    }
  });
  test("a narrow banner keeps its name and lets its notes go", () => {
    const marks = banner.marks({ title: "", block: { head: "演练", name: "历史台风 彩虹", notes: ["2015 年实录推进，不对外发送", "60 倍速"] }, tags: [{ text: "平时 · 值守" }] }, size(36, 5));
    expect(texts(marks)).toContain("历史台风 彩虹");
    expect(kinds(marks, "text").filter((m) => m.id?.startsWith("banner-note"))).toEqual([]);
  });
  test("a headline that stands still recedes, and says since when before anything else", () => {
    const data: headline.HeadlineData = { clauses: [[{ text: "10级风圈内 3 县" }]], second: [{ text: "最要紧：" }, { text: "湛江指令超时", strong: true }], stands: "画面停在 14:31" };
    const [first, second] = kinds(headline.marks(data, size(76, 5)), "text");
    expect([first!.ink, second!.text, second!.weight]).toEqual(["t3", "画面停在 14:31　", 600]);
    expect(second!.tail!.every((run) => run.ink === "t2")).toBe(true);
    expect(headline.sentence(data)).toMatch(/^画面停在 14:31：10级风圈内 3 县/);
  });

  test("the headline drops clauses from its end before it would leave its room, and never shrinks", () => {
    const data: headline.HeadlineData = { clauses: [[{ text: "彩虹在湛江坡头登陆" }], [{ text: "约 18 时" }, { text: "外推", notActual: true }, { text: "10级风到茂名" }]] };
    const [wide] = kinds(headline.marks(data, size(76, 5)), "text");
    const [narrow] = kinds(headline.marks(data, size(44, 5)), "text");
    expect(wide!.tail).toHaveLength(3);
    // A clause goes as a whole: 约 18 时 without what happens then would say nothing.
    expect(narrow!.tail).toEqual([]);
    expect(narrow!.sizePx).toBe(wide!.sizePx);
    expect(wide!.tail![1]!.ink).toBe("w1");
  });
  test("words on the spine never meet each other or the line of now; what finds no room keeps its tick", () => {
    const marks = spine.marks({ from: now - 14 * HOUR, to: now + 28 * HOUR, now, marks: Array.from({ length: 24 }, (_, i) => ({ id: String(i), at: now + (i - 8) * 0.7 * HOUR, label: "一个时刻的名称", notActual: i > 12 })), phases: [{ from: now + HOUR, to: now + 9 * HOUR, label: "7级风圈过境", notActual: true }] }, size(76, 6.5));
    const flags = kinds(marks, "text").filter((m) => m.id?.startsWith("mark-"));
    expect(flags.length).toBeGreaterThan(2);
    const boxes = flags.map((m) => textBox(m, {}));
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(meets(a, b)).toBe(false)));
    const line = kinds(marks, "line").find((m) => m.stroke === "focus")!;
    const x = line.points[0]![0];
    for (const box of boxes) expect(x < box.x || x > box.x + box.width).toBe(true);
    const upright = kinds(marks, "line").filter((m) => m.points[0]![0] === m.points[1]![0] && m.stroke !== "focus");
    expect(upright, "24 ticks and both edges of the window").toHaveLength(26);
    for (const { points: [[px, top], [, foot]] } of upright as unknown as { points: [[number, number], [number, number]] }[])
      for (const box of boxes) expect(px <= box.x || px >= box.x + box.width || top >= box.y + box.height || foot <= box.y, "no tick runs through words").toBe(true);
  });
  test("what each day brought stands on the spine as steps with their numbers, the highest named, and marks are told by their day", () => {
    const day = parseTime("2020-02-01T00:00:00+08:00")!;
    const data: spine.SpineData = {
      from: day - 60 * HOUR, to: day + 60 * HOUR, now: day + 12 * HOUR, marks: [{ id: "due", at: day + 24 * HOUR, label: "应有通报" }], byDay: true, mostWord: "最多",
      series: [[day - 48 * HOUR, 83], [day - 24 * HOUR, null], [day, 124]], seriesMax: 124, seriesEveryMs: 24 * HOUR,
    };
    const marks = spine.marks(data, size(60, 6.5));
    expect(texts(marks)).toEqual(expect.arrayContaining(["最多 124", "2月2日 应有通报"]));
    expect(texts(spine.marks(data, size(12, 6.5))), "a narrow step keeps its number rather than its word").toContain("124");
    expect(texts(marks).filter((t) => t.endsWith("时"))).toEqual([]);
    const steps = kinds(marks, "area");
    // A day that nobody told of is a gap.
    expect(steps).toHaveLength(2);
    expect(steps[1]!.rings[0]!.map(([x]) => Math.round(x))).toEqual([432, 432, 720, 720]);
    expect(spine.sentence(data)).toBe("下一时刻：2月2日 应有通报。");
  });
  test("a level that comes from before has its shape on every display that its line runs through", () => {
    const phases = [{ from: now - 40 * HOUR, to: now, label: "", severity: 4 as const, issued: false }];
    for (const from of [-30, -20, -10]) {
      const shapes = kinds(spine.marks({ from: now + from * HOUR, to: now + (from + 10) * HOUR, now, marks: [], phases }, size(48, 6.5)), "badge");
      expect(shapes).toEqual([expect.objectContaining({ severity: 4, look: "hollow" })]);
      expect(shapes[0]!.cx, "its line is seen before it").toBeGreaterThan(24);
    }
  });
  test("on the line of a world that was stopped nothing is called now, and nothing is said to come", () => {
    const data: spine.SpineData = { from: now - 14 * HOUR, to: now + 28 * HOUR, now, stopped: "已停止", marks: [{ id: "a", at: now + HOUR, label: "10级风圈到茂名" }] };
    const words = kinds(spine.marks(data, size(76, 6.5)), "text").map((m) => m.text);
    expect(words).toContain("已停止");
    expect(words).not.toContain("现在");
    expect(spine.sentence(data)).toBe("已停止。");
  });
  test("a step's number gives way to the title of the line", () => {
    const data: spine.SpineData = { from: now, to: now + 60 * HOUR, now: now + 59 * HOUR, marks: [], title: "全省逐日新增确诊（例）", series: [[now + 24 * HOUR, 69], [now + 48 * HOUR, 124]], seriesMax: 124, seriesEveryMs: 24 * HOUR, byDay: true };
    expect(texts(spine.marks(data, size(20, 6.5)))).not.toContain("69");
    expect(texts(spine.marks(data, size(60, 6.5)))).toEqual(expect.arrayContaining(["全省逐日新增确诊（例）", "69"]));
  });
  test("what is ahead never stands before the line of now, and what has just been does", () => {
    const at = (minutes: number) => spine.marks({ from: now - 14 * HOUR, to: now + 28 * HOUR, now, marks: [{ id: "a", at: now + minutes * 60_000, label: "10级风到茂名", notActual: minutes > 0 }] }, size(46, 6.5));
    const line = (46 * size(46, 6.5).u * 14) / 42;
    const label = (minutes: number) => textBox(kinds(at(minutes), "text").find((m) => m.id === "mark-a")!, size(46, 6.5));
    expect(label(12).x).toBeGreaterThan(line);
    const past = label(0);
    expect(past.x + past.width).toBeLessThan(line);
    // The line of now moves in steps; what was found since its last step has been all the same.
    const since = { from: now - 3 * HOUR, to: now + 6 * HOUR, now, exactly: now + 4 * 60_000, marks: [{ id: "a", at: now + 3 * 60_000, label: "广州研判" }] };
    const found = textBox(kinds(spine.marks(since, size(46, 6.5)), "text").find((m) => m.id === "mark-a")!, size(46, 6.5));
    expect(found.x + found.width).toBeLessThan((46 * 24) / 3);
    expect(spine.sentence(since)).toBe("此后没有已知时刻。");
    // Of many at once those without room before the line keep their tick: none goes to the side of what is ahead.
    const many = spine.marks({ from: now - 14 * HOUR, to: now + 28 * HOUR, now, marks: Array.from({ length: 5 }, (_, i) => ({ id: String(i), at: now - i * 60_000, label: `${i} 处研判` })) }, size(46, 6.5));
    const told = kinds(many, "text").filter((m) => m.id?.startsWith("mark-")).map((m) => textBox(m, size(46, 6.5)));
    expect(told.length).toBeGreaterThan(0);
    for (const box of told) expect(box.x + box.width).toBeLessThan(line);
  });
  test("a window that is too narrow for its words has them behind it, or before it at the end of the line", () => {
    const words = (from: number) => {
      const all = spine.marks({ from: now, to: now + 42 * HOUR, now: now - HOUR, marks: [], phases: [{ from: now + from * HOUR, to: now + (from + 3) * HOUR, label: "10级风先后到 12 县", notActual: true }] }, size(46, 6.5));
      return { box: textBox(kinds(all, "text").find((m) => m.text.startsWith("10级风"))!, size(46, 6.5)), block: kinds(all, "rect").find((m) => m.fill === "w3")! };
    };
    const early = words(10);
    expect(early.box.x).toBeGreaterThanOrEqual(early.block.x + early.block.width);
    const late = words(38);
    expect(late.box.x + late.box.width).toBeLessThanOrEqual(late.block.x);
  });
  test("before its moments have come the spine does not say that there are none", () => {
    expect(spine.sentence({ from: 0, to: 1, now, marks: [], awaited: "正在取数" })).toBe("正在取数。");
  });
  test("the spine's sentence is the next known moment", () => {
    expect(spine.sentence({ from: 0, to: 1, now, marks: [{ id: "a", at: now + HOUR, label: "10级风圈到茂名", notActual: true }] })).toBe("下一时刻：15:10 10级风圈到茂名（外推）。");
  });
});

describe("what can be believed", () => {
  const source = (n: number, state: trust.TrustSource["state"]): trust.TrustSource => ({ id: `s${n}`, title: `第 ${n} 路`, state, coverage: n === 0 ? "到达 118/122 县" : "", when: "14:00" });
  const data: trust.TrustData = {
    states: [{ state: "fresh", word: "按时", count: 3, figure: { text: "3" } }, { state: "down", word: "中断", count: 1, figure: { text: "1" } }, { state: "stale", word: "陈旧", count: 0, figure: { text: "0" } }],
    title: "数据可信", note: "4 路", awaited: "", allOnTime: "全部按时　最旧 第 1 路 14:00",
    sources: [source(0, "down"), source(1, "fresh"), source(2, "fresh"), source(3, "fresh")], more: (n) => `另 ${n} 路`,
  };
  test("a state that nothing stands in recedes, and only what is not on time is named", () => {
    const marks = kinds(trust.marks(data, size(40, 5)), "text");
    expect(marks.filter((m) => m.id?.startsWith("state-")).map((m) => [m.text, m.ink])).toEqual([["按时", "t1"], ["中断", "t1"], ["陈旧", "t3"]]);
    expect(marks.filter((m) => m.id?.startsWith("source-")).map((m) => m.text)).toEqual(["第 0 路"]);
    expect(trust.sentence(data)).toBe("数据可信：4 路中 3 路按时；第 0 路中断。");
  });
  test("names are never cut: those without room are counted", () => {
    const many = { ...data, sources: Array.from({ length: 9 }, (_, n) => source(n, "stale")) };
    const marks = kinds(trust.marks(many, size(40, 5)), "text");
    const named = marks.filter((m) => m.id?.startsWith("source-")).length;
    expect(marks.at(-1)!.text).toBe(`另 ${9 - named} 路`);
    for (const mark of marks) expect(textBox(mark, {}).x + textBox(mark, {}).width).toBeLessThanOrEqual(40 * 24);
  });
  test("what has not come yet is said to be awaited, not to have never been reported, and nothing is called on time before it came", () => {
    const coming = { ...data, awaited: "正在取数 2 路" };
    expect(texts(trust.marks({ ...coming, sources: [source(1, "fresh")] }, size(40, 5)))).not.toContain(data.allOnTime);
    const marks = kinds(trust.marks(coming, size(40, 5)), "text");
    expect(marks.filter((m) => m.id === "awaited" || m.id?.startsWith("source-")).map((m) => m.text)).toEqual(["正在取数 2 路", "第 0 路"]);
    expect(trust.sentence({ ...coming, sources: [] })).toBe("数据可信：正在取数 2 路。");
  });
  test("when all are on time the line says so", () => {
    expect(texts(trust.marks({ ...data, sources: [source(1, "fresh")] }, size(40, 5)))).toContain("全部按时　最旧 第 1 路 14:00");
  });
});

describe("the ledger of topics", () => {
  const never = (i: number): ledger.LedgerRow["figure"]["truth"] => ({ indicator: `i${i}`, place: "44", value: null, observedAt: null, state: "never", quality: "good", coverage: { have: 0, of: 1, level: "county" }, tick: 1 });
  const trace: Trace = { points: [[now - 3 * HOUR, 1, false], [now - 2 * HOUR, 3, false], [now - HOUR, null, false], [now, 2, false]], from: now - 24 * HOUR, to: now, gapMs: 1.5 * HOUR };
  const topics = ["水利", "气象服务", "卫生健康", "能源保障", "应急指挥", "基层社会治理"];
  const row = (i: number, silent: boolean): ledger.LedgerRow => ({
    topic: `t${i}`, title: topics[i]!, indicator: "指标", figure: silent ? { text: "从未上报", isNumber: false, truth: never(i)! } : { text: `${i}2.5`, unit: "mm" },
    ...(!silent && { asOf: { state: "fresh", at: "14:00", coverage: i === 1 ? "118/122 县" : "" }, trace }),
  });
  const of = (rows: readonly ledger.LedgerRow[]): ledger.LedgerData => ({ rows, more: (n) => `另 ${n} 个专题`, never: "从未上报：", inAll: (n) => `等 ${n} 个专题` });
  const three = of([row(0, true), row(1, false), row(2, false)]);
  const six = of(topics.map((_, i) => row(i, i % 2 === 0)));
  const lines = (marks: readonly Mark[]): string[] => kinds(marks, "text").filter((m) => m.id?.startsWith("closing-")).map((m) => [m, ...(m.tail ?? [])].map(({ text }) => text).join(""));
  const titles = (marks: readonly Mark[]) => kinds(marks, "text").filter((m) => m.id?.endsWith(".title"));

  test("numbers stand in one column, each with its time and its day; one that never came has neither", () => {
    const marks = ledger.marks(three, size(37, 16));
    const words = kinds(marks, "text");
    expect(new Set(words.filter((m) => m.id!.endsWith(".value")).map((m) => m.x))).toHaveLength(1);
    expect(words.filter((m) => m.id!.endsWith(".at")).map((m) => m.id)).toEqual(["t1.at", "t2.at"]);
    expect(kinds(marks, "line").filter((m) => m.stroke === "obs")).toHaveLength(2);
    const boxes = words.map((m) => textBox(m, {}));
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(meets(a, b)).toBe(false)));
  });
  test("where it is wide the topics keep their order in two columns, down the first and then the second", () => {
    const at = titles(ledger.marks(six, size(76, 10.8)));
    expect(at.map((m) => m.text)).toEqual(topics);
    expect(at.map((m) => m.x)).toEqual([0, 0, 0, 39 * 24, 39 * 24, 39 * 24]);
    expect(at[0]!.y).toBe(at[3]!.y);
  });
  test("rows grow with the room, never beyond the ledger's row", () => {
    const [a, b] = titles(ledger.marks(three, size(37, 30)));
    expect(b!.y - a!.y).toBeCloseTo(3.6 * 24);
  });
  test("in a narrow column those that report come first, without their day, and those that never did are gathered in one line", () => {
    const marks = ledger.marks(six, size(28, 9.1));
    expect(titles(marks).map((m) => m.text)).toEqual(["气象服务", "能源保障", "基层社会治理"]);
    expect(lines(marks)).toEqual(["从未上报：水利 · 卫生健康 · 应急指挥"]);
    expect(kinds(marks, "line").filter((m) => m.stroke === "obs")).toEqual([]);
    const runs = kinds(marks, "text").flatMap((m) => [m, ...(m.tail ?? [])]);
    expect(runs.flatMap(({ text, truth }) => (truth?.state === "never" ? [[text, truth.indicator]] : []))).toEqual([["水利", "i0"], ["卫生健康", "i2"], ["应急指挥", "i4"]]);
  });
  test("where nothing ever came the line has the room of the rows, and breaks between names", () => {
    expect(lines(ledger.marks(of(topics.map((_, i) => row(i, true))), size(28, 9.1)))).toEqual(["从未上报：水利 · 气象服务 · 卫生健康 · 能源保障", "应急指挥 · 基层社会治理"]);
  });
  test("reporting topics without a row are counted, and of the silent those without room too", () => {
    const five = of([...topics.slice(0, 5).map((_, i) => row(i, false)), row(5, true)]);
    expect(lines(ledger.marks(five, size(28, 9.1)))).toEqual(["另 2 个专题从未上报：基层社会治理"]);
    const many = ledger.marks(of([...topics.slice(0, 3).map((_, i) => row(i, false)), ...Array.from({ length: 9 }, (_, i) => ({ ...row(5, true), topic: `n${i}` }))]), size(28, 9.1));
    expect(lines(many)).toEqual(["从未上报：基层社会治理 · 基层社会治理等 9 个专题"]);
    expect(kinds(many, "text").flatMap((m) => m.tail ?? []).filter(({ truth }) => truth?.state === "never"), "each is found there").toHaveLength(9);
  });
  test("what is awaited is not said never to have been reported", () => {
    const marks = ledger.marks(of([{ topic: "a", title: "水利", indicator: "水位", figure: { text: "··", isNumber: false } }]), size(28, 9.1));
    expect([titles(marks).length, lines(marks)]).toEqual([1, []]);
  });
  test("the sentence gives each number with its time and coverage", () => {
    expect(ledger.sentence({ ...three, rows: three.rows.slice(0, 2) })).toBe("水利：指标 从未上报；气象服务：指标 12.5mm（14:00，118/122 县）。");
  });
});

describe("the sources one by one", () => {
  const source = (title: string, state: sources.SourcesData["sources"][number]["state"], when = "14:00"): sources.SourcesData["sources"][number] => ({ id: title, title, state, coverage: "", when });
  const data: sources.SourcesData = {
    states: [{ state: "fresh", word: "按时", count: 2, figure: { text: "2" } }, { state: "down", word: "中断", count: 1, figure: { text: "1" } }, { state: "never", word: "从未上报", count: 1, figure: { text: "1" } }],
    awaited: "", allOnTime: "", sources: [source("水位", "down", "12:00"), source("停电", "never"), source("雨量", "fresh"), source("风", "fresh")], more: (n) => `另 ${n} 路`, never: "从未上报：", inAll: (n) => `等 ${n} 路`,
  };
  const words = (marks: readonly Mark[]): string[] => kinds(marks, "text").map((m) => [m, ...(m.tail ?? [])].map(({ text }) => text).join(""));
  test("each stands by name with its time, the worst first, and what never reported in the closing line", () => {
    expect(words(sources.marks(data, size(37, 15)))).toEqual(["按时2", "中断1", "从未上报1", "水位", "12:00", "雨量", "14:00", "风", "14:00", "从未上报：停电"]);
  });
  test("the bar has a part for each state as wide as its count, hollow for what never came", () => {
    const parts = kinds(sources.marks(data, size(40, 15)), "rect");
    expect(parts.map((part) => Math.round(part.x / 24))).toEqual([0, 20, 30]);
    expect(parts.map(({ fill, stroke }) => fill ?? stroke)).toEqual(["c3", "t1", "hair2"]);
    expect(parts[2]!.fill).toBeUndefined();
  });
  test("what has no row is counted before those that never reported", () => {
    expect(words(sources.marks(data, size(37, 7.4))).at(-1)).toBe("另 2 路从未上报：停电");
  });
  test("it says aloud what the two lines of trust say", () => {
    expect(sources.sentence(data)).toBe("数据可信：4 路中 2 路按时；水位中断、停电从未上报。");
  });
});

describe("under the headline", () => {
  test("facts give way to what is urgent, the last first", () => {
    const data: headline.HeadlineData = { clauses: [[{ text: "一句话" }]], second: [...["台风“彩虹”（1522）", "14级 44 m/s", "距湛江徐闻 104 km"].map((text) => ({ text: `${text}　`, givesWay: true })), { text: "最要紧：湛江市三防办指令超时 · 共 89 项未确认", strong: true }] };
    const second = (widthU: number) => {
      const mark = kinds(headline.marks(data, size(widthU, 5)), "text").find((m) => m.id === "headline-second")!;
      return [mark.text, ...(mark.tail ?? []).map((run) => run.text)].map((text) => text.trim());
    };
    expect(second(76)).toHaveLength(4);
    expect(second(48)).toEqual(["台风“彩虹”（1522）", "14级 44 m/s", "最要紧：湛江市三防办指令超时 · 共 89 项未确认"]);
  });
});

describe("words", () => {
  test("prose breaks between characters, never before closing punctuation, never to a single last character", () => {
    const lines = wrap("坡头、麻章立即组织沿海低洼地带人员转移，16:00 前清零", 200, 24, 400, {});
    expect(lines.join("").replaceAll(" ", "")).toBe("坡头、麻章立即组织沿海低洼地带人员转移，16:00前清零");
    for (const line of lines) expect(line).not.toMatch(/^[，。、；]/);
    expect(Array.from(lines.at(-1)!).length).toBeGreaterThan(1);
  });
  test("a name that is too long loses its middle, prose its end", () => {
    expect(shorten("韶关市乐昌市南雄市始兴县", 130, 24, 400, {})).toMatch(/^韶.*….*县$/);
    expect(shorten("达到台风红色预警标准", 130, 24, 400, {}, "end")).toMatch(/^达到.*…$/);
    expect(shorten("韶关", 130, 24, 400, {})).toBe("韶关");
  });
  test("a number that has no room is left out whole, never cut", () => {
    for (let width = 100; width < 400; width += 7) {
      expect(shorten("茂名 9 处达标准 · 共 1,204 项未确认", width, 24, 400, {}, "end")).not.toMatch(/1,?2?0?…/);
      expect(shorten("10级风圈内 12 县：湛江经济技术开发区 128 处", width, 24, 400, {})).not.toMatch(/(^|\D)1…|…(28|8) 处/);
    }
  });
  test("places are named as a map of many names writes them", () => {
    expect([["广州市", "city"], ["荔湾区", "county"], ["乳源瑶族自治县", "county"], ["连山壮族瑶族自治县", "county"], ["赤坎区", "county"], ["海宴镇", "town"], ["沙栏村委会", "village"]].map(([name, level]) => placeName(name!, level as "city"))).toEqual(["广州", "荔湾", "乳源", "连山", "赤坎", "海宴镇", "沙栏村委会"]);
  });
});
