import type { Actor } from "../../model/account.ts";
import type { CommandEnvelope } from "../../model/command.ts";
import type { Decision, Fold } from "../../model/decision.ts";
import type { Draft, Entry } from "../../model/journal.ts";
import type { Batch, Clock, CommandRow, Log, Stop, Store, TimerRow } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import { formatTime, parseTime, SECOND } from "../../model/time.ts";
import type { Fired, MovedRows } from "../../model/timer.ts";
import type { Chain } from "./chain.ts";
import { exportLines } from "./export.ts";
import type { HashName } from "./hash.ts";
import { commandHash, repeated, type Answer } from "./repeat.ts";
import { EMPTY_HEAD, flaw, seal, type Head } from "./seal.ts";
import type { Cut } from "./snapshot.ts";

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
  /** Entries that may stand in memory alone; left out = 100,000. */
  readonly mostOwed?: number;
}

/** One situation's journal: the only way to change what its folds hold. */
export interface Ledger extends Chain {
  /** Reads the whole chain into the folds, verifying it. @param from what lies behind it, when the folds stand there already. @throws with the first bad seq */
  recover(from?: Head): Promise<void>;
  /** What the folds come to now, at which entry; null while memory and store may differ, or when a fold cannot be kept. */
  cut(): Cut | null;
  /** The chain was found to be damaged: nothing is written to it any more. What rules find is shown all the same, from memory. */
  condemn(words: string): void;
  /** Writes what rules have found, and the rows of timers that `timers` names when nobody else is deciding. @throws Problem store_unavailable, and then nothing has changed */
  record(drafts: readonly Draft[], timers?: () => readonly TimerRow[]): Promise<Entry[]>;
  /**
   * Writes what rules have found. While the store takes nothing it stands in memory, is shown, and is written first as soon as the store is back:
   * nobody decides anything on it before. What a kill takes of it is found again.
   * @param find asked when nobody else is deciding and all that was written is known: what is still to be written then
   * @throws Problem store_unavailable when too much waits, or nobody can say what was written
   */
  note(find: () => readonly Draft[]): Promise<Entry[]>;
  /** Entries that stand in memory alone. */
  owed(): number;
  /** Tries once more to write what is owed; then no more. */
  stop(): Promise<void>;
  /**
   * Writes what timers come to that are due, and drops their rows in the same commit, so that each fires once.
   * @param due asked when nobody else is deciding: what is still due then
   * @throws Problem store_unavailable, and then nothing has changed
   */
  fire(due: (now: number) => readonly Fired[]): Promise<void>;
  /**
   * Decides a command once and answers it when durable; a repeat gets the answer that was given.
   * @throws Problem id_reused, too_late, read_only, store_unavailable, or what `decide` refuses with; a refusal leaves no trace
   */
  execute(actor: Actor, envelope: CommandEnvelope, decide: (now: number) => Decision): Promise<Answer>;
  /** Hears each entry once, after it is durable and applied; not those that `recover` reads. */
  onEntry(listener: (entry: Entry) => void): Stop;
  /** Hears what became of rows of timers once that is durable; null when it is not known for now: whoever keeps them asks for a turn here, and reads them anew. */
  onTimers(listener: (moved: MovedRows | null) => void): Stop;
}

const PAGE = 1_000;
const SALT_BYTES = 16;
/** While the store takes nothing it is asked again so often. */
const TRY_AGAIN_MS = SECOND;
/** So much of what is owed is one commit. */
const TOGETHER = 2_000;
/** So many entries may stand in memory alone, some kilobyte each. */
const MOST_OWED = 100_000;

