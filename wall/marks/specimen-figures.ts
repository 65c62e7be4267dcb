import type { Freshness } from "../../model/freshness.ts";
import { isNotActual, QUALITY_TAG, type Quality } from "../../model/quality.ts";
import { HOUR, parseTime } from "../../model/time.ts";
import type { Figure } from "./panel-text.ts";

/** The instant at which all specimens stand: an afternoon on which much happens at once. */
export const NOW = parseTime("2015-10-04T14:10:32+08:00")!;
export const before = (hours: number): number => NOW - hours * HOUR;
export const after = (hours: number): number => NOW + hours * HOUR;

/** A number as it would come from a source of this worth; one that is down has none, only words. */
export function told(text: string, unit = "", { state = "fresh", quality = "good", prefix = "" }: { readonly state?: Freshness; readonly quality?: Quality; readonly prefix?: string } = {}): Figure {
  const isNumber = state !== "down" && state !== "never" && state !== "withheld";
  const tag = QUALITY_TAG[quality].zh;
  return {
    text, unit, isNumber, ...(prefix && { prefix }), ...(tag && { tag }), ...(isNotActual(quality) && { notActual: true }),
    truth: { indicator: "specimen", place: "44", value: isNumber ? 1 : null, observedAt: before(1), state, quality, coverage: { have: 118, of: 122, level: "county" }, tick: 1 },
  };
}
