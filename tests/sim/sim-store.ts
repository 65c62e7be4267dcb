import { FIRST_PREV, type Entry } from "../../model/journal.ts";
import type { Batch, CommandRow, OutboxRow, Snapshot, Store, TimerRow } from "../../model/ports.ts";
import type { Chance } from "./chance.ts";
import type { SimTime } from "./sim-time.ts";
import type { Court } from "./violation.ts";

/** How the next commit goes: it is refused, its answer is lost, or nobody can say for a while what became of it. */
export type CommitFault = "refused" | "answerLost" | "unknowable";

/** What would survive a power cut. */
export interface Durable {
  readonly entries: Entry[];
  readonly commands: Map<string, CommandRow>;
  readonly timers: Map<string, TimerRow>;
  readonly outbox: OutboxRow[];
  readonly documents: Map<string, unknown>;
  readonly snapshots: Map<string, Snapshot>;
  readonly parts: Map<string, Uint8Array>;
}
/** What a program holds of the store while it runs. */
export interface Connection {
  readonly store: Store;
  /** The program is gone: it is answered no more, and what was under way is written or not. */
  kill(): void;
}
export interface SimStore {
  readonly durable: Durable;
  /** A commit is under way. */
  isBusy(): boolean;
  isAway(): boolean;
  /** When a fault was last felt, true ms. */
  troubledAt(): number;
  fault(next: CommitFault): void;
  /** Nothing is written for so long; nor read, when it is gone altogether. */
  goAway(ms: number, isGone: boolean): void;
  heal(): void;
  connect(): Connection;
}
export interface SimStoreNeeds {
  readonly time: SimTime;
  readonly chance: Chance;
  readonly court: Court;
  /** A commit has become durable. */
  written(batch: Batch, asked: Asked): void;
}
/** When a commit was asked for, true ms, and what the machine's clock told beyond that. */
export interface Asked {
  readonly at: number;
  readonly offset: number;
}
/** So many commits without time passing, and somebody turns in a circle. */
const MOST_AT_ONCE = 2_000;
const never = (): Promise<never> => new Promise(() => {});

