import { boxOf } from "./box.ts";
import type { Ground, GroundRegion } from "./ground.ts";
import { isInside, partOf, type Part } from "./part.ts";
import type { Point } from "./plane.ts";

/** The region under a point of the map plane, or undefined at sea. */
export function regionAt(ground: Ground, point: Point): GroundRegion | undefined {
  for (const region of near(ground, point)) if (inBox(region.box, point) && partsOf(region).some((part) => isInside(part, point))) return region;
  return undefined;
}
const inBox = ([x0, y0, x1, y1]: GroundRegion["box"], [x, y]: Point): boolean => x >= x0 && x <= x1 && y >= y0 && y <= y1;

/** The regions whose boxes reach into each square of a lattice over a ground, in the order of the ground. */
interface Lattice {
  readonly box: GroundRegion["box"];
  readonly wide: number;
  readonly high: number;
  readonly squares: readonly (readonly GroundRegion[])[];
}
const SIDE = 32;
// The names of a map ask thousands of times about the same few coasts: grounds and shapes are sorted once, at the first question.
const lattices = new WeakMap<Ground, Lattice>();
const NOTHING: readonly GroundRegion[] = [];
function near(ground: Ground, [x, y]: Point): readonly GroundRegion[] {
  let lattice = lattices.get(ground);
  if (!lattice) lattices.set(ground, (lattice = latticeOf(ground)));
  const { box, wide, high, squares } = lattice;
  return inBox(box, [x, y]) ? squares[squareOf(y, box[1], high) * SIDE + squareOf(x, box[0], wide)]! : NOTHING;
}
const squareOf = (at: number, from: number, step: number): number => Math.min(SIDE - 1, Math.floor((at - from) / step));
function latticeOf(ground: Ground): Lattice {
  const regions = ground.regions.filter(({ box }) => box[0] <= box[2]);
  const box = boxOf(regions.flatMap(({ box: [x0, y0, x1, y1] }): Point[] => [[x0, y0], [x1, y1]]));
  // A ground without width or height has one column or one row.
  const [wide, high] = [(box[2] - box[0]) / SIDE || 1, (box[3] - box[1]) / SIDE || 1];
  const squares = Array.from({ length: SIDE * SIDE }, (): GroundRegion[] => []);
  for (const region of regions) {
    const [x0, y0, x1, y1] = region.box;
    for (let row = squareOf(y0, box[1], high); row <= squareOf(y1, box[1], high); row++)
      for (let column = squareOf(x0, box[0], wide); column <= squareOf(x1, box[0], wide); column++) squares[row * SIDE + column]!.push(region);
  }
  return { box, wide, high, squares };
}

const known = new WeakMap<GroundRegion, readonly Part[]>();
function partsOf(region: GroundRegion): readonly Part[] {
  let parts = known.get(region);
  if (!parts) known.set(region, (parts = region.parts.map(partOf)));
  return parts;
}