export function createLedger(needs: LedgerNeeds): Ledger {
  const { situation, store, clock, hash, folds } = needs;
  const listeners = new Set<(entry: Entry) => void>();
  const rowListeners = new Set<(moved: MovedRows | null) => void>();
  /** The last entry that the folds have taken, and the last that is durable. */
  let head: Head = EMPTY_HEAD;
  let written: Head = EMPTY_HEAD;
  /** Between the two: found while the store took nothing. */
  let owed: Entry[] = [];
  let again: Stop = () => {};
  let isOver = false;
  let tail: Promise<unknown> = Promise.resolve();
  /** After a commit of unknown outcome the chain in memory may be shorter than the stored one: by what was to be written. */
  let unsure: { readonly last: Head; readonly moved: MovedRows | null } | null = null;
  let broken: Problem | null = null;
  let condemned: Problem | null = null;
  /** Why the last commit certainly came to nothing. */
  let refusal: unknown;

  /** One queue: nobody decides on a state that somebody else is changing. */
  function queued<T>(work: () => Promise<T>, owing: "written" | "kept" = "written"): Promise<T> {
    const done = tail.then(async () => {
      if (broken) throw broken;
      if (condemned && owing === "written") throw condemned;
      if (owing === "written" && !(await settle())) throw unavailable(`${owed.length} entries wait for the store`);
      if (unsure) {
        const { last, moved } = unsure;
        const fresh = await asked(() => catchUp(() => {}));
        announce(fresh);
        if (moved && fresh.some(({ hash: each }) => each === last.hash)) announceRows(moved);
      }
      try {
        return await work();
      } finally {
        // Nobody knows what was written: whoever keeps timers looks, and looking reads on.
        if (unsure) announceRows(null);
      }
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
    // Whoever keeps the store knows better why.
    if (error instanceof Problem && error.code === "store_unavailable") return error;
    needs.log?.error("The store does not answer.", { situation, error: String(error) });
    return new Problem("store_unavailable", `The journal of "${situation}" cannot be written: ${outcome}. Repeat with the same id when the store is back.`);
  }

  function apply(entry: Entry): void {
    for (const fold of folds) fold.apply(entry);
    head = { seq: entry.seq, hash: entry.hash };
    if (owed.length === 0) written = head;
  }
  function paid(entries: readonly Entry[]): void {
    owed = owed.slice(entries.length);
    const last = entries.at(-1);
    if (last) written = { seq: last.seq, hash: last.hash };
  }
  /** Writes what is owed; a part of it may have been written by an attempt that was not answered. @returns true when nothing is owed any more */
  async function settle(): Promise<boolean> {
    if (owed.length === 0) return true;
    if (condemned) return false;
    again();
    try {
      const stored = await store.head(situation);
      paid(owed.slice(0, owed.findIndex((entry) => entry.hash === stored?.hash) + 1));
      for (let next = owed.slice(0, TOGETHER); next.length > 0; next = owed.slice(0, TOGETHER)) {
        await store.commit({ entries: next });
        paid(next);
      }
      needs.log?.info("What was found while the store took nothing is written.", { situation, to: written.seq });
      return true;
    } catch {
      if (!isOver) again = clock.after(TRY_AGAIN_MS, () => void queued(settle, "kept").catch(() => {}));
      return false;
    }
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

  function announceRows(moved: MovedRows | null): void {
    for (const listener of rowListeners) listener(moved);
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
    unsure = null;
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
  async function committed(batch: Batch, last: Head, moved: MovedRows | null = null): Promise<boolean> {
    try {
      await store.commit(batch);
      return true;
    } catch (error) {
      // A lost connection may have lost only the answer: the chain itself knows.
      unsure = { last, moved };
      const stored = await asked(() => store.head(situation), "it is not known whether this was still done");
      if (stored?.hash === last.hash || stored === null || stored.seq <= written.seq) unsure = null;
      if (batch.entries?.length && stored?.hash === last.hash) return true;
      needs.log?.error("A decision could not be written.", { situation, error: String(error) });
      refusal = error;
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

  const instant = (): MovedRows["decidedAt"] => ({ now: clock.now(), monotonic: clock.monotonic() });

  return {
    async recover(from = EMPTY_HEAD) {
      await queued(async () => {
        const { anchor } = needs;
        head = written = from;
        let hashAtAnchor = anchor?.seq === head.seq ? head.hash : null;
        // What a snapshot spares is verified behind the boot; that it leads through the signed head is known before anybody decides on it.
        if (anchor && anchor.seq < from.seq) hashAtAnchor = (await store.entries(situation, anchor.seq - 1, 1)).find(({ seq }) => seq === anchor.seq)?.hash ?? null;
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

    cut() {
      const kept = folds.flatMap((fold) => fold.kept ?? []);
      if (owed.length > 0 || unsure || broken || condemned || kept.length < folds.length) return null;
      return { head, folds: kept.map(({ name, keep }) => ({ name, records: keep() })) };
    },
    condemn(words) {
      condemned ??= new Problem("not_ready", words);
    },

    async record(drafts, rows) {
      if (drafts.length === 0 && !rows) return [];
      return await queued(async () => {
        const decidedAt = instant();
        const timers = rows?.() ?? [];
        if (drafts.length + timers.length === 0) return [];
        const entries = sealAll(drafts, decidedAt.now);
        const moved = timers.length > 0 ? { put: timers, dropped: [], decidedAt } : null;
        if (!(await committed({ entries, timers }, entries.at(-1) ?? head, moved))) throw unavailable(refusal);
        adopt(entries);
        if (moved) announceRows(moved);
        return entries;
      });
    },

    async note(find) {
      return await queued(async () => {
        const drafts = find();
        if (drafts.length === 0) return [];
        const entries = sealAll(drafts, clock.now());
        const isWritten = !condemned && owed.length === 0 && (await committed({ entries }, entries.at(-1) ?? head));
        if (!isWritten) {
          if (owed.length + entries.length > (needs.mostOwed ?? MOST_OWED)) throw unavailable(`${owed.length} entries wait for the store`);
          const wasOwed = owed.length > 0;
          owed.push(...entries);
          if (!wasOwed && !condemned) again = clock.after(TRY_AGAIN_MS, () => void queued(settle, "kept").catch(() => {}));
        }
        adopt(entries);
        return entries;
      }, "kept");
    },
    owed: () => owed.length,
    async stop() {
      isOver = true;
      again();
      await queued(settle, "kept").catch(() => {});
      if (owed.length > 0) needs.log?.warn("What was found while the store took nothing could not be written; it is found again", { situation, entries: owed.length });
    },

    async fire(due) {
      await queued(async () => {
        const decidedAt = instant();
        const fired = due(decidedAt.now);
        if (fired.length === 0) return;
        const decisions = fired.flatMap(({ decision }) => decision ?? []);
        const entries = sealAll(decisions.flatMap(({ drafts }) => drafts), decidedAt.now);
        const outbox = decisions.flatMap((decision) => decision.outbox ?? []);
        const put = decisions.flatMap((decision) => decision.timers ?? []);
        const dropped = [...fired.map(({ timer }) => timer.id), ...decisions.flatMap((decision) => decision.cancelTimers ?? [])];
        const moved = { put, dropped, decidedAt };
        if (!(await committed({ entries, outbox, timers: put, cancelTimers: dropped }, entries.at(-1) ?? head, moved))) throw unavailable(refusal);
        adopt(entries);
        announceRows(moved);
      });
    },

    async execute(actor, envelope, decide) {
      return await queued(async () => {
        const decidedAt = instant();
        const { now } = decidedAt;
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
        const moved = timers || cancelTimers ? { put: timers ?? [], dropped: cancelTimers ?? [], decidedAt } : null;
        if (!(await committed(batch, entries.at(-1) ?? head, moved))) {
          // The same id may have been taken meanwhile through another situation's queue.
          const rival = await asked(() => store.command(envelope.id));
          if (rival) return repeated(rival, actor, envelope);
          throw unavailable(refusal);
        }
        adopt(entries);
        if (moved) announceRows(moved);
        return { status, answer };
      });
    },

    situation,
    head: () => written,
    entries: (after, limit) => store.entries(situation, after, limit),
    onEntry(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onTimers(listener) {
      rowListeners.add(listener);
      return () => void rowListeners.delete(listener);
    },
    export: () => exportLines(store, situation, hash, written.seq),
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
