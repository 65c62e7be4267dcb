import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOUR, MINUTE, parseTime } from "../../model/time.ts";
import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";
import { levelInk } from "../../themes/level.ts";
import { badgeBox } from "./badge.ts";
import { meets, type LabelBox } from "./labels.ts";
import type { BadgeMark, Mark, Size, TextMark } from "./mark.ts";
import { marks, sentence, type SpineData, type SpineMark, type SpinePhase } from "./spine.ts";
import { textBox } from "./words.ts";

const u = 24;
const EDGE = 0.4 * u;
const NOW = parseTime("2015-10-04T14:10:00+08:00")!;
const size = (wu: number): Size => ({ width: wu * u, height: 6.5 * u, u });
const kinds = <K extends Mark["kind"]>(all: readonly Mark[], kind: K) => all.filter((m): m is Extract<Mark, { kind: K }> => m.kind === kind);
const badges = (all: readonly Mark[]): BadgeMark[] => kinds(all, "badge");
const words = (all: readonly Mark[]): TextMark[] => kinds(all, "text").filter(({ role, text }) => role !== "axis" && text !== "现在");
/** Levels that rose one after the other, each so many minutes before now. */
const risen = (steps: readonly (readonly [Severity, number])[], exactly = NOW): SpinePhase[] =>
  steps.map(([severity, minutes], i) => ({ from: exactly - minutes * MINUTE, to: exactly - (steps[i + 1]?.[1] ?? 0) * MINUTE, label: "", severity, issued: false }));
const found = (id: string, minutes: number, severity: Severity, places: readonly string[]): SpineMark => ({ id, at: NOW - minutes * MINUTE, severity, issued: false, weight: 6 - severity, places, label: places.length === 1 ? "湛江徐闻研判" : `${places.length} 处研判` });
const line = (over: Partial<SpineData>): SpineData => ({ from: NOW - 15 * HOUR, to: NOW + 27 * HOUR, now: NOW, marks: [], levelsWord: (n) => `等 ${n} 档`, ...over });

describe("levels on the line of time", () => {
  test("levels that rose within a minute are one shape, the gravest, with how many they are", () => {
    const data = line({ phases: risen([[4, 122], [3, 121], [2, 120]]) });
    const all = marks(data, size(76));
    expect(badges(all).map(({ severity }) => severity)).toEqual([2]);
    expect(words(all).map(({ text }) => text)).toEqual(["等 3 档"]);
    expect(sentence(data)).toBe("系统研判：12:08 起蓝色、12:09 起黄色、12:10 起橙色；此后没有已知时刻。");
  });
  test("levels hours apart have a shape each, where they begin", () => {
    const all = marks(line({ phases: risen([[4, 600], [2, 120]]) }), size(76));
    expect(badges(all).map(({ severity }) => severity)).toEqual([4, 2]);
    expect(words(all)).toEqual([]);
  });
  test("a level that began this minute, even since the last step of the line of now, stands before it", () => {
    for (const began of [0, 1, -3]) {
      const exactly = NOW + 4 * MINUTE;
      const all = marks(line({ exactly, phases: [{ from: NOW - began * MINUTE, to: exactly, label: "", severity: 3, issued: false }] }), size(76));
      const [shape] = badges(all);
      const now = ((15 / 42) * 76 * u);
      expect(badgeBox(shape!).x + badgeBox(shape!).width).toBeLessThan(now);
      for (const { points } of kinds(all, "line").filter(({ stroke }) => stroke === "yellow.line")) for (const [px] of points) expect(px).toBeLessThanOrEqual(now);
    }
  });
  test("at the edge between two displays the shape stands whole on one of them", () => {
    const phases = risen([[4, 300]]);
    const begins = NOW - 300 * MINUTE;
    for (const [from, to] of [[begins - 10 * HOUR, begins + MINUTE], [begins - MINUTE, begins + 10 * HOUR]] as const) {
      const [shape] = badges(marks(line({ from, to, phases }), size(76)));
      const box = badgeBox(shape!);
      expect(box.x).toBeGreaterThanOrEqual(EDGE);
      expect(box.x + box.width).toBeLessThanOrEqual(76 * u - EDGE);
    }
  });
  test("what began before the line has its shape where the line begins, and is told with its own time", () => {
    const data = line({ first: true, phases: risen([[4, 16 * 60]]) });
    expect(badgeBox(badges(marks(data, size(76)))[0]!).x).toBeLessThan(0.2 * u);
    expect(sentence(data)).toMatch(/^系统研判：昨日 22:10 起蓝色；/);
  });
});

