/** A limit made of a week, and what stands against it. */
export interface EarsLimit {
  readonly mean: number;
  /** Mean and three standard deviations of the week. */
  readonly limit: number;
  readonly exceeds: boolean;
}
/** What the three methods say of one day; null where one of the days that it needs is not known. */
export interface EarsDay {
  readonly c1: EarsLimit | null;
  readonly c2: EarsLimit | null;
  readonly c3: { readonly sum: number; readonly exceeds: boolean } | null;
}
const BASELINE_DAYS = 7;
const LAG_DAYS = 2;
const DEVIATIONS = 3;
const SUMMED_DAYS = 3;
const SUM_LIMIT = 2;

/**
 * Counts that stand out of the week before them, for a disease without a usable history: C1, C2 and C3 of CDC's Early Aberration
 * Reporting System (Hutwagner et al. 2003, J Urban Health 80 suppl. 1: i89–i96; as in `earsC` of the R package surveillance,
 * `minSigma` 0). C1: above mean + 3 sd of t−1…t−7. C2: the same of t−3…t−9, so that a rise of two days does not hide itself.
 * C3: Σ max(0, z − 1) of t, t−1, t−2 is above 2, z being C2's (y − mean) / sd. sd is that of a sample (n − 1). A week that never
 * moved has sd 0: then any count above it exceeds.
 * @param counts one a day, oldest first; null = not known, which is not 0
 */
export function ears(counts: readonly (number | null)[]): EarsDay[] {
  const beyond = counts.map((count, i) => excess(count, baseline(counts, i, LAG_DAYS)));
  return counts.map((count, i) => {
    const last = beyond.slice(Math.max(0, i - SUMMED_DAYS + 1), i + 1);
    const sum = last.length < SUMMED_DAYS || last.includes(null) ? null : last.reduce<number>((all, each) => all + each!, 0);
    return { c1: limitOf(count, baseline(counts, i, 0)), c2: limitOf(count, baseline(counts, i, LAG_DAYS)), c3: sum === null ? null : { sum, exceeds: sum > SUM_LIMIT } };
  });
}
interface Baseline {
  readonly mean: number;
  readonly sd: number;
}
/** Of the seven days that end `lag` days before the one before; undefined unless all of them are known. */
function baseline(counts: readonly (number | null)[], day: number, lag: number): Baseline | undefined {
  const to = day - lag;
  const week = counts.slice(Math.max(0, to - BASELINE_DAYS), Math.max(0, to)).filter((count) => count !== null);
  if (week.length < BASELINE_DAYS) return undefined;
  const mean = week.reduce((sum, count) => sum + count, 0) / BASELINE_DAYS;
  const squares = week.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  // What the sum of equal numbers loses in its last digit is no spread.
  return { mean, sd: week.every((count) => count === week[0]) ? 0 : Math.sqrt(squares / (BASELINE_DAYS - 1)) };
}
function limitOf(count: number | null, base: Baseline | undefined): EarsLimit | null {
  if (count === null || !base) return null;
  const limit = base.mean + DEVIATIONS * base.sd;
  return { mean: base.mean, limit, exceeds: count > limit };
}
/** How many standard deviations beyond the first. */
function excess(count: number | null, base: Baseline | undefined): number | null {
  if (count === null || !base) return null;
  if (base.sd === 0) return count > base.mean ? Infinity : 0;
  return Math.max(0, (count - base.mean) / base.sd - 1);
}
