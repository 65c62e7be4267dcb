import { describe, expect, test } from "vitest";
import { kinds, size, texts } from "../../tests/fixtures/marks.ts";
import * as banner from "./banner.ts";
import { meets } from "./labels.ts";
import type { RectMark } from "./mark.ts";
import { textBox } from "./words.ts";

describe("the banner", () => {
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
  test("a response in a part of the province is a filled tag that says its level in words", () => {
    const [tags] = kinds(banner.marks({ title: "广东省域治理态势", tags: [{ text: "湛江 II 级响应", level: 2 }, { text: "平时 · 值守" }] }, size(80, 5)), "text").filter(({ id }) => id === "banner-tags");
    expect(tags).toMatchObject({ text: "湛江 II 级响应", ink: "orange.on", box: { fill: "orange.fill" }, tail: [{ text: "平时 · 值守" }] });
  });
  test("a response of a drill is never filled: the word says so first, level box and edges are hollow or striped in its ink", () => {
    const marks = banner.marks({ title: "", block: { level: 1, exercise: "演练", head: "I 级响应", name: "防台风", notes: ["18日 20:00 启动", "60 倍速"] }, tags: [{ text: "湛江 II 级响应", level: 2, notActual: true }] }, size(80, 5));
    expect(kinds(marks, "rect").map(({ fill, texture }) => [fill, texture])).toEqual([["w3", undefined], ["red.line", "dense"], ["red.line", "dense"]]);
    const [head, level, tag] = ["banner", "banner-level", "banner-tags"].map((id) => kinds(marks, "text").find((mark) => mark.id === id));
    expect([head, level]).toMatchObject([{ text: "演练", ink: "w1" }, { text: "I 级响应", ink: "red.line", box: { fill: "bg", dashed: true } }]);
    expect(head!.x).toBeLessThan(level!.x);
    expect(tag).toMatchObject({ ink: "orange.line", box: { fill: "bg", dashed: true } });
  });
  test("a narrow banner keeps its name and lets its notes go", () => {
    const marks = banner.marks({ title: "", block: { head: "演练", name: "历史台风 彩虹", notes: ["2015 年实录推进，不对外发送", "60 倍速"] }, tags: [{ text: "平时 · 值守" }] }, size(36, 5));
    expect(texts(marks)).toContain("历史台风 彩虹");
    expect(kinds(marks, "text").filter((m) => m.id?.startsWith("banner-note"))).toEqual([]);
  });
});
