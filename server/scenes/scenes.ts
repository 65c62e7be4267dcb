import { may, type Actor } from "../../model/account.ts";
import { commandData } from "../../model/command-data.ts";
import type { Decision, Fold } from "../../model/decision.ts";
import { keepMaps } from "../../model/kept-maps.ts";
import { Problem } from "../../model/problem.ts";
import type { RegionCode } from "../../model/region.ts";
import { sceneName, sceneRef, type Scene, type WallFault } from "../../model/scene.ts";

export interface ScenesNeeds {
  /** The scenes that the product itself has, by id. */
  readonly shipped: ReadonlyMap<string, Pick<Scene, "title">>;
  isWithin(code: RegionCode, ancestor: RegionCode): boolean;
}
/** One version of a scene that somebody has composed. */
export interface SavedScene {
  readonly scene: Scene;
  readonly version: number;
  /** Root of the subtree whose walls may show it. */
  readonly region: RegionCode;
  readonly savedBy: string;
  /** RFC 3339. */
  readonly savedAt: string;
  /** Absent = a draft. */
  readonly published?: { readonly by: string; readonly at: string };
}
interface Bodies {
  "scene.save": { scene: Scene; version: number };
  "scene.publish": { scene: string; version: number; savedBy: string };
}

/** Scenes that people have composed: a fold of the entries about them, in the chain of `live`. Nothing that was saved is ever changed. */
export interface Scenes extends Fold {
  /** @param faults what the compiler found on the walls of the asker's region; for `scene.save` alone. @throws Problem */
  decide(actor: Actor, kind: string, data: unknown, faults: readonly WallFault[]): Decision;
  /** @throws Problem when the actor may not save a scene of this id, whatever is in it */
  maySave(actor: Actor, id: string): void;
  /** A published version, by what a picture calls it: `handover@2`; undefined when there is none. */
  published(ref: string): SavedScene | undefined;
  /** The newest published version of each scene. */
  newest(): SavedScene[];
  newestOf(id: string): SavedScene | undefined;
  /** All versions of the scenes of a subtree, by id, the oldest first. */
  all(region: RegionCode): SavedScene[];
}

