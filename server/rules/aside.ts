import type { Rule } from "../../model/rule.ts";
import type { AsideRule } from "../../model/rule-fact.ts";

/** A definition that fails is tried so often (RELIABILITY F19). */
export const TRIES = 3;

/** Rules that fail where they are judged: counted, and after three times judged no more, so that one bad definition costs nobody else anything. */
export interface Aside {
  /** What `judged` comes to; `unknown` where it throws, or where the rule is set aside: what it found stays as it was found. */
  attempt<T>(rule: Rule, now: number, judged: () => T, unknown: T): T;
  /** Those that are judged no more, with why. */
  all(): readonly AsideRule[];
}

export function createAside(): Aside {
  const thrown = new Map<string, number>();
  const aside = new Map<string, AsideRule>();
  return {
    attempt(rule, now, judged, unknown) {
      if (aside.has(rule.id)) return unknown;
      try {
        return judged();
      } catch (error) {
        const times = (thrown.get(rule.id) ?? 0) + 1;
        thrown.set(rule.id, times);
        if (times >= TRIES) aside.set(rule.id, { rule: rule.id, at: now, error: String(error).slice(0, 300) });
        return unknown;
      }
    },
    all: () => [...aside.values()],
  };
}
