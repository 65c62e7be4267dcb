import { may, type Actor } from "../../model/account.ts";
import { commandData } from "../../model/command-data.ts";
import type { CommandData } from "../../model/command.ts";
import type { Decision, Fold } from "../../model/decision.ts";
import type { Entry } from "../../model/journal.ts";
import { Problem } from "../../model/problem.ts";
import type { RegionCode } from "../../model/region.ts";
import { formatTime, parseTime } from "../../model/time.ts";
import { sceneFor, type Focus, type Wall, type WallState } from "../../model/wall.ts";

export interface DirectorNeeds {
  readonly walls: readonly Wall[];
  region(code: RegionCode): unknown;
  isWithin(code: RegionCode, ancestor: RegionCode): boolean;
  /** Undefined when no such situation runs now. */
  situation(id: string): { readonly feed: string } | undefined;
  /** Epoch ms on a running situation's clock. */
  simNow(situation: string): number;
  incident(situation: string, id: string): { readonly region: RegionCode } | undefined;
  topic(id: string): unknown;
  /** The scenes that a wall can show. */
  scenes(wall: string): readonly string[];
}

/**
 * What every wall looks at: a fold of the entries about walls. There is one for the whole house, and its entries stand
 * in the chain of `live`, whatever situation the wall is sent to, so that they outlive drills.
 */
export interface Director extends Fold {
  /** Decides `wall.focus`, `wall.back` or `wall.scene` and changes nothing. @throws Problem */
  decide(actor: Actor, kind: string, data: unknown, now: number): Decision;
  /** Undefined for an unknown wall. */
  state(wall: string): WallState | undefined;
  /** What `wall.back` would return to, nearest last; the wall's own first look excluded. */
  stack(wall: string): readonly Focus[];
  /** Seq of the last entry about the wall; 0 when there is none. */
  revision(wall: string): number;
}

/** Deeper looks push the oldest out: nobody walks back further. */
const DEEPEST = 32;

interface Standing {
  readonly looks: readonly Focus[];
  readonly scene: string | null;
  readonly revision: number;
}
const UNTOUCHED: Standing = { looks: [], scene: null, revision: 0 };

/** What the journal says of walls. */
interface Bodies {
  "wall.focus": { wall: string; focus: Focus };
  /** The stack is cut to `depth` looks. */
  "wall.back": { wall: string; depth: number };
  "wall.scene": { wall: string; scene: string };
}

