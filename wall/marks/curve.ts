import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { moved } from "./moved.ts";
import { figureRuns, runsWidth, type Figure } from "./panel-text.ts";
import * as plots from "./plots.ts";
import * as trend from "./trend.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "curve", minU: [28, 14], titled: true } as const;

/** One number over the curve, with what it is above it. */
export interface CurveFact {
  readonly caption: string;
  /** Of which time it speaks, where that is not the panel's. */
  readonly at?: string;
  readonly figure: Figure;
  /** Neither it nor the one before it says anything without the other. */
  readonly joined?: boolean;
}
export interface CurveData {
  /** What stands now, then what else is known of it. */
  readonly facts: readonly [CurveFact, ...CurveFact[]];
  readonly trend: trend.TrendData;
}
/** From this height on numbers stand under their names; from the second size on as large as a wall has them. */
const TALL_U = 17;
const LARGE_U = [56, 30] as const;
const CAPTION_BASELINE_U = 1.1;
/** A line of words reaches so far above its baseline. */
const ASCENT_EM = 0.88;
const UNDER_CAPTION_U = 0.3;
const UNDER_VALUE_U = 0.9;
const GAP_U = 1.75;

/** A line over the hours with what it was, what is expected and its limits; over it what stands now. Without room for that the numbers stand in one line. */
export function marks({ facts, trend: line }: CurveData, size: Size): Mark[] {
  const { u, width, height } = size;
  const large = width >= LARGE_U[0] * u && height >= LARGE_U[1] * u;
  const [firstU, otherU] = large ? [TYPE_U.valueLarge, TYPE_U.value] : [TYPE_U.value, TYPE_U.row];
  const columns = facts.map(({ caption, at, figure }, i) => {
    const head = { text: caption, sizePx: TYPE_U.body * u, ink: "t2", ...(at && { tail: [{ text: at, sizePx: TYPE_U.body * u, ink: "t3", gapPx: 0.4 * u, role: "asOf" }] }) } satisfies Run & { tail?: Run[] };
    const value = figureRuns(figure, (i === 0 ? firstU : otherU) * u, u);
    return { head, value, widthPx: Math.max(lineWidth(head, size), runsWidth(value, size)) };
  });
  const needed = columns.reduce((sum, { widthPx }) => sum + widthPx, (columns.length - 1) * GAP_U * u);
  if (height < TALL_U * u || needed > width) {
    const [now, ...all] = facts;
    // A name without its number says nothing; what has no room is still drawn, or told aloud.
    const more = all.slice(0, all.findLastIndex((_, n) => !all[n + 1]?.joined && lineWidth({ text: "", sizePx: u, ink: "t3", tail: plots.besides(asFigures(all.slice(0, n + 1)), u) }, size) <= width) + 1);
    return plots.marks([{ label: now.caption, figures: [{ figure: now.figure, large: true }, ...asFigures(more)], picture: { trend: line } }], size);
  }
  const baselineU = CAPTION_BASELINE_U + UNDER_CAPTION_U + ASCENT_EM * firstU;
  const headU = baselineU + UNDER_VALUE_U;
  let x = 0;
  return [
    ...columns.flatMap(({ head, value: [first, ...tail], widthPx }, i): Mark[] => {
      const left = x;
      x += widthPx + GAP_U * u;
      return [{ kind: "text", id: `caption-${i}`, ...head, x: left, y: CAPTION_BASELINE_U * u }, { kind: "text", id: `value-${i}`, ...first, tail, x: left, y: baselineU * u }];
    }),
    ...moved(trend.marks(line, { ...size, height: height - headU * u }), 0, headU * u),
  ];
}
const asFigures = (facts: readonly CurveFact[]) => facts.map(({ caption, figure }) => ({ figure, before: caption }));

export function sentence({ facts: [now, ...more], trend: line }: CurveData, title: string): string {
  const first = trend.sentence(line, title, [now.figure]);
  return more.length === 0 ? first : `${first.slice(0, -1)}；${more.map(({ caption, at, figure }) => `${caption}${at ? ` ${at}` : ""} ${figure.prefix ?? ""}${figure.text}${figure.unit ? ` ${figure.unit}` : ""}`).join("，")}。`;
}
