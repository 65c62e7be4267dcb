import { expect, test } from "vitest";
import { sizeOf } from "../wall/marks/kinds.ts";
import { columnsOf } from "./cells.ts";
import { common, screenOf, setPicture } from "./picture.ts";
import { SCENES, WALLS, findScene, findWall } from "./shelf.ts";
import { stripEnd } from "./strip.ts";
import { typeset } from "./typeset.ts";

const every = [...WALLS.values()].flatMap((wall) => [...SCENES.values()].map((scene) => [scene.id, wall.id, scene, wall] as const));
test.each(every)("the strip of scene %s in room %s ends below all of its lines and above every other panel, on every screen of the top row", (_, __, scene, wall) => {
  const panels = typeset(scene, wall, sizeOf);
  for (const surface of wall.surfaces)
    for (const [top, ...lower] of columnsOf(surface)) {
      const here = panels.filter((p) => p.surface === surface.id);
      const end = stripEnd(here, top!)!;
      expect(here.filter((p) => p.inStrip).every(({ y, height }) => y + height <= end)).toBe(true);
      for (const p of here.filter((each) => !each.inStrip && common(each, top!))) expect([p.slot, p.y >= end]).toEqual([p.slot, true]);
      expect(lower.map((screen) => stripEnd(here, screen))).toEqual(lower.map(() => null));
    }
});
test("on narrow glass the headline is the second line of the strip, and the strip ends below it", () => {
  const wall = findWall("live");
  const panels = typeset(findScene("storm"), wall, sizeOf);
  const headline = panels.find(({ panel }) => panel === "headline")!;
  expect(headline.y).toBeGreaterThan(0);
  expect(stripEnd(panels, screenOf(wall.displays[0]!))).toBe(headline.y + headline.height);
});
test("a part that was taken on lower screens has a strip of its own there", () => {
  const wall = findWall("lcd-4x4");
  const lower = wall.displays.slice(wall.displays.length / 2);
  const focus = { situation: "live", region: "44" };
  const [rest, part] = setPicture({ scene: "overview", focus, mode: "routine", theme: "graphite", parts: [{ area: lower.map(({ n }) => n), scene: "storm", focus }] }, wall, (scene, room) => typeset(findScene(scene), room, sizeOf));
  const first = screenOf(lower[0]!);
  expect(first.y).toBeGreaterThan(0);
  expect([stripEnd(rest!.panels, first), stripEnd(part!.panels, first)]).toEqual([null, 5 * wall.surfaces[0]!.u]);
});