/** A store of one chain that forgets on a crash what was not durable, and that has the faults of disks and lines. */
export function simStore({ time, chance, court, written }: SimStoreNeeds): SimStore {
  const durable: Durable = { entries: [], commands: new Map(), timers: new Map(), outbox: [], documents: new Map(), snapshots: new Map(), parts: new Map() };
  let faults: CommitFault[] = [];
  let away: { readonly until: number; readonly isGone: boolean } | null = null;
  let troubledAt = 0;
  let owner = 0;
  let underWay: { readonly batch: Batch; readonly asked: Asked } | null = null;
  let [commits, commitsAt] = [0, -1];

  const isAway = (): boolean => away !== null && time.now() < away.until;
  function write(batch: Batch, asked: Asked): void {
    const { entries = [], command } = batch;
    const last = durable.entries.at(-1);
    if (command && durable.commands.has(command.id)) throw new Error(`UNIQUE: command ${command.id}`);
    const [first] = entries;
    if (first && (first.seq !== (last?.seq ?? 0) + 1 || first.prev !== (last?.hash ?? FIRST_PREV))) {
      court.must(false, "I4", () => `Entry ${first.seq} was to be written behind ${last?.seq ?? 0}.`);
      throw new Error(`UNIQUE: entry ${first.seq}`);
    }
    durable.entries.push(...entries);
    if (command) durable.commands.set(command.id, command);
    durable.outbox.push(...(batch.outbox ?? []));
    for (const id of batch.cancelTimers ?? []) durable.timers.delete(id);
    for (const row of batch.timers ?? []) durable.timers.set(row.id, row);
    for (const key of batch.dropDocuments ?? []) durable.documents.delete(key);
    for (const { key, body } of batch.documents ?? []) durable.documents.set(key, body);
    written(batch, asked);
  }

  function connect(): Connection {
    const me = ++owner;
    const isMine = (): boolean => me === owner;
    async function read<T>(look: () => T): Promise<T> {
      if (!isMine()) return await never();
      if (isAway() && away!.isGone) throw new Error("The store does not answer.");
      return look();
    }
    async function commit(batch: Batch): Promise<void> {
      if (!isMine()) return await never();
      if (commitsAt !== time.now()) [commits, commitsAt] = [0, time.now()];
      if (++commits > MOST_AT_ONCE) {
        court.must(false, "live", () => `${MOST_AT_ONCE} commits were asked for without any time passing, the last with ${JSON.stringify(batch).slice(0, 200)}.`);
        throw new Error("Enough.");
      }
      const asked: Asked = { at: time.now(), offset: time.machineOffset() };
      if (isAway()) {
        troubledAt = time.now();
        throw new Error("The store takes nothing.");
      }
      const latencyMs = chance.oneIn(3) ? chance.between(1, 60) : 0;
      if (latencyMs > 0) {
        court.must(underWay === null, "I4", () => "Two commits were under way at once.");
        underWay = { batch, asked };
        await new Promise<void>((resolve) => time.after(latencyMs, resolve));
        if (!isMine()) return await never();
        underWay = null;
      }
      const fault = faults.shift();
      if (fault) troubledAt = time.now();
      if (fault !== "refused" && (fault !== "unknowable" || chance.oneIn(2))) write(batch, asked);
      if (fault === "unknowable") away = { until: time.now() + chance.between(100, 8_000), isGone: true };
      if (fault) throw new Error(`The commit failed: ${fault}.`);
    }
    /** Beside the chain: nothing of it takes part in the chances of a life. */
    async function aside<T>(put: () => T): Promise<T> {
      if (!isMine()) return await never();
      if (isAway()) throw new Error("The store takes nothing.");
      return put();
    }
    const store: Store = {
      commit,
      snapshot: (situation) => read(() => durable.snapshots.get(situation) ?? null),
      snapshotPart: (_situation, seq, n) => read(() => durable.parts.get(`${seq} ${n}`) ?? null),
      putSnapshotPart: (_situation, seq, n, bytes) => aside(() => void durable.parts.set(`${seq} ${n}`, bytes)),
      putSnapshot: (snapshot) => aside(() => void durable.snapshots.set(snapshot.situation, snapshot)),
      dropSnapshot: (situation) => aside(() => void durable.snapshots.delete(situation)),
      dropSnapshotParts: (situation) =>
        aside(() => {
          for (const key of durable.parts.keys()) if (!key.startsWith(`${durable.snapshots.get(situation)?.seq} `)) durable.parts.delete(key);
          return false;
        }),
      entries: (situation, after, limit) => read(() => (situation === "live" ? durable.entries.slice(after, after + limit) : [])),
      head: () => read(() => durable.entries.at(-1) ?? null),
      command: (id) => read(() => durable.commands.get(id) ?? null),
      timers: () => read(() => [...durable.timers.values()]),
      outbox: () => read(() => durable.outbox),
      document: (key) => read(() => durable.documents.get(key) ?? null),
      writeHistory: async () => {}, blocks: async () => [], image: async () => null, putSession: async () => {}, session: async () => null, dropSession: async () => {},
      forget: async () => {}, forgetHistory: async () => {}, backup: async () => {}, close: async () => {},
      writable: async () => !isAway(),
    };
    return {
      store,
      kill() {
        if (!isMine()) return;
        owner++;
        // What the disk had of it by then, it has.
        const left = underWay;
        underWay = null;
        if (left && chance.oneIn(2)) {
          try {
            write(left.batch, left.asked);
          } catch {
            // It would not have been taken either way.
          }
        }
      },
    };
  }
  return {
    durable, connect, isAway,
    isBusy: () => underWay !== null,
    troubledAt: () => (away ? Math.max(troubledAt, Math.min(time.now(), away.until)) : troubledAt),
    fault: (next) => void faults.push(next),
    goAway(ms, isGone) {
      troubledAt = time.now();
      away = { until: time.now() + ms, isGone };
    },
    heal() {
      if (isAway()) troubledAt = time.now();
      faults = [];
      away = null;
    },
  };
}
