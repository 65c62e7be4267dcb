import type { Actor } from "../../model/account.ts";
import type { CommandEnvelope } from "../../model/command.ts";
import type { Decision, Fold } from "../../model/decision.ts";
import type { Draft, Entry } from "../../model/journal.ts";
import type { Batch, Clock, CommandRow, Log, Stop, Store } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import { formatTime, parseTime } from "../../model/time.ts";
import type { Chain } from "./chain.ts";
import { exportLines } from "./export.ts";
import type { HashName } from "./hash.ts";
import { commandHash, repeated, type Answer } from "./repeat.ts";
import { EMPTY_HEAD, flaw, seal, type Head } from "./seal.ts";

export interface LedgerNeeds {
  readonly situation: string;
  readonly store: Store;
  readonly clock: Clock;
  /** Epoch ms on the situation's clock. */
  simNow(): number;
  readonly hash: HashName;
  /** Hex of `bytes` random bytes, for salts. */
  random(bytes: number): string;
  /** A record played as a replay: commands are refused, rules may still find. */
  readonly readOnly: boolean;
  /** Applied in this order, each entry through all of them before the next. */
  readonly folds: readonly Fold[];
  /** The last signed head of this chain, when there is one: a shorter or other chain is refused. */
  readonly anchor?: Head | null;
  readonly log?: Log;
}

/** One situation's journal: the only way to change what its folds hold. */
export interface Ledger extends Chain {
  /** Reads the whole chain into the folds, verifying it. @throws with the first bad seq */
  recover(): Promise<void>;
  /** Writes what rules have found. @throws Problem store_unavailable, and then nothing has changed */
  record(drafts: readonly Draft[]): Promise<Entry[]>;
  /**
   * Decides a command once and answers it when durable; a repeat gets the answer that was given.
   * @throws Problem id_reused, too_late, read_only, store_unavailable, or what `decide` refuses with; a refusal leaves no trace
   */
  execute(actor: Actor, envelope: CommandEnvelope, decide: (now: number) => Decision): Promise<Answer>;
  /** Hears each entry once, after it is durable and applied; not those that `recover` reads. */
  onEntry(listener: (entry: Entry) => void): Stop;
}

const PAGE = 1_000;
const SALT_BYTES = 16;

