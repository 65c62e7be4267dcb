import { boxOf } from "./box.ts";
import { isInside, partOf, type Part } from "./part.ts";
import type { Point } from "./plane.ts";

type Rings = readonly (readonly Point[])[];

/** A point well inside the largest part of a shape: where a name stands best. A grid is searched and refined around its best cell. */
export function innerPoint(parts: readonly Rings[]): Point {
  const largest = parts.reduce<Rings | undefined>((best, rings) => (!best || areaOf(rings[0]!) > areaOf(best[0]!) ? rings : best), undefined);
  if (!largest) return [0, 0];
  const shape = shapeOf(largest);
  let [x0, y0, x1, y1] = boxOf(largest[0]!);
  let best: Point = [(x0 + x1) / 2, (y0 + y1) / 2];
  let room = -Infinity;
  for (let round = 0; round < 3; round++) {
    const stepX = (x1 - x0) / 12;
    const stepY = (y1 - y0) / 12;
    for (let i = 0; i <= 12; i++)
      for (let j = 0; j <= 12; j++) {
        const p: Point = [x0 + i * stepX, y0 + j * stepY];
        const r = roomAt(shape, p, room);
        if (r > room) {
          room = r;
          best = p;
        }
      }
    [x0, x1] = [best[0] - stepX, best[0] + stepX];
    [y0, y1] = [best[1] - stepY, best[1] + stepY];
  }
  return best;
}
/** Further points inside the parts of a shape, roomiest first and well apart: where its name may stand when its best place is taken. */
export function innerPoints(parts: readonly Rings[], most = 10): Point[] {
  const found: { at: Point; room: number; apart: number }[] = [];
  for (const rings of parts) {
    const shape = shapeOf(rings);
    const [x0, y0, x1, y1] = boxOf(rings[0]!);
    const [stepX, stepY] = [(x1 - x0) / 10, (y1 - y0) / 10];
    for (let i = 1; i < 10; i++)
      for (let j = 1; j < 10; j++) {
        const at: Point = [x0 + i * stepX, y0 + j * stepY];
        const room = isInside(shape.part, at) ? roomAt(shape, at) : 0;
        if (room > 0) found.push({ at, room, apart: 1.5 * Math.min(stepX, stepY) });
      }
  }
  const kept: Point[] = [];
  for (const { at, apart } of found.sort((a, b) => b.room - a.room)) {
    if (kept.length === most) break;
    if (kept.every((other) => Math.hypot(other[0] - at[0], other[1] - at[1]) >= apart)) kept.push(at);
  }
  return kept;
}
const areaOf = (ring: readonly Point[]): number =>
  Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length]![1] - ring[(i + 1) % ring.length]![0] * y, 0));

const STEP = 16;
interface Shape {
  readonly part: Part;
  /** x, y, dx, dy of each edge. */
  readonly edges: Float64Array;
}
function shapeOf(rings: Rings): Shape {
  const edges = new Float64Array(4 * rings.reduce((sum, ring) => sum + ring.length, 0));
  let at = 0;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[xi, yi], [xj, yj]] = [ring[i]!, ring[j]!];
      edges.set([xi, yi, xj - xi, yj - yi], at);
      at += 4;
    }
  return { part: partOf(rings), edges };
}
/**
 * Distance to the nearest edge; negative outside. Names are wide, so height counts more than width.
 * @param enough where the point has no more room than this, that is all that is found out: most points of a grid are given up
 *   after a few edges, and a province opens in a third of the time
 */
function roomAt({ part, edges }: Shape, point: Point, enough = -Infinity): number {
  const isIn = isInside(part, point);
  if (!isIn && enough > 0) return -Infinity;
  const [x, y] = point;
  const least = isIn && enough > 0 ? enough * enough : -1;
  let nearest = Infinity;
  // All around the shape with long steps first: the next edges lie side by side and say nearly the same.
  for (let turn = 0; turn < STEP; turn++)
    for (let at = 4 * turn; at < edges.length; at += 4 * STEP) {
      const dx = edges[at + 2]!;
      const dy = edges[at + 3]!;
      const toX = x - edges[at]!;
      const toY = y - edges[at + 1]!;
      const share = Math.max(0, Math.min(1, (toX * dx + toY * dy) / (dx * dx + dy * dy || 1)));
      const offX = (toX - share * dx) / 1.6;
      const offY = toY - share * dy;
      const far = offX * offX + offY * offY;
      if (far < nearest) {
        nearest = far;
        if (nearest <= least) return -Infinity;
      }
    }
  return (isIn ? 1 : -1) * Math.sqrt(nearest);
}
