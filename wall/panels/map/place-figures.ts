import type { Lang } from "../../../model/numerals.ts";
import { sharedQuality } from "../../../model/quality.ts";
import type { Cell } from "../../../model/sample.ts";
import type { SituationInfo } from "../../../model/situation.ts";
import { shown } from "../../../model/wording.ts";
import type { IndicatorView } from "../../kit/reads.ts";
import type { Run } from "../../marks/mark.ts";
import { isComputed } from "../../marks/facts/computed.ts";
import { stillToCome } from "../../kit/still-to-come.ts";
import { isNone } from "./breaks.ts";

export interface FiguresAs {
  /** Smallest type of the display, px. */
  readonly u: number;
  /** Situation time. */
  readonly now: number;
  readonly lang: Lang;
  /** Names stand so close that only numbers may stand behind them; what is none is said by the legend and the list. */
  readonly close: boolean;
  /** The world that is told of. */
  readonly info?: SituationInfo | undefined;
}

/** What stands under the names of places. A place without a value has its name alone: the hatch, the legend and the list say the rest. */
export function placeFigures(cells: ReadonlyMap<string, Cell>, measured: IndicatorView, { u, now, lang, close, info }: FiguresAs): ReadonlyMap<string, readonly Run[]> {
  // What all of them are is told once, in the legend; each keeps its ink.
  const told = sharedQuality(cells.values()) !== null;
  return new Map(
    [...cells.values()].flatMap((cell) => {
      // Where the source states that there is none the land is plain, and the legend says so once.
      if (cell.value === null || isNone(cell, measured)) return [];
      // As the list does it: an arrival is counted down from its report, and having run down is no report that it has come.
      const left = stillToCome(cell, measured, now);
      const [counted, as] = left === null ? [cell, measured] : [{ ...cell, value: left }, { ...measured, zero: undefined }];
      const { prefix, text, unit, tag, isNumber } = shown(counted, { ...as, cadenceMs: measured.cadence }, now, { lang });
      if (close && !isNumber) return [];
      const { place, value, observedAt, state, quality, coverage, tick } = cell;
      const ink = cell.state !== "fresh" && cell.state !== "ageing" ? "t2" : isNumber && isComputed(quality, { info }) ? "w1" : "t1";
      const runs: Run[] = [{ text: isNumber ? `${prefix}${text}${unit && ` ${unit}`}` : text, sizePx: u * 1.2, weight: 600, ink, family: "num", truth: { indicator: measured.id, place, value, observedAt, state, quality, coverage, tick } }];
      if (tag && !told) runs.push({ text: tag, sizePx: u * 0.85, ink: "w1", gapPx: u * 0.3, box: { stroke: "w2", dashed: true, padPx: u * 0.2 } });
      return [[place, runs] as const];
    }),
  );
}
