import type { Fold } from "../../model/decision.ts";
import type { Entry } from "../../model/journal.ts";
import type { Store, Yield } from "../../model/ports.ts";
import { parseTime } from "../../model/time.ts";
import type { Chain } from "./chain.ts";
import { exportLines } from "./export.ts";
import type { HashName } from "./hash.ts";
import { EMPTY_HEAD, type Head } from "./seal.ts";

export interface RereadNeeds {
  /** Whose chain is read. Its own ledger has verified it, or verifies it behind the boot. */
  readonly situation: string;
  readonly store: Pick<Store, "entries">;
  readonly hash: HashName;
  readonly folds: readonly Fold[];
  readonly others: Yield;
}

/** A chain as far as it stood at an instant: what a replay knows of decisions. It is read, never written. */
export interface Reread extends Chain {
  /**
   * Applies, in the order of the chain, what was decided until `at` (epoch ms, server time), and answers with it. An
   * entry that is told later than `at` hides those behind it. Going back begins with empty folds.
   */
  readTo(at: number): Promise<readonly Entry[]>;
}

const PAGE = 1_000;

export function createReread({ situation, store, hash, folds, others }: RereadNeeds): Reread {
  let head: Head = EMPTY_HEAD;
  /** When the entry behind the head was written, once it has been seen: until then there is nothing to ask for. */
  let nextAt = Number.NEGATIVE_INFINITY;
  return {
    situation,
    head: () => head,
    entries: async (after, limit) => (await store.entries(situation, after, limit)).filter((entry) => entry.seq <= head.seq),
    export: () => exportLines(store, situation, hash, head.seq),
    async readTo(at) {
      const read: Entry[] = [];
      while (nextAt <= at) {
        const page = await store.entries(situation, head.seq, PAGE);
        for (const entry of page) {
          nextAt = parseTime(entry.at) ?? Number.NEGATIVE_INFINITY;
          if (nextAt > at) return read;
          for (const fold of folds) fold.apply(entry);
          head = { seq: entry.seq, hash: entry.hash };
          read.push(entry);
        }
        nextAt = Number.NEGATIVE_INFINITY;
        if (page.length < PAGE) return read;
        // A long chain takes its time; the worlds beside this must not wait for all of it.
        await others();
      }
      return read;
    },
  };
}
