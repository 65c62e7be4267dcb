import type { WallFault, Scene } from "../model/scene.ts";
import type { Wall } from "../model/wall.ts";
import { compile, Illegible, type KindOf } from "./legibility.ts";
import { DoesNotFit } from "./desk.ts";

/** How each theme shows the kinds of panels. */
export type Themes = readonly { readonly id: string; readonly kindOf: KindOf }[];

/** All that keeps a scene from being read on the glass of these walls, in any theme; empty when every row reads all of it. */
export function judge(scene: Scene, walls: readonly Wall[], themes: Themes): WallFault[] {
  return walls.flatMap((wall) => {
    const found = new Map<string, WallFault>();
    for (const { kindOf } of themes)
      for (const fault of faultsOf(scene, wall, kindOf)) {
        // Size and place are the same in every theme: a fault of theirs is told once.
        const key = `${fault.place} ${fault.found}`;
        if (!found.has(key)) found.set(key, { wall: wall.id, ...fault });
      }
    return [...found.values()];
  });
}
function faultsOf(scene: Scene, wall: Wall, kindOf: KindOf) {
  try {
    compile(scene, wall, kindOf);
    return [];
  } catch (error) {
    if (error instanceof Illegible) return error.each;
    if (error instanceof DoesNotFit) return [error.fault];
    throw error;
  }
}
