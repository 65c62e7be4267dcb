import type { Display, Wall } from "../../model/wall.ts";

/** Which wall, and which of its displays (0 = all), an address asks for: `/wall/main/2`. */
export function wallAddress(pathname: string): { readonly wall: string; readonly display: number } | null {
  const match = /^\/wall\/([^/]+)(?:\/(\d+))?\/?$/.exec(pathname);
  return match ? { wall: decodeURIComponent(match[1]!), display: Number(match[2] ?? 0) } : null;
}

/** A display on a page: left and top edge on the page's own plane, px. */
export interface Sheet {
  readonly display: Display;
  readonly x: number;
  readonly y: number;
}
/** Between two surfaces that one window shows side by side, px. */
const BETWEEN_SURFACES_PX = 48;

/** The displays to show and the plane they span, px: one by itself starts at its own corner; surfaces stand side by side. */
export function planeOf(wall: Wall, display: number): { readonly sheets: readonly Sheet[]; readonly widthPx: number; readonly heightPx: number } {
  const sheets: Sheet[] = [];
  let left = 0;
  for (const surface of wall.surfaces) {
    for (const d of surface.displays) {
      if (display === 0) sheets.push({ display: d, x: left + d.xPx, y: d.yPx });
      else if (d.n === display) sheets.push({ display: d, x: 0, y: 0 });
    }
    left += surface.widthPx + BETWEEN_SURFACES_PX;
  }
  return {
    sheets,
    widthPx: Math.max(...sheets.map(({ x, display: d }) => x + d.widthPx)),
    heightPx: Math.max(...sheets.map(({ y, display: d }) => y + d.heightPx)),
  };
}

/** How a plane sits in a window: whole, undistorted, in the middle; pixel for pixel where it fits exactly. */
export function fit(plane: { readonly widthPx: number; readonly heightPx: number }, widthPx: number, heightPx: number): { readonly scale: number; readonly x: number; readonly y: number } {
  const scale = Math.min(widthPx / plane.widthPx, heightPx / plane.heightPx);
  return { scale, x: (widthPx - plane.widthPx * scale) / 2, y: (heightPx - plane.heightPx * scale) / 2 };
}
