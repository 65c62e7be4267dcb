import { describe, expect, test } from "vitest";
import { checkGrid, type Grid } from "./grid.ts";
import { layOut, MOST_PANELS, type Scene } from "./scene.ts";
import { findScene, findWall, GRIDS, SCENES, WALLS, scenesOn } from "./shelf.ts";

describe("every scene on its wall", () => {
  test.each([...WALLS.values()].map((wall) => [wall.id, wall] as const))("wall %s shows its scene at the size its back row can read", (_, wall) => {
    const { scene, grid } = findScene(wall.scene);
    const placed = layOut(scene, grid, wall);
    for (const p of placed) {
      const display = wall.displays.find((d) => d.n === p.display)!;
      expect.soft(p.x, p.slot).toBeGreaterThanOrEqual(0);
      expect.soft(p.x + p.width, p.slot).toBeLessThanOrEqual(display.widthPx);
      expect.soft(p.y + p.height, p.slot).toBeLessThanOrEqual(display.heightPx);
    }
  });
  test.each([...SCENES.values()].map((s) => [s.id, s] as const))("scene %s carries at most nine panels beside strip and spine", (_, scene) => {
    const framing = ["banner", "headline", "clock", "spine"];
    expect(scene.slots.filter((s) => !framing.includes(s.panel)).length).toBeLessThanOrEqual(MOST_PANELS);
  });
  test("the map, the headline and the spine stand in every scene", () => {
    for (const scene of SCENES.values()) expect(scene.slots.map((s) => s.panel)).toEqual(expect.arrayContaining(["map", "headline", "spine"]));
  });
  test("the spine runs through all displays without a gap", () => {
    const { scene, grid } = findScene("storm");
    const parts = layOut(scene, grid, findWall("main")).filter((p) => p.panel === "spine");
    expect(parts.map((p) => p.config.part)).toEqual([0, 1, 2]);
    expect(parts[0]!.config.fromH).toBe(-15);
    for (const [i, part] of parts.slice(1).entries()) expect(part.config.fromH).toBeCloseTo(parts[i]!.config.toH as number);
    expect(parts[2]!.config.toH).toBeCloseTo(27);
  });
});

describe("what does not fit", () => {
  const grid: Grid = { id: "g", displays: [[80, 45]], slots: [{ id: "a", display: 1, at: [2, 5, 20, 10] }] };
  const scene: Scene = { id: "s", title: { zh: "场景", en: "scene" }, grid: "g", spine: { fromH: -1, toH: 1 }, slots: [{ slot: "a", panel: "kpi" }] };

  test("a slot that touches a bezel is refused by name", () => {
    expect(() => checkGrid({ ...grid, slots: [{ id: "a", display: 1, at: [0, 5, 20, 10] }] })).toThrow(/slot "a".*bezel/);
  });
  test("two slots on the same glass are refused", () => {
    expect(() => checkGrid({ ...grid, slots: [...grid.slots, { id: "b", display: 1, at: [10, 10, 20, 10] }] })).toThrow(/"a" and "b" overlap/);
  });
  test("a filling for a slot that is not there names the slots that are", () => {
    expect(() => layOut({ ...scene, slots: [{ slot: "z", panel: "kpi" }] }, grid, findWall("live"))).toThrow(/slot "z" is not in grid "g" \(a\)/);
  });
  test("a wall whose back row sits further off cannot show words that small", () => {
    expect(() => layOut(scene, grid, { ...findWall("live"), backRowM: 6 })).toThrow(/below what the back row can read/);
  });
  test("a wall is offered the scenes that stand on its glass, and must have its own", () => {
    expect(scenesOn(findWall("main"))).toEqual(["storm", "epidemic"]);
    expect(scenesOn(findWall("live"))).toEqual(["overview"]);
    expect(() => scenesOn({ ...findWall("live"), scene: "storm" })).toThrow(/for 3 displays/);
    expect(() => scenesOn({ ...findWall("live"), scenes: { covid: "epidemic" } })).toThrow(/for 3 displays/);
    expect(() => scenesOn({ ...findWall("live"), scene: "none" })).toThrow(/There is no scene "none"; there are/);
  });
  test("a scene for three displays is not shown on one", () => {
    expect(() => layOut({ ...scene, grid: "three-bays" }, GRIDS.get("three-bays")!, findWall("live"))).toThrow(/for 3 displays/);
  });
});
