import { linePx, SPACE_U, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Size } from "./mark.ts";
import { moved } from "./moved.ts";
import { gridOf, placeIn, sizeFor, tileMarks, toldTile, type Tile } from "./tile.ts";

export const spec = { kind: "kpi-strip", minU: [31, 12.5], titled: true } as const;

export interface KpiStripData {
  /** Two to five. */
  readonly tiles: readonly (Tile & { readonly label: string })[];
}
const LEAST_U = [9, 4.4] as const;
const GAP_U = [SPACE_U.panelAcross, 0.8] as const;

/** Numbers of one place beside each other, each with its name and its time; a hairline parts them. */
export function marks({ tiles }: KpiStripData, size: Size): Mark[] {
  const { u } = size;
  const grid = gridOf(tiles.length, LEAST_U, GAP_U, size);
  const sizeU = sizeFor(tiles, { width: grid.widthPx, height: grid.heightPx }, size, TYPE_U.value);
  return tiles.slice(0, grid.kept).flatMap((tile, i): Mark[] => {
    const room = placeIn(grid, i, GAP_U, u);
    const edge = room.x - (GAP_U[0] / 2) * u;
    return [
      ...(i % grid.columns === 0 ? [] : moved([{ kind: "line", points: [[0, 0], [0, room.height]], stroke: "hair", widthPx: linePx(1, u) }], edge, room.y)),
      ...tileMarks(tile, room, size, sizeU),
    ];
  });
}
export const sentence = ({ tiles }: KpiStripData): string => `${tiles.map(toldTile).join("；")}。`;
