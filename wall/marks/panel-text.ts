import type { Ink } from "../../themes/ink.ts";
import type { Freshness } from "../../model/freshness.ts";
import type { Mark, Run, Size, TextMark, Truth } from "./mark.ts";
import { linePx, UNIT_SHARE } from "../../themes/scale.ts";
import { lineWidth } from "./words.ts";

/** A number as a panel shows it: put into words by the caller, with its truth. */
export interface Figure {
  readonly text: string;
  readonly unit?: string;
  /** 约 or ≥. */
  readonly prefix?: string;
  /** 外推, 插值, 估 … */
  readonly tag?: string;
  readonly truth?: Truth;
  /** False where words stand for a missing number. */
  readonly isNumber?: boolean;
  /** Not an observation: written in wisteria. */
  readonly notActual?: boolean;
}

/** Ink of a value by what it is worth (VISUAL §6). */
export const figureInk = ({ truth, isNumber = true, notActual }: Figure): Ink => {
  if (notActual || truth?.quality === "extrapolated" || truth?.quality === "modelled") return truth?.state === "stale" ? "t3" : "w1";
  return !isNumber || truth?.state === "stale" ? "t3" : "t1";
};

/** Value, unit and quality tag on one baseline. */
export function figureRuns(figure: Figure, sizePx: number, weight: 400 | 500 | 600 = 500): [Run, ...Run[]] {
  const { text, unit, prefix, tag, truth, isNumber = true } = figure;
  const ink = figureInk(figure);
  const value: Run = { text, sizePx: isNumber ? sizePx : sizePx * 0.6, weight, ink, family: "num", ...(truth ? { truth } : {}) };
  const tail: Run[] = [];
  if (unit && isNumber) tail.push({ text: unit, sizePx: Math.round(sizePx * UNIT_SHARE), ink: "t2", gapPx: sizePx * 0.12 });
  if (tag) tail.push({ text: tag, sizePx: Math.max(Math.round(sizePx * 0.42), 1), ink: figure.notActual || truth?.quality === "extrapolated" ? "w1" : "t2", gapPx: sizePx * 0.2, box: { stroke: figure.notActual || truth?.quality === "extrapolated" ? "w2" : "hair2", padPx: sizePx * 0.08 } });
  return prefix ? [{ text: prefix, sizePx: sizePx * 0.7, ink: "t2" }, value, ...tail] : [value, ...tail];
}
/** Width of a figure's runs in px. */
export const runsWidth = ([first, ...tail]: [Run, ...Run[]], size: Pick<Size, "measure">): number => lineWidth({ ...first, tail }, size);

/** A figure as one line of words. */
export function figureMark(figure: Figure, sizePx: number, at: Pick<TextMark, "x" | "y" | "anchor" | "baseline" | "id">, weight?: 400 | 500 | 600): TextMark {
  const [first, ...tail] = figureRuns(figure, sizePx, weight);
  return { kind: "text", ...first, tail, ...at };
}

/** The mark before a time: dot, half disc, dashed ring, cross. Centred at (x, y), 0.6 u high. */
export function freshnessMark(state: Freshness, x: number, y: number, u: number): Mark[] {
  const r = 0.26 * u;
  switch (state) {
    case "fresh":
      return [{ kind: "circle", cx: x, cy: y, r, fill: "t3" }];
    case "ageing":
      return [
        { kind: "path", steps: [["M", x, y - r], ["C", x - r * 1.33, y - r, x - r * 1.33, y + r, x, y + r], ["Z"]], fill: "t2" },
        { kind: "circle", cx: x, cy: y, r, stroke: "t2", widthPx: linePx(1, u) },
      ];
    case "stale":
      return [{ kind: "circle", cx: x, cy: y, r: r * 1.1, stroke: "t1", widthPx: linePx(1.5, u), dash: [u * 0.14, u * 0.1] }];
    case "never":
      return [{ kind: "circle", cx: x, cy: y, r, stroke: "t3", widthPx: linePx(1.5, u) }];
    case "withheld":
      return [{ kind: "line", points: [[x - r, y], [x + r, y]], stroke: "t3", widthPx: linePx(2, u) }];
    case "down":
      return [
        { kind: "line", points: [[x - r, y - r], [x + r, y + r]], stroke: "t1", widthPx: linePx(2, u) },
        { kind: "line", points: [[x + r, y - r], [x - r, y + r]], stroke: "t1", widthPx: linePx(2, u) },
      ];
  }
}

/** A caption of 1 u. */
export const caption = (text: string, x: number, y: number, size: Pick<Size, "u">, more: Partial<TextMark> = {}): TextMark => ({ kind: "text", text, x, y, sizePx: size.u, ink: "t3", ...more });
/** A hairline under a row. */
export const rule = (y: number, width: number, u: number): Mark => ({ kind: "line", points: [[0, y], [width, y]], stroke: "hair", widthPx: linePx(1, u) });
