import type { Family, Weight } from "../../themes/scale.ts";

/** Width of one line of text in px. */
export type Measure = (text: string, sizePx: number, weight: Weight, family: Family) => number;

/**
 * The same everywhere, for where no page measures: widths of the house's faces as they are, rounded up. What is judged by
 * this table (legibility, paper) is never wider on the glass.
 */
export const tableMeasure: Measure = (text, sizePx, weight) => {
  let em = 0;
  for (const char of text) em += widthOf(char);
  return em * sizePx * (weight >= 600 ? 1.05 : 1);
};
function widthOf(char: string): number {
  const code = char.codePointAt(0)!;
  // Signs that only the Chinese face has are as wide as a character.
  if (code >= 0x2e80 || "≥≤≈→←↖↗↘↙●".includes(char)) return 1;
  if (code === 0x2009) return 0.2;
  if (char === " ") return 0.21;
  if (".,:;'|!il".includes(char)) return 0.28;
  if ("()·".includes(char)) return 0.33;
  if ("IJ/jtfr°".includes(char)) return 0.42;
  if ("“”".includes(char)) return 0.47;
  if ("mMwW%№".includes(char)) return 0.85;
  if ("↑↓…—".includes(char)) return 0.79;
  if (char >= "A" && char <= "Z") return 0.62;
  return 0.54;
}
