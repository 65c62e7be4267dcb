import type { Size } from "./mark.ts";

/** The frame of a drill takes this much of a display's edge. */
export const EDGE_U = 0.4;
/** The row of levels on top, two rows of words, short ticks, the axis; all from the top, in u. */
export const LEVELS_U = 0.6;
export const ROWS_U = 1.2;
export const ROW_U = 1.45;
export const ROWS = 2;
/** Room that the line of now keeps on each side. */
export const NOW_U = 0.3;

export interface Stretch {
  readonly from: number;
  readonly to: number;
}
/** Room that words have taken, by row, and the ticks that run down to the axis from a row. */
export interface Taking {
  readonly words: (Stretch & { readonly row: number })[];
  readonly ticks: { readonly px: number; readonly row: number }[];
}
export type Taken = { readonly [K in keyof Taking]: readonly Taking[K][number][] };

export const crossesNow = ({ from, to }: Stretch, nowPx: number, u: number): boolean => from < nowPx + NOW_U * u && nowPx - NOW_U * u < to;
/** What stands whole on its own display, before or behind the line of now. */
export const whole = ({ from, to }: Stretch, nowPx: number, { u, width }: Size): boolean =>
  from >= EDGE_U * u && to <= width - EDGE_U * u && !crossesNow({ from, to }, nowPx, u);
/** How far what has been may reach to the right. */
export const endOfPast = (nowPx: number, { u, width }: Size): number => (nowPx >= 0 ? Math.min(width - EDGE_U * u, nowPx - NOW_U * u) : -Infinity);

/** Whether words find their room free in a row: of other words, of the ticks of rows above, and of their own tick's way down. */
export const isFree = ({ words, ticks }: Taken, { from, to, row }: Stretch & { readonly row: number }, px?: number): boolean =>
  !words.some((t) => (t.row === row && from < t.to && t.from < to) || (px !== undefined && t.row > row && px > t.from && px < t.to)) &&
  !ticks.some((t) => t.row < row && t.px > from && t.px < to);
