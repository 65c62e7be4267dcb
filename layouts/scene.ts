import type { Words } from "../model/words.ts";

/** What a panel is told in a scene; its own kind knows which words it understands. */
export type PanelConfig = Readonly<Record<string, unknown>>;

/** One panel of a scene. Where it stands is decided for each room. */
export interface Item {
  readonly panel: string;
  readonly config?: PanelConfig;
  /** How much of a column it takes beside others; absent = 1. */
  readonly share?: number;
  /** May be left out where a room has no place for it, or where it would need one more turn. */
  readonly optional?: boolean;
  /**
   * So high, in u, when it stands across the whole of its place with the others below it: the first of a side,
   * where that place is twice as wide as it needs.
   */
  readonly wideU?: number;
}
/** What a wall shows (场景), as data: what, and in which order of weight, never where. */
export interface Scene {
  readonly id: string;
  readonly title: Words;
  /** Across the top, from the left; the `headline` is the middle one. */
  readonly strip: readonly Item[];
  /** The one panel that all others explain. */
  readonly focal: Item;
  /** What is so: before the focus. */
  readonly context: readonly Item[];
  /** What is to be done: behind it. */
  readonly action: readonly Item[];
  /** The line of time below, in hours around now. */
  readonly spine: { readonly fromH: number; readonly toH: number; readonly config?: PanelConfig };
}

/** What may reach the edge of a display (VISUAL §10): ground of a map, fill of a banner, axis of the spine. Nothing else. */
export type Bleed = "ground" | "fill" | "axis";

/** A panel and its rectangle on the pixel plane of a surface. */
export interface Placed {
  readonly slot: string;
  readonly panel: string;
  readonly surface: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly u: number;
  readonly bleeds?: Bleed;
  /** Which turn shows it, of how many; absent = every turn. */
  readonly page?: number;
  readonly pages?: number;
  readonly config: PanelConfig;
}
/** Smallest legible size of a panel kind in u; undefined when there is no such kind. */
export type SizeOf = (panel: string) => readonly [widthU: number, heightU: number] | undefined;

/** Panels on one scene beside strip and spine (VISUAL §10). */
export const MOST_PANELS = 9;
/** A turn of what does not stand at once (VISUAL §10). */
export const PAGE_MS = 20_000;
