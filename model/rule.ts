import type { Level } from "./region.ts";
import type { Severity, Words } from "./words.ts";

export type Op = ">" | ">=" | "<" | "<=" | "==";

/** A limit, a limit that each site states of itself, or a derived statistic. */
export type When =
  | { readonly op: Op; readonly value: number }
  | { readonly op: Op; readonly site: string; readonly minus?: number }
  /** The change over a window: value now minus value `overMs` ago. */
  | { readonly op: Op; readonly value: number; readonly of: "rate"; readonly overMs: number }
  /** No sample for this long. */
  | { readonly of: "absence"; readonly overMs: number };

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
  /** How far the value must come back before it returns. */
  readonly deadband: number;
  /** The published standard, or `operational default` (shown as 默认阈值). */
  readonly source: string;
  /** How an alert of this rule names the standard it meets: 达到台风黄色预警标准 … */
  readonly says?: Words;
}

export const isDefaultThreshold = (rule: Pick<Rule, "source">): boolean => rule.source.startsWith("operational default");
