/// <reference types="vite/client" />
import type { Wall } from "../model/wall.ts";
import { checkGrid, type Grid } from "./grid.ts";
import { layOut, type Scene } from "./scene.ts";

const read = <T>(files: Record<string, unknown>): ReadonlyMap<string, T> =>
  new Map(Object.entries(files).map(([path, body]) => [path.split("/").at(-1)!.replace(/\.json$/, ""), body as T]));

/** Every wall, grid and scene file of this folder, by id. */
export const WALLS = read<Wall>(import.meta.glob("./walls/*.json", { eager: true, import: "default" }));
export const GRIDS = read<Grid>(import.meta.glob("./grids/*.json", { eager: true, import: "default" }));
export const SCENES = read<Scene>(import.meta.glob("./scenes/*.json", { eager: true, import: "default" }));

/** @throws an Error that names what is missing and what there is */
export function findScene(id: string): { scene: Scene; grid: Grid } {
  const scene = SCENES.get(id);
  if (!scene) throw new Error(`There is no scene "${id}"; there are ${[...SCENES.keys()].join(", ")}. Add layouts/scenes/${id}.json.`);
  const grid = GRIDS.get(scene.grid);
  if (!grid) throw new Error(`Scene "${id}" stands on grid "${scene.grid}", which is not in layouts/grids (${[...GRIDS.keys()].join(", ")}).`);
  return { scene, grid: checkGrid(grid) };
}
/** @throws an Error that names what is missing and what there is */
export function findWall(id: string): Wall {
  const wall = WALLS.get(id);
  if (!wall) throw new Error(`There is no wall "${id}"; there are ${[...WALLS.keys()].join(", ")}. Add layouts/walls/${id}.json.`);
  return wall;
}

/**
 * The scenes that stand on a wall's glass, its own first.
 * @throws an Error when one of its own does not: a wall must have something to show
 */
export function scenesOn(wall: Wall): string[] {
  const compile = (id: string): void => {
    const { scene, grid } = findScene(id);
    layOut(scene, grid, wall);
  };
  for (const own of [wall.scene, ...Object.values(wall.scenes ?? {})]) compile(own);
  const others = [...SCENES.keys()].filter((id) => {
    if (id === wall.scene) return false;
    try {
      compile(id);
      return true;
    } catch {
      return false;
    }
  });
  return [wall.scene, ...others];
}