describe("levels that fell", () => {
  const phase = (severity: Severity, from: number, to: number): SpinePhase => ({ from: NOW - from * MINUTE, to: NOW - to * MINUTE, label: "", severity, issued: false });
  const strokes = (all: readonly Mark[], stroke: string) => kinds(all, "line").filter((mark) => mark.stroke === stroke);
  test("a milder level that follows a short graver one has its own shape beside it, and its line", () => {
    const all = marks(line({ phases: [phase(3, 600, 590), phase(4, 590, 0)] }), size(76));
    expect(badges(all).map(({ severity }) => severity)).toEqual([3, 4]);
    expect(strokes(all, "blue.line").length).toBeGreaterThan(0);
    expect(words(all)).toEqual([]);
  });
  test("one that lasted too short for its own shape is counted with the graver", () => {
    const all = marks(line({ phases: [phase(3, 600, 590), phase(4, 590, 580)] }), size(76));
    expect([badges(all).map(({ severity }) => severity), words(all).map(({ text }) => text)]).toEqual([[3], ["等 2 档"]]);
  });
  test("a level that stood again soon after is one shape without a count, and between the two there is no line", () => {
    const all = marks(line({ phases: [phase(4, 600, 590), phase(4, 500, 0), phase(4, 640, 630)] }), size(76));
    expect(words(all)).toEqual([]);
    const x = (minutes: number) => ((15 * 60 - minutes) / (42 * 60)) * 76 * u;
    for (const { points: [a, b] } of strokes(all, "blue.line")) expect(b![0] <= x(590) + 1 || a![0] >= x(500) - 1).toBe(true);
  });
  test("the sentence says until when a level stood that none followed", () => {
    expect(sentence(line({ phases: [phase(3, 120, 90), phase(4, 60, 0)] }))).toBe("系统研判：12:10 至 12:40 黄色、13:10 起蓝色；此后没有已知时刻。");
  });
});