export function createDirector(needs: DirectorNeeds): Director {
  const walls = new Map(needs.walls.map((wall) => [wall.id, wall]));
  const standings = new Map<string, Standing>();
  const standing = (wall: string): Standing => standings.get(wall) ?? UNTOUCHED;
  /** Looks at a drill that has ended are passed over: a wall is never blank. */
  const seen = (wall: string): Focus[] => standing(wall).looks.filter((focus) => needs.situation(focus.situation));
  const own = (wall: Wall): Focus => ({ situation: needs.situation(wall.situation) ? wall.situation : "live", region: wall.region });

  /** A wall of the asker's subtree: nobody can tell another from one that does not exist. */
  function wallOf(actor: Actor, id: string): Wall {
    const wall = walls.get(id);
    if (!wall || !needs.isWithin(wall.region, actor.region)) throw notFound("wall", id);
    return wall;
  }

  function focus(actor: Actor, data: CommandData<"wall.focus">): Draft<"wall.focus"> {
    const wall = wallOf(actor, data.wall);
    const now = seen(wall.id).at(-1) ?? own(wall);
    const within = (code: RegionCode): boolean => needs.isWithin(code, actor.region);
    const situation = data.situation ?? now.situation;
    if (!needs.situation(situation)) throw notFound("situation", situation);
    const incident = data.incident === undefined ? undefined : needs.incident(situation, data.incident);
    if (data.incident !== undefined && !(incident && within(incident.region))) throw notFound("incident", data.incident);
    const region = data.region ?? incident?.region ?? (within(now.region) ? now.region : actor.region);
    if (!needs.region(region) || !within(region)) throw notFound("region", region);
    if (data.topic !== undefined && !needs.topic(data.topic)) throw notFound("topic", data.topic);
    if (data.at !== undefined && parseTime(data.at) === null)
      throw new Problem("bad_time", `at "${data.at}" is not an RFC 3339 time with offset, like 2026-01-01T08:00:00+08:00.`);
    if (data.at !== undefined && parseTime(data.at)! > needs.simNow(situation))
      throw new Problem("bad_time", `at "${data.at}" has not happened yet in "${situation}", whose clock stands at ${formatTime(needs.simNow(situation))}. Look at a moment before it.`);
    const { topic, at } = data;
    const look: Focus = { situation, region, ...(topic !== undefined && { topic }), ...(data.incident !== undefined && { incident: data.incident }), ...(at !== undefined && { at }) };
    return { kind: "wall.focus", region, body: { wall: wall.id, focus: look } };
  }

  function back(actor: Actor, { wall }: CommandData<"wall.back">): Draft<"wall.back"> {
    const { region } = wallOf(actor, wall);
    const looks = standing(wall).looks;
    const top = seen(wall).at(-1);
    if (!top) throw new Problem("guard", `Wall "${wall}" already shows its first look; there is nothing to go back to.`, { state: "first", legal: ["wall.focus", "wall.scene"] });
    return { kind: "wall.back", region, body: { wall, depth: looks.lastIndexOf(top) } };
  }

  function setScene(actor: Actor, { wall, scene }: CommandData<"wall.scene">): Draft<"wall.scene"> {
    const { region } = wallOf(actor, wall);
    const scenes = needs.scenes(wall);
    if (!scenes.includes(scene)) throw new Problem("not_found", `There is no scene "${scene}" that wall "${wall}" can show. It can show: ${scenes.join(", ")}.`, { scenes });
    return { kind: "wall.scene", region, body: { wall, scene } };
  }

  function decideDraft(actor: Actor, kind: string, data: unknown): Draft<keyof Bodies> {
    switch (kind) {
      case "wall.focus": return focus(actor, commandData(kind, data));
      case "wall.back": return back(actor, commandData(kind, data));
      case "wall.scene": return setScene(actor, commandData(kind, data));
      default: throw new Problem("bad_request", `"${kind}" is no command on walls. Known: wall.focus, wall.back, wall.scene.`);
    }
  }

  return {
    decide(actor, kind, data) {
      if (!may(actor, "wall")) throw new Problem("no_right", `${actor.account} (${actor.role}) may not direct walls. Ask a post that may.`);
      const draft = decideDraft(actor, kind, data);
      return { drafts: [{ ...draft, actor: actor.account }], result: { wall: draft.body.wall } };
    },
    apply(entry) {
      const told = looked(entry);
      if (told) standings.set(told.wall, { ...told.change(standing(told.wall)), revision: entry.seq });
    },
    state(id) {
      const wall = walls.get(id);
      if (!wall) return undefined;
      const looks = seen(id);
      const focus = looks.at(-1) ?? own(wall);
      return { wall: id, scene: standing(id).scene ?? sceneFor(wall, needs.situation(focus.situation)?.feed ?? ""), focus, depth: looks.length, mode: "routine" };
    },
    stack: (wall) => seen(wall),
    revision: (wall) => standing(wall).revision,
  };
}

interface Draft<K extends keyof Bodies> {
  readonly kind: K;
  readonly region: RegionCode;
  readonly body: Bodies[K];
}
type Change = (before: Standing) => Standing;

/** What an entry does to its wall; undefined for entries of other rooms and erased ones. */
function looked({ kind, body }: Entry): { wall: string; change: Change } | undefined {
  if (body === undefined) return undefined;
  switch (kind as keyof Bodies) {
    case "wall.focus": {
      const { wall, focus } = body as Bodies["wall.focus"];
      return { wall, change: (before) => ({ ...before, looks: [...before.looks, focus].slice(-DEEPEST) }) };
    }
    case "wall.back": {
      const { wall, depth } = body as Bodies["wall.back"];
      return { wall, change: (before) => ({ ...before, looks: before.looks.slice(0, depth) }) };
    }
    case "wall.scene": {
      const { wall, scene } = body as Bodies["wall.scene"];
      return { wall, change: (before) => ({ ...before, scene }) };
    }
    default: return undefined;
  }
}

const notFound = (what: string, id: string): Problem => new Problem("not_found", `There is no ${what} "${id}" here.`);
