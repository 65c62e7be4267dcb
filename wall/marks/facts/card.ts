import { worstState, type Freshness } from "../../../model/freshness.ts";
import { asOf } from "../../../model/moments.ts";
import type { Lang } from "../../../model/numerals.ts";
import type { Cell, Coverage } from "../../../model/sample.ts";
import type { Status } from "../../../model/view.ts";
import { coverageText, STATE_WORDS } from "../../../model/wording.ts";

/** What a panel's frame says beside its content: title, time, worst state and coverage, and why there is no content. */
export interface CardFacts {
  readonly heading: string;
  readonly note?: string;
  readonly status?: Status;
  /** Why it was refused: a problem code. */
  readonly code?: string;
  /** Epoch ms on the situation's clock; null = of no time, absent = no time is said. */
  readonly observedAt?: number | null | undefined;
  readonly cadenceMs?: number;
  readonly state?: Freshness | "";
  readonly coverage?: Coverage | undefined;
  /** What of them has come, where it is not all that the panel shows: 人口. */
  readonly coverageOf?: string;
  /** The one sentence that says that nothing is there. */
  readonly empty?: string;
  /** Another panel of the scene says that too: where panels take turns, this one needs none. */
  readonly isToldBeside?: boolean;
}

/** Whether a panel has nothing to show, and that is known: what was refused, or has not come yet, is not nothing. */
export const isNothing = ({ status = "ready", empty = "" }: CardFacts): boolean => status === "ready" && empty !== "";

/** The worst state of several numbers and the oldest time at that state, for the title band of the card that shows them: a stale glyph never stands beside a new time. */
export function worstOf(cells: Iterable<Cell>): { state: Freshness | ""; observedAt: number | null } {
  let state: Freshness | "" = "";
  let observedAt: number | null = null;
  for (const cell of cells) {
    const worse: Freshness = state === "" ? cell.state : worstState(state, cell.state);
    if (worse !== state) observedAt = cell.observedAt;
    else if (cell.state === state && cell.observedAt !== null) observedAt = Math.min(observedAt ?? Infinity, cell.observedAt);
    state = worse;
  }
  return { state, observedAt };
}

/** Time, coverage and any state but 按时, as the title band says them: 14:30，陈旧，到达 121/124 县. Empty where no time is said. */
export function standing({ observedAt, cadenceMs = 0, state = "", coverage, coverageOf = "" }: CardFacts, simNow: number, lang: Lang): string {
  if (observedAt === undefined) return "";
  return [
    observedAt === null ? "" : asOf(observedAt, simNow, cadenceMs, lang),
    state === "" || state === "fresh" ? "" : STATE_WORDS[state][lang],
    coverage ? coverageText(coverage, lang, coverageOf) : "",
  ].filter(Boolean).join(lang === "zh" ? "，" : ", ");
}
