import { describe, expect, test } from "vitest";
import { HOUR, parseTime } from "../../model/time.ts";
import { kinds, now, size, texts } from "../../tests/fixtures/marks.ts";
import * as spine from "./spine.ts";
import { meets } from "./labels.ts";
import { textBox } from "./words.ts";

describe("words on the line of time", () => {
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
  test("no hour of the axis runs into the frame of a drill at a display's edge, wherever the line is cut", () => {
    for (let minutes = 0; minutes < 240; minutes += 7) {
      const from = now - 10 * HOUR + minutes * 60_000;
      const hours = kinds(spine.marks({ from, to: from + 13 * HOUR, now, marks: [] }, size(76, 6.5)), "text").filter((m) => m.role === "axis");
      expect(hours.length).toBeGreaterThan(2);
      for (const box of hours.map((m) => textBox(m, {}))) expect([box.x >= 0.6 * 24 - 1e-9, box.x + box.width <= (76 - 0.6) * 24 + 1e-9]).toEqual([true, true]);
    }
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
  test("on the line of a display that is cut off the moment at which its picture stands is where now was, in grey, and so is the highest number", () => {
    const line = (stands?: readonly string[]) => kinds(spine.marks({ from: now - 60 * HOUR, to: now + 60 * HOUR, now, marks: [], series: [[now - 24 * HOUR, 69]], seriesMax: 69, seriesEveryMs: 24 * HOUR, mostWord: "最多", ...(stands && { stands }) }, size(76, 6.5)), "text").filter(({ text }) => /现在|最多|停/.test(text)).map(({ text, ink }) => `${text} ${ink}`);
    expect(line()).toEqual(["最多 69 t1", "现在 t1"]);
    expect(line(["画面停在 13:20", "13:20"])).toEqual(["最多 69 t3", "画面停在 13:20 t3"]);
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
