import { fromScaled, toScaled } from "./decimal.ts";
import { MIN_COVERAGE } from "./freshness.ts";
import { WITHHELD_WHEN_PARTIAL, type Indicator } from "./indicator.ts";

/** What a roll-up needs of an indicator. */
export type Rolled = Pick<Indicator, "rollup" | "decimals" | "range" | "unit">;

/** One latest sample, as it enters a roll-up. */
export interface Leaf {
  /** NaN = the source states that there is none: it has reported, and adds nothing. */
  readonly value: number;
  readonly num?: number;
  readonly den?: number;
  readonly weight?: number;
  readonly observedAt: number;
  /** Rank of its quality. */
  readonly quality: number;
  readonly down: boolean;
}

/**
 * What some leaves come to. `a` and `b` are whole numbers (sums at `foldDigits`), so that adding them in any order gives
 * the same, and children add up to their parent; for max, min and last `a` is the value itself.
 */
export interface Folded {
  readonly a: number;
  readonly b: number;
  /** Samples inside. */
  readonly n: number;
  /** Samples inside that state a value; 0 with n > 0 = all state that there is none. */
  readonly valued: number;
  /** Samples inside whose source is lost. */
  readonly downs: number;
  /** Oldest and newest observedAt inside, epoch ms. */
  readonly oldest: number;
  readonly newest: number;
  /** Rank of the worst quality inside. */
  readonly quality: number;
}

export const NOTHING: Folded = { a: 0, b: 0, n: 0, valued: 0, downs: 0, oldest: Number.POSITIVE_INFINITY, newest: Number.NEGATIVE_INFINITY, quality: 0 };

/** Digits kept beyond those shown, so that sums do not lose what a sample says more. */
const GUARD = 3;
/** Digits of numerators, denominators and weights. */
const PART_DIGITS = 4;
const MOST_LEAVES = 30_000;

/** Decimals at which sums of this indicator are whole numbers below 2^53, even over all villages. */
export function foldDigits({ rollup, decimals, range }: Rolled): number {
  if (rollup === "ratio" || rollup === "wmean") return PART_DIGITS;
  const largest = Math.max(1, Math.abs(range[0]), Math.abs(range[1]));
  return Math.max(0, Math.min(decimals + GUARD, Math.floor(Math.log10(Number.MAX_SAFE_INTEGER / (largest * MOST_LEAVES)))));
}

/** `value` as a whole number at `digits`; beyond 2^53 the nearest double, since a value outside its range is judged elsewhere. */
export function whole(value: number, digits: number): number {
  const rough = value * 10 ** digits;
  return Math.abs(rough) < Number.MAX_SAFE_INTEGER ? toScaled(value, digits) : Math.round(rough);
}

/** One sample as a fold of itself. */
export function foldLeaf(indicator: Rolled, leaf: Leaf): Folded {
  const digits = foldDigits(indicator);
  const { value, num = value, den = 1, weight = 1 } = leaf;
  const seen = { n: 1, valued: 1, downs: leaf.down ? 1 : 0, oldest: leaf.observedAt, newest: leaf.observedAt, quality: leaf.quality };
  if (Number.isNaN(value)) return { ...seen, valued: 0, a: 0, b: 0 };
  switch (indicator.rollup) {
    case "sum": return { ...seen, a: whole(value, digits), b: 0 };
    case "mean": return { ...seen, a: whole(value, digits), b: 1 };
    case "wmean": return { ...seen, a: whole(value * weight, digits), b: whole(weight, digits) };
    case "ratio": return { ...seen, a: whole(num, digits), b: whole(den, digits) };
    case "count": return { ...seen, a: 1, b: 0 };
    default: return { ...seen, a: value, b: 0 };
  }
}

/** Two folds as one; associative and commutative for all eight kinds. `last` keeps the newest, of equally new ones the larger. */
export function foldBoth({ rollup }: Pick<Rolled, "rollup">, x: Folded, y: Folded): Folded {
  if (x.n === 0) return y;
  if (y.n === 0) return x;
  const n = x.n + y.n;
  const downs = x.downs + y.downs;
  if (rollup === "last") {
    const later = x.newest !== y.newest ? x.newest > y.newest : x.valued !== y.valued ? x.valued > y.valued : x.a !== y.a ? x.a > y.a : x.quality >= y.quality;
    return { ...(later ? x : y), n, downs };
  }
  const seen = { n, valued: x.valued + y.valued, downs, oldest: Math.min(x.oldest, y.oldest), newest: Math.max(x.newest, y.newest), quality: Math.max(x.quality, y.quality) };
  if (x.valued === 0 || y.valued === 0) return { ...seen, a: x.valued === 0 ? y.a : x.a, b: x.valued === 0 ? y.b : x.b };
  if (rollup === "max") return { ...seen, a: Math.max(x.a, y.a), b: 0 };
  if (rollup === "min") return { ...seen, a: Math.min(x.a, y.a), b: 0 };
  return { ...seen, a: x.a + y.a, b: x.b + y.b };
}

/** The number that a fold stands for, not yet rounded; null when no value is inside. */
export function foldValue(indicator: Rolled, { a, b, valued }: Pick<Folded, "a" | "b" | "valued">): number | null {
  if (valued === 0) return null;
  switch (indicator.rollup) {
    case "sum": return fromScaled(a, foldDigits(indicator));
    case "mean": return fromScaled(a, foldDigits(indicator)) / b;
    case "wmean": return b === 0 ? null : a / b;
    case "ratio": return b === 0 ? null : (indicator.unit === "%" ? 100 : 1) * (a / b);
    default: return a;
  }
}

/** A mean or ratio over too few of the expected leaves is not shown. Nothing expected: nothing to judge by. */
export const isTooPartial = ({ rollup }: Pick<Rolled, "rollup">, have: number, of: number): boolean =>
  WITHHELD_WHEN_PARTIAL.has(rollup) && of > 0 && have / of < MIN_COVERAGE;
