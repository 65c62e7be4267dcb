import { linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Point, Run, Size } from "./mark.ts";
import { figureInk, figureRuns, type Figure } from "./panel-text.ts";
import { fitLine, lineWidth } from "./words.ts";

export const spec = { kind: "balance", minU: [44, 18], titled: true } as const;

export interface BalanceNode {
  readonly id: string;
  readonly name: string;
  /** null = not known: it has a place, and no width. */
  readonly value: number | null;
  readonly figure: Figure;
}
export interface BalanceData {
  /** Twelve nodes at most on both sides together. */
  readonly sources: readonly BalanceNode[];
  readonly sinks: readonly BalanceNode[];
  readonly words: { readonly supply: string; readonly use: string; readonly difference: string };
  /** Sums, with ≥ where a node is missing. */
  readonly supply: Figure;
  readonly use: Figure;
  /** Supply less use; absent where either is not whole: a difference of parts is none. */
  readonly difference?: Figure;
}
const LABEL_U = 12.5;
const ROW_U = 1.95;
const BAR_U = 0.7;
const HALL_U = 1.8;
const GAP_U = 0.35;
/** What nobody knows the width of is as wide as this, hollow. */
const UNKNOWN_U = 1.1;
const HEAD_U = 2.1;
const FOOT_U = 2.1;

