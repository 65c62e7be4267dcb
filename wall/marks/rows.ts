import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { moved } from "./moved.ts";
import { rule } from "./panel-text.ts";
import { fitLine, lineWidth } from "./words.ts";

/** One column of a list; its cells share its edges from the first row to the last. */
export interface Column {
  /** Width in u. Absent: it takes its `share` of what the others leave. */
  readonly widthU?: number;
  /** Absent = 1. */
  readonly share?: number;
  readonly align?: "start" | "end";
  /** Where words lose what has no room: names in their middle, prose (default) at its end. */
  readonly cut?: "middle" | "end";
}
/** Where a cell stands: its row's top, the baseline that all cells of the row share, its own edges. */
export interface CellRoom {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly baseline: number;
}
/** Words on the row's baseline, or whatever else is drawn in the cell's room. */
export type RowCell = readonly Run[] | ((room: CellRoom) => readonly Mark[]);
export interface Row {
  /** Keeps its words the same words when rows change places. */
  readonly id: string;
  readonly cells: readonly RowCell[];
}
export interface RowsLook {
  readonly rowU: number;
  /** Top of the first row in px. */
  readonly top?: number;
  /** Left edge in px. */
  readonly left?: number;
  /** Absent = the whole size. */
  readonly width?: number;
  readonly gapU?: number;
  /** False: no hairline under the rows. */
  readonly ruled?: boolean;
}

/** Rows under one set of columns, each on a hairline; no cell ever reaches into its neighbour. */
export function rowMarks(columns: readonly Column[], rows: readonly Row[], size: Size, look: RowsLook): Mark[] {
  const { u } = size;
  const { rowU, top = 0, left = 0, width = size.width - left, gapU = 0.8, ruled = true } = look;
  const edges = columnEdges(columns, width, u, gapU);
  return rows.flatMap((row, i) => {
    const at = top + i * rowU * u;
    const baseline = at + (rowU / 2 + 0.36 * TYPE_U.body) * u;
    const cells = row.cells.flatMap((cell, c): readonly Mark[] => {
      const [x, wide] = edges[c]!;
      if (typeof cell === "function") return cell({ x: left + x, width: wide, top: at, height: rowU * u, baseline });
      return wordsIn(cell, `${row.id}.${c}`, left + x, wide, baseline, columns[c]!, size);
    });
    return ruled ? [...cells, ...moved([rule(at + rowU * u, width, u)], left, 0)] : cells;
  });
}
/** How many rows there is room for; one row is given up for the line that counts the rest. */
export function rowsThatFit(count: number, heightPx: number, rowPx: number, morePx: number): number {
  const all = Math.floor(heightPx / rowPx + 0.01);
  return count <= all ? count : Math.max(1, Math.floor((heightPx - morePx) / rowPx + 0.01));
}

/** Left edge and width in px of each column. */
export function columnEdges(columns: readonly Column[], width: number, u: number, gapU: number): (readonly [x: number, width: number])[] {
  const gap = gapU * u;
  const taken = columns.reduce((sum, { widthU }) => sum + (widthU ?? 0) * u, (columns.length - 1) * gap);
  const shares = columns.reduce((sum, { widthU, share = 1 }) => sum + (widthU === undefined ? share : 0), 0);
  let x = 0;
  return columns.map(({ widthU, share = 1 }) => {
    const wide = widthU === undefined ? Math.max(0, ((width - taken) * share) / shares) : widthU * u;
    const edge = [x, wide] as const;
    x += wide + gap;
    return edge;
  });
}
function wordsIn(runs: readonly Run[], id: string, x: number, width: number, y: number, { align = "start", cut = "end" }: Column, size: Size): Mark[] {
  const [first, ...tail] = fitLine(runs, width, size, cut);
  if (!first) return [];
  const mark = { kind: "text", id, ...first, tail, x, y } as const;
  return [align === "end" ? { ...mark, x: x + width - lineWidth(mark, size) } : mark];
}
