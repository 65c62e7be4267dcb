import { grouped } from "../../../model/numerals.ts";
import type { Rule } from "../../../model/rule.ts";
import type { Cell } from "../../../model/sample.ts";
import type { Words } from "../../../model/words.ts";
import { inWords } from "../../kit/language.ts";
import type { IndicatorView } from "../../kit/reads.ts";
import { rampOf, type Breaks } from "../../marks/choropleth.ts";

/** How an indicator is coloured: classes of which the last needs most attention. */
export interface Classes {
  readonly breaks: Breaks;
  /** Smaller is worse: values and breaks are taken with a minus, so that bright still means attention. */
  readonly turned: boolean;
  /** The classes have names of their own, least first. */
  readonly words?: readonly Words[];
  /** Made from the numbers that stand on the map now: two hours do not compare. */
  readonly ofNow?: true;
}
/** What an indicator is on a map: a fill in classes, or an amount, which is a circle and never a fill (VISUAL §8). */
export type Coloured = { readonly as: "fill"; readonly classes: Classes } | { readonly as: "amount" } | { readonly as: "figures" };

/** Storm figures have classes of their own: the wind circles, and the hours and distances in which people are moved. */
const OWN: Readonly<Record<string, Classes>> = {
  "met.storm.circle": {
    breaks: [7, 10], turned: false,
    words: [{ zh: "圈外", en: "outside" }, { zh: "7级圈内", en: "inside force 7" }, { zh: "10级圈内", en: "inside force 10" }],
  },
  "met.storm.distance": { breaks: [-500, -300, -200, -100], turned: true },
  "met.storm.arrival.r7": { breaks: [-48, -24, -12, -6], turned: true },
  "met.storm.arrival.r10": { breaks: [-48, -24, -12, -6], turned: true },
};
const MOST_BREAKS = 4;

/**
 * Classes come from the indicator: its own thresholds, else fifths of a percentage, and both stay the same from day to day;
 * else rounded quantiles of the numbers that are there. What adds up is an amount: a large place has more of everything.
 */
export function colouredBy(indicator: Pick<IndicatorView, "id" | "unit" | "worse" | "rollup">, rules: readonly Rule[], values: Iterable<number | null>): Coloured {
  const own = OWN[indicator.id];
  if (own) return { as: "fill", classes: own };
  if (indicator.rollup === "sum" || indicator.rollup === "count") return { as: "amount" };
  const turned = indicator.worse === "lower";
  const sign = turned ? -1 : 1;
  const limits = rising(rules.flatMap(({ when, indicator: of }) => (of === indicator.id && "value" in when && !("of" in when) ? [sign * when.value] : [])));
  const fill = (breaks: Breaks, ofNow = false): Coloured => ({ as: "fill", classes: { breaks, turned, ...(ofNow && { ofNow: true }) } });
  // One limit divides a percentage too coarsely: nearly all places stand on one side of it.
  if (limits.length > (indicator.unit === "%" ? 1 : 0)) return fill(limits.slice(-MOST_BREAKS));
  if (indicator.unit === "%") return fill(turned ? [-80, -60, -40, -20] : [20, 40, 60, 80]);
  const quantiles = roundQuantiles([...values].flatMap((value) => (value === null ? [] : [sign * value])));
  return quantiles.length > 0 ? fill(quantiles, true) : { as: "figures" };
}

/** The source states that there is none now (no circle arrives): neither a class nor a gap. */
export const isNone = ({ value, state: is }: Cell, measured: Pick<IndicatorView, "none">): boolean => value === null && measured.none !== undefined && is !== "never" && is !== "withheld" && is !== "down";

/** Up to four round numbers that divide the values into about equal parts; none where there is nothing to divide. */
function roundQuantiles(values: readonly number[]): Breaks {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined || least === most) return [];
  const step = roundUp((most - least) / 20);
  const round = (value: number): number => Number((Math.round(value / step) * step).toPrecision(12));
  return rising([1, 2, 3, 4].map((part) => round(sorted[Math.floor((part * sorted.length) / 5)]!))).filter((value) => value > least && value <= most);
}
const rising = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

/** The next of 1, 2, 5, 10, 20, 50 …: a number that a reader can hold. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return Number(((([1, 2, 5].find((n) => n * power >= value * (1 - 1e-9))) ?? 10) * power).toPrecision(12));
}

/** The inks of the classes, least first. */
export const classInks = ({ breaks }: Classes): readonly string[] => rampOf(breaks);

/** The classes in words, least first: < 20, 20—40, …, ≥ 100. */
export function classWords({ breaks, turned, words }: Classes): readonly string[] {
  if (words) return words.map(inWords);
  const decimals = Math.max(0, ...breaks.map((value) => (String(Math.abs(value)).split(".")[1] ?? "").length));
  const bound = (value: number) => grouped(turned ? -value : value, decimals);
  const between = breaks.slice(1).map((to, i) => (turned ? `${bound(to)}—${bound(breaks[i]!)}` : `${bound(breaks[i]!)}—${bound(to)}`));
  const [first, last] = [breaks[0]!, breaks.at(-1)!];
  return turned ? [`> ${bound(first)}`, ...between, `≤ ${bound(last)}`] : [`< ${bound(first)}`, ...between, `≥ ${bound(last)}`];
}
