import type { Rule } from "./rule.ts";

/** What a rule found at a place. A cause is one indicator at one place; its gravest rule speaks for it. */
export interface Finding {
  readonly kind: "exceed" | "clear" | "sourceDown" | "sourceBack";
  readonly indicator: string;
  readonly place: string;
  /** The rule that holds now (exceed), or the one that held until now. */
  readonly rule: Rule;
  readonly value: number;
  readonly limit: number;
}

/** One indicator at one place, and apart from it the silence of its source. */
export const causeOf = (rule: Pick<Rule, "indicator" | "when">, place: string): string =>
  `${rule.indicator}${"of" in rule.when && rule.when.of === "absence" ? "~absence" : ""}@${place}`;