/** What comes in at the left and goes out at the right, as wide as it is much; what is not known is a hollow, dashed way with the word that says why. */
export function marks({ sources, sinks, words, supply, use, difference }: BalanceData, size: Size): Mark[] {
  const { u, width, height } = size;
  const top = HEAD_U * u;
  const room = height - top - FOOT_U * u;
  const sum = (nodes: readonly BalanceNode[]): number => nodes.reduce((all, { value }) => all + Math.max(0, value ?? 0), 0);
  const highs = (nodes: readonly BalanceNode[], perUnit: number): number[] => nodes.map(({ value }) => (value === null ? UNKNOWN_U * u : Math.max(linePx(1, u), Math.max(0, value) * perUnit)));
  /** A node takes its width and the gap behind it, and a line of words at least. */
  const rowsOf = (heights: readonly number[]): number[] => heights.map((high) => Math.max(ROW_U * u, high + GAP_U * u));
  const fits = (perUnit: number): boolean => [sources, sinks].every((nodes) => total(rowsOf(highs(nodes, perUnit))) <= room + 0.5);
  let perUnit = room / Math.max(1e-9, sum(sources), sum(sinks));
  for (let step = 0; step < 60 && !fits(perUnit); step++) perUnit *= 0.95;
  const middle = width / 2;
  const out: Mark[] = [];
  const side = (nodes: readonly BalanceNode[], isLeft: boolean): void => {
    const heights = highs(nodes, perUnit);
    const rows = rowsOf(heights);
    const labelled = middles(rows, top + Math.max(0, (room - total(rows)) / 2), 0);
    const inner = middles(heights, top + Math.max(0, (room - total(heights)) / 2), 0);
    const bar = isLeft ? LABEL_U * u : width - LABEL_U * u - BAR_U * u;
    const [outerX, innerX] = isLeft ? [bar + BAR_U * u, middle - (HALL_U / 2) * u] : [bar, middle + (HALL_U / 2) * u];
    nodes.forEach(({ id, name, value, figure }, i) => {
      const high = heights[i]!;
      const [at, to] = [labelled[i]!, inner[i]!];
      const isOld = figureInk(figure) === "t3" && value !== null;
      const isHollow = value === null || figureInk(figure) === "w1";
      const ring = ribbon(outerX, at, innerX, to, high);
      out.push({ kind: "area", rings: [ring], ...(isHollow ? { ...(value !== null && { fill: "w3" as const }), stroke: value === null ? ("t2" as const) : ("w1" as const), widthPx: linePx(1, u), dash: [0.3 * u, 0.25 * u] } : { fill: isOld ? ("band" as const) : ("c2" as const) }) });
      out.push({ kind: "rect", x: bar, y: at - high / 2, width: BAR_U * u, height: high, ...(isHollow ? { stroke: value === null ? ("t2" as const) : ("w1" as const), widthPx: linePx(1, u), dash: [0.3 * u, 0.25 * u] } : { fill: isOld ? ("hair2" as const) : ("c4" as const) }) });
      const number = figureRuns({ ...figure, unit: figure.order ?? "", tag: "" }, TYPE_U.figure * u, u);
      const wide = lineWidth({ text: "", sizePx: u, ink: "t1", tail: number }, size);
      const [word] = fitLine([{ text: name, sizePx: u, ink: value === null ? "t3" : "t1" }], (LABEL_U - 0.9) * u - wide, size, "middle");
      const base = at + 0.45 * u;
      // Numbers stand next to their bars, on both sides under each other.
      const numberX = isLeft ? bar - 0.5 * u - wide : bar + (BAR_U + 0.5) * u;
      out.push({ kind: "text", id: `${id}.value`, ...number[0], tail: number.slice(1), x: numberX, y: base });
      if (word) out.push({ kind: "text", id: `${id}.name`, ...word, x: isLeft ? numberX - 0.4 * u : numberX + wide + 0.4 * u, y: base, ...(isLeft && { anchor: "end" as const }) });
    });
    const whole = total(heights);
    if (whole > 0) out.push({ kind: "rect", x: isLeft ? middle - (HALL_U / 2) * u : middle, y: top + Math.max(0, (room - whole) / 2), width: (HALL_U / 2) * u, height: whole, ...(nodes.some(({ value }) => value === null) ? { fill: "band" as const, stroke: "t2" as const, widthPx: linePx(1, u), dash: [0.3 * u, 0.25 * u] } : { fill: isLeft ? ("c4" as const) : ("c3" as const) }) });
  };
  side(sources, true);
  side(sinks, false);
  out.push(...sumLine(words.supply, supply, "supply", 0, "start", size), ...sumLine(words.use, use, "use", width, "end", size));
  if (difference) out.push(...sumLine(words.difference, difference, "difference", middle, "middle", size, height - 0.45 * u));
  return out;
}
const total = (heights: readonly number[]): number => heights.reduce((all, high) => all + high, 0);
function middles(heights: readonly number[], top: number, gap: number): number[] {
  let y = top;
  return heights.map((high) => {
    const middle = y + high / 2;
    y += high + gap;
    return middle;
  });
}
/** A way of one width from a node to the middle, level at both ends. */
function ribbon(x0: number, y0: number, x1: number, y1: number, high: number): Point[] {
  const steps = Array.from({ length: 17 }, (_, i) => i / 16);
  const at = (t: number): Point => [x0 + (x1 - x0) * t, y0 + (y1 - y0) * (t * t * (3 - 2 * t))];
  return [...steps.map((t): Point => [at(t)[0], at(t)[1] - high / 2]), ...steps.toReversed().map((t): Point => [at(t)[0], at(t)[1] + high / 2])];
}
function sumLine(title: string, figure: Figure, id: string, x: number, anchor: "start" | "middle" | "end", size: Size, y = 1.4 * size.u): Mark[] {
  const { u } = size;
  const runs: Run[] = [{ text: title, sizePx: u, ink: "t3" }, ...figureRuns(figure, TYPE_U.row * u, u).map((run, i): Run => (i === 0 ? { ...run, gapPx: 0.4 * u } : run))];
  const [first, ...tail] = fitLine(runs, size.width * 0.48, size);
  return first ? [{ kind: "text", id, ...first, tail, x, y, anchor }] : [];
}

/** Both sums, what lies between them, the greatest of each side, and what is missing. */
export function sentence({ sources, sinks, words, supply, use, difference }: BalanceData, title: string): string {
  const said = (figure: Figure): string => `${figure.prefix ?? ""}${figure.text}${figure.unit ? ` ${figure.unit}` : ""}`;
  const nodes = [...sources, ...sinks];
  const missing = nodes.filter(({ value }) => value === null);
  if (missing.length === nodes.length) return `${title}：没有数。`;
  const most = [...sources].filter(({ value }) => value !== null).sort((a, b) => b.value! - a.value!)[0];
  return `${title}：${words.supply} ${said(supply)}，${words.use} ${said(use)}${difference ? `，${words.difference} ${said(difference)}` : ""}${most ? `；来自${most.name}最多，${said(most.figure)}` : ""}${missing.length > 0 ? `；缺 ${missing.map(({ name }) => name).join("、")}` : ""}。`;
}
