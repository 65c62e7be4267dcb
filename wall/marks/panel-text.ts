import type { Ink } from "../../themes/ink.ts";
import type { Freshness } from "../../model/freshness.ts";
import { isNotActual } from "../../model/quality.ts";
import type { Mark, Run, Size, TextMark, Truth } from "./mark.ts";
import { linePx, TYPE_U, UNIT_SHARE } from "../../themes/scale.ts";
import { lineWidth } from "./words.ts";

/** A number as a panel shows it: put into words by the caller, with its truth. */
export interface Figure {
  readonly text: string;
  readonly unit?: string;
  /** What of the unit belongs to the number: 万 of 万人. Said where the rest of the unit stands over the list. */
  readonly order?: string;
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

/** Drawn in wisteria: forecast, computed or guessed. */
const isHollow = ({ truth, notActual }: Figure): boolean => notActual ?? (truth !== undefined && isNotActual(truth.quality));

/** Ink of a value by what it is worth (VISUAL §6). */
export const figureInk = (figure: Figure): Ink => {
  const { truth, isNumber = true } = figure;
  if (!isNumber || truth?.state === "stale" || truth?.state === "down") return "t3";
  return isHollow(figure) ? "w1" : "t1";
};

/** Value, unit and quality tag on one baseline; no word of it is smaller than `u`. */
export function figureRuns(figure: Figure, sizePx: number, u: number, weight: 400 | 500 | 600 = 500): [Run, ...Run[]] {
  const { text, unit, prefix, tag, truth, isNumber = true } = figure;
  const of = truth ? { truth } : {};
  const value: Run = { text, sizePx: isNumber ? sizePx : Math.max(u, sizePx * 0.6), weight, ink: figureInk(figure), family: "num", ...of };
  const tail: Run[] = [];
  if (unit && isNumber) tail.push({ text: `\u2009${unit}`, sizePx: Math.max(u, sizePx * UNIT_SHARE), ink: "t2", gapPx: sizePx * 0.05, ...of });
  if (tag) tail.push({ text: tag, sizePx: u, ink: isHollow(figure) ? "w1" : "t2", gapPx: 0.4 * u, box: { stroke: isHollow(figure) ? "w2" : "hair2", dashed: isHollow(figure), padPx: 0.25 * u }, ...of });
  return prefix ? [{ text: prefix, sizePx: Math.max(u, sizePx * 0.7), ink: "t2", ...of }, value, ...tail] : [value, ...tail];
}
/** Words with numbers in them, the digits large enough to be read from the seats: 指令 12/14, 12 处 3 市. */
export function countedRuns(text: string, words: Omit<Run, "text">, u: number): [Run, ...Run[]] {
  const { gapPx, data, ...look } = words;
  const pieces = text.split(/(\d[\d,.]*(?:\s*[—–/:]\s*\d[\d,.]*)*)/).filter((piece) => piece !== "");
  return pieces.map((piece, i): Run => ({ ...look, ...(/^\d/.test(piece) && { sizePx: Math.max(words.sizePx, TYPE_U.figure * u), family: "num" as const }), text: piece, ...(i === 0 && gapPx !== undefined && { gapPx }), ...(i === 0 && data && { data }) })) as [Run, ...Run[]];
}
/** Width of a figure's runs in px. */
export const runsWidth = ([first, ...tail]: [Run, ...Run[]], size: Pick<Size, "measure">): number => lineWidth({ ...first, tail }, size);

/** A figure as one line of words. */
export function figureMark(figure: Figure, sizePx: number, u: number, at: Pick<TextMark, "x" | "y" | "anchor" | "baseline" | "id">, weight?: 400 | 500 | 600): TextMark {
  const [first, ...tail] = figureRuns(figure, sizePx, u, weight);
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
