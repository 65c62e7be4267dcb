import { quantile } from "./quantile.mjs";

/** So many readings at either end are taken together: one alone may have met a moment. */
const ENDS = 3;

/** How much more the last readings hold than the first ones after the warm-up: 0.1 = a tenth more. Of two readings, each end is one. */
export function growth(values) {
  const ends = Math.max(1, Math.min(ENDS, Math.floor(values.length / 2)));
  const [first, last] = [quantile(values.slice(0, ends), 0.5), quantile(values.slice(-ends), 0.5)];
  return { first, last, share: first === 0 ? (last === 0 ? 0 : Number.POSITIVE_INFINITY) : last / first - 1 };
}

/** What a line through the readings rises by from one to the next (least squares); 0 of fewer than two. */
export function slope(values) {
  const mean = (of) => of.reduce((sum, v) => sum + v, 0) / of.length;
  const [middle, level] = [(values.length - 1) / 2, mean(values)];
  const spread = values.reduce((sum, _v, i) => sum + (i - middle) ** 2, 0);
  return spread === 0 ? 0 : values.reduce((sum, v, i) => sum + (i - middle) * (v - level), 0) / spread;
}
