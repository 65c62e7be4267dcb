/** A rule that failed so often where it was judged that it is judged no more; what it had found stays as it was found. */
export interface AsideRule {
  readonly rule: string;
  /** Epoch ms on the situation's clock. */
  readonly at: number;
  readonly error: string;
}

/** What an alert speaks of that concerns a rule itself, in the place of an indicator: `rule:water.stage#2`. */
export const ruleFact = (rule: string): string => `rule:${rule}`;
/** The rule that such an alert speaks of; null for an indicator. */
export const ruleOf = (indicator: string): string | null => (indicator.startsWith("rule:") ? indicator.slice("rule:".length) : null);
/** The rule by which such an alert is found (规则停判). */
export const ASIDE_RULE = "rule.aside";
export const ASIDE_WORDS = { zh: "规则出错，已停判", en: "rule failed and is judged no more" } as const;
