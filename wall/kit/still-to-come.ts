import type { Indicator } from "../../model/indicator.ts";
import type { Cell } from "../../model/sample.ts";
import { HOUR, MINUTE } from "../../model/time.ts";

/**
 * Of an arrival that was reported as so many hours ahead: how many are left at `now`, in whole minutes and never below 0.
 * Whether it then has arrived only the next report says. Null for any other number, and for one that counts no more.
 */
export function stillToCome({ value, observedAt, state }: Pick<Cell, "value" | "observedAt" | "state">, { unit, zero }: Pick<Indicator, "unit"> & { readonly zero?: Indicator["zero"] | undefined }, now: number): number | null {
  // Hours that have a word for none left (圈内) run down to it; other hours are a length.
  if (unit !== "h" || !zero || !value || value < 0 || observedAt === null || state === "down" || state === "withheld") return null;
  // A clock that was set back has not yet reached the report.
  const ahead = observedAt + value * HOUR - Math.max(now, observedAt);
  return (Math.max(0, Math.floor(ahead / MINUTE)) * MINUTE) / HOUR;
}
