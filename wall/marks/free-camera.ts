import { planeBox, TRUE_GROUND } from "./camera.ts";
import type { Size } from "./mark.ts";
import type { Point, Transform } from "./plane.ts";

/** A hand comes no nearer than a picture of this width: finer ground there is none. */
const LEAST_KM = 3;
const LEAST_GROUND = 0.72;

/** The nearest camera that shows true ground: no wider than it is, and no further to a side than its edge. */
export function onGround({ k, dx, dy }: Transform, size: Pick<Size, "width" | "height">): Transform {
  const { width, height } = size;
  const [x0, y0, x1, y1] = planeBox(TRUE_GROUND);
  const least = Math.max((LEAST_GROUND * width) / (x1 - x0), height / (y1 - y0));
  const kept = Math.min(Math.max(k, least), width / LEAST_KM);
  // What stands in the middle stays there.
  const [cx, cy] = [(width / 2 - dx) / k, (height / 2 - dy) / k];
  return { k: kept, dx: between(width - kept * x1, width / 2 - kept * cx, -kept * x0), dy: between(height - kept * y1, height / 2 - kept * cy, -kept * y0) };
}
const between = (a: number, value: number, b: number): number => Math.min(Math.max(value, Math.min(a, b)), Math.max(a, b));

/** The camera pushed by so many px. */
export const pushed = ({ k, dx, dy }: Transform, [x, y]: Point, size: Pick<Size, "width" | "height">): Transform => onGround({ k, dx: dx + x, dy: dy + y }, size);

/** The camera `by` times as near, so that what lies under a point of the picture stays there, as far as the ground goes. */
export function nearer(at: Transform, by: number, [x, y]: Point, size: Pick<Size, "width" | "height">): Transform {
  const { k } = onGround({ ...at, k: at.k * by }, size);
  const share = k / at.k;
  return onGround({ k, dx: x - share * (x - at.dx), dy: y - share * (y - at.dy) }, size);
}
