import type { Ground, GroundRegion } from "./ground.ts";
import type { Point } from "./plane.ts";

/** The region under a point of the map plane, or undefined at sea. */
export function regionAt(ground: Ground, point: Point): GroundRegion | undefined {
  return ground.regions.find((region) => inBox(region.box, point) && partsOf(region).some((part) => inside(part, point)));
}
const inBox = ([x0, y0, x1, y1]: GroundRegion["box"], [x, y]: Point): boolean => x >= x0 && x <= x1 && y >= y0 && y <= y1;

type Rings = GroundRegion["parts"][number];
/** The edges of a part, four numbers each, by the bands of its height that they touch. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly height: number;
  readonly bands: readonly (readonly number[])[];
}

/** Even-odd over all rings of a part, so that holes are outside. */
function inside({ from, to, height, bands }: Part, [x, y]: Point): boolean {
  if (!(y >= from && y <= to)) return false;
  const edges = bands[Math.min(bands.length - 1, Math.floor((y - from) / height))]!;
  let odd = false;
  for (let at = 0; at < edges.length; at += 4) {
    const [xi, yi, xj, yj] = [edges[at]!, edges[at + 1]!, edges[at + 2]!, edges[at + 3]!];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}

const EDGES_IN_A_BAND = 8;
const MOST_BANDS = 256;
// The names of a map ask thousands of times about the same few coasts: each is sorted once, at the first question.
const known = new WeakMap<GroundRegion, readonly Part[]>();
function partsOf(region: GroundRegion): readonly Part[] {
  let parts = known.get(region);
  if (!parts) known.set(region, (parts = region.parts.map(sorted)));
  return parts;
}
function sorted(rings: Rings): Part {
  let [from, to, corners] = [Infinity, -Infinity, 0];
  for (const ring of rings)
    for (const [, y] of ring) {
      from = Math.min(from, y);
      to = Math.max(to, y);
      corners++;
    }
  const count = Math.max(1, Math.min(MOST_BANDS, Math.ceil(corners / EDGES_IN_A_BAND)));
  // A part without height has no inside; its one band is as good as any.
  const height = (to - from) / count || 1;
  const bands = Array.from({ length: count }, (): number[] => []);
  const band = (y: number): number => Math.min(count - 1, Math.floor((y - from) / height));
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[xi, yi], [xj, yj]] = [ring[i]!, ring[j]!];
      for (let at = band(Math.min(yi, yj)); at <= band(Math.max(yi, yj)); at++) bands[at]!.push(xi, yi, xj, yj);
    }
  return { from, to, height, bands };
}
