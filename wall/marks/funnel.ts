import { linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { countedRuns, figureInk, figureRuns, rule, runsWidth, type Figure } from "./panel-text.ts";
import { lineWidth, wrap } from "./words.ts";

/** Six stages in two lines of three (VISUAL §10: 8 × 4 each). */
export const spec = { kind: "funnel", minU: [30, 12], titled: true } as const;

export interface FunnelData {
  /** In the order of work. */
  readonly stages: readonly FunnelStage[];
  /** Said where there is no incident at all. */
  readonly none: string;
}
export interface FunnelStage {
  readonly id: string;
  readonly word: string;
  readonly count: number;
  readonly figure: Figure;
  /** 中位 23 分: how long those that stand there have stood; empty where none does. */
  readonly median: string;
  /** 最久 6 时 50 分. */
  readonly longest: string;
}
const CELL_U = 8;
const LEAST_HIGH_U = 3.4;
/** From here on the number stands under its stage; below, beside it. */
const STACKED_U = 7.2;
const MOST_HIGH_U = 10.5;
const GAP_U = 0.9;
const BAR_U = 0.5;

/** How many incidents stand at each stage, and for how long: where work piles up, a bar is long and its time is, too. */
export function marks({ stages, none }: FunnelData, size: Size): Mark[] {
  const { u, width, height } = size;
  const total = stages.reduce((sum, { count }) => sum + count, 0);
  const columns = Math.max(1, Math.min(stages.length, Math.floor((width / u + GAP_U) / (CELL_U + GAP_U))));
  // Lines of equal length: five and one would read as a list with a rest.
  const lines = Math.ceil(stages.length / columns);
  const across = Math.ceil(stages.length / lines);
  const wide = (width - (across - 1) * GAP_U * u) / across;
  const said = total === 0 ? 1.8 : 0;
  const high = Math.max(LEAST_HIGH_U, Math.min(MOST_HIGH_U, (height / u - said) / lines)) * u;
  const most = Math.max(1, ...stages.map(({ count }) => count));
  const isStacked = high >= STACKED_U * u;
  const wordU = isStacked ? 0 : 0.6 + Math.max(...stages.map(({ word }) => lineWidth({ text: word, sizePx: TYPE_U.body * u, weight: 500, ink: "t1" }, size))) / u;
  const fits = (sizeU: number): boolean => stages.every(({ figure }) => runsWidth(figureRuns(figure, sizeU * u, u), size) <= wide - (wordU + (isStacked ? 0 : 0.9)) * u);
  const countU = isStacked && high >= 9.2 * u && fits(TYPE_U.valueLarge) ? TYPE_U.valueLarge : fits(TYPE_U.value) ? TYPE_U.value : TYPE_U.row;
  const out: Mark[] = total === 0 ? wrap(none, width, TYPE_U.body * u, 400, size, 1).map((text): Mark => ({ kind: "text", id: "none", text, sizePx: TYPE_U.body * u, ink: "t2", x: 0, y: 1.2 * u })) : [];
  stages.forEach((stage, i) => {
    const [x, y] = [(i % across) * (wide + GAP_U * u), said * u + Math.floor(i / across) * high];
    out.push(...cell(stage, { x, y, wide, high, most, countU, isStacked, isNext: i < stages.length - 1 }, size));
    if (i % across === 0 && i > 0) out.push(rule(y, width, u));
  });
  return out;
}
function cell({ id, word, count, figure, median, longest }: FunnelStage, { x, y, wide, high, most, countU, isStacked, isNext }: { readonly x: number; readonly y: number; readonly wide: number; readonly high: number; readonly most: number; readonly countU: number; readonly isStacked: boolean; readonly isNext: boolean }, size: Size): Mark[] {
  const { u } = size;
  const [value] = figureRuns(figure, countU * u, u);
  const baseline = y + (isStacked ? 1.75 + countU * 0.88 : 0.5 + countU * 0.75) * u;
  const bar = baseline + (isStacked ? 0.35 * countU : 0.55) * u;
  const arrow = isStacked ? y + 0.95 * u : baseline - 0.5 * u;
  const times = (text: string): [Run, ...Run[]] => countedRuns(text, { sizePx: u, ink: "t2" }, u);
  const below = (text: string): Mark[] => {
    const [first, ...tail] = times(text);
    return text === "" || bar + (BAR_U + 1.8) * u > y + high || lineWidth({ ...first, tail }, size) > wide ? [] : [{ kind: "text", id: `${id}.median`, ...first, tail, x, y: bar + (BAR_U + 1.45) * u }];
  };
  const isRoomy = high - (bar + (BAR_U + 1.45) * u - y) >= 1.7 * u;
  const [longestRun, ...longestTail] = times(longest || " ");
  return [
    { kind: "text", id: `${id}.word`, text: word, sizePx: TYPE_U.body * u, weight: 500, ink: count === 0 ? "t3" : "t2", x, y: isStacked ? y + 1.35 * u : baseline },
    // Work goes on to the right.
    ...(isNext ? [{ kind: "line" as const, points: [[x + wide - 0.4 * u, arrow - 0.4 * u], [x + wide, arrow], [x + wide - 0.4 * u, arrow + 0.4 * u]] as const, stroke: "hair2" as const, widthPx: linePx(1.5, u) }] : []),
    { kind: "text", id: `${id}.count`, ...value, ink: count === 0 ? "t3" : figureInk(figure), x: isStacked ? x : x + wide - 0.9 * u, y: baseline, ...(!isStacked && { anchor: "end" }) },
    { kind: "rect", x, y: bar, width: wide, height: BAR_U * u, fill: "band" },
    ...(count > 0 ? [{ kind: "rect" as const, x, y: bar, width: Math.max(1, (wide * count) / most), height: BAR_U * u, fill: "c4" as const }] : []),
    ...below(median),
    ...(longest !== "" && isRoomy && lineWidth({ ...longestRun, tail: longestTail }, size) <= wide ? [{ kind: "text" as const, id: `${id}.longest`, ...longestRun, tail: longestTail, x, y: bar + (BAR_U + 3.15) * u }] : []),
  ];
}
/** How many at each stage, and how long at each of them. */
export function sentence({ stages, none }: FunnelData, isBrief = false): string {
  const there = stages.filter(({ count }) => count > 0);
  if (there.length === 0) return `${none}。`;
  return `事件阶段：${there.map(({ word, figure, median }) => `${word} ${figure.text}${median && !isBrief ? `（${median}）` : ""}`).join("、")}。`;
}
