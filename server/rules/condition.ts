import { atPrecision } from "../../model/decimal.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Op, Rule, WindowStatistic } from "../../model/rule.ts";
import type { Cell, Site } from "../../model/sample.ts";
import { flowOf } from "./return-period.ts";

const COMPARE: Readonly<Record<Op, (value: number, limit: number) => boolean>> = {
  ">": (v, l) => v > l,
  ">=": (v, l) => v >= l,
  "<": (v, l) => v < l,
  "<=": (v, l) => v <= l,
  "==": (v, l) => v === l,
};

/** What is usual at a place, weekday and hour. */
export interface Usual {
  readonly mean: number;
  readonly sigma: number;
}

/** A number and what it is held against, in one unit: that of the indicator, or percent for a growth. */
export interface Held {
  readonly value: number;
  readonly limit: number;
  readonly op: Op;
}

/** What a rule may know of its place beside the number itself. */
export interface Known {
  readonly value: number;
  readonly site: Site | undefined;
  /** What the rule's window says; null while it is not full. */
  window(of: WindowStatistic): number | null;
  usual(): Usual | null;
  /** It counts people, who come one by one. */
  readonly countsPeople?: boolean;
}

const FLIPPED: Readonly<Record<">" | ">=", Op>> = { ">": "<", ">=": "<=" };

/** What is held against what; null when the rule can say nothing here now: a site without the attribute, a window that is not full, nothing usual known. */
export function heldAgainst({ when }: Pick<Rule, "when">, { value, site, window, usual, countsPeople = false }: Known): Held | null {
  if (!("op" in when)) return { value, limit: when.over, op: ">" };
  if (!("of" in when)) {
    const limit = "site" in when ? limitOf({ when }, site) : when.value;
    return limit === null ? null : { value, limit, op: when.op };
  }
  switch (when.of) {
    case "deviation":
      return value >= when.minus ? { value, limit: exact(when.minus + when.value), op: when.op } : { value, limit: exact(when.minus - when.value), op: FLIPPED[when.op] };
    case "returnPeriod": {
      const limit = flowOf(when.value, when.site, site?.attributes ?? {});
      return limit === null ? null : { value, limit, op: when.op };
    }
    case "baseline": {
      const normal = usual();
      const now = when.over === undefined ? value : window("mean");
      if (!normal || now === null) return null;
      // Eight weeks may have been alike by chance: a count varies by at least the root of its mean (Poisson), whatever they say.
      const sigma = countsPeople ? Math.max(normal.sigma, Math.sqrt(Math.max(0, normal.mean))) : normal.sigma;
      return { value: now, limit: normal.mean + (when.op.startsWith(">") ? 1 : -1) * when.value * sigma, op: when.op };
    }
    default: {
      const told = window(when.of);
      return told === null ? null : { value: told, limit: when.value, op: when.op };
    }
  }
}

/** The limit of a rule where it stands still: its own, the site's or its silence; null where it moves, or where the site states none. */
export function limitOf({ when }: Pick<Rule, "when">, site: Site | undefined): number | null {
  if (!("op" in when)) return when.over;
  if ("of" in when) return null;
  if (!("site" in when)) return when.value;
  const own = (name: string): number | null => {
    const attribute = site?.attributes[name];
    return typeof attribute === "number" ? attribute : null;
  };
  const [attribute, less] = [own(when.site), typeof when.minus === "string" ? own(when.minus) : (when.minus ?? 0)];
  return attribute === null || less === null ? null : exact(attribute - less);
}

/** 33.2 − 22.5 is 10.7, as whoever wrote the limits reckons, and not a hair above it. */
const exact = (limit: number): number => atPrecision(limit, 6);

/** A sum of what has been reported so far is no more than a least: while some have said nothing, nobody knows that it is below a limit. */
export function mayBeMore({ when }: Pick<Rule, "when">, indicator: Pick<Indicator, "rollup" | "range"> | undefined, { coverage }: Pick<Cell, "coverage">): boolean {
  const isBelow = "op" in when && when.op.startsWith("<");
  return isBelow && coverage.have < coverage.of && (indicator?.rollup === "sum" || indicator?.rollup === "count") && indicator.range[0] >= 0;
}

/** True when the value is beyond the limit; `isHeld` = it already was, and only the dead-band lets it return. */
export function isBeyond(deadband: number, { value, limit, op }: Held, isHeld: boolean): boolean {
  const slack = isHeld ? deadband : 0;
  const eased = op === ">" || op === ">=" ? limit - slack : op === "<" || op === "<=" ? limit + slack : limit;
  return COMPARE[op](value, eased);
}
