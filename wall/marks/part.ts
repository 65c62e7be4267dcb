import type { GroundRegion } from "./ground.ts";
import type { Point } from "./plane.ts";

type Rings = GroundRegion["parts"][number];
/** One part of a shape, sorted to be asked many times: its edges, four numbers each, by the bands of its height that they touch. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly height: number;
  readonly bands: readonly (readonly number[])[];
}

/** Even-odd over all rings of a part, so that holes are outside. */
export function isInside({ from, to, height, bands }: Part, [x, y]: Point): boolean {
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
export function partOf(rings: Rings): Part {
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
