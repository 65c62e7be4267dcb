import type { Severity } from "../model/words.ts";
import type { Ink } from "./ink.ts";

/** A level is told by shape, character and texture first, by colour second (VISUAL §5). */
export type LevelShape = "octagon" | "diamond" | "triangle" | "circle";
export type LevelColour = "red" | "orange" | "yellow" | "blue";
/** How an area of a level is filled on a map. */
export type Texture = "solid" | "dense" | "sparse" | "dots" | "cross";

export const LEVEL_SHAPE: Readonly<Record<Severity, LevelShape>> = { 1: "octagon", 2: "diamond", 3: "triangle", 4: "circle" };
export const LEVEL_COLOUR: Readonly<Record<Severity, LevelColour>> = { 1: "red", 2: "orange", 3: "yellow", 4: "blue" };
export const LEVEL_TEXTURE: Readonly<Record<Severity, Texture>> = { 1: "solid", 2: "dense", 3: "sparse", 4: "dots" };

export const levelInk = (severity: Severity, part: "line" | "fill" | "on"): Ink => `${LEVEL_COLOUR[severity]}.${part}`;

/** Fills that get an edge in t1 where a theme's ground is light (`outlineFills`), px at u = 24. */
export const OUTLINED_FILLS: ReadonlySet<Ink> = new Set<Ink>(["orange.fill", "yellow.fill"]);
export const OUTLINE_PX = 1.5;

/** Texture tiles in px at u = 24: stripe of `ink` px in every `tile` px; for dots, the radius and the grid. */
export const TEXTURE_PX: Readonly<Record<Texture, { readonly ink: number; readonly tile: number; readonly alpha: number }>> = {
  solid: { ink: 1, tile: 1, alpha: 0.52 },
  dense: { ink: 5, tile: 12, alpha: 0.6 },
  sparse: { ink: 2.5, tile: 16, alpha: 0.7 },
  dots: { ink: 2.6, tile: 18, alpha: 0.85 },
  cross: { ink: 1, tile: 10, alpha: 0.5 },
};

/** How much of a texture's strength is left where a machine found a level and nobody issued it. */
export const FAINT = 0.35;

/** Corners of a level's shape in a box of 1 × 1 around the origin, y down; null for the circle. */
export function levelCorners(severity: Severity): readonly (readonly [number, number])[] | null {
  return CORNERS[LEVEL_SHAPE[severity]];
}
const CUT = 0.5 * Math.tan(Math.PI / 8);
const CORNERS: Readonly<Record<LevelShape, readonly (readonly [number, number])[] | null>> = {
  octagon: [[-CUT, -0.5], [CUT, -0.5], [0.5, -CUT], [0.5, CUT], [CUT, 0.5], [-CUT, 0.5], [-0.5, CUT], [-0.5, -CUT]],
  diamond: [[0, -0.56], [0.56, 0], [0, 0.56], [-0.56, 0]],
  triangle: [[0, -0.52], [0.6, 0.48], [-0.6, 0.48]],
  circle: null,
};
