import { asOf } from "../../../model/moments.ts";
import type { Cell } from "../../../model/sample.ts";
import { coverageText, shown } from "../../../model/wording.ts";
import type { AsOf } from "../as-of.ts";
import type { Figure } from "../panel-text.ts";
import type { FigureFrom } from "./figures.ts";
import type { Measured } from "./standpoint.ts";

/** When a number was true, how much of it had come, and what it was before its source was lost; undefined where it is of no time. */
export function asOfCell(cell: Cell | undefined, figure: Figure, measured: Measured | undefined, { lang, here: { simNow } }: FigureFrom): AsOf | undefined {
  if (!cell || !measured || cell.observedAt === null || !figure.truth) return undefined;
  const { last } = shown(cell, { ...measured, cadenceMs: measured.cadence }, simNow, { lang });
  return { state: figure.truth.state, at: asOf(cell.observedAt, simNow, measured.cadence, lang), coverage: coverageText(cell.coverage, lang).replace("到达 ", ""), ...(last && { last }) };
}
