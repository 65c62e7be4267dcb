import type { Op, Rule } from "../../model/rule.ts";
import type { Site } from "../../model/sample.ts";

const COMPARE: Readonly<Record<Op, (value: number, limit: number) => boolean>> = {
  ">": (v, l) => v > l,
  ">=": (v, l) => v >= l,
  "<": (v, l) => v < l,
  "<=": (v, l) => v <= l,
  "==": (v, l) => v === l,
};

/** The number a value is held against at this place, or null when the rule says nothing there (a site without the attribute). */
export function limitOf(rule: Rule, site: Site | undefined): number | null {
  const { when } = rule;
  if ("site" in when) {
    const attribute = site?.attributes[when.site];
    return typeof attribute === "number" ? attribute - (when.minus ?? 0) : null;
  }
  return "op" in when ? when.value : when.overMs;
}

/** True when the value is beyond the limit; `held` = it already was, and only the dead-band lets it return. */
export function isBeyond(rule: Rule, value: number, limit: number, held: boolean): boolean {
  const { when } = rule;
  if (!("op" in when)) return value > limit;
  const slack = held ? rule.deadband : 0;
  const eased = when.op === ">" || when.op === ">=" ? limit - slack : when.op === "<" || when.op === "<=" ? limit + slack : limit;
  return COMPARE[when.op](value, eased);
}
