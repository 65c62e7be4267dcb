import type { Draft, Entry } from "./journal.ts";
import type { Later } from "./later.ts";
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
  /** How its state is kept beside the chain, so that a boot need not read all of it. A fold without one is read anew, and its whole chain with it. */
  readonly kept?: Keeping;
}
/** What a fold comes to, as records that have a JSON text: restored and read on, it is what it would be had all been read. */
export interface Keeping {
  /** What it is called in a snapshot. */
  readonly name: string;
  /** As it stands at the call: what is applied while the records are taken is not in them. */
  keep(): Iterable<KeptRecord>;
  /** Puts what was kept in the place of all that stands. Of no records the fold is as it was made. */
  restore(kept: Iterable<KeptRecord>): void;
  /** Reads some of what was restored and rests still. @returns true when more of it does */
  wake?(): boolean;
}
export interface KeptRecord {
  /** Has a JSON text. */
  readonly record: unknown;
  /** What belongs to it and is read only when somebody asks. */
  readonly later?: Later;
}