describe("findings on the line of time", () => {
  test("those that would touch and have no room are told together, each place once at a level, with the count of each level", () => {
    const all = marks(line({ marks: [found("a", 60, 4, ["p1", "p2", "p3"]), found("b", 60, 2, ["p3", "p4"]), found("c", 59, 3, ["p5"]), found("d", 59, 4, ["p1", "p6"]), found("e", 58, 4, ["p7"])] }), size(76));
    const told = words(all).map(({ text }) => text).sort();
    expect(told).toEqual(["13:10–13:12 橙 2 蓝 5 处研判", "13:11 湛江徐闻研判"]);
    expect(new Set(badges(all).map(({ severity }) => severity))).toEqual(new Set([2, 3]));
  });
  test("what came within minutes at two levels is one row with the count of each, never two under one shape", () => {
    const live = { from: NOW - 24 * HOUR, to: NOW + 24 * HOUR };
    const burst = [found("a", 1, 2, ["p1"]), found("b", 1, 2, ["p2"]), found("c", 1, 3, ["p3", "p4"]), found("d", 0, 3, ["p1"])];
    for (const marksOfBurst of [burst, [...burst].reverse()]) {
      const all = marks(line({ ...live, marks: marksOfBurst }), size(76));
      expect(words(all).map(({ text }) => text)).toEqual(["14:09–14:10 橙 2 黄 3 处研判"]);
      expect(badges(all).map(({ severity }) => severity)).toEqual([2]);
    }
  });
  test("what came over hours says from when to when, and what came in one minute that minute alone", () => {
    const told = (...all: SpineMark[]) => words(marks(line({ marks: all }), size(76))).map(({ text }) => text);
    expect(told({ ...found("a", 240, 2, ["p1", "p2"]), lastAt: NOW - 195 * MINUTE })).toEqual(["10:10–10:55 2 处研判"]);
    expect(told({ ...found("a", 240, 2, ["p1", "p2"]), lastAt: NOW - 240 * MINUTE + 20_000 })).toEqual(["10:10 2 处研判"]);
    // Those that have no room by themselves are one flag from the first to the last.
    const close = Array.from({ length: 14 }, (_, i) => found(String(i), 240 - 4 * i, 2, [`a${i}`, `b${i}`]));
    for (const text of told(...close)) expect(text).toMatch(/^\d\d:\d\d(–\d\d:\d\d)? \d+ 处研判$/);
    expect(told(...close).some((text) => text.includes("–"))).toBe(true);
  });
  test("words have their ground where the series runs behind them, and none where it does not", () => {
    const grounds = (series: SpineData["series"]) => kinds(marks(line({ marks: [found("a", 60, 2, ["p1", "p2"])], ...(series && { series, seriesMax: 10 }) }), size(76)), "rect").filter(({ fill }) => fill === "bg");
    const [ground, ...others] = grounds([[NOW - 10 * HOUR, 4], [NOW, 10]]);
    expect(others).toEqual([]);
    const [flag] = words(marks(line({ marks: [found("a", 60, 2, ["p1", "p2"])] }), size(76)));
    const box = textBox(flag!, size(76));
    expect([ground!.x <= box.x, ground!.x + ground!.width >= box.x + box.width - 1, ground!.y <= box.y + 0.3 * u, ground!.y + ground!.height >= box.y + box.height - 0.3 * u]).toEqual([true, true, true, true]);
    expect(grounds(undefined)).toEqual([]);
    expect(grounds([[NOW - 14 * HOUR, 4], [NOW - 13 * HOUR, 10]])).toEqual([]);
  });
  test("far from each other they are told apart, and one that has room is left alone", () => {
    const all = marks(line({ marks: [found("a", 400, 4, ["p1", "p2"]), found("b", 60, 2, ["p3", "p4"])] }), size(76));
    expect(words(all).map(({ text }) => text)).toEqual(["13:10 2 处研判", "07:30 2 处研判"]);
  });
});

/** Levels one after the other, up and down, with or without a time between them. */
const fallen = fc.array(fc.tuple(fc.constantFrom<Severity>(1, 2, 3, 4), fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 100 })), { maxLength: 12 }).map((steps): SpinePhase[] => {
  let at = NOW;
  return steps.flatMap(([severity, long, apart], i) => {
    const to = at - apart * MINUTE;
    at = to - long * MINUTE;
    return steps[i - 1]?.[0] === severity && apart === 0 ? [] : [{ from: at, to, label: "", severity, issued: false }];
  }).reverse();
});
test("however levels rise and fall: no shapes overlap, none crosses now or an edge, and no line of a level reaches where it did not stand", () => {
  fc.assert(fc.property(fallen, fc.integer({ min: 46, max: 120 }), (phases, widthU) => {
    const room = size(widthU);
    const all = marks(line({ phases }), room);
    const boxes = [...badges(all).map((mark) => badgeBox(mark)), ...words(all).map((mark) => textBox(mark, room))];
    const x = (at: number) => ((at - (NOW - 15 * HOUR)) / (42 * HOUR)) * room.width;
    for (const [i, box] of boxes.entries()) {
      expect([box.x >= EDGE - 0.5, box.x + box.width <= x(NOW)]).toEqual([true, true]);
      expect(boxes.slice(i + 1).filter((other) => meets(box, other, -0.01))).toEqual([]);
    }
    for (const { points: [a, b], stroke } of kinds(all, "line").filter(({ stroke: ink }) => ink?.endsWith(".line")))
      expect(phases.some(({ severity, from, to }) => stroke === levelInk(severity!, "line") && x(from) <= a![0] + 0.01 && b![0] <= x(to) + 0.01)).toBe(true);
  }), { numRuns: 300 });
});

