import type { PanelConfig } from "../model/scene.ts";

export type { Item, PanelConfig, Scene } from "../model/scene.ts";

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
  /** It stands in the strip on top. */
  readonly inStrip?: true;
  /** Which turn shows it, of how many; absent = every turn. */
  readonly page?: number;
  readonly pages?: number;
  /** The slot in whose place it stands while the panel there has nothing to show. */
  readonly insteadOf?: string;
  readonly config: PanelConfig;
}
/** Smallest legible size of a panel kind in u; undefined when there is no such kind. */
/** What a kind says of its size, as layouts ask for it. */
export const sizesOf = (spec: { readonly minU: readonly [widthU: number, heightU: number]; readonly mostU?: number } | undefined): ReturnType<SizeOf> => spec && (spec.mostU === undefined ? spec.minU : [...spec.minU, spec.mostU]);
export type SizeOf = (panel: string) => readonly [widthU: number, heightU: number, mostHeightU?: number] | undefined;

/** Panels on one scene beside strip and spine (VISUAL §10). */
export const MOST_PANELS = 9;
/** A turn of what does not stand at once (VISUAL §10). */
export const PAGE_MS = 20_000;
/** Panels whose ground may reach to all edges and run on behind bezels; any other keeps its margins and lies on one screen. */
export const GROUNDS: ReadonlySet<string> = new Set(["map", "dot-map", "flow-map"]);
