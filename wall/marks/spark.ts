import { linePx } from "../../themes/scale.ts";
import type { Mark, Point } from "./mark.ts";
import { stretches } from "./stretches.ts";

/** What one indicator was over a time, for a line without axes beside its number. */
export interface Trace {
  /** Epoch ms, value (null is a known gap), and whether it was not observed. */
  readonly points: readonly (readonly [at: number, value: number | null, notActual: boolean])[];
  readonly from: number;
  readonly to: number;
  /** Longer silence than this is a gap in the line, ms. */
  readonly gapMs: number;
  /** What is usual, each from its time until the next one's; absent = not known, which is not drawn. */
  readonly band?: readonly Usual[];
  /** Lowest and highest of the picture where several share one scale; absent = its own. */
  readonly range?: readonly [number, number];
}
export interface Usual {
  readonly from: number;
  readonly low: number;
  readonly high: number;
  /** Of fewer weeks than it takes: it is drawn, and nothing is said to lie beyond it. */
  readonly isFirst?: true;
}
export interface SparkRoom {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly u: number;
}
const LINE_U = 0.1;
const LAST_U = 0.24;
const LONE_U = 0.12;

/** A line from its own lowest to its own highest value over what is usual, its last point marked. A gap stays a gap, what was not observed is dashed, and what never moved runs through the middle. */
export function sparkMarks({ points, from, to, gapMs, band = [], range }: Trace, { x: left, y: top, width, height, u }: SparkRoom): Mark[] {
  const shown = points.filter(([at]) => at >= from && at <= to);
  const values = shown.flatMap(([, value]) => (value === null ? [] : [value]));
  if (values.length === 0) return [];
  const usual = band.filter(({ from: begins }, i) => begins < to && (band[i + 1]?.from ?? to) > from);
  const [low, high] = range ?? [Math.min(...values, ...usual.map((each) => each.low)), Math.max(...values, ...usual.map((each) => each.high))];
  const room = LAST_U * u;
  const at = ([when, value]: readonly [number, number, ...unknown[]]): Point => [
    left + room + ((when - from) / (to - from)) * (width - 2 * room),
    high === low ? top + height / 2 : top + height - room - ((value - low) / (high - low)) * (height - 2 * room),
  ];
  const widthPx = Math.max(linePx(1.5, u), LINE_U * u);
  const pieces = stretches(shown, gapMs);
  const out: Mark[] = usual.map(({ from: begins, low: least, high: most }): Mark => {
    const next = band[band.findIndex((each) => each.from === begins) + 1]?.from ?? to;
    const [[x1, top1], [x2, bottom1]] = [at([Math.max(from, begins), most]), at([Math.min(to, next), least])];
    return { kind: "rect", x: x1, y: top1, width: x2 - x1, height: Math.max(1, bottom1 - top1), fill: "band" };
  });
  out.push(...pieces.flatMap((piece): Mark[] => {
    if (piece.length === 1) return [{ kind: "circle", cx: at(piece[0]!)[0], cy: at(piece[0]!)[1], r: LONE_U * u, fill: piece[0]![2] ? "w1" : "obs" }];
    return alike(piece).map(({ line, notActual }) => ({
      kind: "line", points: line.map(at), widthPx, stroke: notActual ? "w1" : "obs", ...(notActual ? { dash: [0.3 * u, 0.2 * u] } : { cap: "round" as const }),
    }));
  }));
  const last = pieces.at(-1)!.at(-1)!;
  const [cx, cy] = at(last);
  out.push({ kind: "circle", cx, cy, r: LAST_U * u, fill: last[2] ? "w1" : "t1" });
  return out;
}
type Known = readonly [number, number, boolean];
/** A stretch in parts of one kind each; a part begins where the one before it ends. */
function alike(piece: readonly Known[]): { readonly line: Known[]; readonly notActual: boolean }[] {
  const parts: { readonly line: Known[]; readonly notActual: boolean }[] = [];
  for (const [i, point] of piece.entries()) {
    const part = parts.at(-1);
    if (!part) parts.push({ line: [point], notActual: piece[1]?.[2] ?? point[2] });
    else if (i === 0 || part.notActual === point[2]) part.line.push(point);
    else parts.push({ line: [part.line.at(-1)!, point], notActual: point[2] });
  }
  return parts;
}
