import type { Indicator } from "../../model/indicator.ts";
import { QUALITIES } from "../../model/quality.ts";
import { NOTHING, foldBoth, foldLeaf, foldValue, isTooPartial, type Folded } from "../../model/rollup.ts";
import type { SeriesPoint } from "../../model/sample.ts";
import { replaces, type Stored } from "./stored.ts";

/** A trend is told at no more instants than this. */
const INSTANTS = 600;

/**
 * The trend of a roll-up from the samples of its few leaves: at each instant at which one of them spoke, what all of
 * them came to. Too few of the expected leaves for a mean or a ratio is a gap.
 * @param leaves samples of each leaf, in any order
 * @param of how many leaves are expected
 */
export function foldTrend(indicator: Indicator, leaves: readonly (readonly Stored[])[], of: number, span: { readonly from: number; readonly to: number; readonly asOf: number }): SeriesPoint[] {
  const told = leaves.flatMap((samples, leaf) => samples.filter((s) => s.observedAt <= span.to && s.receivedAt <= span.asOf).map((sample) => ({ leaf, sample })));
  told.sort((a, b) => a.sample.observedAt - b.sample.observedAt || a.sample.receivedAt - b.sample.receivedAt);
  const instants = new Set(told.filter((t) => t.sample.observedAt >= span.from).map((t) => t.sample.observedAt));
  const step = Math.max(1, Math.ceil(instants.size / INSTANTS));
  const folds: (Folded | null)[] = leaves.map(() => null);
  const standing: (Stored | undefined)[] = leaves.map(() => undefined);
  const points: SeriesPoint[] = [];
  let instant = 0;
  told.forEach(({ leaf, sample }, i) => {
    if (replaces(sample, standing[leaf])) {
      standing[leaf] = sample;
      folds[leaf] = foldLeaf(indicator, leafOf(indicator, sample));
    }
    const at = sample.observedAt;
    if (at < span.from || told[i + 1]?.sample.observedAt === at) return;
    if (instant++ % step !== 0 && i < told.length - 1) return;
    const all = folds.reduce<Folded>((x, y) => (y ? foldBoth(indicator, x, y) : x), NOTHING);
    const value = isTooPartial(indicator, all.n, of) ? null : foldValue(indicator, all);
    points.push([at, value, QUALITIES[all.quality]!]);
  });
  return points;
}

/** What many leaves came to at one instant, as a sample of the region that holds them; `of` how many are expected. */
export function foldInstant(indicator: Indicator, samples: readonly Stored[], of: number): Stored {
  const all = samples.reduce<Folded>((sum, sample) => foldBoth(indicator, sum, foldLeaf(indicator, leafOf(indicator, sample))), NOTHING);
  const value = isTooPartial(indicator, all.n, of) ? null : foldValue(indicator, all);
  const at = samples.reduce((newest, { observedAt }) => Math.max(newest, observedAt), Number.NEGATIVE_INFINITY);
  return { observedAt: at, receivedAt: at, value: value ?? Number.NaN, num: Number.NaN, den: Number.NaN, quality: all.quality };
}

const leafOf = ({ rollup }: Indicator, s: Stored) => ({
  value: s.value, observedAt: s.observedAt, quality: s.quality, down: false,
  ...(rollup === "ratio" && !Number.isNaN(s.den) ? { num: s.num, den: s.den } : {}),
  ...(rollup === "wmean" && !Number.isNaN(s.num) ? { weight: s.num } : {}),
});
