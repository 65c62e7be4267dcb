import { FAMILY } from "../../themes/scale.ts";
import type { Measure } from "../marks/measure.ts";

/** Widths as this display's faces really are; remembered until the faces change. */
export function createTextMeasure(document: Document): { readonly measure: Measure; forget(): void } {
  const context = document.createElement("canvas").getContext("2d");
  const known = new Map<string, number>();
  return {
    measure(text, sizePx, weight, family) {
      const key = `${weight}${family}|${text}`;
      let em = known.get(key);
      if (em === undefined) {
        if (!context) throw new Error("This browser gives no 2D context; texts cannot be measured.");
        context.font = `${weight} 100px ${FAMILY[family]}`;
        em = context.measureText(text).width / 100;
        if (known.size > 20_000) known.clear();
        known.set(key, em);
      }
      return em * sizePx;
    },
    forget: () => known.clear(),
  };
}
