import { TYPE_U } from "../../themes/scale.ts";
import * as bars from "./bars.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { moved } from "./moved.ts";
import { countedRuns, figureRuns, type Figure } from "./panel-text.ts";
import * as trend from "./trend.ts";
import { fitLine, lineWidth } from "./words.ts";

/** A picture over time with a line of words above it. */
export interface Plot {
  readonly label: string;
  /** What stands now, in the same line; absent = the label is a caption only. */
  readonly figures?: readonly { readonly figure: Figure; readonly large?: boolean; readonly before?: string }[];
  readonly picture: { readonly trend: trend.TrendData } | { readonly bars: bars.BarsData };
}
const GAP_U = 1.8;
const DOWN_U = 1;
const LINE_U = 1.7;
/** Below each other a picture has this height with its heading at least. */
const LEAST_U = 13;

/** Pictures side by side, each under its own heading; all share one ground line, and an hour is as wide in all of them. In a panel that is higher than wide they stand below each other. */
export function marks(plots: readonly Plot[], size: Size): Mark[] {
  const { u, height } = size;
  const each = (height - DOWN_U * u * (plots.length - 1)) / plots.length;
  if (plots.length < 2 || height < size.width || each < LEAST_U * u) return sideBySide(plots, size);
  // Below each other an hour stands under the same hour.
  const all = plots.map((plot) => sidesOf(plot, { ...size, height: each - headedU(plots) * u }));
  const sides = { left: Math.max(...all.map(({ left }) => left)), right: Math.max(...all.map(({ right }) => right)) };
  return plots.flatMap((plot, i) => moved(sideBySide([plot], { ...size, height: each }, i, sides), 0, i * (each + DOWN_U * u)));
}
const headedU = (plots: readonly Plot[]): number => (plots.some(({ figures }) => figures) ? 2.4 : 1.5);
const sidesOf = ({ picture }: Plot, size: Size): trend.Sides => ("trend" in picture ? trend.sidesOf(picture.trend, size) : bars.sidesOf(picture.bars, size));
/** Where a heading is too long in one line, all have two. */
function sideBySide(plots: readonly Plot[], size: Size, from = 0, given?: trend.Sides): Mark[] {
  const { u, height } = size;
  const firstU = headedU(plots);
  const room = size.width - GAP_U * u * (plots.length - 1);
  // Each has what stands beside its time, and of what is left as much for its time as the others.
  const sides = plots.map((plot) => given ?? sidesOf(plot, { ...size, height: height - firstU * u }));
  const beside = sides.map(({ left, right }) => left + right);
  const time = (room - beside.reduce((sum, wide) => sum + wide, 0)) / plots.length;
  const widths = beside.map((wide) => time + wide);
  const inOne = plots.every((plot, i) => lineWidth({ text: "", sizePx: u, ink: "t1", tail: heading(plot, u).flat() }, size) <= widths[i]!);
  const headU = inOne ? firstU : firstU + LINE_U;
  let x = 0;
  return plots.flatMap((plot, i): Mark[] => {
    const width = widths[i]!;
    const inner: Size = { ...size, width, height: height - headU * u };
    const left = x;
    x += width + GAP_U * u;
    const picture = "trend" in plot.picture ? trend.marks(plot.picture.trend, inner, sides[i]) : bars.marks(plot.picture.bars, inner, sides[i]);
    const lines = inOne ? [heading(plot, u).flat()] : heading(plot, u).filter((line) => line.length > 0);
    return [...lines.flatMap((line, l): Mark[] => {
      const [first, ...tail] = fitLine(line, width, size);
      return first ? [{ kind: "text", id: `heading-${from + i}-${l}`, ...first, ...(l > 0 && { gapPx: 0 }), tail, x: left, y: (firstU - 0.55 + l * LINE_U) * u }] : [];
    }), ...moved(picture, left, headU * u)];
  });
}
/** What it is with what stands now, then what else is known of it. */
function heading({ label, figures }: Plot, u: number): Run[][] {
  if (!figures) return [[{ text: label, sizePx: u, ink: "t3" }]];
  const [now = [], ...more] = figures.map((figure) => besides([figure], u));
  return [[{ text: label, sizePx: TYPE_U.body * u, ink: "t2" }, ...now], more.flat()];
}
/** Numbers behind each other, each with its words before it. */
export const besides = (figures: NonNullable<Plot["figures"]>, u: number): Run[] =>
  figures.flatMap(({ figure, large, before }): Run[] => {
    const [value, ...unit] = figureRuns(figure, (large ? 1.7 : TYPE_U.figure) * u, u, large ? 500 : 400);
    const words: Run[] = before ? countedRuns(before, { sizePx: u, ink: "t3", gapPx: 0.7 * u }, u) : [];
    return [...words, { ...value, gapPx: (before ? 0.3 : 0.6) * u }, ...unit];
  });

export const sentence = (plots: readonly Plot[]): string => plots.map(({ label, figures = [], picture }) => ("trend" in picture ? trend.sentence(picture.trend, label, figures.map(({ figure }) => figure)) : bars.sentence(picture.bars, label))).join("");
/** The first of them. */
export const brief = (plots: readonly Plot[]): string => sentence(plots.slice(0, 1));
