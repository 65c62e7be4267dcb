import type { Stroke } from "../../model/wall.ts";
import type { LabelBox } from "./labels.ts";
import type { Mark, Point, Size } from "./mark.ts";
import { project } from "./mercator.ts";
import { apply, type Transform } from "./plane.ts";
import { roomBeside } from "./room-beside.ts";

/** What people draw and point at on a map with their hands (标绘、指点), over everything else; lit on dark and on light ground alike. */
export function handMarks(strokes: readonly Pick<Stroke, "points">[], pointer: readonly [lon: number, lat: number] | null, camera: Transform, u: number): Mark[] {
  const at = ([lon, lat]: readonly [number, number]): Point => apply(camera, project(lon, lat));
  const lines = strokes.flatMap(({ points }): Mark[] => {
    const line = points.map(at);
    return [
      // Twice as wide as any track, so that nobody takes a hand's line for one.
      { kind: "line", points: line, stroke: "bg", widthPx: 0.7 * u, cap: "round" },
      { kind: "line", points: line, stroke: "focus", widthPx: 0.36 * u, cap: "round" },
    ];
  });
  if (!pointer) return lines;
  const [cx, cy] = at(pointer);
  return [
    ...lines,
    { kind: "circle", cx, cy, r: 1.1 * u, stroke: "bg", widthPx: 0.5 * u },
    { kind: "circle", cx, cy, r: 1.1 * u, stroke: "focus", widthPx: 0.22 * u },
    { kind: "circle", cx, cy, r: 0.25 * u, fill: "focus" },
  ];
}

/**
 * The same as a part of a map's picture: it ends where the picture does, whatever stands beside that, and where the words of others stand on it.
 * @param words boxes of those, px on the picture
 */
export function handsOn({ width, height }: Pick<Size, "width" | "height">, words: readonly LabelBox[], hands: readonly Mark[]): Mark[] {
  if (hands.length === 0) return [];
  return roomBeside({ x: 0, y: 0, width, height }, words).map((room) => ({ kind: "clip", ...room, marks: hands }));
}
