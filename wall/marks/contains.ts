import type { Ground, GroundRegion } from "./ground.ts";
import type { Point } from "./plane.ts";

/** The region under a point of the map plane, or undefined at sea. */
export function regionAt(ground: Ground, point: Point): GroundRegion | undefined {
  return ground.regions.find((region) => inBox(region.box, point) && inside(region, point));
}
const inBox = ([x0, y0, x1, y1]: GroundRegion["box"], [x, y]: Point): boolean => x >= x0 && x <= x1 && y >= y0 && y <= y1;

/** Even-odd over all rings of a region's parts, which do not overlap: holes are outside. */
function inside(region: GroundRegion, [x, y]: Point): boolean {
  const bands = bandsOf(region);
  const edges = bands.edges[Math.min(bands.edges.length - 1, Math.floor((y - bands.from) / bands.height))]!;
  let odd = false;
  for (let at = 0; at < edges.length; at += 4) {
    const [xi, yi, xj, yj] = [edges[at]!, edges[at + 1]!, edges[at + 2]!, edges[at + 3]!];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}

/** The edges of a region, four numbers each, by the bands of its height that they touch. */
interface Bands {
  readonly from: number;
  readonly height: number;
  readonly edges: readonly (readonly number[])[];
}
const EDGES_IN_A_BAND = 8;
const MOST_BANDS = 256;
// The names of a map ask thousands of times about the same few coasts: each is sorted once, at the first question.
const known = new WeakMap<GroundRegion, Bands>();
function bandsOf(region: GroundRegion): Bands {
  let bands = known.get(region);
  if (!bands) known.set(region, (bands = sorted(region)));
  return bands;
}
function sorted({ parts, box: [, from, , to] }: GroundRegion): Bands {
  const rings = parts.flat();
  const count = Math.max(1, Math.min(MOST_BANDS, Math.ceil(rings.reduce((sum, ring) => sum + ring.length, 0) / EDGES_IN_A_BAND)));
  // A region without height has one band, in which no edge is crossed.
  const height = (to - from) / count || 1;
  const edges = Array.from({ length: count }, (): number[] => []);
  const band = (y: number): number => Math.max(0, Math.min(count - 1, Math.floor((y - from) / height)));
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[xi, yi], [xj, yj]] = [ring[i]!, ring[j]!];
      for (let at = band(Math.min(yi, yj)); at <= band(Math.max(yi, yj)); at++) edges[at]!.push(xi, yi, xj, yj);
    }
  return { from, height, edges };
}
