import type { Stroke } from "../../model/wall.ts";
import type { Mark, Point } from "./mark.ts";
import { project } from "./mercator.ts";
import { apply, type Transform } from "./plane.ts";

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
