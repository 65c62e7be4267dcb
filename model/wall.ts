import type { RegionCode } from "./region.ts";

/** One screen of a wall (显示屏), numbered from 1 through all surfaces. */
export interface Display {
  readonly n: number;
  readonly surface: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Left and top edge on the pixel plane of its surface; bezels and overlaps are counted in, at the surface's pitch. */
  readonly xPx: number;
  readonly yPx: number;
}
/** Glass in one plane, read from one distance (拼接面): what a scene is set on. */
export interface Surface {
  readonly id: string;
  /** `side` shows what stands beside the focus, and no map: a screen in the corner of the room. */
  readonly part: "whole" | "side";
  readonly displays: readonly Display[];
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixel pitch. */
  readonly pitchMm: number;
  readonly frontRowM: number;
  /** Distance of the row that must read it. */
  readonly backRowM: number;
  /** Smallest Chinese type in px that the back row reads. */
  readonly u: number;
}
/** A wall as its room file describes it (大屏), opened by `model/room`. */
export interface Wall {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Whose wall it is: those whose subtree holds this region see it and direct it, and it looks here when nobody has sent it elsewhere. */
  readonly region: RegionCode;
  /** The situation it shows when nobody has sent it elsewhere. */
  readonly situation: string;
  readonly scene: string;
  /** The scene for a record of another family than the wall's own, by the feed's first word: `{ "covid": "epidemic" }`. */
  readonly scenes?: Readonly<Record<string, string>>;
  readonly surfaces: readonly Surface[];
  /** All displays of all surfaces, by number. */
  readonly displays: readonly Display[];
}

/** The scene that a wall shows of itself while it looks at a situation that plays this feed (`storm:201522`; empty for live). */
export const sceneFor = (wall: Pick<Wall, "scene" | "scenes">, feed: string): string => wall.scenes?.[feed.split(":")[0]!] ?? wall.scene;

/** What a wall is looking at (焦点). */
export interface Focus {
  readonly situation: string;
  readonly region: RegionCode;
  readonly topic?: string;
  readonly incident?: string;
  /** RFC 3339, for a look at the past. */
  readonly at?: string;
}

/** The record of the `wall` channel. */
export interface WallState {
  readonly wall: string;
  readonly scene: string;
  readonly focus: Focus;
  /** How many `wall.back` would still return. */
  readonly depth: number;
  /** What they would return to, nearest last. */
  readonly stack?: readonly Focus[];
  /** Journal seq of its last change; 0 = never sent anywhere. */
  readonly revision?: number;
  readonly mode: "routine" | "emergency";
}
