import { describe, expect, test } from "vitest";
import type { Area, Picture } from "../model/wall.ts";
import { sizeOf } from "../wall/marks/kinds.ts";
import { common, piecesOn, setPicture } from "./picture.ts";
import { findScene, findWall, WALLS } from "./shelf.ts";
import { typeset } from "./typeset.ts";

const focus = { situation: "live", region: "44" };
const picture = (...areas: readonly Area[]): Picture => ({
  scene: "overview", focus, mode: "routine", theme: "graphite",
  parts: areas.map((area, i) => ({ area, scene: "storm", focus: { situation: `drill-${i + 1}`, region: "4401" } })),
});
const set = (wall: string, ...areas: readonly Area[]) => setPicture(picture(...areas), findWall(wall), (scene, room) => typeset(findScene(scene), room, sizeOf));
const covered = (wall: string, ...areas: readonly Area[]) => set(wall, ...areas).map(({ covers }) => [...covers.values()].map(({ x, y, width, height }) => [x, y, width, height]));

describe("a picture on a wall", () => {
  test("of one piece is the scene as it is set", () => {
    for (const wall of WALLS.values()) {
      const [whole, ...others] = set(wall.id);
      expect([whole!.panels, others]).toEqual([typeset(findScene("overview"), wall, sizeOf), []]);
    }
  });
  test("half of it looks elsewhere, and both halves are set anew for their glass", () => {
    expect(covered("led-5760", "right")).toEqual([[[0, 0, 2880, 1620]], [[2880, 0, 2880, 1620]]]);
    const [rest, part] = set("led-5760", "right");
    expect([rest!.scene, rest!.focus.situation, part!.scene, part!.focus.situation]).toEqual(["overview", "live", "storm", "drill-1"]);
    expect(rest!.panels.every((p) => p.x + p.width <= 2880)).toBe(true);
    expect(part!.panels.every((p) => p.x >= 2880)).toBe(true);
    expect(part!.panels.map((p) => p.panel)).toContain("map");
  });
  test("halves of several screens meet between two of them", () => {
    expect(covered("main", "right")).toEqual([[[0, 0, 3840, 1080]], [[3840, 0, 1920, 1080]]]);
    expect(covered("lcd-4x2", "left")[1]![0]![2]).toBe(findWall("lcd-4x2").displays[2]!.xPx);
  });
  test("both halves taken leave nothing of the rest", () => {
    expect(set("led-5760", "left", "right").map(({ focus: { situation } }) => situation)).toEqual(["drill-1", "drill-2"]);
  });
  test("a display at the side is taken, and the rest moves together", () => {
    expect(covered("main", [3])).toEqual([[[0, 0, 3840, 1080]], [[3840, 0, 1920, 1080]]]);
    expect(covered("main", [1, 2])).toEqual([[[3840, 0, 1920, 1080]], [[0, 0, 3840, 1080]]]);
  });
  test("a display in the middle is taken, and the others stay as they were", () => {
    const [rest, part] = set("main", [2]);
    expect([...part!.covers.values()]).toEqual([{ x: 1920, y: 0, width: 1920, height: 1080 }]);
    expect(rest!.panels).toEqual(typeset(findScene("overview"), findWall("main"), sizeOf));
    expect(findWall("main").displays.map((display) => piecesOn(display, [rest!, part!]).map(({ piece }) => piece.scene))).toEqual([["overview"], ["storm"], ["overview"]]);
  });
  test("a side screen is taken by itself", () => {
    expect(set("wall-side", [2]).map(({ covers }) => [...covers.keys()])).toEqual([["front"], ["side"]]);
  });
  test("no two pieces lie on the same glass where the rest is set anew", () => {
    for (const areas of [[[1]], [[3]], [[1], [3]], ["left"], ["left", "right"]] as readonly Area[][]) {
      const pieces = set("main", ...areas);
      for (const [i, a] of pieces.entries()) for (const b of pieces.slice(i + 1)) expect(common(a.covers.get("front")!, b.covers.get("front")!)).toBeUndefined();
    }
  });
});
