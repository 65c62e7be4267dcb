import type { Clock, Log, Stop } from "../model/ports.ts";
import type { Finding } from "../model/finding.ts";
import type { Draft, Entry } from "../model/journal.ts";
import type { Reading } from "../model/sample.ts";
import type { Channel } from "../model/wire/channel.ts";

/** Places of one indicator whose number changed. */
export interface Changed {
  readonly indicator: string;
  readonly places: readonly string[];
}

/** The rooms in the order in which a number passes through them. */
export interface Rooms {
  readonly clock: Clock;
  readonly log: Log;
  simNow(): number;
  /** What a played world has to take up to reach `now`; live is told by `take`. */
  play?(now: number): readonly Reading[] | Promise<readonly Reading[]>;
  readonly series: { append(readings: readonly Reading[]): { readonly changed: readonly Reading[]; readonly late: readonly Reading[]; readonly duplicates: number } };
  readonly history: { note(readings: readonly Reading[]): void; noteChanged(changed: readonly Changed[], simNow: number): void };
  readonly rollup: { settle(tick: number): Changed[] };
  readonly rules: { evaluate(changed: readonly Changed[], simNow: number): Finding[]; isUrgent(readings: readonly Reading[]): boolean };
  readonly alerts: { consider(findings: readonly Finding[]): Draft[] };
  readonly ledger: { record(drafts: readonly Draft[]): Promise<Entry[]> };
  readonly frames: {
    compose(changed: readonly Changed[], touched: ReadonlySet<Channel["kind"]>, tick: number): { readonly id: number; readonly bytes: Uint8Array }[];
    send(frames: readonly { readonly id: number; readonly bytes: Uint8Array }[]): void;
    /** Every stream begins anew. */
    anew(): Promise<void>;
  };
}

/** One situation's way from a reading to a frame. Read this file first. */
export interface Pipeline {
  /** A sample that crosses a limit of severity 1 does not wait for the tick. */
  take(readings: readonly Reading[]): { readonly duplicates: number };
  /** Kinds of records that have changed since the last frame. */
  touch(kind: Channel["kind"]): void;
  /** Settles, judges, records and composes once; a tick that is still recording is not overtaken. */
  tick(): Promise<void>;
  /** Puts another world in place: what `build` answers is taken and judged, and every stream begins anew. No tick falls in between. */
  restart(build: () => Promise<readonly Reading[]>): Promise<void>;
  /** Frames of touched records now, without waiting for the tick: a critical alert. */
  hurry(): void;
  tickNumber(): number;
  /** How many findings wait for the journal. */
  owing(): number;
  start(tickMs: number): Stop;
}

export function createPipeline(rooms: Rooms): Pipeline {
  const { clock, log, series, history, rollup, rules, alerts, ledger, frames } = rooms;
  let tick = 0;
  let running: Promise<void> | null = null;
  let touched = new Set<Channel["kind"]>();
  /** Findings by tick that are not written yet, as while the store is away: in order, each judged on what those before it have changed. */
  const owed: (readonly Finding[])[] = [];

  function compose(changed: readonly Changed[]): void {
    const kinds = touched;
    touched = new Set();
    frames.send(frames.compose(changed, kinds, tick));
  }
  function append(readings: readonly Reading[]) {
    const { changed, late, duplicates } = series.append(readings);
    history.note([...changed, ...late]);
    return { changed, duplicates };
  }
  function settle(now: number): readonly Changed[] {
    tick += 1;
    const changed = rollup.settle(tick);
    history.noteChanged(changed, now);
    const findings = rules.evaluate(changed, now);
    if (findings.length > 0) owed.push(findings);
    return changed;
  }
  /** What rules found is shown once it is durable. */
  async function settleDebts(): Promise<void> {
    if (owed.length === 0) return;
    try {
      for (let next = owed[0]; next; next = owed[0]) {
        await ledger.record(alerts.consider(next));
        owed.shift();
      }
    } catch (error) {
      log.error("Findings of rules could not be written yet", { waiting: owed.length, error: String(error) });
    }
    compose([]);
  }

  async function step(): Promise<void> {
    const now = rooms.simNow();
    const played = rooms.play?.(now);
    if (played) append(await played);
    // Numbers do not wait for the journal.
    compose(settle(now));
    await settleDebts();
  }

  /** One after the other: nothing is composed of a world that is being changed. */
  async function alone(work: () => Promise<void>): Promise<void> {
    running = work();
    try {
      await running;
    } finally {
      running = null;
    }
  }

  /** At once, or as soon as the tick that is under way has ended. */
  function tickNow(): void {
    const after = running ? running.catch(() => {}).then(() => pipeline.tick()) : pipeline.tick();
    after.catch((error: unknown) => log.error("A tick failed", { tick, error: String((error as Error).stack ?? error) }));
  }

  const pipeline: Pipeline = {
    take(readings) {
      const { changed, duplicates } = append(readings);
      if (rules.isUrgent(changed)) tickNow();
      return { duplicates };
    },
    touch(kind) {
      touched.add(kind);
    },
    async tick() {
      if (running) return await running;
      await alone(step);
    },
    async restart(build) {
      while (running) await running.catch(() => {});
      await alone(async () => {
        const readings = await build();
        const now = rooms.simNow();
        append(readings);
        settle(now);
        touched = new Set();
        await frames.anew();
        await settleDebts();
      });
    },
    hurry: () => compose([]),
    tickNumber: () => tick,
    owing: () => owed.reduce((sum, findings) => sum + findings.length, 0),
    start(tickMs) {
      return clock.every(tickMs, () => {
        // A tick that takes longer than its time is followed by the next one, not by two.
        if (!running) tickNow();
      });
    },
  };
  return pipeline;
}
