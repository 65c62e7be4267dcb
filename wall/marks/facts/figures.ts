import { worstState } from "../../../model/freshness.ts";
import { grouped } from "../../../model/numerals.ts";
import type { Level } from "../../../model/region.ts";
import type { Cell } from "../../../model/sample.ts";
import { shown } from "../../../model/wording.ts";
import type { Figure } from "../panel-text.ts";
import { isComputed } from "./computed.ts";
import type { HereNow, Measured, Standpoint } from "./standpoint.ts";

/** From where one number is read. */
export interface FigureFrom extends Pick<Standpoint, "lang"> {
  readonly here: Pick<HereNow, "simNow" | "linked"> & Partial<Pick<HereNow, "info">>;
}

/** A number as marks take it: in words, with its truth; while the page is cut off nothing looks fresh. */
export function figureOf(cell: Cell | undefined, measured: Measured | undefined, { lang, here }: FigureFrom): Figure {
  const { simNow, linked } = here;
  if (!cell || !measured) return { text: "··", isNumber: false };
  const told = linked ? cell : { ...cell, state: worstState(cell.state, "stale") };
  const { prefix, text, unit, tag, isNumber } = shown(told, { ...measured, cadenceMs: measured.cadence }, simNow, { lang });
  const { place, value, observedAt, state, quality, coverage, tick } = told;
  return { text, unit, prefix, tag, isNumber, ...(quality === "suspect" && isComputed(quality, here) && { notActual: true }), truth: { indicator: measured.id, place, value, observedAt, state, quality, coverage, tick } };
}
export interface Count {
  readonly id: string;
  readonly place: string;
  readonly value: number;
  readonly observedAt: number | null;
  readonly tick: number;
  readonly have?: number;
  readonly of?: number;
  readonly level?: Level | "site";
}
/** What a panel counts itself is a number like any other: it says of what, when and how much of it was known. */
export function countOf({ id, place, value, observedAt, tick, have = 1, of = 1, level = "site" }: Count, { linked }: Pick<HereNow, "linked">): Figure {
  const state = have === 0 ? "never" : linked ? "fresh" : "stale";
  return { text: have === 0 ? "—" : grouped(value, 0), truth: { indicator: id, place, value: have === 0 ? null : value, observedAt, state, quality: "good", coverage: { have, of, level }, tick } };
}