export function createScenes({ shipped, isWithin }: ScenesNeeds): Scenes {
  const versions = new Map<string, readonly SavedScene[]>();
  const newestOf = (id: string): SavedScene | undefined => versions.get(id)?.findLast(({ published }) => published);

  function maySave(actor: Actor, id: string): void {
    if (!may(actor, "compose")) throw new Problem("no_right", `${actor.account} (${actor.role}) may not compose scenes. Ask a duty chief or a topic administrator.`);
    if (shipped.has(id)) throw new Problem("guard", `Scene "${id}" is the product's own and is not overwritten. Choose another id.`, { state: "shipped", legal: ["scene.save"] });
    const known = versions.get(id)?.[0];
    if (known && !isWithin(known.region, actor.region)) throw new Problem("guard", `The id "${id}" is taken. Choose another.`, { state: "taken", legal: ["scene.save"] });
  }
  function save(actor: Actor, data: unknown, faults: readonly WallFault[]): Decision {
    const { scene } = commandData("scene.save", data);
    maySave(actor, scene.id);
    if (faults.length > 0) {
      const walls = [...new Set(faults.map(({ wall }) => wall))];
      const told = faults.slice(0, MOST_TOLD).map(({ wall, place, found, expected, mend }) => `- wall "${wall}", ${place}: ${found}; ${expected}. ${mend}`);
      const more = faults.length > MOST_TOLD ? [`- and ${faults.length - MOST_TOLD} more`] : [];
      throw new Problem("guard", [`Scene "${scene.id}" cannot be read on ${walls.map((wall) => `"${wall}"`).join(", ")}; nothing was saved:`, ...told, ...more].join("\n"), { state: "illegible", legal: ["scene.save"], faults });
    }
    const before = versions.get(scene.id) ?? [];
    const version = (before.at(-1)?.version ?? 0) + 1;
    const body: Bodies["scene.save"] = { scene, version };
    return { drafts: [{ kind: "scene.save", region: before[0]?.region ?? actor.region, actor: actor.account, body }], result: { scene: scene.id, version } };
  }
  function publish(actor: Actor, data: unknown): Decision {
    const { scene: id, version } = commandData("scene.publish", data);
    const known = versions.get(id);
    const saved = known && isWithin(known[0]!.region, actor.region) ? known.find((each) => each.version === version) : undefined;
    if (!saved) throw new Problem("not_found", `There is no version ${version} of a scene "${id}" that was saved in your region.`);
    if (!may(actor, "publish")) throw new Problem("no_right", `${actor.account} (${actor.role}) may not publish scenes. Ask a duty chief, a commander or a topic administrator.`);
    if (saved.savedBy === actor.account) throw new Problem("no_right", `${actor.account} saved version ${version} of "${id}"; another person must publish it.`);
    if (saved.published) throw new Problem("illegal_transition", `Version ${version} of "${id}" was published by ${saved.published.by} already.`, { state: "published", legal: ["scene.save"] });
    refuseTitleOfAnother(saved);
    const body: Bodies["scene.publish"] = { scene: id, version, savedBy: saved.savedBy };
    return { drafts: [{ kind: "scene.publish", region: saved.region, actor: actor.account, body }], result: { scene: id, version } };
  }

  /** Whoever chooses a scene chooses it by its title: on no wall two have the same, in either language. */
  function refuseTitleOfAnother({ scene: { id, title }, version, region }: SavedScene): void {
    const besides = [...versions.keys()].flatMap((other) => newestOf(other) ?? []).filter((other) => other.scene.id !== id && (isWithin(other.region, region) || isWithin(region, other.region)));
    for (const [other, { zh, en }] of [...[...shipped].map(([shippedId, { title }]) => [shippedId, title] as const), ...besides.map(({ scene }) => [scene.id, scene.title] as const)])
      for (const [mine, taken] of [[title.zh, zh], [title.en, en]] as const)
        if (asRead(mine) === asRead(taken)) throw new Problem("guard", `The title “${mine}” of version ${version} of "${id}" is that of scene "${other}"; on a wall each scene has a title of its own. Save a version with another title, and publish that.`, { state: "title_taken", legal: ["scene.save"] });
  }

  return {
    kept: keepMaps("scenes", { versions }),
    maySave,
    decide(actor, kind, data, faults) {
      return kind === "scene.save" ? save(actor, data, faults) : publish(actor, data);
    },
    apply({ kind, body, actor, at, region }) {
      if (body === undefined) return;
      if (kind === "scene.save") {
        const { scene, version } = body as Bodies["scene.save"];
        const before = versions.get(scene.id) ?? [];
        versions.set(scene.id, [...before, { scene, version, region, savedBy: actor, savedAt: at }]);
      }
      if (kind === "scene.publish") {
        const { scene: id, version } = body as Bodies["scene.publish"];
        versions.set(id, (versions.get(id) ?? []).map((each) => (each.version === version ? { ...each, published: { by: actor, at } } : each)));
      }
    },
    published(ref) {
      const found = versions.get(sceneName(ref))?.find(({ scene, version }) => sceneRef(scene.id, version) === ref);
      return found?.published && found;
    },
    newest: () => [...versions.keys()].flatMap((id) => newestOf(id) ?? []),
    newestOf,
    all: (region) => [...versions.values()].flat().filter((saved) => isWithin(saved.region, region)),
  };
}
/** In the message; `details.faults` has all of them. */
const MOST_TOLD = 12;
/** Titles that are read alike are alike: full width or half, large letters or small, however many spaces. */
const asRead = (title: string): string => title.normalize("NFKC").replaceAll(/\s+/g, " ").trim().toLowerCase();
