import { scaleLinear } from "d3";
import { grouped } from "../../model/numerals.ts";
import type { Severity } from "../../model/words.ts";
import { BADGE_U, linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Paint, Size } from "./mark.ts";
import { caption, figureInk, figureRuns, runsWidth, type Figure } from "./panel-text.ts";
import { columnEdges, rowMarks, rowsThatFit, type CellRoom, type Column } from "./rows.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "threshold-bar", minU: [30, 10], titled: true } as const;

/** One number on the common axis. */
export interface ThresholdBar {
  readonly figure: Figure;
  readonly value: number | null;
  /** Highest of late, where it was beyond what stands now. */
  readonly peak?: number;
  /** Each at its own place on the axis: the mildest first. */
  readonly limits: readonly number[];
  readonly found?: Severity;
}
export interface ThresholdRow {
  readonly id: string;
  readonly name: string;
  /** The first is the panel's own number; more of them stand as steps below it. */
  readonly bars: readonly ThresholdBar[];
  /** A number that is on no common axis: visits beside shares of beds. */
  readonly also?: Figure;
}
export interface ThresholdBarData {
  readonly rows: readonly ThresholdRow[];
  /** What each step is, where there are several: 床位, ICU. */
  readonly steps: readonly string[];
  /** Over the number without an axis. */
  readonly alsoTitle?: string;
  /** Too little is what is grave: the bars end before their limits. */
  readonly isFloor?: boolean;
  /** What the axis shows at least; shares stand on 0 to 100. */
  readonly range?: readonly [number, number];
  /** Ends of the axis and the whole of a share as they are written. */
  readonly decimals: number;
  readonly more: (n: number) => string;
}
const ROW_U = 2.2;
const STEP_U = 1.75;
const MOST_ROW_U = 3;
const HEAD_U = 1.7;
const MORE_U = 1.5;
const NAME_U = { least: 3, most: 6.5 } as const;
const BADGE_COLUMN_U = BADGE_U.row + 0.1;
const BAR_U = 0.8;
const GAP_U = 0.7;

