import { isDefaultThreshold, type Op, type Rule } from "../../../model/rule.ts";
import type { Site } from "../../../model/sample.ts";
import type { Severity } from "../../../model/words.ts";
import { stated } from "./site-name.ts";

/** One standard as a number on the indicator's own scale. */
export interface Limit {
  readonly value: number;
  readonly op: Op;
  readonly level: Severity;
  /** Of no published standard (默认阈值). */
  readonly byDefault: boolean;
}

/** The standards that are a number, the mildest first; one that a facility states of itself is a number only for that facility. What is judged over time (a mean, a growth, a silence) is none on this scale. */
export function limitsOf(rules: readonly Rule[], site?: Pick<Site, "attributes">): Limit[] {
  return rules
    .flatMap(({ when, level, source }): Limit[] => {
      if ("of" in when) return [];
      const value = "site" in when ? (site ? less(stated(site, when.site), when.minus, site) : null) : when.value;
      return value === null ? [] : [{ value, op: when.op, level, byDefault: isDefaultThreshold({ source }) }];
    })
    .sort((a, b) => b.level - a.level);
}
function less(value: number | null, minus: number | string | undefined, site: Pick<Site, "attributes">): number | null {
  const taken = typeof minus === "string" ? stated(site, minus) : (minus ?? 0);
  return value === null || taken === null ? null : value - taken;
}
/** Higher is graver, unless the standards are about too little. */
export const isFloor = (limits: readonly Limit[]): boolean => limits.length > 0 && limits.every(({ op }) => op === "<" || op === "<=");
/** Numbers that several facilities share as their limits, each once. */
export const valuesOf = (limits: readonly Limit[]): number[] => [...new Set(limits.map(({ value }) => value))].sort((a, b) => a - b);
