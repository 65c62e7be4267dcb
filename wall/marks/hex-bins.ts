import type { Point } from "./plane.ts";

/** A cell of a lattice of upright hexagons, by its axial coordinates. */
export interface HexCell {
  readonly q: number;
  readonly r: number;
}
export interface HexBin extends HexCell {
  /** How many points lie in it. */
  readonly count: number;
}
const SQRT3 = Math.sqrt(3);

/** Its middle, where the lattice begins at the origin of the plane: the same everywhere, whatever points there are. */
export const centreOf = ({ q, r }: HexCell, radius: number): Point => [radius * SQRT3 * (q + r / 2), radius * 1.5 * r];

/** The one cell that a point lies in. */
export function hexAt([x, y]: Point, radius: number): HexCell {
  const r = y / (1.5 * radius);
  const q = x / (SQRT3 * radius) - r / 2;
  return nearest(q, r);
}
/** Rounded as a cube: the coordinate that was rounded furthest follows from the two others. */
function nearest(q: number, r: number): HexCell {
  const s = -q - r;
  const [rq, rr, rs] = [Math.round(q), Math.round(r), Math.round(s)];
  const [dq, dr, ds] = [Math.abs(rq - q), Math.abs(rr - r), Math.abs(rs - s)];
  if (dq > dr && dq > ds) return { q: -rr - rs + 0, r: rr + 0 };
  return { q: rq + 0, r: (dr > ds ? -rq - rs : rr) + 0 };
}
/** How many points lie in each cell; cells without one are not there. */
export function hexBins(points: Iterable<Point>, radius: number): HexBin[] {
  const bins = new Map<string, { q: number; r: number; count: number }>();
  for (const point of points) {
    const { q, r } = hexAt(point, radius);
    const key = `${q} ${r}`;
    const bin = bins.get(key);
    if (bin) bin.count++;
    else bins.set(key, { q, r, count: 1 });
  }
  return [...bins.values()];
}
/** The corners of a cell, from the top, clockwise. */
export const hexCorners = (cell: HexCell, radius: number): Point[] => {
  const [x, y] = centreOf(cell, radius);
  return [0, 1, 2, 3, 4, 5].map((i) => [x + radius * Math.sin((Math.PI / 3) * i), y - radius * Math.cos((Math.PI / 3) * i)] as const);
};
