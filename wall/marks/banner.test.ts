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
  const three: banner.BannerBlock = {
    level: 2, head: "II 级响应", name: "防风 II 级　防汛 III 级　地质灾害 IV 级", briefs: ["防风 II 级　防汛 III 级　另 1 种", "防风 II 级　另 2 种"],
    notes: ["广东省 11月30日 13:32 启动", "已持续 2 时 10 分"], below: ["广东省 11月30日 13:32 启动　已持续 2 时 10 分", "广东省 11月30日 13:32 启动", "广东省　已持续 2 时 10 分", "广东省"],
  };
  const tags: banner.Tag[] = [{ text: "湛江 III 级响应", level: 3 }, { text: "战时 · 指挥" }];
  const saidAt = (widthU: number) => kinds(banner.marks({ title: "", block: three, tags }, size(widthU, 5)), "text").flatMap((mark) => [mark.text, ...(mark.tail ?? []).map(({ text }) => text)]).join("｜");
  test("with three kinds and a part's response beside it, a banner loses first its mode, then for how long, since when, and the region; the levels never", () => {
    const steps = Array.from({ length: 161 }, (_, i) => saidAt(120 - i / 2));
    const losesAt = (word: string) => steps.findIndex((said) => !said.includes(word));
    const [mode, held, since, kinds] = ["战时 · 指挥", "已持续 2 时 10 分", "11月30日 13:32 启动", "地质灾害 IV 级"].map(losesAt) as [number, number, number, number];
    expect([mode > 0, mode < held, held < since, mode < kinds]).toEqual([true, true, true, true]);
    // The kinds that have no name any more are counted.
    for (const said of steps.slice(kinds)) expect(said).toMatch(/另 [12] 种|…/);
    for (const said of steps) expect(said).toContain("II 级响应");
    // Down to the narrowest banner that a scene may have, the region stands and so does the part's level.
    for (const said of steps.filter((_, i) => 120 - i / 2 >= banner.spec.minU[0])) for (const word of ["湛江 III 级响应", "防风", "广东省"]) expect(said).toContain(word);
  });
  test("what stands behind the head is one line, or two lines one above the other; a second line never hangs under nothing", () => {
    const drill: banner.BannerBlock = { ...three, exercise: "演练", notes: [three.below![0]!, "历史台风 彩虹　60 倍速"] };
    const noResponse: banner.BannerBlock = { head: "演练", name: "历史台风 彩虹", notes: ["2015 年实录推进，不对外发送", "60 倍速"] };
    for (const block of [three, drill, noResponse])
      for (let widthU = 120; widthU >= banner.spec.minU[0]; widthU -= 0.5) {
        const marks = kinds(banner.marks({ title: "", block, tags }, size(widthU, 5)), "text");
        const middle = marks.find(({ id }) => id === "banner")!.y;
        const behind = marks.filter(({ id }) => id === "banner-name" || id?.startsWith("banner-note"));
        const off = behind.map(({ y }) => y - middle).filter((dy) => Math.abs(dy) > 0.1);
        expect([off.filter((dy) => dy < 0).length, off.filter((dy) => dy > 0).length], `${block.head} ${widthU} u: ${texts(marks).join("｜")}`).toEqual(off.length === 0 ? [0, 0] : [1, 1]);
        const boxes = marks.map((mark) => textBox(mark, {}));
        boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(meets(a, b, -0.06 * size(1, 1).u), `${block.head} ${widthU} u`).toBe(false)));
      }
  });
  test("in a drill that is partly computed 含模拟数据 never gives way, down to the narrowest banner, with however many kinds of response", () => {
    const simulated: banner.Tag = { text: "含模拟数据", notActual: true, stays: true };
    for (const block of [{ ...three, exercise: "演练" }, { head: "演练", name: "历史台风 彩虹", notes: ["2015 年实录推进，不对外发送", "60 倍速"] as const }])
      for (let widthU = 120; widthU >= banner.spec.minU[0]; widthU -= 0.5) {
        const marks = kinds(banner.marks({ title: "", block, tags: [simulated, ...tags] }, size(widthU, 5)), "text");
        const [box] = marks.filter(({ id }) => id === "banner-tags");
        expect([box!.text, marks.some(({ text }) => text.startsWith("演练"))]).toEqual(["含模拟数据", true]);
        const boxes = marks.map((mark) => textBox(mark, {}));
        boxes.forEach((a, j) => boxes.slice(j + 1).forEach((b) => expect(meets(a, b, -0.06 * size(1, 1).u), `${block.head} ${widthU} u`).toBe(false)));
      }
  });
});
