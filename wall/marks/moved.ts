import type { Mark, PathStep } from "./mark.ts";
import type { Point } from "./plane.ts";

/** The same marks with their origin at (x, y). */
export function moved(marks: readonly Mark[], x: number, y: number): Mark[] {
  const by = ([px, py]: Point): Point => [px + x, py + y];
  return marks.map((mark): Mark => {
    switch (mark.kind) {
      case "line":
        return { ...mark, points: mark.points.map(by) };
      case "area":
        return { ...mark, rings: mark.rings.map((ring) => ring.map(by)) };
      case "rect":
      case "text":
      case "hit":
        return { ...mark, x: mark.x + x, y: mark.y + y };
      case "circle":
      case "arc":
      case "badge":
        return { ...mark, cx: mark.cx + x, cy: mark.cy + y };
      case "path":
        return { ...mark, steps: mark.steps.map((step) => shifted(step, x, y)) };
      case "clip":
        return { ...mark, x: mark.x + x, y: mark.y + y, marks: moved(mark.marks, x, y) };
      case "regions":
      case "outline":
      case "points":
        return { ...mark, transform: { k: mark.transform.k, dx: mark.transform.dx + x, dy: mark.transform.dy + y } };
    }
  });
}
const shifted = ([op, ...at]: PathStep, x: number, y: number): PathStep => [op, ...at.map((value, i) => value + (i % 2 === 0 ? x : y))] as unknown as PathStep;
