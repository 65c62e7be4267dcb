import type { Draft, Entry } from "../../model/journal.ts";
import type { Clock, Log, Stop, Store, TimerRow } from "../../model/ports.ts";
import { HOUR, SECOND } from "../../model/time.ts";
import { STEP_MS, type Due, type Fired, type MovedRows, type SteadyTime } from "../../model/timer.ts";

export interface TimersNeeds {
  readonly situation: string;
  readonly clock: Pick<Clock, "after" | "monotonic">;
  readonly watch: SteadyTime;
  readonly store: Pick<Store, "timers" | "commit">;
  /** The chain that rows and entries go through. */
  readonly ledger: {
    fire(due: (now: number) => readonly Fired[]): Promise<void>;
    record(drafts: readonly Draft[], timers: () => readonly TimerRow[]): Promise<unknown>;
    onTimers(listener: (moved: MovedRows | null) => void): Stop;
    onEntry(listener: (entry: Entry) => void): Stop;
  };
  /** Who decides what a timer of a kind comes to. */
  readonly dues: Readonly<Record<string, Due>>;
  /** Written with the rows that a step of the machine's clock moves; null where another chain tells of it. */
  tellStep(byMs: number): Draft | null;
  readonly log: Log;
}

/** One situation's timers: rows of the store, each of which fires once, never early and at most a second late. */
export interface Timers {
  /** Reads the rows that were left, and fires what fell due meanwhile. */
  start(): Promise<void>;
  /** Rows that wait. */
  count(): number;
  stop(): void;
  /** Stops, and drops the rows: nothing is to fire for a situation that is gone. */
  end(): Promise<void>;
}

/** Told in the chain of live: the machine's clock was set by `byMs`. */
export const CLOCK_STEPPED = "clock.stepped";
/** So many are written in one commit: people's commands come in between. */
export const TOGETHER = 200;
/** After a store that was away. */
export const TRY_AGAIN_MS = SECOND;
/** No timer of the machine is armed for longer: it holds no more than 24 days. */
const LONGEST_MS = HOUR;

/**
 * Timers run on people's time. A row says an instant of the machine's clock, which is what a restart goes by; while this runs they run by
 * the monotonic clock, and a clock that is set moves the rows with it.
 */
