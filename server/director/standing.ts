import { atPrecision } from "../../model/decimal.ts";
import type { Entry } from "../../model/journal.ts";
import type { Area, Focus, Lock, Mode, Part, Rotation, Stroke } from "../../model/wall.ts";

/** Deeper looks push the oldest out: nobody walks back further. */
const DEEPEST = 32;
/** More strokes than anybody can read; older ones go. */
export const MOST_STROKES = 200;
/** Points of all strokes that stand on one wall together: its record carries every one of them again with each change, in 80 kB at the most. */
export const MOST_POINTS = 4_000;
/** 1e-5° is about a metre: a hand over a map of a town draws no finer, and a point takes half of what it came in. */
const DECIMALS = 5;
export const asKept = (points: Stroke["points"]): Stroke["points"] => points.map(([lon, lat]) => [atPrecision(lon, DECIMALS), atPrecision(lat, DECIMALS)]);
/** Points that stand once one more stroke comes: the oldest goes when there are too many. */
export const pointsBeside = (strokes: readonly Stroke[]): number => strokes.slice(1 - MOST_STROKES).reduce((sum, { points }) => sum + points.length, 0);

/** A whole view of a wall: what `wall.back` returns to, with every panel and every piece that was taken. */
export interface Look {
  /** Null = what the wall looks at of itself. */
  readonly focus: Focus | null;
  /** Null = what the wall shows of itself there. */
  readonly scene: string | null;
  readonly parts: readonly Part[];
  readonly preset?: string;
  /** The topic whose points lie over its map. */
  readonly layer?: string;
}
export const OWN_LOOK: Look = { focus: null, scene: null, parts: [] };

/** What the journal says of one wall. Each mode has looks of its own, so that leaving one restores the other exactly. */
export interface Standing {
  readonly mode: Mode;
  /** The wall's own first, never empty. */
  readonly looks: Readonly<Record<Mode, readonly Look[]>>;
  readonly theme: string | null;
  readonly rotation: Rotation | null;
  readonly lock: Lock | null;
  readonly strokes: readonly Stroke[];
  /** Seq of the last entry about it. */
  readonly revision: number;
}
export const UNTOUCHED: Standing = { mode: "routine", looks: { routine: [OWN_LOOK], emergency: [OWN_LOOK] }, theme: null, rotation: null, lock: null, strokes: [], revision: 0 };

/** What the journal says of walls, by kind; `wall` is in every one. */
export interface Bodies {
  "wall.focus": { wall: string; focus: Focus };
  /** The stack is cut to `depth` looks above the first. */
  "wall.back": { wall: string; depth: number };
  "wall.scene": { wall: string; scene: string };
  /** `focus`: what a response begins with. */
  "wall.mode": { wall: string; mode: Mode; focus: Focus; reason?: string };
  "wall.theme": { wall: string; theme: string };
  /** Null takes away what lies over the map. `over`: what a rotation or the schedule had put up, which no look of the stack holds yet. */
  "wall.layer": { wall: string; topic: string | null; over?: { focus: Focus; scene: string | null } };
  "wall.preset": { wall: string; preset: string; focus: Focus; scene: string | null };
  "wall.rotate": { wall: string; rotation: Rotation | null };
  /** `gives`: what was taken before and goes back for it; absent in entries that were written before it was told: then whatever might meet. */
  "wall.take": { wall: string; part: Part; gives?: readonly Area[] };
  /** All of them, or the one with this area. */
  "wall.give": { wall: string; area: Area | null };
  "wall.lock": { wall: string; lock: Lock | null };
  "wall.annotate": { wall: string; stroke: Stroke };
  /** All of them, or one. */
  "wall.clear": { wall: string; stroke: string | null };
}
type Change = (before: Standing) => Omit<Standing, "revision">;

