import { checkScene } from "../layouts/decode-scene.ts";
import { findScene, SCENES, scenesOn, stands } from "../layouts/shelf.ts";
import type { Actor } from "../model/account.ts";
import { commandData } from "../model/command-data.ts";
import type { CommandEnvelope } from "../model/command.ts";
import { Problem } from "../model/problem.ts";
import type { RegionCode } from "../model/region.ts";
import { sceneRef, type Scene, type WallFault } from "../model/scene.ts";
import type { Picture, Wall } from "../model/wall.ts";
import { CONFIGS } from "../wall/marks/configs.ts";
import { sizeOf } from "../wall/marks/kinds.ts";
import type { Catalog } from "./catalog/index.ts";
import type { JudgeScene } from "./judging.ts";
import type { SavedScene, Scenes } from "./scenes/index.ts";

export interface WallScenesNeeds {
  readonly catalog: Pick<Catalog, "walls" | "indicator" | "topic" | "site">;
  readonly composed: Scenes;
  readonly judge: JudgeScene;
  isWithin(code: RegionCode, ancestor: RegionCode): boolean;
}
/** Which scenes a wall has: those of the product, and those that people have composed and published for it. */
export interface WallScenes {
  /** Ids that may be raised on a wall; none of an unknown wall. */
  of(wall: string): string[];
  /** What people have published for a wall's region and what has its place there. */
  published(wall: string): SavedScene[];
  /** The scene that a picture calls so. @throws when there is none */
  scene(ref: string): Scene;
  /** What a picture that is raised now calls a scene of that id; undefined when there is none. */
  now(id: string): string | undefined;
  /** The composed scenes that pictures name, by what they call them: a page knows only those of the product. */
  definitions(pictures: readonly Pick<Picture, "scene" | "parts">[]): Readonly<Record<string, Scene>>;
  /** What keeps a scene from being saved by somebody, on the walls that their region holds; of other commands nothing. @throws Problem for whatever is no scene at all */
  faults(actor: Actor, envelope: Pick<CommandEnvelope, "kind" | "data">): Promise<WallFault[]>;
}

export function createWallScenes({ catalog, composed, judge, isWithin }: WallScenesNeeds): WallScenes {
  const shipped = new Map(catalog.walls.map((wall) => [wall.id, scenesOn(wall, sizeOf)]));
  const standsOn = new WeakMap<Scene, Map<string, boolean>>();
  function hasPlace(scene: Scene, wall: Wall): boolean {
    const known = standsOn.get(scene) ?? new Map<string, boolean>();
    standsOn.set(scene, known);
    if (!known.has(wall.id)) known.set(wall.id, stands(scene, wall, sizeOf));
    return known.get(wall.id)!;
  }
  const published = (id: string): SavedScene[] => {
    const wall = catalog.walls.find((each) => each.id === id);
    return wall ? composed.newest().filter(({ scene, region }) => isWithin(wall.region, region) && hasPlace(scene, wall)) : [];
  };
  return {
    published,
    of: (wall) => [...(shipped.get(wall) ?? []), ...published(wall).map(({ scene }) => scene.id)],
    scene: (ref) => composed.published(ref)?.scene ?? findScene(ref),
    now(id) {
      if (SCENES.has(id) || composed.published(id)) return id;
      const newest = composed.newestOf(id);
      return newest && sceneRef(id, newest.version);
    },
    definitions(pictures) {
      const refs = pictures.flatMap(({ scene, parts }) => [scene, ...parts.map((part) => part.scene)]);
      return Object.fromEntries(refs.flatMap((ref) => composed.published(ref) ?? []).map(({ scene, version }) => [sceneRef(scene.id, version), scene]));
    },
    async faults(actor, { kind, data }) {
      if (kind !== "scene.save") return [];
      const { scene } = commandData("scene.save", data);
      composed.maySave(actor, scene.id);
      checkScene(scene, {
        config: (panel) => (Object.hasOwn(CONFIGS, panel) ? CONFIGS[panel] : undefined),
        panels: Object.keys(CONFIGS),
        indicator: (id) => catalog.indicator(id),
        topic: (id) => catalog.topic(id),
        place: (id) => isWithin(catalog.site(id)?.region ?? id, actor.region),
      });
      const walls = catalog.walls.filter((wall) => isWithin(wall.region, actor.region));
      if (walls.length === 0) throw new Problem("guard", `Region "${actor.region}" holds no wall on which "${scene.id}" could be read. Ask a post whose region does.`, { state: "no_wall", legal: [] });
      return await judge(scene, walls);
    },
  };
}
