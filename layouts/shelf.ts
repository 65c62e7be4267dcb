/// <reference types="vite/client" />
import { openRoom, type RoomFile } from "../model/room.ts";
import type { Picture, Wall } from "../model/wall.ts";
import type { Scene, SizeOf } from "./scene.ts";
import { Illegible, compile, type KindOf } from "./legibility.ts";
import { setPicture } from "./picture.ts";
import { DoesNotFit, typeset } from "./typeset.ts";

const read = <T>(files: Record<string, unknown>): ReadonlyMap<string, T> =>
  new Map(Object.entries(files).map(([path, body]) => [path.split("/").at(-1)!.replace(/\.json$/, ""), body as T]));

/** Every room and scene file of this folder, by id. */
export const WALLS: ReadonlyMap<string, Wall> = new Map([...read<RoomFile>(import.meta.glob("./walls/*.json", { eager: true, import: "default" }))].map(([id, file]) => [id, openRoom(file)]));
export const SCENES = read<Scene>(import.meta.glob("./scenes/*.json", { eager: true, import: "default" }));

/** @throws an Error that names what is missing and what there is */
export function findScene(id: string): Scene {
  const scene = SCENES.get(id);
  if (!scene) throw new Error(`There is no scene "${id}"; there are ${[...SCENES.keys()].join(", ")}. Add layouts/scenes/${id}.json.`);
  return scene;
}
/** @throws an Error that names what is missing and what there is */
export function findWall(id: string): Wall {
  const wall = WALLS.get(id);
  if (!wall) throw new Error(`There is no wall "${id}"; there are ${[...WALLS.keys()].join(", ")}. Add layouts/walls/${id}.json.`);
  return wall;
}

/**
 * The scenes that stand in a room, its own first.
 * @throws when one of its own does not: a wall must have something to show
 */
export function scenesOn(wall: Wall, sizeOf: SizeOf): string[] {
  for (const own of [wall.scene, ...Object.values(wall.scenes ?? {}), ...[wall.emergencyScene, ...(wall.presets ?? []).map(({ scene }) => scene)].filter((scene) => scene !== undefined)]) typeset(findScene(own), wall, sizeOf);
  const others = [...SCENES.values()].filter((scene) => {
    if (scene.id === wall.scene) return false;
    try {
      typeset(scene, wall, sizeOf);
      return true;
    } catch (error) {
      if (error instanceof DoesNotFit) return false;
      throw error;
    }
  });
  return [wall.scene, ...others.map((scene) => scene.id)];
}

/** Why a picture does not stand on a wall, in the compiler's words; null when every piece of it can be read there. */
export function misfit(wall: Wall, picture: Picture, kindOf: KindOf): string | null {
  try {
    setPicture(picture, wall, (scene, room) => compile(findScene(scene), room, kindOf));
    return null;
  } catch (error) {
    if (error instanceof DoesNotFit || error instanceof Illegible) return error.message;
    throw error;
  }
}
