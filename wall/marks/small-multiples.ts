import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Size } from "./mark.ts";
import { caption } from "./panel-text.ts";
import type { Trace } from "./spark.ts";
import { gridOf, placeIn, tileMarks, toldTile, type Tile } from "./tile.ts";

export const spec = { kind: "small-multiples", minU: [27, 14], titled: true } as const;

export interface SmallMultiplesData {
  readonly tiles: readonly (Tile & { readonly label: string })[];
  /** All pictures have this lowest and highest value: only so do they compare. */
  readonly range?: readonly [number, number];
  /** 同一标尺 0—120 mm，近 24 小时 */
  readonly scale: string;
  readonly more: (n: number) => string;
}
const LEAST_U = [8, 5] as const;
const GAP_U = [1.25, 0.6] as const;
const FOOT_U = 1.5;

/** One picture for each place, all on one scale, which is said; what has no picture is counted. */
export function marks({ tiles, range, scale, more }: SmallMultiplesData, size: Size): Mark[] {
  const { u } = size;
  const room = { ...size, height: size.height - FOOT_U * u };
  const grid = gridOf(tiles.length, LEAST_U, GAP_U, room);
  const left = tiles.length - grid.kept;
  return [
    ...tiles.slice(0, grid.kept).flatMap(({ trace, ...tile }, i) => tileMarks({ ...tile, ...(trace && { trace: onScale(trace, range) }) }, placeIn(grid, i, GAP_U, u), size, TYPE_U.figure)),
    caption([left > 0 ? more(left) : "", scale].filter(Boolean).join("　"), 0, size.height - 0.35 * u, size, { id: "scale", role: "axis" }),
  ];
}
const onScale = (trace: Trace, range: readonly [number, number] | undefined): Trace => (range ? { ...trace, range } : trace);

/** The first three, and how many are not known. */
export function sentence({ tiles }: SmallMultiplesData, title: string, most = 3): string {
  const known = tiles.filter(({ figure }) => figure.isNumber ?? true);
  const unknown = tiles.length - known.length;
  return `${title}：${known.length > 0 ? known.slice(0, most).map(toldTile).join("、") : "没有数"}${unknown > 0 && known.length > 0 ? `，${unknown} 处无数` : ""}。`;
}
