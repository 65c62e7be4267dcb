import { boxOf } from "./box.ts";
import type { Point } from "./plane.ts";

type Rings = readonly (readonly Point[])[];

/** A point well inside the largest part of a shape: where a name stands best. A grid is searched and refined around its best cell. */
export function innerPoint(parts: readonly Rings[]): Point {
  const largest = parts.reduce<Rings | undefined>((best, rings) => (!best || areaOf(rings[0]!) > areaOf(best[0]!) ? rings : best), undefined);
  if (!largest) return [0, 0];
  let [x0, y0, x1, y1] = boxOf(largest[0]!);
  let best: Point = [(x0 + x1) / 2, (y0 + y1) / 2];
  let room = -Infinity;
  for (let round = 0; round < 3; round++) {
    const stepX = (x1 - x0) / 12;
    const stepY = (y1 - y0) / 12;
    for (let i = 0; i <= 12; i++)
      for (let j = 0; j <= 12; j++) {
        const p: Point = [x0 + i * stepX, y0 + j * stepY];
        const r = roomAt(largest, p);
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
    const [x0, y0, x1, y1] = boxOf(rings[0]!);
    const [stepX, stepY] = [(x1 - x0) / 10, (y1 - y0) / 10];
    for (let i = 1; i < 10; i++)
      for (let j = 1; j < 10; j++) {
        const at: Point = [x0 + i * stepX, y0 + j * stepY];
        const room = roomAt(rings, at);
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

/** Distance to the nearest edge; negative outside. Names are wide, so height counts more than width. */
function roomAt(rings: Rings, [x, y]: Point): number {
  let odd = false;
  let nearest = Infinity;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!;
      const [xj, yj] = ring[j]!;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
      const [dx, dy] = [xj - xi, yj - yi];
      const share = Math.max(0, Math.min(1, ((x - xi) * dx + (y - yi) * dy) / (dx * dx + dy * dy || 1)));
      nearest = Math.min(nearest, ((x - xi - share * dx) / 1.6) ** 2 + (y - yi - share * dy) ** 2);
    }
  return (odd ? 1 : -1) * Math.sqrt(nearest);
}