const severities = fc.uniqueArray(fc.constantFrom<Severity>(1, 2, 3, 4), { minLength: 0, maxLength: 4 }).map((some) => some.sort((a, b) => b - a));
const storms = fc.record({
  levels: severities.chain((some) => fc.tuple(...some.map((severity) => fc.tuple(fc.constant(severity), fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 20 * 60 })))))),
  findings: fc.array(fc.tuple(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 15 * 60 })), fc.constantFrom<Severity>(1, 2, 3, 4), fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 })), { maxLength: 12 }),
  others: fc.array(fc.tuple(fc.integer({ min: -900, max: 1600 }), fc.integer({ min: 0, max: 5 })), { maxLength: 8 }),
  window: fc.option(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 60, max: 900 }))),
  behind: fc.integer({ min: 0, max: 4 }),
  /** Where this display's part begins, minutes before now, and how long it is. */
  part: fc.oneof(fc.constant([15 * 60, 42 * 60] as const), fc.tuple(fc.integer({ min: -20, max: 15 * 60 }), fc.integer({ min: 10 * 60, max: 16 * 60 }))),
  widthU: fc.integer({ min: 46, max: 120 }),
});

test("whatever a storm brings: no two boxes overlap, none crosses now or an edge, and nothing is lost from counts and sentence", () => {
  fc.assert(fc.property(storms, ({ levels, findings, others, window, behind, part: [before, long], widthU }) => {
    const exactly = NOW + behind * MINUTE;
    const rising = [...levels].map(([, minutes]) => minutes).sort((a, b) => b - a);
    const phases = risen(levels.map(([severity], i) => [severity, rising[i]!] as const), exactly).filter(({ from, to }) => from < to || to === exactly);
    const from = NOW - before * MINUTE;
    const data = line({
      from, to: from + long * MINUTE, exactly,
      phases: [...phases, ...(window ? [{ from: NOW + window[0] * MINUTE, to: NOW + (window[0] + window[1]) * MINUTE, label: "10级风先后到 12 县", notActual: true }] : [])],
      marks: [...findings.map(([minutes, severity, places], i) => found(`f${i}`, minutes, severity, places.map(String))), ...others.map(([minutes, weight], i) => ({ id: `o${i}`, at: NOW + minutes * MINUTE, label: minutes > 0 ? "10级风到茂名电白" : "令 湛江消防", weight, notActual: minutes > 0 }))],
    });
    const room = size(widthU);
    const all = marks(data, room);
    const boxes: { readonly what: string; readonly box: LabelBox }[] = [
      ...badges(all).map((mark) => ({ what: SEVERITY_WORDS[mark.severity].zh, box: badgeBox(mark) })), ...words(all).map((mark) => ({ what: mark.text, box: textBox(mark, room) })),
    ];
    const now = ((NOW - from) / (long * MINUTE)) * room.width;
    for (const [i, { what, box }] of boxes.entries()) {
      expect(box.x, what).toBeGreaterThanOrEqual(EDGE - 0.5);
      expect(box.x + box.width, what).toBeLessThanOrEqual(room.width - EDGE + 0.5);
      expect(now <= box.x || now >= box.x + box.width, `${what} crosses now`).toBe(true);
      expect(boxes.slice(i + 1).filter((other) => meets(box, other.box, -0.01)).map((other) => `${what} meets ${other.what}`)).toEqual([]);
    }
    // Levels: in the sentence each, on the glass each by its shape or in the count of a graver one beside it.
    for (const { severity } of phases) expect(sentence(data)).toContain(SEVERITY_WORDS[severity!].zh);
    const seen = phases.filter((phase) => Math.min(phase.to, NOW) > from && phase.from < Math.min(NOW, data.to));
    const shapes = badges(all).filter(({ cy }) => cy < u);
    const counted = words(all).reduce((sum, { text }) => sum + Number(/^等 (\d) 档$/.exec(text)?.[1] ?? 1) - 1, 0);
    if (shapes.length > 0 && Math.min(now < 0 ? -Infinity : now, room.width) > 8 * u) expect(shapes.length + counted).toBeGreaterThanOrEqual(seen.length);
    // Findings: each has a tick, whoever tells of it.
    const here = data.marks.filter(({ at }) => at >= data.from && at < data.to).length;
    const foot = room.height - 1.9 * u;
    expect(kinds(all, "line").filter(({ points: [a, b], stroke, dash }) => a![0] === b![0] && b![1] === foot && stroke !== "focus" && !(dash && a![1] < 1.2 * u)).length).toBeGreaterThanOrEqual(here);
  }), { numRuns: 400 });
});

