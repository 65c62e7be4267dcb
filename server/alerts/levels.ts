import type { Entry } from "../../model/journal.ts";
import type { LevelSpan } from "../../model/level-record.ts";
import { parseTime } from "../../model/time.ts";
import type { Severity } from "../../model/words.ts";
import type { AlertBody } from "./next.ts";

/** The levels of an alert after one entry, in order; the last goes on while what was found still holds. */
export function nextLevels(before: readonly LevelSpan[], entry: Entry, { rule, severity, state }: AlertBody): readonly LevelSpan[] {
  const at = parseTime(entry.simAt);
  if (at === null) return before;
  switch (entry.kind) {
    case "alert.raised":
      return [{ rule: rule!, severity: severity!, from: at }];
    case "alert.exceeded":
      return risen(before, at, rule, severity);
    case "alert.settled":
      // It settled where it was, at a lesser level as if it were found there now, or below all of them.
      return state === "returned" ? until(before, at) : rule === undefined ? before : risen(before, at, rule, severity);
    case "alert.cleared":
      return until(before, at);
    default:
      return before;
  }
}
function risen(before: readonly LevelSpan[], at: number, rule: string | undefined, severity: Severity | undefined): LevelSpan[] {
  const past = until(before, at);
  const last = past.at(-1) ?? before.at(-1);
  const span = { rule: rule ?? last?.rule ?? "", severity: severity ?? last?.severity ?? 4 };
  // The same as a moment before: it goes on.
  const same = last?.to === at && last.rule === span.rule && last.severity === span.severity;
  return same ? [...past.slice(0, -1), { ...span, from: last.from }] : [...past, { ...span, from: at }];
}
/** What of them lies before `at`: a clock that was set back has not come to the rest. */
export const until = (spans: readonly LevelSpan[], at: number): LevelSpan[] =>
  spans.flatMap((span) => (span.from >= at ? [] : [{ ...span, to: Math.min(span.to ?? at, at) }]));
