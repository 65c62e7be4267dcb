/** Decimal arithmetic that does not drift: values become whole numbers at a declared number of decimals. */

/**
 * `value` at `decimals`, as a whole number; halves go away from zero, judged on the decimal text of the value, so that
 * 1.005 at two decimals is 101 and not 100.
 * @throws RangeError when the value is not finite or would not be exact (beyond 2^53)
 */
export function toScaled(value: number, decimals: number): number {
  const rough = value * 10 ** decimals;
  const size = Math.abs(rough);
  const below = Math.floor(size);
  const rest = size - below;
  const near = size > SURE || Math.abs(rest - 0.5) <= size * 1e-15 + 1e-12 ? byText(value, decimals) : rest > 0.5 ? below + 1 : below;
  if (!(near <= Number.MAX_SAFE_INTEGER)) throw new RangeError(`${value} at ${decimals} decimals is not exact: expected a finite number below 2^53 when scaled.`);
  return rough < 0 ? 0 - near : near;
}

/** The number that a scaled whole number stands for. */
export const fromScaled = (scaled: number, decimals: number): number => scaled / 10 ** decimals;

/** `value` as it may be shown at `decimals`. */
export const atPrecision = (value: number, decimals: number): number => fromScaled(toScaled(value, decimals), decimals);

/** Above it a product of doubles may miss the nearest whole number. */
const SURE = 2 ** 42;

function byText(value: number, decimals: number): number {
  const [digits, exponent = "0"] = String(Math.abs(value)).split("e");
  const shifted = Number(`${digits}e${Number(exponent) + decimals}`);
  return Math.floor(shifted) + (shifted - Math.floor(shifted) >= 0.5 ? 1 : 0);
}
