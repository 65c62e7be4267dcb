import { FAMILY } from "../../themes/scale.ts";
import { tableMeasure, type Measure } from "../marks/measure.ts";

export interface TextMeasure {
  readonly measure: Measure;
  /** After faces have arrived: this one while every width that it told is still so, else another. Pictures are laid out anew for another only. */
  afterFaces(): TextMeasure;
}
/** Widths as this display's faces really are now; it remembers what it told lately. */
export function createTextMeasure(document: Document): TextMeasure {
  const open = (): Asked | null => document.createElement("canvas").getContext("2d");
  return open() ? remembering(() => open()!, new Map()) : { measure: tableMeasure, afterFaces() { return this; } };
}
interface Told {
  readonly font: string;
  readonly text: string;
  readonly em: number;
}
/** Where widths are asked for: a canvas. */
export type Asked = Pick<CanvasRenderingContext2D, "font" | "measureText">;

/**
 * @param open a canvas that has been asked nothing yet
 * @param known what was told before, by weight, family and text
 */
export function remembering(open: () => Asked, known: Map<string, Told>): TextMeasure {
  let canvas = open();
  /** Told before those that are known: a word that nobody asks for again goes with them. */
  let older: ReadonlyMap<string, Told> = new Map();
  const emOf = (font: string, text: string): number => {
    canvas.font = font;
    return canvas.measureText(text).width / 100 + GAP_EM * (text.match(JOINS)?.length ?? 0);
  };
  return {
    measure(text, sizePx, weight, family) {
      const key = `${weight}${family}|${text}`;
      let told = known.get(key);
      if (told === undefined) {
        told = older.get(key);
        if (known.size >= MOST_KNOWN) {
          [older, known] = [known, new Map()];
          canvas = open();
        }
        if (told === undefined) {
          const font = `${weight} 100px ${FAMILY[family]}`;
          told = { font, text, em: emOf(font, text) };
        }
        known.set(key, told);
      }
      return told.em * sizePx;
    },
    afterFaces() {
      // To ask for thousands takes longer than to lay out anew what is on the glass.
      if (older.size > 0) return remembering(open, new Map());
      const now = new Map([...known].map(([key, { font, text }]): [string, Told] => [key, { font, text, em: emOf(font, text) }]));
      return [...now].every(([key, { em }]) => em === known.get(key)!.em) ? this : remembering(open, now);
    },
  };
}
/**
 * Numbers and times bring words that were never there before, for as long as a display hangs, and a canvas keeps each that it was ever asked for (1.7 KB in
 * Chromium, until the canvas itself goes). So both are let go of: of twice as many words the older half, and the canvas with it.
 */
export const MOST_KNOWN = 1_000;
/** Between Chinese and letters or digits the page leaves a thin gap (text-autospace), of which a canvas knows nothing. */
const GAP_EM = 0.125;
const JOINS = /\p{Script=Han}(?=(?!\p{Script=Han})[\p{L}\p{N}])|(?!\p{Script=Han})[\p{L}\p{N}](?=\p{Script=Han})/gu;
