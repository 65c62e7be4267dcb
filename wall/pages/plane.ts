import type { Display, Wall } from "../../model/wall.ts";

/** Which wall, and which of its displays (0 = all), an address asks for: `/wall/main/2`. */
export function wallAddress(pathname: string): { readonly wall: string; readonly display: number } | null {
  const match = /^\/wall\/([^/]+)(?:\/(\d+))?\/?$/.exec(pathname);
  return match ? { wall: decodeURIComponent(match[1]!), display: Number(match[2] ?? 0) } : null;
}

/** The displays to show and the plane they span, px. */
export function planeOf(wall: Wall, display: number): { readonly displays: readonly Display[]; readonly widthPx: number; readonly heightPx: number } {
  const displays = display === 0 ? wall.displays : wall.displays.filter((d) => d.n === display).map((d) => ({ ...d, xPx: 0, yPx: 0 }));
  return {
    displays,
    widthPx: Math.max(...displays.map((d) => d.xPx + d.widthPx)),
    heightPx: Math.max(...displays.map((d) => d.yPx + d.heightPx)),
  };
}

/** How a plane sits in a window: whole, undistorted, in the middle; pixel for pixel where it fits exactly. */
export function fit(plane: { readonly widthPx: number; readonly heightPx: number }, widthPx: number, heightPx: number): { readonly scale: number; readonly x: number; readonly y: number } {
  const scale = Math.min(widthPx / plane.widthPx, heightPx / plane.heightPx);
  return { scale, x: (widthPx - plane.widthPx * scale) / 2, y: (heightPx - plane.heightPx * scale) / 2 };
}
