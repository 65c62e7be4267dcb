import type { Entry } from "./journal.ts";

/** Ends what it was returned for. Calling it twice does no harm. */
export type Stop = () => void;

/** Time as a port: wall-clock epoch ms, monotonic ms, and timers. */
export interface Clock {
  now(): number;
  monotonic(): number;
  every(ms: number, run: () => void): Stop;
  after(ms: number, run: () => void): Stop;
}

/** Lets everybody else be served first; resolves when it is this work's turn again. */
export type Yield = () => Promise<void>;

/** Asked between the parts of long work: what to wait for when its turn is over, so that others are served; undefined while it lasts. */
export type Pace = () => Promise<void> | undefined;

/** Chance as a port: ids that never repeat and secrets that cannot be guessed. */
export interface Ids {
  /** Short, sortable, unique: `inc-…`. */
  next(prefix: string): string;
  /** Hex of `bytes` random bytes. */
  secret(bytes: number): string;
}

export interface Log {
  info(words: string, facts?: Record<string, unknown>): void;
  warn(words: string, facts?: Record<string, unknown>): void;
  error(words: string, facts?: Record<string, unknown>): void;
}

/** The answer that a command id got, kept so that a retry gets the same one. */
export interface CommandRow {
  readonly id: string;
  readonly account: string;
  /** Hash of the canonical body, to tell a retry from a reuse. */
  readonly bodyHash: string;
  readonly situation: string;
  readonly at: number;
  /** The HTTP status and body that were answered. */
  readonly status: number;
  readonly answer: unknown;
}

/** What must reach somebody outside after the commit; receivers drop repeats by key. */
export interface OutboxRow {
  readonly key: string;
  readonly situation: string;
  readonly at: number;
  readonly body: unknown;
}

/** A durable timer: fires once, never before `dueAt`. */
export interface TimerRow {
  readonly id: string;
  readonly situation: string;
  readonly kind: string;
  readonly dueAt: number;
  readonly body: unknown;
}

/** Packed samples of one series: places by code, never by index. */
export interface HistoryBlock {
  readonly situation: string;
  readonly indicator: string;
  readonly place: string;
  readonly fromAt: number;
  readonly toAt: number;
  /** Latest receivedAt inside. */
  readonly receivedTo: number;
  readonly count: number;
  readonly bytes: Uint8Array;
}

/** A column of one indicator as it was known at `at`. */
export interface ColumnImage {
  readonly situation: string;
  readonly indicator: string;
  readonly at: number;
  readonly bytes: Uint8Array;
}

export interface SessionRow {
  readonly id: string;
  readonly account: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** What the folds of a chain came to at one of its entries: a cache of the chain, and never instead of it. */
export interface Snapshot {
  readonly situation: string;
  readonly seq: number;
  /** Of that entry. */
  readonly hash: string;
  /** Of the program that took it, and of the data by which it reads. */
  readonly build: string;
  /** Epoch ms. */
  readonly at: number;
  /** Of which fold each part is, and the SHA-256 of its bytes, in order. */
  readonly parts: readonly { readonly fold: string; readonly digest: string }[];
  /** Signature over all of the above. */
  readonly sig: string;
}

/** Everything that one decision changes, committed in one transaction or not at all. */
export interface Batch {
  readonly entries?: readonly Entry[];
  readonly command?: CommandRow;
  readonly outbox?: readonly OutboxRow[];
  readonly timers?: readonly TimerRow[];
  readonly cancelTimers?: readonly string[];
  readonly documents?: readonly { readonly key: string; readonly body: unknown }[];
  /** Keys; what is not there is no mistake. Dropped before `documents` are put. */
  readonly dropDocuments?: readonly string[];
}

/**
 * Durable memory. A method that writes resolves only when the write would survive kill -9 and a power cut.
 * Asynchronous throughout, so that SQLite and PostgreSQL can both stand behind it.
 */
export interface Store {
  commit(batch: Batch): Promise<void>;
  /** Entries of one situation with seq > after, in order. */
  entries(situation: string, after: number, limit: number): Promise<Entry[]>;
  /** The last entry's seq and hash, or null for an empty chain. */
  head(situation: string): Promise<{ readonly seq: number; readonly hash: string } | null>;
  command(id: string): Promise<CommandRow | null>;
  timers(situation: string): Promise<TimerRow[]>;
  outbox(afterKey: string, limit: number): Promise<OutboxRow[]>;
  document(key: string): Promise<unknown>;
  writeHistory(blocks: readonly HistoryBlock[], images: readonly ColumnImage[]): Promise<void>;
  /** Blocks that overlap [from, to]. Whoever knows that none spans more than `longest` ms spares the reading of all later ones. */
  blocks(situation: string, indicator: string, place: string, from: number, to: number, longest?: number): Promise<HistoryBlock[]>;
  /** The last image at or before `at`. */
  image(situation: string, indicator: string, at: number): Promise<ColumnImage | null>;
  putSession(row: SessionRow): Promise<void>;
  session(id: string): Promise<SessionRow | null>;
  dropSession(id: string): Promise<void>;
  /** Drops answers to commands that were given before `commandsBefore`, and sessions that end by `now`. */
  forget(what: { readonly commandsBefore: number; readonly now: number }): Promise<void>;
  /** Drops a column's images before `before`, and the blocks of `places` that ended before it. */
  forgetHistory(situation: string, indicator: string, places: readonly string[], before: number): Promise<void>;
  /** The last whole snapshot of a chain's folds; null when there is none. */
  snapshot(situation: string): Promise<Snapshot | null>;
  /** Part `n`, from 0, of the one that was taken at `seq`; null when it is not there. */
  snapshotPart(situation: string, seq: number, n: number): Promise<Uint8Array | null>;
  /** Writes one part of a snapshot that is being taken. It need not survive a power cut by itself: `putSnapshot` makes all of them durable. */
  putSnapshotPart(situation: string, seq: number, n: number, bytes: Uint8Array): Promise<void>;
  /** All its parts are written: from now on it stands in the place of the one before. */
  putSnapshot(snapshot: Snapshot): Promise<void>;
  /** It is not to be used again. */
  dropSnapshot(situation: string): Promise<void>;
  /** Drops some of the parts that are of no whole snapshot. @returns true when more of them may be left */
  dropSnapshotParts(situation: string): Promise<boolean>;
  /** Copies everything, as it stands when the last part is copied, into a new file `to`, while others read and write. */
  backup(to: string, told: (done: number, of: number) => void): Promise<void>;
  /** Whether a write would be taken now: tried on the disk, with room to spare. */
  writable(): Promise<boolean>;
  close(): Promise<void>;
}
