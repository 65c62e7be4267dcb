import { FAMILY } from "../../themes/scale.ts";
import { tableMeasure, type Measure } from "../marks/measure.ts";

export interface TextMeasure {
  readonly measure: Measure;
  /** After faces have arrived: this one while every width that it told is still so, else another. Pictures are laid out anew for another only. */
  afterFaces(): TextMeasure;
}
/** Widths as this display's faces really are now; it remembers what it told. */
export function createTextMeasure(document: Document): TextMeasure {
  const context = document.createElement("canvas").getContext("2d");
  return context ? remembering(context, new Map()) : { measure: tableMeasure, afterFaces() { return this; } };
}
interface Told {
  readonly font: string;
  readonly text: string;
  readonly em: number;
}
function remembering(context: CanvasRenderingContext2D, known: Map<string, Told>): TextMeasure {
  const emOf = (font: string, text: string): number => {
    context.font = font;
    return context.measureText(text).width / 100 + GAP_EM * (text.match(JOINS)?.length ?? 0);
  };
  return {
    measure(text, sizePx, weight, family) {
      const key = `${weight}${family}|${text}`;
      let told = known.get(key);
      if (told === undefined) {
        const font = `${weight} 100px ${FAMILY[family]}`;
        told = { font, text, em: emOf(font, text) };
        if (known.size > MOST_KNOWN) known.clear();
        known.set(key, told);
      }
      return told.em * sizePx;
    },
    afterFaces() {
      // To ask of thousands takes longer than to lay out anew what is on the glass.
      if (known.size > MOST_ASKED_AGAIN) return remembering(context, new Map());
      const now = new Map([...known].map(([key, { font, text }]): [string, Told] => [key, { font, text, em: emOf(font, text) }]));
      return [...now].every(([key, { em }]) => em === known.get(key)!.em) ? this : remembering(context, now);
    },
  };
}
const MOST_KNOWN = 20_000;
const MOST_ASKED_AGAIN = 2_000;
/** Between Chinese and letters or digits the page leaves a thin gap (text-autospace), of which a canvas knows nothing. */
const GAP_EM = 0.125;
const JOINS = /\p{Script=Han}(?=(?!\p{Script=Han})[\p{L}\p{N}])|(?!\p{Script=Han})[\p{L}\p{N}](?=\p{Script=Han})/gu;
