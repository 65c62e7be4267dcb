import type { Rule } from "../../model/rule.ts";
import { SampleWindow } from "./window.ts";

/** One sample of a series as history keeps it. Times in epoch ms on the situation's clock. */
export interface PastSample {
  readonly observedAt: number;
  /** When it became known. */
  readonly knownAt: number;
  /** Null: none was stated, or a roll-up could not be told. */
  readonly value: number | null;
}

/** What a rule would remember of a series, had it judged it all along. */
export interface Remembered {
  /** Null of a rule that looks over none. */
  readonly window: SampleWindow | null;
  /** Since when its condition has held without a break; null while it does not hold. */
  readonly since: number | null;
  /** True when it has held for as long as anything is known: nobody can say when that began. */
  readonly isSinceEver: boolean;
}

/** The window over which a rule looks, ms; null of one that looks over none. Silence is judged by the clock alone. */
export const windowMs = ({ when }: Pick<Rule, "when">): number | null => ("of" in when && "over" in when && when.over !== undefined && when.of !== "absence" ? when.over : null);
/** What it remembers of a series is filled from history after a start: a window, or a delay that runs. */
export const looksBack = (rule: Pick<Rule, "when" | "holdMs" | "clearMs">): boolean => windowMs(rule) !== null || rule.holdMs > 0 || clearMsOf(rule) > 0;
export const clearMsOf = ({ clearMs = 0 }: Pick<Rule, "clearMs">): number => clearMs;

/**
 * Goes through the past of one series in the order in which it became known, as whoever judged it then did: of a sample that was older
 * than what stood nobody took notice.
 * @param past in any order
 * @param meets true where the rule's condition is met, without a dead-band; null where it could not be told
 */
export function remembered(past: readonly PastSample[], rule: Pick<Rule, "when">, meets: (sample: PastSample, window: SampleWindow | null) => boolean | null): Remembered {
  const overMs = windowMs(rule);
  const window = overMs === null ? null : new SampleWindow(overMs);
  let newest = Number.NEGATIVE_INFINITY;
  let since: number | null = null;
  let isSinceEver = true;
  for (const sample of past.toSorted((a, b) => a.knownAt - b.knownAt || a.observedAt - b.observedAt)) {
    if (sample.observedAt < newest) continue;
    newest = sample.observedAt;
    if (sample.value !== null) window?.push(sample.observedAt, sample.value);
    const isMet = meets(sample, window);
    if (isMet === null) continue;
    if (isMet) since ??= Math.min(sample.observedAt, sample.knownAt);
    else [since, isSinceEver] = [null, false];
  }
  return { window, since, isSinceEver: since !== null && isSinceEver };
}

