import { expect, test } from "vitest";
import { handover, UNREAD } from "../tests/fixtures/composed-scenes.ts";
import { THEMES } from "../themes/themes.ts";
import { drawnOnce, kindOf } from "../wall/marks/kinds.ts";
import { judge } from "./judge.ts";
import { WALLS } from "./shelf.ts";

const drawn = drawnOnce();
const themes = Object.values(THEMES).map((theme) => ({ id: theme.id, kindOf: kindOf(theme, drawn) }));
const walls = [...WALLS.values()];

test("a scene that every row of every room reads has no fault", () => {
  expect(judge(handover, walls, themes)).toEqual([]);
});
test.each(UNREAD)("%s is found, with the wall, the place, what was expected and what mends it", (_, over, says) => {
  const faults = judge({ ...handover, ...over }, walls, themes);
  expect(faults.map(({ wall, place, found, expected, mend }) => `wall "${wall}", ${place}: ${found}; ${expected}. ${mend}`).join("\n")).toMatch(says);
  for (const fault of faults) expect(Object.values(fault).every((words) => words.trim() !== "")).toBe(true);
  // Once per wall, whatever the number of themes.
  expect(new Set(faults.map((fault) => JSON.stringify(fault))).size).toBe(faults.length);
});