export function createTimers({ situation, clock, watch, store, ledger, dues, tellStep, log }: TimersNeeds): Timers {
  let rows = new Map<string, TimerRow>();
  /** By how much the machine's clock was set since the start, and how much of it the chain tells. */
  let steppedMs = 0;
  let toldMs = 0;
  /** The stored rows have not followed the clock yet. */
  let isBehind = false;
  /** Which rows are stored is not known. */
  let isStale = false;
  let isAtWork = false;
  let isOver = false;
  const aside = new Set<string>();
  let commits = 0;
  let notBefore = Number.NEGATIVE_INFINITY;
  let armed: Stop = () => {};

  function arm(): void {
    armed();
    armed = () => {};
    if (isOver || isAtWork) return;
    let next = isBehind || isStale ? 0 : Number.POSITIVE_INFINITY;
    if (next > 0) for (const { dueAt } of rows.values()) next = Math.min(next, dueAt - watch.steady());
    const waitMs = Math.max(0, next, notBefore - clock.monotonic());
    if (waitMs !== Number.POSITIVE_INFINITY) armed = clock.after(Math.min(LONGEST_MS, waitMs), () => void work());
  }
  const shifted = (row: TimerRow, byMs: number): TimerRow => ({ ...row, dueAt: row.dueAt + byMs });
  /** The one way in which rows come and go: what a commit has done. */
  function moved(what: MovedRows | null): void {
    commits++;
    if (what === null) isStale = true;
    else {
      for (const id of [...what.dropped, ...what.put.map(({ id }) => id)]) aside.delete(id);
      for (const id of what.dropped) rows.delete(id);
      if (what.put.length > 0) {
        // A clock that was set between the decision and now: the distance counts, not the instant.
        watch.look();
        const byMs = watch.steady() - clock.monotonic() - (what.decidedAt.now - what.decidedAt.monotonic);
        if (Math.abs(byMs) > STEP_MS) isBehind = true;
        for (const row of what.put) rows.set(row.id, shifted(row, byMs));
      }
    }
    arm();
  }
  function stepped(byMs: number): void {
    steppedMs += byMs;
    isBehind = true;
    rows = new Map([...rows].map(([id, row]) => [id, shifted(row, byMs)]));
    arm();
  }

  async function work(): Promise<void> {
    if (isAtWork || isOver) return;
    isAtWork = true;
    try {
      watch.look();
      if (isStale) await reread();
      if (isBehind) await followClock();
      while (await fireSome());
    } catch (error) {
      // What was asked of the store may have been done all the same.
      isStale = true;
      notBefore = clock.monotonic() + TRY_AGAIN_MS;
      log.warn("Timers could not be written; they are tried again", { situation, error: String(error) });
    } finally {
      isAtWork = false;
      arm();
    }
  }
  async function reread(): Promise<void> {
    // The chain is read on first: a step that it tells already is not told again.
    await ledger.fire(() => []);
    isStale = false;
    let stored: readonly TimerRow[];
    let before: number;
    do {
      before = commits;
      stored = await store.timers(situation);
    } while (before !== commits);
    // While the stored ones may be behind the clock, those that are known here run as they are known.
    const isKnown = (row: TimerRow, known = rows.get(row.id)): known is TimerRow => known !== undefined && known.kind === row.kind && JSON.stringify(known.body) === JSON.stringify(row.body);
    rows = new Map(stored.filter(({ id }) => !aside.has(id)).map((row) => [row.id, isBehind && isKnown(row) ? rows.get(row.id)! : row]));
  }
  async function followClock(): Promise<void> {
    isBehind = false;
    const byMs = Math.round(steppedMs - toldMs);
    const draft = byMs === 0 ? null : tellStep(byMs);
    try {
      await ledger.record(draft ? [draft] : [], () => {
        // Set once more while this waited for its turn: rows are put by the clock that is there now, and the rest is told by another turn.
        watch.look();
        return [...rows.values()].map((row) => ({ ...row, dueAt: Math.ceil(row.dueAt) }));
      });
    } catch (error) {
      isBehind = true;
      throw error;
    }
  }
  /** @returns true when more may be due */
  async function fireSome(): Promise<boolean> {
    let hasFired = false;
    await ledger.fire((now) => {
      if (isOver) return [];
      // Rows are told by the clock that the ledger has just read, and it may have been set a moment ago.
      watch.look();
      const steady = watch.steady();
      const about = new Set<string>();
      const fired = [...rows.values()]
        .filter(({ dueAt }) => dueAt <= steady)
        .toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
        .filter((row) => {
          const thing = dues[row.kind]?.about(row) ?? row.id;
          return about.size < TOGETHER && about.size < about.add(thing).size;
        })
        .flatMap((timer) => decided(timer, now, steady - timer.dueAt));
      hasFired = about.size > 0;
      return fired;
    });
    return hasFired;
  }
  /** A row that cannot be decided stays stored for a program that can, and keeps nobody else waiting. */
  function decided(timer: TimerRow, now: number, lateMs: number): Fired[] {
    try {
      const due = dues[timer.kind];
      if (!due) throw new Error("Nobody decides timers of this kind.");
      return [{ timer, decision: due.due(timer, now, lateMs) }];
    } catch (error) {
      log.error("A timer could not be decided and is set aside until the next start", { situation, id: timer.id, kind: timer.kind, error: String(error) });
      aside.add(timer.id);
      rows.delete(timer.id);
      return [];
    }
  }

  const stops = [
    ledger.onTimers(moved),
    watch.onStep(stepped),
    ledger.onEntry(({ kind, body }) => {
      if (kind === CLOCK_STEPPED) toldMs += (body as { readonly byMs: number }).byMs;
    }),
  ];
  const stop = (): void => {
    isOver = true;
    armed();
    for (const each of stops) each();
  };
  return {
    async start() {
      await reread();
      arm();
    },
    count: () => rows.size,
    stop,
    async end() {
      stop();
      const left = await store.timers(situation);
      if (left.length > 0) await store.commit({ cancelTimers: left.map(({ id }) => id) });
    },
  };
}
