import { worstState, type Freshness } from "../../model/freshness.ts";
import { asOf } from "../../model/moments.ts";
import type { Lang } from "../../model/numerals.ts";
import type { Cell } from "../../model/sample.ts";
import { coverageText } from "../../model/wording.ts";
import type { Figure } from "./figures.ts";

/** The one time of a row of figures. */
export interface FiguresTime {
  readonly state: Freshness;
  /** 06:00 */
  readonly at: string;
}
/** None of the row is older or worse than it says; undefined where none was ever reported. */
export function figuresTime(figures: readonly Figure[], now: number, isLinked: boolean, lang: Lang): FiguresTime | undefined {
  const told = figures.flatMap(({ measured, cell }) => (cell && cell.state !== "never" && cell.observedAt !== null ? [{ measured, cell, at: cell.observedAt }] : []));
  const [first, ...others] = told;
  if (!first) return undefined;
  const oldest = others.reduce((a, b) => (b.at < a.at ? b : a), first);
  const state = told.map(({ cell }) => cell.state).reduce(worstState);
  return { state: isLinked ? state : worstState(state, "stale"), at: asOf(oldest.at, now, oldest.measured.cadence, lang) };
}
/** 到达 1/1,757 镇街, beside a number that not all have reported; empty where it is whole, or there is none. */
export const figureCoverage = (cell: Cell | undefined, lang: Lang): string => (cell && cell.state !== "never" && cell.value !== null ? coverageText(cell.coverage, lang) : "");
