import { scaleLinear, type ScaleLinear } from "d3";
import { grouped } from "../../model/numerals.ts";
import { linePx, TYPE_U } from "../../themes/scale.ts";
import { meets, type LabelBox } from "./labels.ts";
import type { Mark, Size } from "./mark.ts";
import { caption } from "./panel-text.ts";
import { fitLine, lineWidth } from "./words.ts";

export const spec = { kind: "scatter", minU: [28, 22], titled: true } as const;

export interface ScatterPoint {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** One of both is old, or nobody has observed it. */
  readonly look?: "old" | "notActual";
  /** The wall looks at it. */
  readonly looked?: boolean;
}
export interface ScatterAxis {
  /** 床位使用率 %. */
  readonly title: string;
  readonly decimals: number;
  /** What parts the halves; absent where no standard does. */
  readonly limit?: number;
  /** On its limit it counts as beyond it where more is graver, and below where less is. */
  readonly isFloor?: boolean;
}
export interface ScatterData {
  readonly points: readonly ScatterPoint[];
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  /** 缺数 3：潮州、揭阳…; empty where all have both. */
  readonly missing: string;
}
const BOTTOM_U = 3;
const TOP_U = 1.7;
const DOT_U = 0.34;

/** Places by two numbers at once, parted by the limits of both; who is beyond both is named first. */
export function marks({ points, x: across, y: up, missing }: ScatterData, size: Size): Mark[] {
  const { u, width, height } = size;
  const y = scaleOf(points.map(({ y: v }) => v), up.limit, [height - (BOTTOM_U + (missing ? 1.5 : 0)) * u, TOP_U * u], 5);
  const yTicks = y.ticks(Math.max(2, Math.floor((y.range()[0]! - y.range()[1]!) / (2.4 * u))));
  const left = Math.max(...yTicks.map((tick) => lineWidth({ text: grouped(tick, tickDigits(yTicks)), sizePx: u, ink: "t3", family: "num" }, size)), 1.5 * u) + 0.6 * u;
  const x = scaleOf(points.map(({ x: v }) => v), across.limit, [left + 0.5 * u, width - 1.2 * u], 6);
  const [bottom, top] = y.range() as [number, number];
  const xTicks = x.ticks(Math.max(2, Math.floor((width - left) / (5 * u))));
  const out: Mark[] = [
    ...yTicks.flatMap((tick): Mark[] => [{ kind: "line", points: [[left, y(tick)], [width, y(tick)]], stroke: "hair", widthPx: linePx(1, u) }, caption(grouped(tick, tickDigits(yTicks)), left - 0.4 * u, y(tick), size, { anchor: "end", baseline: "middle", family: "num", role: "axis" })]),
    { kind: "line", points: [[left, bottom], [width, bottom]], stroke: "hair2", widthPx: linePx(1, u) },
    ...xTicks.flatMap((tick): Mark[] => [{ kind: "line", points: [[x(tick), bottom], [x(tick), bottom + 0.25 * u]], stroke: "hair2", widthPx: linePx(1, u) }, caption(grouped(tick, tickDigits(xTicks)), x(tick), bottom + 1.25 * u, size, { anchor: "middle", family: "num", role: "axis" })]),
    caption(`↑ ${up.title}`, 0, 1 * u, size, { id: "y-title", ink: "t2" }),
    caption(`${across.title} →`, width, bottom + 2.6 * u, size, { id: "x-title", anchor: "end", ink: "t2" }),
    ...(across.limit === undefined ? [] : [{ kind: "line" as const, points: [[x(across.limit), top], [x(across.limit), bottom]] as const, stroke: "t2" as const, widthPx: linePx(1.5, u) }]),
    ...(up.limit === undefined ? [] : [{ kind: "line" as const, points: [[left, y(up.limit)], [width, y(up.limit)]] as const, stroke: "t2" as const, widthPx: linePx(1.5, u) }]),
  ];
  const placed: LabelBox[] = [];
  // What parts the halves says its number, where nobody else's words come.
  const limitWords = [
    ...(across.limit === undefined ? [] : [caption(grouped(across.limit, digitsOf(across)), x(across.limit) + 0.25 * u, top + 0.75 * u, size, { id: "x-limit", family: "num", role: "axis", ink: "t2" })]),
    ...(up.limit === undefined ? [] : [caption(grouped(up.limit, digitsOf(up)), width, y(up.limit) - 0.3 * u, size, { id: "y-limit", anchor: "end", family: "num", role: "axis", ink: "t2" })]),
  ];
  for (const word of limitWords) {
    const wide = lineWidth(word, size);
    placed.push({ x: word.anchor === "end" ? word.x - wide : word.x, y: word.y - 0.9 * u, width: wide, height: 1.1 * u });
  }
  out.push(...limitWords);
  const beyond = (value: number, { limit, isFloor = false }: ScatterAxis): number => (limit === undefined ? 0 : Number(isFloor ? value < limit : value >= limit));
  const order = points.map((point) => ({ ...point, grave: beyond(point.x, across) + beyond(point.y, up) })).sort((a, b) => Number(b.looked ?? false) - Number(a.looked ?? false) || b.grave - a.grave || b.y - a.y);
  const dots = order.map(({ x: px, y: py }): LabelBox => ({ x: x(px) - DOT_U * u, y: y(py) - DOT_U * u, width: 2 * DOT_U * u, height: 2 * DOT_U * u }));
  order.forEach(({ id, name, x: px, y: py, grave, look, looked }) => {
    const [cx, cy] = [x(px), y(py)];
    const both = grave === 2;
    out.push(look === "notActual"
      ? { kind: "circle", cx, cy, r: DOT_U * u, stroke: "w1", widthPx: linePx(1.5, u), dash: [0.2 * u, 0.15 * u] }
      : { kind: "circle", cx, cy, r: (both || looked ? 0.42 : DOT_U) * u, fill: look === "old" ? "t3" : both || looked ? "focus" : "obs", stroke: "bg", widthPx: linePx(1, u) });
    const [word] = fitLine([{ text: name, sizePx: (both || looked ? TYPE_U.body : 1) * u, weight: both || looked ? 600 : 400, ink: both || looked ? "t1" : "t2" }], 6 * u, size, "middle");
    if (!word) return;
    const wide = lineWidth(word, size);
    const high = word.sizePx * 1.08;
    const spot = [[cx + 0.6 * u, cy - high / 2], [cx - 0.6 * u - wide, cy - high / 2], [cx - wide / 2, cy - 0.55 * u - high], [cx - wide / 2, cy + 0.55 * u]]
      .map(([bx, by]): LabelBox => ({ x: bx!, y: by!, width: wide, height: high }))
      .find((box) => box.x >= left + 0.1 * u && box.x + wide <= width && box.y >= top - 0.2 * u && box.y + high <= bottom && ![...placed, ...dots].some((other) => meets(other, box)));
    // Without room its dot stands alone.
    if (!spot) return;
    placed.push(spot);
    out.push({ kind: "text", id, ...word, x: spot.x, y: spot.y + 0.88 * word.sizePx, halo: "bg" });
  });
  if (missing) {
    const [word] = fitLine([{ text: missing, sizePx: u, ink: "t3" }], width, size);
    if (word) out.push({ kind: "text", id: "missing", ...word, x: 0, y: height - 0.35 * u });
  }
  return out;
}
function scaleOf(values: readonly number[], limit: number | undefined, range: readonly [number, number], ticks: number): ScaleLinear<number, number> {
  const all = limit === undefined ? values : [...values, limit];
  const [low, high] = all.length > 0 ? [Math.min(...all), Math.max(...all)] : [0, 1];
  const pad = (high - low || Math.abs(high) || 1) * 0.06;
  // Amounts do not fall below nothing because there is room.
  return scaleLinear([low >= 0 ? Math.max(0, low - pad) : low - pad, high + pad], range).nice(ticks);
}
const tickDigits = (ticks: readonly number[]): number => Math.max(0, ...ticks.map((tick) => String(Number(tick.toFixed(4))).split(".")[1]?.length ?? 0));
const digitsOf = ({ limit = 0, decimals }: ScatterAxis): number => (Number.isInteger(limit) ? 0 : decimals);

/** Who is beyond both limits, and for how many a number is missing. */
export function sentence({ points, x, y, missing }: ScatterData, title: string, most = 5): string {
  if (points.length === 0) return `${title}：没有数。`;
  const beyond = (value: number, { limit, isFloor = false }: ScatterAxis): boolean => limit !== undefined && (isFloor ? value < limit : value >= limit);
  const both = points.filter((point) => beyond(point.x, x) && beyond(point.y, y));
  const told = x.limit === undefined || y.limit === undefined ? `${points.length} 处有数` : both.length > 0 ? `两项都过限值的 ${both.length} 处，${both.slice(0, most).map(({ name }) => name).join("、")}` : "没有两项都过限值的";
  return `${title}：${told}${missing ? `；${missing}` : ""}。`;
}
