import { linePx } from "../../themes/scale.ts";
import { meets, type LabelBox } from "./labels.ts";
import type { Mark, Size } from "./mark.ts";
import type { Point } from "./plane.ts";

/** Grades that JMA gives a closed eye: drawn filled. */
const FILLED = new Set(["TY", "STY", "SuperTY"]);
/** How far the symbol and what lifts it off the ground reach from its middle. */
const REACH_U = 1.7;

/** Where the symbol is drawn for a centre: there; drawn in, where an edge or a plate would cut it; none for a centre that the picture does not hold. */
export interface SymbolPlace {
  readonly as: "there" | "drawn-in" | "arrow";
  readonly at: Point;
}
/** What else a picture has, where its storm is drawn. */
export interface OnPicture {
  /** What stands on it and would hide what is drawn. */
  readonly plates?: readonly LabelBox[];
  /** A close map keeps its edge for names: words alone tell the way to a storm beyond it. */
  readonly isClose?: boolean;
}
export function symbolPlace(centre: Point, { width, height, u }: Pick<Size, "width" | "height" | "u">, { plates = [] }: OnPicture = {}): SymbolPlace {
  const reach = REACH_U * u;
  const inside = ([x, y]: Point): Point => [between(reach, x, width - reach), between(reach, y, height - reach)];
  const isOff = centre[0] < 0 || centre[1] < 0 || centre[0] > width || centre[1] > height;
  const box = ([x, y]: Point): LabelBox => ({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach });
  const free = (at: Point): boolean => !plates.some((plate) => meets(box(at), plate));
  const nearest = inside(centre);
  const beside = plates.filter((plate) => meets(box(nearest), plate)).flatMap((plate): Point[] => [
    [plate.x - reach, nearest[1]], [nearest[0], plate.y - reach], [plate.x + plate.width + reach, nearest[1]], [nearest[0], plate.y + plate.height + reach],
  ]);
  const far = ([x, y]: Point): number => Math.hypot(x - centre[0], y - centre[1]);
  const at = free(nearest) ? nearest : (beside.map(inside).filter(free).sort((a, b) => far(a) - far(b))[0] ?? nearest);
  if (isOff) return { as: "arrow", at };
  return far(at) < 0.5 ? { as: "there", at: centre } : { as: "drawn-in", at };
}
const between = (least: number, value: number, most: number): number => Math.min(Math.max(least, value), Math.max(least, most));

/** The symbol wholly, a line from it to its centre where it does not stand there; where the centre is off the picture, an arrow to it. */
export function standing(centre: Point, grade: string, size: Size, on: OnPicture = {}): Mark[] {
  const { u } = size;
  const { as, at } = symbolPlace(centre, size, on);
  if (as === "arrow") return on.isClose ? [] : arrow(at, centre, u);
  if (as === "there") return symbol(centre, grade, u);
  return [
    { kind: "line", points: [centre, at], stroke: "focus", widthPx: linePx(2, u) },
    { kind: "circle", cx: centre[0], cy: centre[1], r: 0.22 * u, fill: "focus" },
    ...symbol(at, grade, u),
  ];
}

/** Ring with two arms that trail a counter-clockwise turn; filled from typhoon up. */
export function symbol([x, y]: Point, grade: string, u: number): Mark[] {
  const r = 0.78 * u;
  const filled = FILLED.has(grade);
  const arm = (s: 1 | -1): Mark => ({
    kind: "path",
    steps: [
      ["M", x - s * r, y],
      ["C", x - s * 1.02 * r, y - s * 1.25 * r, x - s * 0.15 * r, y - s * 1.9 * r, x + s * 1.25 * r, y - s * 1.95 * r],
      ["C", x + s * 0.45 * r, y - s * 1.6 * r, x + s * 0.05 * r, y - s * 1.25 * r, x, y - s * 0.85 * r],
      ["Z"],
    ],
    fill: "focus",
  });
  const ring: Mark = filled
    ? { kind: "circle", cx: x, cy: y, r, fill: "focus" }
    : { kind: "circle", cx: x, cy: y, r: r * 0.9, fill: "bg", stroke: "focus", widthPx: 0.18 * u };
  const eye: Mark[] = filled ? [{ kind: "circle", cx: x, cy: y, r: 0.3 * u, fill: "bg" }] : [];
  return [{ kind: "circle", cx: x, cy: y, r: r * 2.1, fill: "bg", fillAlpha: 0.5 }, arm(1), arm(-1), ring, ...eye];
}
/** A head without a shaft: nothing of the storm is here. */
function arrow([x, y]: Point, to: Point, u: number): Mark[] {
  const [far, r] = [Math.hypot(to[0] - x, to[1] - y) || 1, u];
  const [dx, dy] = [((to[0] - x) / far) * r, ((to[1] - y) / far) * r];
  return [
    { kind: "circle", cx: x, cy: y, r: 1.6 * u, fill: "bg", fillAlpha: 0.5 },
    { kind: "path", steps: [["M", x + dx, y + dy], ["L", x - 0.7 * dx - 0.75 * dy, y - 0.7 * dy + 0.75 * dx], ["L", x - 0.3 * dx, y - 0.3 * dy], ["L", x - 0.7 * dx + 0.75 * dy, y - 0.7 * dy - 0.75 * dx], ["Z"]], fill: "focus" },
  ];
}
