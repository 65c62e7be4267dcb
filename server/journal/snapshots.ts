import type { Fold, Keeping } from "../../model/decision.ts";
import { VERIFIED, type JournalState } from "../../model/journal-state.ts";
import type { Entry } from "../../model/journal.ts";
import type { Clock, Log, Pace, Stop } from "../../model/ports.ts";
import { MINUTE, SECOND } from "../../model/time.ts";
import type { HashName } from "./hash.ts";
import type { Head } from "./seal.ts";
import { letGo, restoreSnapshot, writeSnapshot, type Cut, type SnapshotNeeds } from "./snapshot.ts";
import { verifyBehind, type PastHead } from "./verify-behind.ts";

export interface SnapshotsNeeds extends SnapshotNeeds {
  readonly hash: HashName;
  readonly clock: Clock;
  readonly log: Log;
  turns(): Pace;
  /** Heads of this chain that were signed, the oldest first. */
  signed(): Iterable<PastHead>;
  readonly often?: Often;
}
/** When one is taken. */
export interface Often {
  /** So many entries lie behind the last one: some tenths of a second of the next boot. */
  readonly entries: number;
  /** In a storm no more often than this: each is written whole. */
  readonly notWithinMs: number;
  /** At an orderly stop already behind so many. */
  readonly entriesAtStop: number;
}
/** Operational defaults. */
const OFTEN: Often = { entries: 5_000, notWithinMs: 5 * MINUTE, entriesAtStop: 1_000 };
const TRY_AGAIN_MS = 10 * SECOND;
const UNVERIFIED = "The journal could not be verified behind the boot; it is tried again";

/** The chain as this sees it. */
export interface CutLedger {
  /** What stands now; null while memory and store may differ, or a fold cannot be kept. */
  cut(): Cut | null;
  head(): Head;
  onEntry(listener: (entry: Entry) => void): Stop;
  /** Nothing is decided on it any more. */
  condemn(words: string): void;
}
/** Snapshots of the folds of one chain, so that a boot reads its end alone, and the verifying of what it did not read. */
export interface Snapshots {
  /** Fills the folds from the last one. @returns where the chain is to be read on; null = all of it, into folds as they were made */
  restore(folds: readonly Fold[]): Promise<Head | null>;
  /** What was restored has proven wrong: it is not used again. */
  refuse(why: unknown): Promise<void>;
  /** Everybody is served: what a boot has put off is done now, and from now on snapshots are taken. */
  begin(ledger: CutLedger): void;
  state(): JournalState;
  /** Takes a last one when that spares the next boot something. */
  stop(): Promise<void>;
}

