import { focusGround } from "./focus-ground.ts";
import type { Ground } from "./ground.ts";
import { meets, nearestOf, type LabelBox } from "./labels.ts";
import { counting, landGrid } from "./land-grid.ts";
import type { MapData } from "./map-data.ts";
import type { Size } from "./mark.ts";
import { unapply, type Point, type Transform } from "./plane.ts";

/**
 * Where a legend stands: in the corner that covers no land of which the map speaks and least of what a storm draws, its track and its inner circle before the outer one; the
 * corners are tried in one order, so that it seldom moves while the storm goes by. Where no corner is free of land and of the track, it stands at sea where it hides
 * least of the storm, the corners and the edges first. Where no storm is drawn, or there is no such sea, along the lower edge from the left, else along the upper one, where it covers
 * least of the land, unless there is open sea for it between the two. `land` = how much of it is covered, `hidden` = how much of track and inner circle.
 */
export function legendPlace(data: Pick<MapData, "sets" | "focus">, goal: Transform, size: Size, legend: { readonly width: number; readonly height: number }, taken: readonly LabelBox[], storm?: StormLines): { readonly at: Point; readonly land: number; readonly hidden: number } {
  const { u } = size;
  const under = landUnder(focusGround(data), goal, size);
  const boxAt = ([x, y]: Point): LabelBox => ({ x, y, ...legend });
  const grown = (at: Point): LabelBox => ({ x: at[0] - u, y: at[1] - 0.5 * u, width: legend.width + 2 * u, height: legend.height + u });
  const free = (at: Point): boolean => !taken.some((other) => meets(boxAt(at), other, 0.6 * u));
  const crossed = (at: Point, lines: readonly LabelBox[]): number => lines.filter((line) => meets(grown(at), line)).length;
  const hidden = (at: Point): number => (storm ? hiddenUnder(grown(at), storm) : 0);
  // The first of the best: sorting keeps the order of what is equal.
  const clearest = (of: readonly Point[]): { readonly at: Point; readonly hidden: number } | undefined => storm && of.map((at) => ({ at, hidden: hidden(at), rims: crossed(at, storm.rims) })).sort((a, b) => a.hidden - b.hidden || a.rims - b.rims)[0];
  const corners = storm ? cornersFor(size, legend, taken).map(({ x, y }): Point => [x, y]).filter((at) => free(at) && under(grown(at)) === 0) : [];
  const corner = clearest(corners);
  if (corner?.hidden === 0) return { at: corner.at, land: 0, hidden: 0 };
  const { left, bottom } = marginsFor(size, legend);
  const lattice = latticeFor(size, legend);
  const [places, between] = [lattice.edges.filter(free), lattice.between.filter(free)];
  const open = storm && clearest([...corners, ...[...places, ...between].filter((at) => under(grown(at)) === 0)]);
  if (open) return { at: open.at, land: 0, hidden: open.hidden };
  let best = places[0] ?? [left, bottom];
  let least = Infinity;
  for (const at of places) {
    const covered = under(grown(at));
    if (covered < least) [best, least] = [at, covered];
    if (least === 0) break;
  }
  const atSea = least === 0 ? undefined : between.find((at) => under(grown(at)) === 0);
  return atSea ? { at: atSea, land: 0, hidden: hidden(atSea) } : { at: best, land: least, hidden: hidden(best) };
}

/** What a storm draws, on the picture: boxes along its track and along its circles, and the inner circle as it lies. */
export interface StormLines {
  readonly track: readonly LabelBox[];
  readonly rims: readonly LabelBox[];
  readonly disc?: { readonly at: Point; readonly r: number };
}
/** How many pieces of the track lie under a box, and one more for the inner circle; of the outer one a part may. */
export function hiddenUnder(box: LabelBox, { track, disc }: Pick<StormLines, "track" | "disc">): number {
  const [x, y] = disc ? nearestOf(box, disc.at) : [0, 0];
  const covers = disc !== undefined && Math.hypot(x - disc.at[0], y - disc.at[1]) < disc.r;
  return track.filter((line) => meets(box, line)).length + Number(covers);
}

type Extent = Pick<LabelBox, "width" | "height">;
const marginsFor = ({ width, height, u }: Size, legend: Extent) => ({ left: 1.5 * u, right: Math.max(1.5 * u, width - legend.width - 1.5 * u), top: 0.6 * u, bottom: height - legend.height - 0.6 * u });

/** Where a legend is tried: along the lower edge from the left, along the upper one, and in rows between the two. */
export function latticeFor(size: Size, legend: Extent): { readonly edges: readonly Point[]; readonly between: readonly Point[] } {
  const { u } = size;
  const { left, right, top, bottom } = marginsFor(size, legend);
  const steps = Math.max(1, Math.ceil((right - left) / (2 * u)));
  const along = Array.from({ length: steps + 1 }, (_, i) => left + (i * (right - left)) / steps);
  const rows = Math.max(0, Math.ceil((bottom - top) / (4 * u)) - 1);
  const on = (ys: readonly number[]): Point[] => ys.flatMap((y) => along.map((x): Point => [x, y]));
  return { edges: on([bottom, top]), between: on(Array.from({ length: rows }, (_, i) => bottom - ((i + 1) * (bottom - top)) / (rows + 1))) };
}

/** The corners that a legend may stand in, in the order in which they are tried; what stands in the lower right one already (notice, islands) lifts it. */
export function cornersFor(size: Size, legend: Extent, taken: readonly LabelBox[]): LabelBox[] {
  const { u } = size;
  const { left, right, top, bottom } = marginsFor(size, legend);
  const under = taken.filter((box) => box.x + box.width > right - 0.6 * u && box.y > size.height / 2);
  const lifted = Math.min(bottom, ...under.map((box) => box.y - legend.height - 1.2 * u));
  return ([[right, lifted], [left, top], [left, bottom], [right, top]] as const).filter(([, y]) => y >= top).map(([x, y]) => ({ x, y, width: legend.width, height: legend.height }));
}

/** How much land lies under a box, in squares small enough to see an island. */
function landUnder(ground: Ground, goal: Transform, size: Size): (box: LabelBox) => number {
  const known = seen.get(goal);
  if (known && known.ground === ground && known.size === size) return known.under;
  const side = SQUARE_U * size.u;
  const [x, y] = unapply(goal, [0, 0]);
  const grid = { x, y, cell: side / goal.k, columns: Math.ceil(size.width / side), rows: Math.ceil(size.height / side) };
  const count = counting(landGrid(ground, grid), grid);
  const under = (box: LabelBox): number => count(Math.floor(box.x / side), Math.floor(box.y / side), Math.floor((box.x + box.width) / side) + 1, Math.floor((box.y + box.height) / side) + 1);
  seen.set(goal, { ground, size, under });
  return under;
}
const SQUARE_U = 0.5;
/** Land and sea stand still as long as the camera does. */
const seen = new WeakMap<Transform, { readonly ground: Ground; readonly size: Size; readonly under: (box: LabelBox) => number }>();
