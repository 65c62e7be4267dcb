import type { Rect } from "./cells.ts";

/** What a tag on a screen below the strip keeps from the edges of its screen, from what follows below it, and needs of a ground to stand on. */
const BESIDE_U = 2;
export const ABOVE_U = 0.625;
const BELOW_U = 0.5;

/** A screen that no strip crosses, and where it says the response level. */
export interface Told {
  readonly screen: Rect;
  readonly rect: Rect;
}
interface Tag {
  readonly width: number;
  readonly height: number;
  readonly px: (u: number) => number;
}

/** The screens of a surface above which another one stands: no strip reaches them. */
export const lowerScreens = (columns: readonly (readonly Rect[])[]): Rect[] => columns.flatMap((column) => column.slice(1));

/** Tags on a ground that runs on behind them, at the upper left of each screen that has the room. */
export const tagsOn = (area: Rect, screens: readonly Rect[], { width, height, px }: Tag): Told[] =>
  screens.flatMap((screen): Told[] => {
    const [left, top] = [Math.max(area.x, screen.x), Math.max(area.y, screen.y)];
    const [right, bottom] = [Math.min(area.x + area.width, screen.x + screen.width), Math.min(area.y + area.height, screen.y + screen.height)];
    const rect = { x: left + px(BESIDE_U), y: top + px(ABOVE_U), width, height };
    return rect.x + width <= right - px(BESIDE_U) + 0.5 && rect.y + height <= bottom - px(ABOVE_U) + 0.5 ? [{ screen, rect }] : [];
  });

/** A tag at the top of a place for panels, and what of the place is left below it; undefined where it has no room. */
export function tagAbove(cell: Rect, { width, height, px }: Tag): { readonly rect: Rect; readonly rest: Rect } | undefined {
  const taken = height + px(BELOW_U);
  if (cell.width + 0.5 < width || cell.height <= taken) return undefined;
  return { rect: { x: cell.x, y: cell.y, width, height }, rest: { ...cell, y: cell.y + taken, height: cell.height - taken } };
}
