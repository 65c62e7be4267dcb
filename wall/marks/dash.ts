import type { Point } from "./plane.ts";

/** Cuts a line into the strokes of a dash pattern (px on, px off, …), the rhythm running on around corners. */
export function dash(points: readonly Point[], pattern: readonly number[]): Point[][] {
  const total = pattern.reduce((a, b) => a + b, 0);
  if (total <= 0) return [[...points]];
  const strokes: Point[][] = [];
  let index = 0;
  let left = pattern[0]!;
  let stroke: Point[] | null = points[0] ? [points[0]] : null;
  for (let i = 1; i < points.length; i++) {
    const [x0, y0] = points[i - 1]!;
    const [x1, y1] = points[i]!;
    const length = Math.hypot(x1 - x0, y1 - y0);
    let walked = 0;
    while (length - walked > left) {
      walked += left;
      const at: Point = [x0 + ((x1 - x0) * walked) / length, y0 + ((y1 - y0) * walked) / length];
      if (stroke) {
        stroke.push(at);
        strokes.push(stroke);
        stroke = null;
      } else stroke = [at];
      index = (index + 1) % pattern.length;
      left = pattern[index]!;
    }
    left -= length - walked;
    stroke?.push([x1, y1]);
  }
  if (stroke && stroke.length > 1) strokes.push(stroke);
  return strokes;
}

/** Points on a circle's line from one bearing to another, degrees clockwise from north. */
export function arcPoints(cx: number, cy: number, r: number, from: number, to: number): Point[] {
  const steps = Math.max(2, Math.ceil((Math.abs(to - from) / 360) * Math.max(24, Math.min(180, r))));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const a = ((from + ((to - from) * i) / steps) * Math.PI) / 180;
    return [cx + r * Math.sin(a), cy - r * Math.cos(a)] as const;
  });
}
