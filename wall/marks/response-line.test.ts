import { describe, expect, test } from "vitest";
import { kinds, size } from "../../tests/fixtures/marks.ts";
import { seen } from "./seen.ts";
import { THEMES } from "../../themes/themes.ts";
import * as line from "./response-line.ts";

const wind = { level: 3, head: "III 级响应", name: "防风" } as const;
const [widthU, heightU] = line.spec.minU;
const room = size(widthU, heightU);
const mode = "平时";
const said = (data: line.ResponseLineData, within = room) => kinds(line.marks(data, within), "text").flatMap(({ text, tail = [] }) => [text, ...tail.map((run) => run.text)]);

describe("the level on a screen that no strip crosses", () => {
  test("is one filled box of words, with its kind while that has room", () => {
    expect(kinds(line.marks({ mode, response: wind }, room), "text")).toMatchObject([{ text: "III 级响应　防风", ink: "yellow.on", box: { fill: "yellow.fill" }, x: 0, tail: [{ text: "平时" }] }]);
    expect(said({ mode, response: { ...wind, name: "防风 III 级　防汛 IV 级　地质灾害 III 级" } })).toEqual(["III 级响应", "平时"]);
  });
  test("of an exercise fills nothing: the word stands first, the level behind it hollow and dashed", () => {
    const [mark] = kinds(line.marks({ mode, world: "演练", response: wind }, room), "text");
    expect(mark).toMatchObject({ text: "演练", ink: "w1", box: { fill: "bg", dashed: true } });
    expect(mark!.tail).toMatchObject([{ text: "III 级响应　防风", ink: "yellow.line", box: { fill: "bg", dashed: true } }, { text: "平时" }]);
    expect(line.sentence({ mode, world: "演练", response: wind })).toBe("演练 III 级响应，防风，平时。");
  });
  test("says an exercise also where no response is in force, and the mode always", () => {
    expect(said({ mode, world: "演练" })).toEqual(["演练", "平时"]);
    expect(line.sentence({ mode, world: "演练" })).toBe("演练，平时。");
    expect(said({ mode: "战时" })).toEqual(["战时"]);
    expect(line.sentence({ mode: "战时" })).toBe("战时。");
    expect(said({ mode, world: "演练", response: wind }, size(15, heightU)), "the mode goes before the level").toEqual(["演练", "III 级响应"]);
  });
  test("says that numbers are computed before all else, smaller where the room is scarce, and never leaves it out", () => {
    const world = "演练含模拟数据";
    expect([said({ mode, world }), said({ mode, world, response: wind }), said({ mode, world, response: wind }, size(13, heightU))]).toEqual([[world, mode], [world, "III 级响应", mode], [world, "III 级响应"]]);
  });
  test("that could not be fetched is said not to be known, and what holds then is still said", () => {
    expect(said({ mode, unknown: "响应未取到" })).toEqual(["响应未取到", "平时"]);
    expect(said({ mode, world: "演练", unknown: "响应未取到" })).toEqual(["演练", "响应未取到", "平时"]);
    expect(line.sentence({ mode, world: "演练", unknown: "响应未取到" })).toBe("演练，响应未取到，平时。");
  });
  test("stays inside its room at its fullest, and is read in every theme", () => {
    for (const theme of Object.values(THEMES)) for (const world of [undefined, "演练", "演练含模拟数据"]) {
      const { stretches, levels } = seen(line.marks({ mode, ...(world && { world }), response: wind }, room), room, theme);
      for (const { x, y, width, height, contrast } of stretches) {
        expect(contrast).toBeGreaterThanOrEqual(4.5);
        expect([x >= 0, y >= 0, x + width <= room.width, y + height <= room.height]).toEqual([true, true, true, true]);
      }
      expect(levels).toEqual([{ severity: 3, told: true }]);
    }
  });
});
