/// <reference types="vite/client" />
import { openRoom, type RoomFile } from "../model/room.ts";
import type { Picture, Wall } from "../model/wall.ts";
import type { Scene, SizeOf } from "./scene.ts";
import { Illegible, compile, type KindOf } from "./legibility.ts";
import { setPicture } from "./picture.ts";
import { DoesNotFit } from "./desk.ts";
import { typeset } from "./typeset.ts";

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
  // A preset may name a scene that people have published; whether there is one only the journal says.
  const presets = (wall.presets ?? []).flatMap(({ scene }) => (scene !== undefined && SCENES.has(scene) ? [scene] : []));
  for (const own of [wall.scene, ...Object.values(wall.scenes ?? {}), ...(wall.emergencyScene === undefined ? [] : [wall.emergencyScene]), ...presets]) typeset(findScene(own), wall, sizeOf);
  const others = [...SCENES.values()].filter((scene) => scene.id !== wall.scene && stands(scene, wall, sizeOf));
  return [wall.scene, ...others.map((scene) => scene.id)];
}
/** Whether every panel of a scene finds its place in a room. */
export function stands(scene: Scene, wall: Wall, sizeOf: SizeOf): boolean {
  try {
    typeset(scene, wall, sizeOf);
    return true;
  } catch (error) {
    if (error instanceof DoesNotFit) return false;
    throw error;
  }
}

/** Why a picture does not stand on a wall, in the compiler's words; null when every piece of it can be read there. `find` knows what people have published, too. */
export function misfit(wall: Wall, picture: Picture, kindOf: KindOf, find: (scene: string) => Scene = findScene): string | null {
  try {
    setPicture(picture, wall, (scene, room) => compile(find(scene), room, kindOf));
    return null;
  } catch (error) {
    if (error instanceof DoesNotFit || error instanceof Illegible) return error.message;
    throw error;
  }
}