export function createLedger(needs: LedgerNeeds): Ledger {
  const { situation, store, clock, hash, folds } = needs;
  const listeners = new Set<(entry: Entry) => void>();
  let head: Head = EMPTY_HEAD;
  let tail: Promise<unknown> = Promise.resolve();
  /** After a commit of unknown outcome the chain in memory may be shorter than the stored one. */
  let unsure = false;
  let broken: Problem | null = null;

  /** One queue: nobody decides on a state that somebody else is changing. */
  function queued<T>(work: () => Promise<T>): Promise<T> {
    const done = tail.then(async () => {
      if (broken) throw broken;
      if (unsure) announce(await asked(() => catchUp(() => {})));
      return await work();
    });
    tail = done.catch(() => {});
    return done;
  }

  async function asked<T>(question: () => Promise<T>, outcome?: string): Promise<T> {
    try {
      return await question();
    } catch (error) {
      throw unavailable(error, outcome);
    }
  }
  function unavailable(error: unknown, outcome = "nothing was changed"): Problem {
    needs.log?.error("The store does not answer.", { situation, error: String(error) });
    return new Problem("store_unavailable", `The journal of "${situation}" cannot be written: ${outcome}. Repeat with the same id when the store is back.`);
  }

  function apply(entry: Entry): void {
    for (const fold of folds) fold.apply(entry);
    head = { seq: entry.seq, hash: entry.hash };
  }
  function announce(entries: readonly Entry[]): void {
    for (const entry of entries)
      for (const listener of listeners) {
        try {
          listener(entry);
        } catch (error) {
          needs.log?.error("A listener of the journal failed; the entry stands.", { situation, seq: entry.seq, error: String(error) });
        }
      }
  }

  /** Reads on from the head in memory, verifying each link. */
  async function catchUp(each: (entry: Entry) => void): Promise<Entry[]> {
    const fresh: Entry[] = [];
    for (;;) {
      const page = await store.entries(situation, head.seq, PAGE);
      for (const entry of page) {
        const found = flaw(entry, head, hash);
        if (found) throw new Error(`The journal of "${situation}" is damaged at seq ${head.seq + 1}: ${found}. Nothing was started on it; restore the last backup.`);
        try {
          apply(entry);
        } catch (error) {
          throw new Error(`The journal of "${situation}" cannot be understood at seq ${entry.seq} (${entry.kind}): ${String(error)}. Start the program that wrote it.`, { cause: error });
        }
        each(entry);
        if (unsure) fresh.push(entry);
      }
      if (page.length < PAGE) break;
    }
    unsure = false;
    return fresh;
  }

  function sealAll(drafts: readonly Draft[], now: number): Entry[] {
    const at = formatTime(now);
    const simAt = formatTime(needs.simNow());
    let last = head;
    return drafts.map((draft) => {
      const entry = seal(draft, { situation, at, simAt, salt: needs.random(SALT_BYTES) }, last, hash);
      last = { seq: entry.seq, hash: entry.hash };
      return entry;
    });
  }

  /** True when the batch is durable, false when it certainly is not. @throws Problem when nobody can say */
  async function committed(batch: Batch, last: Head): Promise<boolean> {
    try {
      await store.commit(batch);
      return true;
    } catch (error) {
      // A lost connection may have lost only the answer: the chain itself knows.
      unsure = true;
      const stored = await asked(() => store.head(situation), "it is not known whether this was still done");
      unsure = stored?.hash !== last.hash && stored !== null && stored.seq > head.seq;
      if (batch.entries?.length && stored?.hash === last.hash) return true;
      needs.log?.error("A decision could not be written.", { situation, error: String(error) });
      return false;
    }
  }

  function adopt(entries: readonly Entry[]): void {
    try {
      for (const entry of entries) apply(entry);
    } catch (error) {
      broken = new Problem("not_ready", `Entry ${head.seq + 1} of "${situation}" is durable but could not be applied. Restart the server; if it refuses the journal, start the program before.`);
      needs.log?.error(broken.message, { situation, error: String(error) });
      throw broken;
    }
    announce(entries);
  }

  return {
    async recover() {
      await queued(async () => {
        const { anchor } = needs;
        let hashAtAnchor = anchor?.seq === head.seq ? head.hash : null;
        await catchUp((entry) => {
          if (entry.seq === anchor?.seq) hashAtAnchor = entry.hash;
        });
        if (anchor && hashAtAnchor !== anchor.hash)
          throw new Error(
            hashAtAnchor === null
              ? `The journal of "${situation}" ends at seq ${head.seq}, but seq ${anchor.seq} was signed: entries from ${head.seq + 1} on are missing. Restore the store, or move the signed heads aside to accept the loss.`
              : `The journal of "${situation}" is not the one that was signed: seq ${anchor.seq} has another hash. Restore the store, or move the signed heads aside to accept it.`,
          );
      });
    },

    async record(drafts) {
      if (drafts.length === 0) return [];
      return await queued(async () => {
        const entries = sealAll(drafts, clock.now());
        if (!(await committed({ entries }, entries.at(-1)!))) throw unavailable("not committed");
        adopt(entries);
        return entries;
      });
    },

    async execute(actor, envelope, decide) {
      return await queued(async () => {
        const now = clock.now();
        const before = await asked(() => store.command(envelope.id));
        if (before) return repeated(before, actor, envelope);
        refuseLate(envelope, now);
        if (needs.readOnly) throw readOnly(situation, envelope.kind);
        const decision = decide(now);
        const entries = sealAll(decision.drafts, now);
        const answer = decision.waits ?? { seq: entries[0]?.seq ?? head.seq, at: formatTime(now), result: decision.result };
        const status = decision.waits ? 202 : 200;
        const command: CommandRow = { id: envelope.id, account: actor.account, bodyHash: commandHash(envelope), situation, at: now, status, answer };
        const { outbox, timers, cancelTimers } = decision;
        const batch: Batch = { entries, command, ...(outbox && { outbox }), ...(timers && { timers }), ...(cancelTimers && { cancelTimers }) };
        if (!(await committed(batch, entries.at(-1) ?? head))) {
          // The same id may have been taken meanwhile through another situation's queue.
          const rival = await asked(() => store.command(envelope.id));
          if (rival) return repeated(rival, actor, envelope);
          throw unavailable("not committed");
        }
        adopt(entries);
        return { status, answer };
      });
    },

    situation,
    head: () => head,
    entries: (after, limit) => store.entries(situation, after, limit),
    onEntry(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    export: () => exportLines(store, situation, hash, head.seq),
  };
}

/** What a replay answers to whoever would decide something in it. */
export const readOnly = (situation: string, kind: string): Problem =>
  new Problem("read_only", `"${situation}" is a replay (回放) and takes no commands. Send "${kind}" to live or to a drill.`, { state: "replay", legal: [] });

function refuseLate({ id, notAfter }: CommandEnvelope, now: number): void {
  if (notAfter === undefined) return;
  const limit = parseTime(notAfter);
  if (limit === null) throw new Problem("bad_time", `notAfter "${notAfter}" is not an RFC 3339 time with offset, like 2026-01-01T08:00:00+08:00.`);
  if (now > limit) throw new Problem("too_late", `Command "${id}" was to be done by ${notAfter}; it is ${formatTime(now)}. Look again, and order anew if it still holds.`);
}
