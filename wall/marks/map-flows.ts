import { linePx, TYPE_U } from "../../themes/scale.ts";
import type { Ink } from "../../themes/ink.ts";
import { placeLabels, type LabelBox } from "./labels.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { apply, type Point, type Transform } from "./plane.ts";
import { lineWidth } from "./words.ts";

export interface MapFlow {
  readonly id: string;
  /** On the map plane. */
  readonly from: Point;
  readonly to: Point;
  /** null = not known: its way is dashed, and no width says how much. */
  readonly volume: number | null;
  /** Its number with its truth; what it is counted in stands in the legend. */
  readonly figure: readonly Run[];
  /** Its number did not come: whether there is one is not known. */
  readonly unfetched?: boolean;
  /** Not of now. */
  readonly old?: boolean;
}
/** The volume that is drawn widest, the same for all. */
export interface MapFlows {
  readonly flows: readonly MapFlow[];
}
const BULGE = 0.18;
const LABEL_AT = 0.55;
/** Of an arc so much is seen beside its number that its way and its head are told. */
const LEFT_U = 2.2;
const LEAST_PX = 2;
const MOST_PX = 10;
/** Both ends stand off the middle of their place, so that what comes and what goes do not meet there. */
const OFF_U = 0.9;

/** Width ∝ √volume, 2–10 px. */
export const flowWidth = (volume: number, most: number, u: number): number => linePx(most <= 0 ? LEAST_PX : Math.max(LEAST_PX, MOST_PX * Math.sqrt(Math.max(0, volume) / most)), u);

/** The point that the arc is drawn to, at the right hand of who goes: both ways between two places are seen. */
export function bulge([x0, y0]: Point, [x1, y1]: Point): Point {
  const [dx, dy] = [x1 - x0, y1 - y0];
  // The curve reaches half as far as its control point.
  return [(x0 + x1) / 2 - 2 * BULGE * dy, (y0 + y1) / 2 + 2 * BULGE * dx];
}
export const onArc = (a: Point, c: Point, b: Point, t: number): Point => [(1 - t) ** 2 * a[0] + 2 * (1 - t) * t * c[0] + t ** 2 * b[0], (1 - t) ** 2 * a[1] + 2 * (1 - t) * t * c[1] + t ** 2 * b[1]];

interface Arc {
  readonly flow: MapFlow;
  readonly a: Point;
  readonly c: Point;
  readonly b: Point;
  readonly width: number;
}
function arcs({ flows }: MapFlows, at: Transform, u: number): Arc[] {
  const most = Math.max(0, ...flows.map(({ volume }) => volume ?? 0));
  return flows.map((flow) => {
    const [from, to] = [apply(at, flow.from), apply(at, flow.to)];
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
    const off = Math.min(OFF_U * u, length / 4);
    const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    const [a, b]: Point[] = [[from[0] + ux * off, from[1] + uy * off], [to[0] - ux * off, to[1] - uy * off]];
    return { flow, a: a!, b: b!, c: bulge(a!, b!), width: flowWidth(flow.volume ?? 0, most, u) };
  }).sort((x, y) => (x.flow.volume ?? -1) - (y.flow.volume ?? -1));
}
const inkOf = ({ volume, old }: MapFlow): Ink => (volume === null || old ? "t3" : "t1");

/** The small ones below the great ones; each ends in a head that says which way. Nothing runs. */
export function flowMarks(flows: MapFlows, at: Transform, { u }: Pick<Size, "u">): Mark[] {
  return arcs(flows, at, u).flatMap(({ flow, a, b, c, width }): Mark[] => {
    const ink = inkOf(flow);
    const head = Math.max(0.8 * u, 2 * width);
    const before = onArc(a, c, b, 0.96);
    const length = Math.hypot(b[0] - before[0], b[1] - before[1]) || 1;
    const [ux, uy] = [(b[0] - before[0]) / length, (b[1] - before[1]) / length];
    const neck: Point = [b[0] - ux * head, b[1] - uy * head];
    return [
      { kind: "path", steps: [["M", a[0], a[1]], ["Q", c[0], c[1], neck[0], neck[1]]], stroke: ink, widthPx: width, strokeAlpha: 0.85, ...(flow.volume === null && { dash: [0.5 * u, 0.4 * u] }) },
      { kind: "area", rings: [[b, [neck[0] - uy * head * 0.55, neck[1] + ux * head * 0.55], [neck[0] + uy * head * 0.55, neck[1] - ux * head * 0.55]]], fill: ink },
    ];
  });
}
/** Where a number stands: on its arc; beside one that it would cover with its head, on the side to which that bulges. */
function figureAt({ a, b, c, width }: Arc, wide: number, high: number, u: number): Point {
  const on = onArc(a, c, b, LABEL_AT);
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  // So much of its own way the number takes.
  const taken = Math.min(wide / Math.max(1e-6, Math.abs(dx)), high / Math.max(1e-6, Math.abs(dy)));
  if (length >= taken + LEFT_U * u) return on;
  const aside = (Math.abs(dy) * wide + Math.abs(dx) * high + width) / 2 + 0.4 * u;
  return [on[0] - dy * aside, on[1] + dx * aside];
}
/** Numbers at 55 % of their arcs, or beside the short ones, the greatest first; one that has no room is left out, never moved to another arc. */
export function flowWords(flows: MapFlows, goal: Transform, size: Size, taken: readonly LabelBox[]): { readonly marks: Mark[]; readonly boxes: readonly LabelBox[] } {
  const { u, width, height } = size;
  const all = arcs(flows, goal, u).reverse().filter(({ flow }) => flow.figure.length > 0);
  const wide = ({ flow }: Arc): number => lineWidth({ ...flow.figure[0]!, tail: flow.figure.slice(1) }, size);
  const placed = placeLabels(all.map((arc, rank) => ({ id: arc.flow.id, at: figureAt(arc, wide(arc), TYPE_U.figure * 1.1 * u, u), width: wide(arc), height: TYPE_U.figure * 1.1 * u, rank, fixed: true })), { x: 0, y: 0, width, height }, taken);
  const boxOf = new Map(placed.map(({ id, box }) => [id, box]));
  const marks = all.flatMap(({ flow }): Mark[] => {
    const box = boxOf.get(flow.id);
    const [first, ...tail] = flow.figure;
    // On a ground of its own: an arc that is seen above the decimal point makes a time of a number.
    return box && first ? [{ kind: "text", id: `flow-${flow.id}`, ...first, box: { fill: "land", padPx: 0.15 * u }, tail, x: box.x, y: box.y + box.height / 2, baseline: "middle", halo: "bg" }] : [];
  });
  return { marks, boxes: placed.map(({ box }) => box) };
}
