import type { Clock, Log, Pace, Stop } from "../model/ports.ts";
import type { Finding } from "../model/finding.ts";
import type { Draft, Entry } from "../model/journal.ts";
import type { Reading } from "../model/sample.ts";
import type { Channel } from "../model/wire/channel.ts";
import { findingParts } from "./finding-parts.ts";

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
  /** What a played world has to take up to reach `now`, in parts; live is told by `take`. */
  play?(now: number): AsyncIterable<readonly Reading[]>;
  /** Begins long work that is done in turns. */
  turns(): Pace;
  readonly series: { append(readings: readonly Reading[]): { readonly changed: readonly Reading[]; readonly late: readonly Reading[]; readonly duplicates: number } };
  readonly history: { note(readings: readonly Reading[]): void; noteChanged(changed: readonly Changed[], simNow: number): void };
  readonly rollup: { settle(tick: number): Changed[] };
  readonly rules: { evaluate(changed: readonly Changed[], simNow: number): Iterable<readonly Finding[]>; isUrgent(readings: readonly Reading[]): boolean; recall(changed: readonly Changed[], simNow: number, pace: Pace): Promise<void> };
  /** `hasSettled`: something is to be written of alerts by the passing of time alone. */
  readonly alerts: { consider(findings: readonly Finding[]): Draft[]; hasSettled?(): boolean };
  /** What is found is judged when nobody else is deciding: a command may come before it. */
  readonly ledger: { note(find: () => readonly Draft[]): Promise<Entry[]> };
  readonly frames: {
    compose(changed: readonly Changed[], touched: ReadonlySet<Channel["kind"]>, tick: number): { readonly id: number; readonly bytes: Uint8Array }[];
    send(frames: readonly { readonly id: number; readonly bytes: Uint8Array }[]): void;
    /** Every stream begins anew. */
    anew(pace: Pace): Promise<void>;
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
  /**
   * Puts another world in place. `build` makes it ready beside the one that stands, puts it in its place in one go and
   * answers what it holds; every stream begins anew, and that is judged, with what it was before in the rules' windows and delays. No tick falls in between. Null: nothing was put.
   */
  restart(build: (tick: number) => Promise<readonly Changed[] | null>): Promise<void>;
  /** What rules remember of these is filled from history again, which has learned more of the past; then they are judged. */
  recall(changed: readonly Changed[]): Promise<void>;
  /** Frames of touched records now, without waiting for the tick: a critical alert. What one commit has changed is composed once. */
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
  /** What could not be composed; it is told with the next frame. */
  let untold: readonly Changed[] = [];
  let hurried = false;
  /** Findings that are not written yet, in parts, as while the store is away: in order, each judged on what those before it have changed. */
  const owed: (readonly Finding[])[] = [];

  function compose(changed: readonly Changed[]): void {
    const [kinds, all] = [touched, untold.length > 0 ? merged([untold, changed]) : changed];
    touched = new Set();
    untold = [];
    try {
      frames.send(frames.compose(all, kinds, tick));
    } catch (error) {
      for (const kind of kinds) touched.add(kind);
      untold = all;
      throw error;
    }
  }
  function append(readings: readonly Reading[]) {
    const { changed, late, duplicates } = series.append(readings);
    history.note([...changed, ...late]);
    return { changed, duplicates };
  }
  async function judge(changed: readonly Changed[], now: number, pace: Pace): Promise<void> {
    const findings: Finding[] = [];
    for (const part of rules.evaluate(changed, now)) {
      findings.push(...part);
      const others = pace();
      if (others) await others;
    }
    owed.push(...findingParts(findings));
    // Time alone asks for something to be written.
    if (owed.length === 0 && alerts.hasSettled?.() === true) owed.push([]);
  }
  /** What rules found is shown once it is durable. */
  async function settleDebts(): Promise<void> {
    if (owed.length === 0) return;
    try {
      for (let next = owed[0]; next; next = owed[0]) {
        const findings = next;
        await ledger.note(() => alerts.consider(findings));
        owed.shift();
      }
    } catch (error) {
      log.error("Findings of rules could not be written yet", { waiting: owed.length, error: String(error) });
    }
    compose([]);
  }

  async function judgeWithPast(changed: readonly Changed[], pace: Pace): Promise<void> {
    // What stands is judged without its past, if that cannot be read: unknown, and nothing returns on it.
    await rules.recall(changed, rooms.simNow(), pace).catch((error: unknown) => log.error("What was before could not be read; windows and delays of rules begin empty", { error: String(error) }));
    await judge(changed, rooms.simNow(), pace);
    await settleDebts();
  }

  async function step(): Promise<void> {
    const now = rooms.simNow();
    const pace = rooms.turns();
    tick += 1;
    const parts: (readonly Changed[])[] = [];
    if (rooms.play)
      for await (const readings of rooms.play(now)) {
        // To tell them takes as long as to take them up.
        await pace();
        append(readings);
        // Whoever reads between two turns finds sums of what stands.
        parts.push(rollup.settle(tick));
        await pace();
      }
    parts.push(rollup.settle(tick));
    const changed = merged(parts);
    for (const one of changed) {
      history.noteChanged([one], now);
      const others = pace();
      if (others) await others;
    }
    await judge(changed, now, pace);
    // Numbers do not wait for the journal.
    compose(changed);
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
        tick += 1;
        const changed = await build(tick);
        if (changed === null) return;
        touched = new Set();
        untold = [];
        const pace = rooms.turns();
        // First, since judging leaves room for others: whoever watches sees the other world as soon as whoever asks for it.
        await frames.anew(pace);
        await judgeWithPast(changed, pace);
      });
    },
    async recall(changed) {
      while (running) await running.catch(() => {});
      await alone(() => judgeWithPast(changed, rooms.turns()));
    },
    hurry() {
      if (hurried) return;
      hurried = true;
      void Promise.resolve()
        .then(() => {
          hurried = false;
          compose([]);
        })
        .catch((error: unknown) => log.error("Records could not be composed at once; the next tick tries again", { tick, error: String(error) }));
    },
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

/** What several parts of a tick have changed, each place once. */
function merged(parts: readonly (readonly Changed[])[]): readonly Changed[] {
  const all = parts.flat();
  const places = new Map<string, Set<string>>();
  for (const one of all) {
    const known = places.get(one.indicator);
    if (!known) places.set(one.indicator, new Set(one.places));
    else for (const place of one.places) known.add(place);
  }
  return places.size === all.length ? all : [...places].map(([indicator, of]) => ({ indicator, places: [...of] }));
}
