import type { Surface } from "../model/wall.ts";

/** A rectangle in px of a surface's plane. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** What the edge of a display keeps free of words, so that no glyph meets a bezel (VISUAL §4). */
export const MARGIN_U = 2;

/** The screens of a surface in upright rows: from the left, and in each from the top. Blended screens are one: both draw what they share. */
export function columnsOf(surface: Surface): Rect[][] {
  let screens: Rect[] = [];
  for (const { xPx: x, yPx: y, widthPx: width, heightPx: height } of surface.displays) {
    let screen: Rect = { x, y, width, height };
    for (let other = screens.find((s) => blended(s, screen)); other; other = screens.find((s) => blended(s, screen))) {
      screens = screens.filter((s) => s !== other);
      screen = union(screen, other);
    }
    screens.push(screen);
  }
  const columns: Rect[][] = [];
  for (const screen of screens.sort((a, b) => a.x - b.x || a.y - b.y)) {
    const column = columns.find(([first]) => Math.abs(first!.x - screen.x) < first!.width / 2);
    if (column) column.push(screen);
    else columns.push([screen]);
  }
  return columns.map((column) => column.sort((a, b) => a.y - b.y));
}
const blended = (a: Rect, b: Rect): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
function union(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

/**
 * What of a rectangle lies on each screen of it, clear of the screens' edges: the places where words may stand.
 * Neighbours without a seam between them are one.
 */
export function cellsIn(area: Rect, screens: readonly Rect[], { across, down }: { readonly across: number; readonly down: number }): Rect[] {
  return screens.flatMap((screen): Rect[] => {
    const [left, right] = [Math.max(area.x, screen.x + across), Math.min(area.x + area.width, screen.x + screen.width - across)];
    const [top, bottom] = [Math.max(area.y, screen.y + (area.y > screen.y ? 0 : down)), Math.min(area.y + area.height, screen.y + screen.height - (area.y + area.height < screen.y + screen.height ? 0 : down))];
    return right > left && bottom > top ? [{ x: left, y: top, width: right - left, height: bottom - top }] : [];
  });
}