/** Each place with what stands there, held against its limits on one axis for all: limits are neutral ticks, the level that was met is the shape at the end. */
export function marks(data: ThresholdBarData, size: Size): Mark[] {
  const { u } = size;
  const { rows, steps, alsoTitle, more } = data;
  const stepCount = Math.max(1, ...rows.map(({ bars }) => bars.length));
  const leastU = stepCount === 1 ? ROW_U : STEP_U * stepCount + 0.5;
  const room = size.height - HEAD_U * u;
  const kept = rowsThatFit(rows.length, room, leastU * u, MORE_U * u);
  const rowU = Math.max(leastU, Math.min(stepCount === 1 ? MOST_ROW_U : leastU * 1.25, (room / u - (kept < rows.length ? MORE_U : 0)) / Math.max(1, kept)));
  const widest = (figures: readonly (Figure | undefined)[], least: number): number => Math.max(least, ...figures.flatMap((figure) => (figure ? [runsWidth(numberRuns(figure, u), size) / u] : [])));
  const valueU = widest(rows.flatMap(({ bars }) => bars.map(({ figure }) => figure)), 3.2);
  const alsoU = alsoTitle === undefined ? 0 : widest(rows.map(({ also }) => also), 3.6);
  const nameU = Math.max(NAME_U.least, Math.min(NAME_U.most, Math.max(0, ...rows.map(({ name }) => lineWidth({ text: name, sizePx: TYPE_U.body, weight: 500, ink: "t1" }, size)))));
  const columns: Column[] = [{ widthU: nameU, cut: "middle" }, {}, { widthU: valueU, align: "end" }, { widthU: BADGE_COLUMN_U }, ...(alsoTitle === undefined ? [] : [{ widthU: alsoU, align: "end" } as const])];
  const [axisX = 0, axisWide = 0] = columnEdges(columns, size.width, u, GAP_U)[1] ?? [];
  const x = axisOf(data, axisX, axisX + axisWide);
  const shown = rows.slice(0, kept);
  return [
    ...head(data, x, axisX, axisWide, size),
    ...(alsoTitle === undefined ? [] : [caption(alsoTitle, size.width, 1.1 * u, size, { id: "also", anchor: "end" })]),
    ...rowMarks(columns, shown.map(({ id, name, bars, also }) => ({
      id,
      cells: [
        [{ text: name, sizePx: TYPE_U.body * u, weight: 500, ink: bars.every(({ value }) => value === null) ? "t3" : "t1" }],
        (cell) => bars.flatMap((bar, i) => barMarks(bar, i, x, { ...cell, ...stepRoom(cell, i, bars.length, u) }, steps.length > 1 ? i : -1, u)),
        (cell) => bars.map(({ figure }, i): Mark => {
          const [first, ...tail] = numberRuns(figure, u);
          const step = stepRoom(cell, i, bars.length, u);
          return { kind: "text", id: `${id}.${i}`, ...first, tail, x: cell.x + cell.width, y: step.top + step.height / 2, anchor: "end", baseline: "middle" };
        }),
        (cell) => bars.flatMap(({ found }, i): Mark[] => {
          const step = stepRoom(cell, i, bars.length, u);
          return found === undefined ? [] : [{ kind: "badge", cx: cell.x + cell.width / 2, cy: step.top + step.height / 2, heightPx: BADGE_U.row * u, severity: found, look: "hollow" }];
        }),
        ...(alsoTitle === undefined ? [] : [also ? numberRuns(also, u, 400) : []]),
      ],
    })), size, { rowU, top: HEAD_U * u, gapU: GAP_U }),
    ...(kept < rows.length ? [caption(more(rows.length - kept), 0, (HEAD_U + kept * rowU + 1.05) * u, size, { id: "more" })] : []),
  ];
}
/** The unit stands in the title; what of it belongs to the number stays. */
const numberRuns = (figure: Figure, u: number, weight: 400 | 500 = 500) => figureRuns({ ...figure, unit: figure.order ?? "", tag: "" }, TYPE_U.figure * u, u, weight);
function stepRoom({ top, height }: CellRoom, i: number, count: number, u: number): { readonly top: number; readonly height: number } {
  if (count === 1) return { top, height };
  const each = (height - 0.3 * u) / count;
  return { top: top + 0.15 * u + i * each, height: each };
}
function axisOf({ rows, range }: ThresholdBarData, from: number, to: number) {
  const all = rows.flatMap(({ bars }) => bars.flatMap(({ value, peak, limits }) => [value ?? 0, peak ?? 0, ...limits]));
  const [low, high] = [Math.min(0, ...all, ...(range ?? [])), Math.max(range?.[1] ?? 0, ...all)];
  // A limit at the very end of the axis would not be seen to be passed.
  const span = high - low || 1;
  return scaleLinear([low, range && high <= range[1] ? high : high + 0.04 * span], [from, to]);
}
/** Limits that all rows share are written once, above their ticks; those of each place are seen in its row. */
function head({ rows, steps, decimals, range }: ThresholdBarData, x: ReturnType<typeof axisOf>, left: number, width: number, size: Size): Mark[] {
  const { u } = size;
  const first = rows[0]?.bars[0]?.limits ?? [];
  const shared = rows.length > 0 && rows.every(({ bars }) => bars[0]?.limits.join() === first.join());
  const wanted = [...new Set([...(shared ? first : []), ...(range ? [range[1]] : []), ...(steps.length > 1 ? (rows[0]?.bars.slice(1).flatMap(({ limits }) => limits) ?? []) : [0])])];
  const kept: { readonly from: number; readonly to: number }[] = [];
  const words = steps.length > 1 ? steps.join(" / ") : "";
  return [
    ...wanted.flatMap((value): Mark[] => {
      const text = grouped(value, Number.isInteger(value) ? 0 : decimals);
      const half = (text.length * 0.54 * u) / 2;
      const at = Math.max(left + half, Math.min(left + width - half, x(value)));
      if (kept.some(({ from, to }) => at + half + 0.25 * u > from && at - half - 0.25 * u < to)) return [];
      kept.push({ from: at - half, to: at + half });
      return [caption(text, at, 1.1 * u, size, { id: `axis-${value}`, anchor: "middle", family: "num", role: "axis", ink: first.includes(value) ? "t2" : "t3" })];
    }),
    ...(words ? [caption(words, 0, 1.1 * u, size, { id: "steps" })] : []),
  ];
}
function barMarks({ value, peak, limits, figure }: ThresholdBar, i: number, x: ReturnType<typeof axisOf>, { x: left, width, top, height }: CellRoom, step: number, u: number): Mark[] {
  const middle = top + height / 2;
  const zero = x(Math.max(0, x.domain()[0]!));
  const ink = figureInk(figure);
  const paint: Paint = ink === "w1" ? { fill: "w3", stroke: "w1", widthPx: linePx(1, u), dash: [0.3 * u, 0.2 * u] } : { fill: ink === "t3" ? "hair2" : step > 0 ? "c3" : "c4" };
  const out: Mark[] = [{ kind: "line", points: [[left, middle + (BAR_U / 2) * u], [left + width, middle + (BAR_U / 2) * u]], stroke: "hair", widthPx: linePx(1, u) }];
  if (value === null) out.push({ kind: "rect", x: left, y: middle - (BAR_U / 2) * u, width, height: BAR_U * u, stroke: "hair2", widthPx: linePx(1, u), dash: [0.3 * u, 0.3 * u] });
  else if (value !== 0) out.push({ kind: "rect", x: Math.min(zero, x(value)), y: middle - (BAR_U / 2) * u, width: Math.max(linePx(1, u), Math.abs(x(value) - zero)), height: BAR_U * u, ...paint });
  if (peak !== undefined) out.push({ kind: "line", points: [[x(value ?? 0), middle], [x(peak), middle]], stroke: "t2", widthPx: linePx(1, u), dash: [0.2 * u, 0.2 * u] }, { kind: "circle", cx: x(peak), cy: middle, r: 0.32 * u, fill: "bg", stroke: "t2", widthPx: linePx(1.5, u) });
  for (const limit of limits) out.push({ kind: "line", points: [[x(limit), middle - 0.75 * u], [x(limit), middle + 0.75 * u]], stroke: i === 0 ? "t1" : "t2", widthPx: linePx(1.5, u) });
  return out;
}

/** How many have come to a limit, those first; and of how many nothing is known. */
export function sentence({ rows, isFloor = false }: ThresholdBarData, title: string, most = 4): string {
  const isBeyond = ({ value, limits }: ThresholdBar): boolean => value !== null && limits.length > 0 && (isFloor ? value < limits[0]! : value >= limits[0]!);
  const beyond = rows.filter(({ bars }) => bars.some(isBeyond));
  const unknown = rows.filter(({ bars }) => bars[0]?.value === null).length;
  const told = ({ name, bars }: ThresholdRow): string => `${name} ${bars.map(({ figure }) => `${figure.prefix ?? ""}${figure.text}${figure.unit ? ` ${figure.unit}` : ""}`).join("、")}`;
  const known = rows.length - unknown;
  if (known === 0) return `${title}：没有数。`;
  const first = beyond.length > 0 ? `${beyond.length} 处到达限值：${beyond.slice(0, most).map(told).join("，")}` : `都未到限值，最近的 ${told(rows.find(({ bars }) => bars[0]?.value !== null)!)}`;
  return `${title}：${first}${unknown > 0 ? `；${unknown} 处无数` : ""}。`;
}
