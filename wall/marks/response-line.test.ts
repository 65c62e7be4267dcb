import { describe, expect, test } from "vitest";
import { kinds, size, texts } from "../../tests/fixtures/marks.ts";
import { seen } from "./seen.ts";
import { THEMES } from "../../themes/themes.ts";
import * as line from "./response-line.ts";

const wind = { level: 3, head: "III 级响应", name: "防风" } as const;
const room = size(18, 2.25);

describe("the level on a screen that no strip crosses", () => {
  test("is one filled box of words, with its kind while that has room", () => {
    expect(kinds(line.marks({ response: wind }, room), "text")).toMatchObject([{ text: "III 级响应　防风", ink: "yellow.on", box: { fill: "yellow.fill" }, x: 0, tail: [] }]);
    expect(texts(line.marks({ response: { ...wind, name: "防风　防汛 IV 级　地质灾害" } }, room))).toEqual(["III 级响应"]);
  });
  test("of an exercise fills nothing: the word stands first, the level behind it hollow and dashed", () => {
    const [mark] = kinds(line.marks({ world: "演练", response: wind }, room), "text");
    expect(mark).toMatchObject({ text: "演练", ink: "w1", box: { fill: "bg", dashed: true } });
    expect(mark!.tail).toMatchObject([{ text: "III 级响应　防风", ink: "yellow.line", box: { fill: "bg", dashed: true } }]);
    expect(line.sentence({ world: "演练", response: wind })).toBe("演练 III 级响应，防风。");
  });
  test("says an exercise also where no response is in force, and nothing at all in peace", () => {
    expect(texts(line.marks({ world: "演练" }, room))).toEqual(["演练"]);
    expect(line.sentence({ world: "演练" })).toBe("演练。");
    expect([line.marks(null, room), line.sentence(null)]).toEqual([[], ""]);
  });
  test("stays inside its room at its fullest, and is read in every theme", () => {
    for (const theme of Object.values(THEMES)) for (const world of [undefined, "演练"]) {
      const { stretches, levels } = seen(line.marks({ ...(world && { world }), response: wind }, room), room, theme);
      for (const { x, y, width, height, contrast } of stretches) {
        expect(contrast).toBeGreaterThanOrEqual(4.5);
        expect([x >= 0, y >= 0, x + width <= room.width, y + height <= room.height]).toEqual([true, true, true, true]);
      }
      expect(levels).toEqual([{ severity: 3, told: true }]);
    }
  });
});
