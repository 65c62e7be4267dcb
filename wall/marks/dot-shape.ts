import { linePx } from "../../themes/scale.ts";
import type { Mark } from "./mark.ts";
import type { Point } from "./plane.ts";

/** Shapes of kinds of points; none of them is the shape of a level. */
export const DOT_SHAPES = ["dot", "ring", "square", "cross"] as const;
export type DotShape = (typeof DOT_SHAPES)[number];

/** One point in the shape of its kind, or its sample in the legend. */
export function dotMark(shape: DotShape, [x, y]: Point, r: number, u: number): Mark[] {
  switch (shape) {
    case "dot":
      return [{ kind: "circle", cx: x, cy: y, r, fill: "t2" }];
    case "ring":
      return [{ kind: "circle", cx: x, cy: y, r: r * 1.05, fill: "bg", stroke: "t1", widthPx: linePx(1.5, u) }];
    case "square":
      return [{ kind: "rect", x: x - r * 0.9, y: y - r * 0.9, width: r * 1.8, height: r * 1.8, fill: "obs" }];
    case "cross":
      return [[[x - r, y - r], [x + r, y + r]] as const, [[x + r, y - r], [x - r, y + r]] as const].map((points): Mark => ({ kind: "line", points, stroke: "t1", widthPx: linePx(2, u) }));
  }
}
