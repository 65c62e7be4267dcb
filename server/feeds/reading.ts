import type { Quality } from "../../model/quality.ts";
import type { Reading } from "../../model/sample.ts";

/** A reading of a record: known when observed. null states that there is none now. */
export function reading(indicator: string, place: string, observedAt: number, value: number | null, quality: Quality): Reading {
  const told = { indicator, place, observedAt, receivedAt: observedAt, quality };
  return value === null ? { ...told, value: Number.NaN, none: true } : { ...told, value };
}
