import type { RegionCode } from "./region.ts";
import type { Scene } from "./scene.ts";
import type { RoomSound } from "./tone.ts";

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
/** A picture prepared for a wall (预设): whoever may direct walls puts it up; only the room file changes it. */
export interface Preset {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Absent = the scene that the wall shows of itself. */
  readonly scene?: string;
  /** Absent = what the wall looks at of itself. */
  readonly situation?: string;
  readonly region?: RegionCode;
  readonly topic?: string;
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
  /** The scene of a response (战时); absent = as in routine. */
  readonly emergencyScene?: string;
  readonly presets?: readonly Preset[];
  /** What it shows of itself from which time of the day on, Guangdong's clock: `{ "at": "08:00", "preset": "handover" }`. */
  readonly schedule?: readonly { readonly at: string; readonly preset: string }[];
  /** How the room sounds; absent = it is silent. Its first display sounds for all. */
  readonly sound?: RoomSound;
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
  /** The topic whose points lie over the map of whatever scene stands (叠加图层). */
  readonly layer?: string;
}

export const MODES = ["routine", "emergency"] as const;
/** 平时 or 战时. */
export type Mode = (typeof MODES)[number];

/** Displays by number, or half of the first surface. */
export type Area = readonly number[] | "left" | "right";

/** A piece of glass that was taken from the rest (占屏): it looks elsewhere until it is given back. */
export interface Part {
  readonly area: Area;
  readonly scene: string;
  readonly focus: Focus;
}
/** Everything that the displays of a wall change together, at one instant. */
export interface Picture {
  readonly scene: string;
  readonly focus: Focus;
  readonly parts: readonly Part[];
  readonly mode: Mode;
  readonly theme: string;
}

/** A line drawn over the wall's map by hand (标绘), in degrees, so that it lies right on every display and under every camera. */
export interface Stroke {
  readonly id: string;
  readonly by: string;
  /** Of which world: it lies on the maps that show that one; absent of what was drawn before this was written down, which lies on all. */
  readonly situation?: string;
  readonly points: readonly (readonly [lon: number, lat: number])[];
}
/** What of a wall's strokes belongs on a map of that situation. */
export const strokesIn = (strokes: readonly Stroke[], situation: string): readonly Stroke[] => strokes.filter((stroke) => stroke.situation === undefined || stroke.situation === situation);
/** The record of the `wall` channel: what was decided, and what of it the displays show. */
export interface WallState extends Picture {
  readonly wall: string;
  /** How many `wall.back` would still return. */
  readonly depth: number;
  /** What they would return to, nearest last. */
  readonly stack?: readonly Focus[];
  /** Journal seq of its last change; 0 = never sent anywhere. */
  readonly revision?: number;
  readonly preset?: string;
  readonly rotation?: Rotation;
  readonly lock?: Lock;
  readonly strokes: readonly Stroke[];
  /** Its displays that are dark (黑屏), the longest first; absent = none. */
  readonly dark?: readonly DarkDisplay[];
  readonly show?: Showing<Picture>;
  /** What people have published of what it shows, or showed before, by what a picture calls it (`handover@2`): a page knows the product's own scenes alone. */
  readonly definitions?: Readonly<Record<string, Scene>>;
}
/** A display of the wall that is dark, and when that was found: RFC 3339, people's time. */
export interface DarkDisplay {
  readonly n: number;
  readonly since: string;
}
/** Presets in turn, all displays by the server's clock. */
export interface Rotation {
  readonly presets: readonly string[];
  readonly everyS: number;
}
/** Nobody else directs the wall until then, RFC 3339. */
export interface Lock {
  readonly by: string;
  readonly until: string;
}
/** How far the displays are: what they were told to set up, what stands, and what stood. */
export interface Showing<P> {
  /** Counts the pictures since the server started; displays say which one they have set up. */
  readonly picture: number;
  /** Server time from which every display shows it, epoch ms; null while it is being set up. */
  readonly since: number | null;
  /** What stands until then; absent when nothing is to change any more. */
  readonly before?: P;
}
