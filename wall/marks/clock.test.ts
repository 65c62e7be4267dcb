import { describe, expect, test } from "vitest";
import { kinds, now, size } from "../../tests/fixtures/marks.ts";
import * as clock from "./clock.ts";
import { meets } from "./labels.ts";
import { textBox } from "./words.ts";

describe("the clock", () => {
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
});
