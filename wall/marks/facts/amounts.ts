import { worstState } from "../../../model/freshness.ts";
import { amount, difference } from "../../../model/numerals.ts";
import { unitOf } from "../../../model/units.ts";
import type { Cell } from "../../../model/sample.ts";
import type { Figure } from "../panel-text.ts";
import { worstOf } from "./card.ts";
import type { ListedFrom } from "./listed.ts";
import type { Measured } from "./standpoint.ts";

/** What stands of a cell; null where none may be shown as standing now. */
export const standingValue = (cell: Cell | undefined): number | null => (cell && cell.state !== "down" ? cell.value : null);

/** Several numbers of one unit added up: as old as the oldest of them, and a sum of those that came where some did not. */
export function sumOf(id: string, cells: readonly (Cell | undefined)[], measured: Measured | undefined, { lang, here: { linked } }: Pick<ListedFrom, "lang" | "here">): Figure {
  const known = cells.filter((cell): cell is Cell => standingValue(cell) !== null);
  if (known.length === 0 || !measured) return { text: "—", isNumber: false };
  const value = known.reduce((sum, cell) => sum + cell.value!, 0);
  const worst = worstOf(known);
  const first = known[0]!;
  const isPartial = known.length < cells.length || known.some(({ coverage: { have, of } }) => have < of);
  return {
    ...amount(value, { decimals: measured.decimals, unit: unitOf(measured, lang), lang }), ...(isPartial && { prefix: "≥" }),
    truth: { indicator: id, place: first.place, value, observedAt: worst.observedAt, state: linked ? (worst.state || "fresh") : worstState(worst.state || "fresh", "stale"), quality: first.quality, coverage: { have: known.length, of: cells.length, level: "site" }, tick: Math.max(...known.map(({ tick }) => tick)) },
  };
}
/** One sum less another; undefined where either lacks a part: a difference of parts is none. */
export function lessOf(id: string, sum: Figure, less: Figure, measured: Measured | undefined, { lang }: Pick<ListedFrom, "lang">): Figure | undefined {
  const [a, b] = [sum.truth, less.truth];
  if (!measured || !a || !b || a.value === null || b.value === null || sum.prefix || less.prefix) return undefined;
  const value = a.value - b.value;
  return { text: difference(value, measured.decimals, lang), unit: unitOf(measured, lang), truth: { ...a, indicator: id, value, state: worstState(a.state, b.state), observedAt: Math.min(a.observedAt ?? Infinity, b.observedAt ?? Infinity) } };
}
