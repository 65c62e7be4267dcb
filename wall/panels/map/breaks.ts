import type { Rule } from "../../../model/rule.ts";
import type { IndicatorView } from "../../kit/reads.ts";
import type { Breaks } from "../../marks/choropleth.ts";

/** How an indicator is coloured: five classes, the last needs most attention. */
export interface Classes {
  readonly breaks: Breaks;
  /** Smaller is worse: values and breaks are taken with a minus, so that bright still means attention. */
  readonly turned: boolean;
}

/** Storm figures have classes of their own: wind circles, and the hours that a county needs to move people. */
const OWN: Readonly<Record<string, Breaks>> = {
  "met.storm.circle": [1, 7, 8, 10],
  "met.storm.distance": [-500, -300, -200, -100],
  "met.storm.arrival.r7": [-48, -24, -12, -6],
  "met.storm.arrival.r10": [-48, -24, -12, -6],
  "met.storm.exposed.r7": [1, 100_000, 300_000, 600_000],
  "met.storm.exposed.r10": [1, 100_000, 300_000, 600_000],
};

/**
 * Classes that stay the same from day to day: the indicator's own thresholds where it has four, else fifths of a
 * percentage, else powers of ten.
 */
export function classesOf(indicator: Pick<IndicatorView, "id" | "unit" | "worse">, rules: readonly Rule[] = []): Classes {
  const own = OWN[indicator.id];
  if (own) return { breaks: own, turned: own[0] < 0 };
  const turned = indicator.worse === "lower";
  const sign = turned ? -1 : 1;
  const limits = [...new Set(rules.flatMap(({ when, indicator: of }) => (of === indicator.id && "value" in when && !("of" in when) ? [sign * when.value] : [])))].sort((a, b) => a - b);
  if (limits.length === 4) return { breaks: limits as unknown as Breaks, turned };
  if (indicator.unit === "%") return { breaks: turned ? [-80, -60, -40, -20] : [20, 40, 60, 80], turned };
  return { breaks: turned ? [-1_000, -100, -10, -1] : [1, 10, 100, 1_000], turned };
}

/** The classes in words, least first: < 1, 1–7, …, ≥ 10. */
export function classWords({ breaks, turned }: Classes): readonly string[] {
  const bound = (value: number) => String(Math.abs(value));
  const between = breaks.slice(1).map((to, i) => (turned ? `${bound(to)}–${bound(breaks[i]!)}` : `${bound(breaks[i]!)}–${bound(to)}`));
  return turned ? [`> ${bound(breaks[0])}`, ...between, `≤ ${bound(breaks[3])}`] : [`< ${bound(breaks[0])}`, ...between, `≥ ${bound(breaks[3])}`];
}
