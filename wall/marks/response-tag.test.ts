import { describe, expect, test } from "vitest";
import { kinds, size, texts } from "../../tests/fixtures/marks.ts";
import * as tag from "./response-tag.ts";

const wind: tag.ResponseTagData = { level: 3, head: "III 级响应", name: "防风" };

describe("the level on a display without a banner", () => {
  test("is filled with the level's ink and says it in words, at the height of the banner's block", () => {
    const marks = tag.marks(wind, size(9, 5));
    expect(kinds(marks, "rect")).toMatchObject([{ fill: "yellow.fill", y: 0.6 * 24, height: 3.9 * 24 }]);
    expect(texts(marks)).toEqual(["III 级响应", "防风"]);
  });
  test("of an exercise fills nothing: the word stands first, the level in its line ink on the darkest ground, dashed", () => {
    const marks = tag.marks({ ...wind, exercise: "演练" }, size(9, 5));
    expect(kinds(marks, "rect")).toMatchObject([{ fill: "bg", stroke: "yellow.line", dash: expect.anything() }]);
    const [level, word] = kinds(marks, "text");
    expect([level, word]).toMatchObject([{ text: "III 级响应", ink: "yellow.line" }, { text: "演练", ink: "w1" }]);
    expect(word!.y).toBeLessThan(level!.y);
    expect(tag.sentence({ ...wind, exercise: "演练" })).toBe("演练 III 级响应，防风。");
  });
  test("ends at the right edge whatever its room, and several kinds leave the level alone", () => {
    const marks = tag.marks({ ...wind, name: "防风　防汛 IV 级　地质灾害" }, size(44, 5));
    const [rect] = kinds(marks, "rect");
    expect(rect!.x + rect!.width).toBeCloseTo(44 * 24);
    expect(texts(marks)).toEqual(["III 级响应"]);
  });
  test("is not there while no response is in force", () => {
    expect(tag.marks(null, size(9, 5))).toEqual([]);
    expect(tag.sentence(null)).toBe("");
  });
});
