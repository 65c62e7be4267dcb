import { describe, expect, test } from "vitest";
import { kinds, size, texts } from "../../tests/fixtures/marks.ts";
import * as tag from "./response-tag.ts";

const wind: tag.ResponseTagData & tag.ResponseTag = { mode: "战时", level: 3, head: "III 级响应", name: "防风" };

describe("the level on a display without a banner", () => {
  test("is filled with the level's ink and says it in words, at the height of the banner's block", () => {
    const marks = tag.marks(wind, size(9, 5));
    expect(kinds(marks, "rect")).toMatchObject([{ fill: "yellow.fill", y: 0.6 * 24, height: 3.9 * 24 }]);
    expect(texts(marks)).toEqual(["III 级响应", "战时　防风"]);
  });
  test("of an exercise fills nothing: the word stands first, the level in its line ink on the darkest ground, dashed", () => {
    const marks = tag.marks({ ...wind, exercise: "演练" }, size(9, 5));
    expect(kinds(marks, "rect")).toMatchObject([{ fill: "bg", stroke: "yellow.line", dash: expect.anything() }]);
    const [level, word] = kinds(marks, "text");
    expect([level, word]).toMatchObject([{ text: "III 级响应", ink: "yellow.line" }, { text: "演练　战时", ink: "w1" }]);
    expect(word!.y).toBeLessThan(level!.y);
    expect(tag.sentence({ ...wind, exercise: "演练" })).toBe("演练 III 级响应，防风，战时。");
  });
  test("says in an exercise that numbers are computed, in place of the bare word, whatever else goes", () => {
    const simulated = "演练含模拟数据";
    const [level, word] = kinds(tag.marks({ ...wind, exercise: "演练", simulated }, size(9, 5)), "text");
    expect([level, word]).toMatchObject([{ text: "III 级响应" }, { text: simulated, ink: "w1", sizePx: 24 }]);
    const alone = tag.marks({ mode: "平时", simulated }, size(9, 5));
    expect(kinds(alone, "rect")).toMatchObject([{ stroke: "w2", dash: expect.anything() }]);
    expect(kinds(alone, "text")).toMatchObject([{ text: simulated, ink: "w1" }, { text: "平时", ink: "t1" }]);
    expect(kinds(tag.marks({ mode: "平时", simulated: "模拟数据" }, size(9, 5)), "text")).toMatchObject([{ text: "模拟数据", sizePx: 1.2 * 24 }, { text: "平时" }]);
    expect(texts(tag.marks({ mode: "平时", simulated, unknown: "响应未取到" }, size(9, 5))), "the mode alone would be read as no response").toEqual([simulated, "响应未取到"]);
    expect([tag.sentence({ ...wind, exercise: "演练", simulated }), tag.sentence({ mode: "平时", simulated })]).toEqual(["演练含模拟数据 III 级响应，防风，战时。", "演练含模拟数据，平时。"]);
  });
  test("ends at the right edge whatever its room, and several kinds leave the level and the mode", () => {
    const marks = tag.marks({ ...wind, name: "防风 III 级　防汛 IV 级　地质灾害 III 级" }, size(44, 5));
    const [rect] = kinds(marks, "rect");
    expect(rect!.x + rect!.width).toBeCloseTo(44 * 24);
    expect(texts(marks)).toEqual(["III 级响应", "战时"]);
  });
  test("that could not be fetched is said not to be known, beside the mode, in no level's ink", () => {
    const unknown = { mode: "平时", unknown: "响应未取到" };
    expect(texts(tag.marks(unknown, size(9, 5)))).toEqual(["响应未取到", "平时"]);
    expect(kinds(tag.marks(unknown, size(9, 5)), "rect")).toMatchObject([{ stroke: "hair2", dash: expect.anything() }]);
    expect(tag.sentence(unknown)).toBe("响应未取到，平时。");
  });
  test("says the mode alone while no response is in force, at the right edge", () => {
    expect(kinds(tag.marks({ mode: "平时" }, size(9, 5)), "text")).toMatchObject([{ text: "平时", x: 9 * 24, anchor: "end", box: { stroke: "hair2" } }]);
    expect(tag.sentence({ mode: "平时" })).toBe("平时。");
  });
});