/** What an entry does to its wall; undefined for entries of other rooms and erased ones. */
export function changeBy({ kind, body }: Entry): { readonly wall: string; readonly change: Change } | undefined {
  if (body === undefined) return undefined;
  const change = changeOf(kind as keyof Bodies, body as never);
  return change && { wall: (body as { wall: string }).wall, change };
}
function changeOf<K extends keyof Bodies>(kind: K, body: Bodies[K]): Change | undefined;
function changeOf(kind: string, body: Bodies[keyof Bodies]): Change | undefined {
  switch (kind) {
    case "wall.focus": {
      const { focus } = body as Bodies["wall.focus"];
      return looking((looks) => push(looks, { ...without(looks.at(-1)!), focus }));
    }
    case "wall.back": {
      const { depth } = body as Bodies["wall.back"];
      return looking((looks) => looks.slice(0, depth + 1));
    }
    case "wall.scene": {
      const { scene } = body as Bodies["wall.scene"];
      return looking((looks) => [...looks.slice(0, -1), { ...without(looks.at(-1)!), scene }]);
    }
    case "wall.layer": {
      const { topic, over } = body as Bodies["wall.layer"];
      return looking((looks) => {
        if (over && topic !== null) return push(looks, { ...over, parts: looks.at(-1)!.parts, layer: topic });
        const { focus, scene, parts } = looks.at(-1)!;
        return [...looks.slice(0, -1), { focus, scene, parts, ...(topic !== null && { layer: topic }) }];
      });
    }
    case "wall.preset": {
      const { preset, focus, scene } = body as Bodies["wall.preset"];
      return looking((looks) => push(looks, { focus, scene, parts: [], preset }));
    }
    case "wall.take": {
      const { part, gives } = body as Bodies["wall.take"];
      const goes = (area: Area): boolean => (gives ? gives.some((given) => isSame(given, area)) : meet(area, part.area));
      return taking((parts) => [...parts.filter(({ area }) => !goes(area)), part]);
    }
    case "wall.give": {
      const { area } = body as Bodies["wall.give"];
      return taking((parts) => (area === null ? [] : parts.filter((part) => !isSame(part.area, area))));
    }
    case "wall.mode": {
      const { mode, focus } = body as Bodies["wall.mode"];
      // A response begins where the wall looks, with the picture of a response, however the last one ended.
      return (before) => ({ ...before, mode, looks: mode === "emergency" ? { ...before.looks, emergency: [{ ...OWN_LOOK, focus }] } : before.looks });
    }
    case "wall.theme": return (before) => ({ ...before, theme: (body as Bodies["wall.theme"]).theme });
    case "wall.rotate": return (before) => ({ ...before, rotation: (body as Bodies["wall.rotate"]).rotation });
    case "wall.lock": return (before) => ({ ...before, lock: (body as Bodies["wall.lock"]).lock });
    case "wall.annotate": return (before) => ({ ...before, strokes: [...before.strokes, (body as Bodies["wall.annotate"]).stroke].slice(-MOST_STROKES) });
    case "wall.clear": {
      const { stroke } = body as Bodies["wall.clear"];
      return (before) => ({ ...before, strokes: stroke === null ? [] : before.strokes.filter(({ id }) => id !== stroke) });
    }
    default: return undefined;
  }
}

const on = (before: Standing, to: (looks: readonly Look[]) => readonly Look[]): Standing["looks"] => ({ ...before.looks, [before.mode]: to(before.looks[before.mode]) });
/** Whoever sends a wall somewhere ends its rotation; during a response it rests, and goes on afterwards. */
const looking = (to: (looks: readonly Look[]) => readonly Look[]): Change => (before) => ({ ...before, rotation: before.mode === "routine" ? null : before.rotation, looks: on(before, to) });
const taking = (to: (parts: readonly Part[]) => readonly Part[]): Change => (before) => ({ ...before, looks: on(before, (looks) => [...looks.slice(0, -1), { ...looks.at(-1)!, parts: to(looks.at(-1)!.parts) }]) });
/** The wall's own look stays at the bottom, however deep the rest. */
const push = ([first, ...rest]: readonly Look[], look: Look): readonly Look[] => [first!, ...[...rest, look].slice(-DEEPEST)];
/** A preset that somebody has changed is none any more. */
const without = ({ focus, scene, parts, layer }: Look): Look => ({ focus, scene, parts, ...(layer !== undefined && { layer }) });
export const isSame = (a: Area, b: Area): boolean => (typeof a === "string" || typeof b === "string" ? a === b : a.length === b.length && a.every((n) => b.includes(n)));
/** Two pieces that would lie on the same glass, without a look at the wall: halves and displays of the same wall are taken to meet. */
function meet(a: Area, b: Area): boolean {
  if (typeof a === "string" && typeof b === "string") return a === b;
  if (typeof a === "string" || typeof b === "string") return true;
  return a.some((n) => b.includes(n));
}
