import { FAMILY } from "../../themes/scale.ts";
import { tableMeasure, type Measure } from "../marks/measure.ts";

/** Widths as this display's faces really are now; when faces arrive, make a new one, for the old one remembers. */
export function createTextMeasure(document: Document): Measure {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return tableMeasure;
  const known = new Map<string, number>();
  return (text, sizePx, weight, family) => {
    const key = `${weight}${family}|${text}`;
    let em = known.get(key);
    if (em === undefined) {
      context.font = `${weight} 100px ${FAMILY[family]}`;
      em = context.measureText(text).width / 100 + GAP_EM * (text.match(JOINS)?.length ?? 0);
      if (known.size > MOST_KNOWN) known.clear();
      known.set(key, em);
    }
    return em * sizePx;
  };
}
const MOST_KNOWN = 20_000;
/** Between Chinese and letters or digits the page leaves a thin gap (text-autospace), of which a canvas knows nothing. */
const GAP_EM = 0.125;
const JOINS = /\p{Script=Han}(?=(?!\p{Script=Han})[\p{L}\p{N}])|(?!\p{Script=Han})[\p{L}\p{N}](?=\p{Script=Han})/gu;