export function createSnapshots(needs: SnapshotsNeeds): Snapshots {
  const { situation, clock, log, often = OFTEN } = needs;
  let state: JournalState = VERIFIED;
  let restored: Head | null = null;
  let resting: readonly Keeping[] = [];
  let ledger: CutLedger | undefined;
  let lastSeq = 0;
  let takenAt = Number.NEGATIVE_INFINITY;
  let isOver = false;
  let work: Promise<void> | undefined;
  let again: Stop = () => {};
  let stopAll: () => unknown = () => {};

  const keepings = (folds: readonly Fold[]): Keeping[] | null => {
    const all = folds.flatMap(({ kept }) => kept ?? []);
    return all.length === folds.length ? all : null;
  };
  async function refuse(why: unknown): Promise<void> {
    log.warn("A snapshot of the journal does not fit and is thrown away; the whole journal is read", { situation, why: why instanceof Error ? why.message : String(why) });
    [restored, state, lastSeq] = [null, VERIFIED, 0];
    // On a disk that takes nothing it stays, and does not fit the next time either.
    await needs.store.dropSnapshot(situation).catch(() => {});
  }
  /** One long piece of work at a time; one that fails is logged. */
  function begin(words: string, what: () => Promise<void>): Promise<void> {
    work ??= what()
      .catch((error: unknown) => log.warn(words, { situation, error: String(error) }))
      .finally(() => (work = undefined));
    return work;
  }
  async function take(pace: Pace, over: () => boolean): Promise<void> {
    const began = clock.monotonic();
    const cut = ledger!.cut();
    const cutMs = Math.round(clock.monotonic() - began);
    if (!cut || cut.head.seq === lastSeq) return;
    takenAt = began;
    const taken = await writeSnapshot(needs, cut, { at: clock.now(), pace, isOver: over });
    if (!taken) return;
    lastSeq = taken.seq;
    state = { ...state, snapshot: { seq: taken.seq, at: taken.at } };
    log.info("A snapshot of the journal was taken", { situation, seq: taken.seq, parts: taken.parts.length, cutMs, tookMs: Math.round(clock.monotonic() - takenAt) });
  }
  /** What rests is read before anybody asks for all of it. */
  async function wake(folds: readonly Keeping[], pace: Pace): Promise<void> {
    for (const { wake: some } of folds) while (!isOver && some?.()) await pace();
  }
  async function verify(to: Head): Promise<void> {
    const began = clock.monotonic();
    const found = await verifyBehind({ ...needs, to, signed: needs.signed(), pace: needs.turns(), isOver: () => isOver, told: (verified) => void (state = { ...state, verified }) });
    if (isOver) return;
    if (found === null) {
      state = { ...state, state: "verified", verified: state.of };
      log.info("The journal was verified behind the boot", { situation, entries: to.seq, tookMs: Math.round(clock.monotonic() - began) });
      return;
    }
    const words = `The journal of "${situation}" is damaged at ${found}`;
    state = { ...state, state: "flawed", flaw: words };
    ledger!.condemn(`${words}. Nothing is decided on it any more; reads, numbers and alerts go on. Restore the last backup.`);
    log.error(`${words}: it takes nothing any more, and is not signed (日志校验失败)`, { situation });
    await needs.store.dropSnapshot(situation);
  }
  const isDue = (): boolean => state.state === "verified" && ledger!.head().seq - lastSeq >= often.entries && clock.monotonic() - takenAt >= often.notWithinMs;

  return {
    async restore(folds) {
      const all = keepings(folds);
      if (!all) return null;
      try {
        const found = await restoreSnapshot(needs, all);
        if (!found) return null;
        resting = all;
        restored = { seq: found.seq, hash: found.hash };
        lastSeq = found.seq;
        state = { state: "verifying", verified: 0, of: found.seq, snapshot: { seq: found.seq, at: found.at } };
        return restored;
      } catch (error) {
        for (const each of all) each.restore([]);
        await refuse(error);
        return null;
      }
    },
    refuse,
    begin(of) {
      ledger = of;
      const takeIfDue = (): void => void (!work && !isOver && isDue() && begin("A snapshot of the journal could not be taken", () => take(needs.turns(), () => isOver)));
      const verifyAll = (to: Head): Promise<void> =>
        begin(UNVERIFIED, async () => {
          await wake(resting, needs.turns());
          await verify(to);
        }).then(() => {
          if (!isOver && state.state === "verifying") again = clock.after(TRY_AGAIN_MS, () => void verifyAll(to));
        });
      // What a kill has left of one that was being written goes with the next, or now.
      void (restored ? verifyAll(restored) : begin("Parts of old snapshots could not be dropped", () => letGo(needs, needs.turns()))).then(takeIfDue);
      const stopListening = of.onEntry(takeIfDue);
      stopAll = () => [stopListening(), again()];
    },
    state: () => state,
    async stop() {
      isOver = true;
      stopAll();
      await work;
      if (!ledger || state.state !== "verified" || ledger.head().seq - lastSeq < often.entriesAtStop) return;
      await begin("A last snapshot of the journal could not be taken", () => take(needs.turns(), () => false));
    },
  };
}
