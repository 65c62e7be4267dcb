import type { Ground, GroundRegion } from "./ground.ts";
import type { Point } from "./plane.ts";

/** The region under a point of the map plane, or undefined at sea. */
export function regionAt(ground: Ground, point: Point): GroundRegion | undefined {
  return ground.regions.find((region) => inBox(region.box, point) && region.parts.some((rings) => inside(rings, point)));
}
const inBox = ([x0, y0, x1, y1]: GroundRegion["box"], [x, y]: Point): boolean => x >= x0 && x <= x1 && y >= y0 && y <= y1;

/** Even-odd over all rings, so that holes are outside. */
function inside(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let odd = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!;
      const [xj, yj] = ring[j]!;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
    }
  return odd;
}
