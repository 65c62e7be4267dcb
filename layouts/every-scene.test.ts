import { expect, test } from "vitest";
import { THEMES } from "../themes/themes.ts";
import { drawnOnce, kindOf, specimenMarks } from "../wall/marks/kinds.ts";
import { compile, Illegible } from "./legibility.ts";
import { SCENES, WALLS } from "./shelf.ts";

const every = [...WALLS.values()].flatMap((wall) => [...SCENES.values()].map((scene) => [scene.id, wall.id, scene, wall] as const));
const panels = [...new Set([...SCENES.values()].flatMap(({ strip, focal, context, action }) => [...strip, focal, ...context, ...action].map(({ panel }) => panel)).concat("spine"))];

test.each(every)("scene %s is read from every row of room %s, in each theme", (_, __, scene, wall) => {
  const drawn = drawnOnce();
  for (const theme of Object.values(THEMES)) {
    const faults = (): readonly string[] => {
      try {
        compile(scene, wall, kindOf(theme, drawn));
        return [];
      } catch (error) {
        if (error instanceof Illegible) return error.faults;
        throw error;
      }
    };
    expect(faults(), theme.title.zh).toEqual([]);
  }
});
test.each([...SCENES.values()])("the headline of scene $id says of which numbers it speaks: no silence of them is called calm", ({ strip }) => {
  const topics = strip.flatMap(({ panel, config }) => (panel === "headline" ? [(config as { readonly topics?: readonly string[] } | undefined)?.topics ?? []] : []));
  expect(topics.map((ids) => ids.length > 0)).toEqual([true]);
});
test.each(panels)("the panel %s has a specimen by which it is judged", (panel) => {
  expect(specimenMarks(panel, { width: 1_200, height: 720, u: 24 }).flat().length).toBeGreaterThan(0);
});