describe("the moment that people look at", () => {
  const looked = { at: NOW - 9 * HOUR, words: "所看时刻 05:10" };
  const block = (all: readonly Mark[]) => words(all).filter(({ box }) => box?.fill === "focus");
  test("is a line in the ink of the focus with its words in an inverse block; no other word meets it", () => {
    const flags = Array.from({ length: 9 }, (_, i) => found(`f${i}`, 60 * (6 + i) - 5, 3, [`p${i}`]));
    const all = marks(line({ marks: flags, looked }), size(120));
    expect(block(all).map(({ text, ink }) => [text, ink])).toEqual([["所看时刻 05:10", "bg"]]);
    expect(kinds(all, "line").filter(({ stroke, points }) => stroke === "focus" && points[0]![0] < 30 * u)).toHaveLength(1);
    const box = textBox(block(all)[0]!, {});
    for (const word of words(all)) if (word !== block(all)[0]) expect(meets(box, textBox(word, {}), 0), word.text).toBe(false);
  });
  test("at now, or so near that its words would meet that line, they stand beside it, whatever else has happened there", () => {
    const flags = Array.from({ length: 4 }, (_, i) => found(`f${i}`, i * 3, 3, [`p${i}`]));
    for (const minutes of [0, 1, 5, 10, 20, 40]) {
      const all = marks(line({ marks: flags, looked: { at: NOW - minutes * MINUTE, words: "所看时刻 14:09" } }), size(120));
      expect([minutes, block(all).length]).toEqual([minutes, 1]);
      const box = textBox(block(all)[0]!, {});
      const nowPx = kinds(all, "line").find(({ stroke, points: [top] }) => stroke === "focus" && top![1] === 0)?.points[0]![0];
      expect(nowPx).toBeGreaterThan(0);
      expect([minutes, box.x > nowPx! || box.x + box.width < nowPx!]).toEqual([minutes, true]);
      for (const word of words(all)) if (word !== block(all)[0]) expect(meets(box, textBox(word, {}), 0), word.text).toBe(false);
    }
  });
  test("on a part of the line in which it does not lie it is not drawn, and beyond the line only a word stands at the edge", () => {
    expect(block(marks(line({ from: NOW, looked }), size(120)))).toEqual([]);
    const before = marks(line({ looked: { ...looked, at: NOW - 40 * HOUR, beyond: "before" } }), size(120));
    expect(block(before).map(({ text, x }) => [text, x < 2 * u])).toEqual([["← 所看时刻 05:10", true]]);
    expect(kinds(before, "line").filter(({ stroke }) => stroke === "focus")).toHaveLength(1);
    const after = block(marks(line({ looked: { ...looked, at: NOW + 40 * HOUR, beyond: "after" } }), size(120)));
    expect(after.map((mark) => [mark.text, textBox(mark, {}).x + textBox(mark, {}).width > 118 * u])).toEqual([["所看时刻 05:10 →", true]]);
  });
});

test("a series' value that has no other beside it is seen, where it was", () => {
  const areas = (points: SpineData["series"]) => kinds(marks(line({ series: points! }), size(76)), "area");
  const [lone, ...more] = areas([[NOW - HOUR, null], [NOW, 5], [NOW + HOUR, null]]);
  expect(more).toEqual([]);
  const xs = lone!.rings[0]!.map(([x]) => x);
  const now = (15 / 42) * size(76).width;
  expect(Math.min(...xs)).toBeLessThan(now);
  expect(Math.max(...xs)).toBeGreaterThan(now);
  expect(areas([[NOW, null]])).toEqual([]);
});
