import type { Ground } from "./ground.ts";

/** Square cells over a piece of the map plane. */
export interface Grid {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
}
/** How many cells of the columns i0 ≤ i < i1 and the rows j0 ≤ j < j1 are set; what lies beyond the grid is not. */
export type Counted = (i0: number, j0: number, i1: number, j1: number) => number;

/**
 * The cells with land at their middle: 1, row by row. Every edge is looked at once for each row that it crosses, not once for each
 * cell: to ask `regionAt` of a coast of thousands of points for each of thousands of cells takes longer than a tap may.
 */
export function landGrid({ regions }: Ground, { x, y, cell, columns, rows }: Grid): Uint8Array {
  const land = new Uint8Array(columns * rows);
  for (const { parts } of regions)
    for (const rings of parts) {
      const crossings = new Map<number, number[]>();
      for (const ring of rings)
        for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
          const [[xi, yi], [xj, yj]] = [ring[i]!, ring[j]!];
          const [low, high] = yi < yj ? [yi, yj] : [yj, yi];
          // The rows whose middle lies in low ≤ middle < high: a corner belongs to one of the two edges that meet in it.
          const first = Math.max(0, Math.ceil((low - y) / cell - 0.5));
          for (let row = first; row < rows && y + (row + 0.5) * cell < high; row++) {
            const at = ((xj - xi) * (y + (row + 0.5) * cell - yi)) / (yj - yi) + xi;
            const known = crossings.get(row);
            if (known) known.push(at);
            else crossings.set(row, [at]);
          }
        }
      for (const [row, at] of crossings) {
        at.sort((a, b) => a - b);
        for (let pair = 0; pair + 1 < at.length; pair += 2) {
          const from = Math.max(0, Math.ceil((at[pair]! - x) / cell - 0.5));
          const to = Math.min(columns, Math.ceil((at[pair + 1]! - x) / cell - 0.5));
          if (to > from) land.fill(1, row * columns + from, row * columns + to);
        }
      }
    }
  return land;
}

/** Counts set cells of any box with four additions. */
export function counting(cells: Uint8Array, { columns, rows }: Pick<Grid, "columns" | "rows">): Counted {
  const wide = columns + 1;
  // Sums of all cells above and to the left.
  const sums = new Uint32Array(wide * (rows + 1));
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) sums[(j + 1) * wide + i + 1] = cells[j * columns + i]! + sums[j * wide + i + 1]! + sums[(j + 1) * wide + i]! - sums[j * wide + i]!;
  const within = (value: number, end: number): number => Math.max(0, Math.min(end, value));
  return (i0, j0, i1, j1) => {
    const [left, right, top, bottom] = [within(i0, columns), within(i1, columns), within(j0, rows), within(j1, rows)];
    if (left >= right || top >= bottom) return 0;
    return sums[bottom * wide + right]! - sums[bottom * wide + left]! - sums[top * wide + right]! + sums[top * wide + left]!;
  };
}
