import type { Lang } from "../../../model/numerals.ts";
import { isNotActual, sharedQuality } from "../../../model/quality.ts";
import type { Cell } from "../../../model/sample.ts";
import { shown } from "../../../model/wording.ts";
import type { IndicatorView } from "../../kit/reads.ts";
import type { Run } from "../../marks/mark.ts";
import { isNone } from "./breaks.ts";

export interface FiguresAs {
  /** Smallest type of the display, px. */
  readonly u: number;
  /** Situation time. */
  readonly now: number;
  readonly lang: Lang;
  /** Names stand so close that only numbers may stand behind them; what is none is said by the legend and the list. */
  readonly close: boolean;
}

/** What stands under the names of places. A place without a value has its name alone: the hatch, the legend and the list say the rest. */
export function placeFigures(cells: ReadonlyMap<string, Cell>, measured: IndicatorView, { u, now, lang, close }: FiguresAs): ReadonlyMap<string, readonly Run[]> {
  // What all of them are is told once, in the legend; each keeps its ink.
  const told = sharedQuality(cells.values()) !== null;
  return new Map(
    [...cells.values()].flatMap((cell) => {
      // Where the source states that there is none the land is plain, and the legend says so once.
      if (cell.value === null || isNone(cell, measured)) return [];
      const { prefix, text, unit, tag, isNumber } = shown(cell, { ...measured, cadenceMs: measured.cadence }, now, { lang });
      if (close && !isNumber) return [];
      const { place, value, observedAt, state, quality, coverage, tick } = cell;
      const ink = cell.state !== "fresh" && cell.state !== "ageing" ? "t2" : isNumber && isNotActual(quality) ? "w1" : "t1";
      const runs: Run[] = [{ text: isNumber ? `${prefix}${text} ${unit}` : text, sizePx: u * 1.2, weight: 600, ink, family: "num", truth: { indicator: measured.id, place, value, observedAt, state, quality, coverage, tick } }];
      if (tag && !told) runs.push({ text: tag, sizePx: u * 0.85, ink: "w1", gapPx: u * 0.3, box: { stroke: "w2", dashed: true, padPx: u * 0.2 } });
      return [[place, runs] as const];
    }),
  );
}
