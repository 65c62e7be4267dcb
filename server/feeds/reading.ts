import type { Quality } from "../../model/quality.ts";
import type { Reading } from "../../model/sample.ts";

/** A reading of a record: known when observed. null states that there is none now. */
export function reading(indicator: string, place: string, observedAt: number, value: number | null, quality: Quality): Reading {
  return value === null
    ? { indicator, place, observedAt, receivedAt: observedAt, value: Number.NaN, none: true, quality }
    : { indicator, place, observedAt, receivedAt: observedAt, value, quality };
}
