import type { Indicator } from "../../model/indicator.ts";
import type { Cell } from "../../model/sample.ts";
import { HOUR, MINUTE } from "../../model/time.ts";

type Counted = Pick<Indicator, "unit"> & { readonly zero?: Indicator["zero"] | undefined };
/** Hours that have a word for none left (圈内) run down to it; other hours are a length. */
export const runsDown = ({ unit, zero }: Counted): boolean => unit === "h" && zero !== undefined;

/**
 * Of an arrival that was reported as so many hours ahead: how many are left at `now`, in whole minutes and never below 0.
 * Whether it then has arrived only the next report says. Null for any other number, and for one that counts no more.
 */
export function stillToCome({ value, observedAt, state }: Pick<Cell, "value" | "observedAt" | "state">, measured: Counted, now: number): number | null {
  if (!runsDown(measured) || !value || value < 0 || observedAt === null || state === "down" || state === "withheld") return null;
  // A clock that was set back has not yet reached the report.
  const ahead = observedAt + value * HOUR - Math.max(now, observedAt);
  return (Math.max(0, Math.floor(ahead / MINUTE)) * MINUTE) / HOUR;
}
