import type { Draft, Entry } from "./journal.ts";
import type { Waiting } from "./second-person.ts";
import type { OutboxRow, TimerRow } from "./ports.ts";

/** What a fold wants done, and what the asker is told once it is durable. Deciding changes nothing. */
export interface Decision {
  /** The command's own entry first, its consequences after it. */
  readonly drafts: readonly Draft[];
  readonly result: Readonly<Record<string, unknown>>;
  /** It takes effect only once a second person agrees: what is answered instead, with 202. */
  readonly waits?: Waiting;
  readonly outbox?: readonly OutboxRow[];
  readonly timers?: readonly TimerRow[];
  readonly cancelTimers?: readonly string[];
}

/** A state that is nothing but the journal read in order: live and after a restart alike. */
export interface Fold {
  apply(entry: Entry): void;
}
