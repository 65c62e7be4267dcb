import { atPrecision } from "./decimal.ts";

/**
 * A number of percent as it may be shown at `decimals`: what is short of the whole is not rounded to the whole, nor what is more than
 * nothing to nothing. 99.97 is 99.9 beside the one city that is short, and 100.0 is said only of all.
 * @throws RangeError as `atPrecision` does
 */
export function percentAt(value: number, decimals: number): number {
  const near = atPrecision(value, decimals);
  if (value < WHOLE && near >= WHOLE) return atPrecision(WHOLE - 10 ** -decimals, decimals);
  return value > 0 && near <= 0 ? atPrecision(10 ** -decimals, decimals) : near;
}
const WHOLE = 100;
