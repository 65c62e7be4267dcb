import type { Level } from "./region.ts";
import type { Severity, Words } from "./words.ts";

export type Op = ">" | ">=" | "<" | "<=" | "==";

/** What is read of the samples in a window, the newest included: their mean, least, greatest or sum; the change from its beginning, as it is (rate) or in percent of what was (growth). */
export type WindowStatistic = "mean" | "min" | "max" | "sum" | "rate" | "growth";

/** What the number is held against (判据). `over` is a window in ms; until it is filled nothing is said. */
export type When =
  | { readonly op: Op; readonly value: number }
  /** A limit that each site states of itself, less a number or another of its attributes: 保证水位 told from the warning stage. */
  | { readonly op: Op; readonly site: string; readonly minus?: number | string }
  | { readonly op: Op; readonly value: number; readonly of: WindowStatistic; readonly over: number }
  /** How far it is from `minus`, to either side. */
  | { readonly op: ">" | ">="; readonly value: number; readonly of: "deviation"; readonly minus: number }
  /** The years in which such a value is reached once (重现期), by what the site states of itself: `<attribute>5Y`, `<attribute>20Y` … */
  | { readonly op: ">" | ">="; readonly value: number; readonly of: "returnPeriod"; readonly site: string }
  /** So many standard deviations beyond what is usual at this place, weekday and hour (8 weeks); with `over` the mean of that window is held against it. */
  | { readonly op: ">" | ">=" | "<" | "<="; readonly value: number; readonly of: "baseline"; readonly over?: number }
  /** No sample for this long. */
  | { readonly of: "absence"; readonly over: number };

/** One threshold of one indicator, as data (规则). */
export interface Rule {
  /** `<indicator>#<level>` unless a pack needs more than one a level. */
  readonly id: string;
  readonly indicator: string;
  readonly level: Severity;
  /** The level whose cells it judges, when the threshold speaks of an area as a whole; absent = the indicator's own leaf. */
  readonly at?: Level;
  readonly when: When;
  /** On-delay: how long it must hold before an alert is raised. */
  readonly holdMs: number;
  /** Off-delay: how long it must be back before the alert returns; absent = at once. */
  readonly clearMs?: number;
  /** How far the value must come back before it returns. */
  readonly deadband: number;
  /** The published standard, or `operational default` (shown as 默认阈值). */
  readonly source: string;
  /** How an alert of this rule names the standard it meets: 达到台风黄色预警标准 … */
  readonly says?: Words;
}

export const isDefaultThreshold = (rule: Pick<Rule, "source">): boolean => rule.source.startsWith("operational default");
