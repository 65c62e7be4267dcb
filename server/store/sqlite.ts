import type { Batch, ColumnImage, CommandRow, HistoryBlock, OutboxRow, SessionRow, Snapshot, Store, TimerRow } from "../../model/ports.ts";
import type { Entry } from "../../model/journal.ts";
import { copyDatabase } from "./copy.ts";
import { closeDatabase, openDatabase } from "./open.ts";

/** What a look asks of the disk: less room than this is none, or the store would change its mind with every decision. */
const PROBE_CHARACTERS = 1024 * 1024;
const PROBE = "probe";
/** Parts of snapshots that are let go at a time: nobody waits for more than these. */
const DROPPED_AT_ONCE = 16;

/**
 * The embedded store: SQLite, write-ahead log, full synchronisation, one connection that owns the file.
 * @param file path of the database; its directory is made when missing
 * @throws StoreRefusal when it must not be opened (held, newer, corrupt, foreign)
 */
export async function openSqlite(file: string): Promise<Store> {
  const db = openDatabase(file);
  const put = {
    entry: db.prepare("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    command: db.prepare("INSERT INTO command VALUES (?, ?, ?, ?, ?, ?, ?)"),
    outbox: db.prepare("INSERT INTO outbox VALUES (?, ?, ?, ?)"),
    timer: db.prepare("INSERT OR REPLACE INTO timer VALUES (?, ?, ?, ?, ?)"),
    document: db.prepare("INSERT OR REPLACE INTO document VALUES (?, ?)"),
    block: db.prepare("INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
    image: db.prepare("INSERT OR REPLACE INTO image VALUES (?, ?, ?, ?)"),
    session: db.prepare("INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?)"),
    snapshot: db.prepare("INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?, ?, ?, ?)"),
    snapshotPart: db.prepare("INSERT OR REPLACE INTO snapshot_part VALUES (?, ?, ?, ?)"),
  };
  const get = {
    entries: db.prepare("SELECT * FROM entry WHERE situation = ? AND seq > ? ORDER BY seq LIMIT ?"),
    head: db.prepare("SELECT seq, hash FROM entry WHERE situation = ? ORDER BY seq DESC LIMIT 1"),
    command: db.prepare("SELECT * FROM command WHERE id = ?"),
    timers: db.prepare("SELECT * FROM timer WHERE situation = ? ORDER BY dueAt, id"),
    outbox: db.prepare("SELECT * FROM outbox WHERE key > ? ORDER BY key LIMIT ?"),
    document: db.prepare("SELECT body FROM document WHERE key = ?"),
    blocks: db.prepare("SELECT * FROM block WHERE situation = ? AND indicator = ? AND place = ? AND toAt BETWEEN ? AND ? AND fromAt <= ? ORDER BY fromAt, rowid"),
    image: db.prepare("SELECT * FROM image WHERE situation = ? AND indicator = ? AND at <= ? ORDER BY at DESC LIMIT 1"),
    session: db.prepare("SELECT * FROM session WHERE id = ?"),
    snapshot: db.prepare("SELECT * FROM snapshot WHERE situation = ?"),
    snapshotPart: db.prepare("SELECT bytes FROM snapshot_part WHERE situation = ? AND seq = ? AND n = ?"),
  };
  get.entries.setReturnArrays(true);
  const forget = {
    commands: db.prepare("DELETE FROM command WHERE at < ?"),
    sessions: db.prepare("DELETE FROM session WHERE expiresAt <= ?"),
    blocks: db.prepare("DELETE FROM block WHERE situation = ? AND indicator = ? AND place = ? AND toAt < ?"),
    images: db.prepare("DELETE FROM image WHERE situation = ? AND indicator = ? AND at < ?"),
  };
  const drop = {
    timer: db.prepare("DELETE FROM timer WHERE id = ?"),
    session: db.prepare("DELETE FROM session WHERE id = ?"),
    document: db.prepare("DELETE FROM document WHERE key = ?"),
    snapshot: db.prepare("DELETE FROM snapshot WHERE situation = ?"),
    snapshotParts: db.prepare("DELETE FROM snapshot_part WHERE rowid IN (SELECT p.rowid FROM snapshot_part p WHERE p.situation = ?1 AND NOT EXISTS (SELECT 1 FROM snapshot s WHERE s.situation = p.situation AND s.seq = p.seq) LIMIT ?2)"),
  };

  /** All of `write` or nothing of it; returns once it is on the disk. */
  function transact(write: () => void): void {
    db.exec("BEGIN IMMEDIATE");
    try {
      write();
      db.exec("COMMIT");
    } catch (error) {
      // On a full disk SQLite has already rolled back by itself.
      if (db.isTransaction) db.exec("ROLLBACK");
      throw error;
    }
  }

  return {
    async commit(batch: Batch) {
      transact(() => {
        for (const e of batch.entries ?? [])
          put.entry.run(e.situation, e.seq, e.at, e.simAt, e.kind, e.actor, e.region, e.bodyHash, e.prev, e.hash,
            e.body === undefined ? null : JSON.stringify(e.body), e.salt ?? null);
        const c = batch.command;
        if (c) put.command.run(c.id, c.account, c.bodyHash, c.situation, c.at, c.status, text(c.answer));
        for (const o of batch.outbox ?? []) put.outbox.run(o.key, o.situation, o.at, text(o.body));
        for (const id of batch.cancelTimers ?? []) drop.timer.run(id);
        for (const t of batch.timers ?? []) put.timer.run(t.id, t.situation, t.kind, t.dueAt, text(t.body));
        for (const key of batch.dropDocuments ?? []) drop.document.run(key);
        for (const d of batch.documents ?? []) put.document.run(d.key, text(d.body));
      });
    },
    async entries(situation, after, limit) {
      return (get.entries.all(situation, after, limit) as EntryRow[]).map(entryOf);
    },
    async head(situation) {
      const row = get.head.get(situation) as { seq: number; hash: string } | undefined;
      return row ? { seq: row.seq, hash: row.hash } : null;
    },
    async command(id) {
      const row = get.command.get(id) as (Omit<CommandRow, "answer"> & { answer: string }) | undefined;
      return row ? { ...row, answer: JSON.parse(row.answer) } : null;
    },
    async timers(situation) {
      return (get.timers.all(situation) as WithText<TimerRow>[]).map(withBody<TimerRow>);
    },
    async outbox(afterKey, limit) {
      return (get.outbox.all(afterKey, limit) as WithText<OutboxRow>[]).map(withBody<OutboxRow>);
    },
    async document(key) {
      const row = get.document.get(key) as { body: string } | undefined;
      return row ? JSON.parse(row.body) : null;
    },
    async writeHistory(blocks, images) {
      transact(() => {
        for (const b of blocks) put.block.run(b.situation, b.indicator, b.place, b.fromAt, b.toAt, b.receivedTo, b.count, b.bytes);
        for (const i of images) put.image.run(i.situation, i.indicator, i.at, i.bytes);
      });
    },
    async blocks(situation, indicator, place, from, to, longest = Number.POSITIVE_INFINITY) {
      return (get.blocks.all(situation, indicator, place, from, Math.min(to + longest, Number.MAX_SAFE_INTEGER), to) as HistoryBlock[]).map((row) => ({ ...row, bytes: new Uint8Array(row.bytes) }));
    },
    async image(situation, indicator, at) {
      const row = get.image.get(situation, indicator, at) as ColumnImage | undefined;
      return row ? { ...row, bytes: new Uint8Array(row.bytes) } : null;
    },
    async putSession(row) {
      transact(() => put.session.run(row.id, row.account, row.createdAt, row.expiresAt));
    },
    async session(id) {
      const row = get.session.get(id) as SessionRow | undefined;
      return row ? { ...row } : null;
    },
    async dropSession(id) {
      transact(() => drop.session.run(id));
    },
    async forget({ commandsBefore, now }) {
      transact(() => {
        forget.commands.run(commandsBefore);
        forget.sessions.run(now);
      });
    },
    async forgetHistory(situation, indicator, places, before) {
      transact(() => {
        for (const place of places) forget.blocks.run(situation, indicator, place, before);
        forget.images.run(situation, indicator, before);
      });
    },
    async snapshot(situation) {
      const row = get.snapshot.get(situation) as (Omit<Snapshot, "parts"> & { parts: string }) | undefined;
      return row ? { ...row, parts: JSON.parse(row.parts) as Snapshot["parts"] } : null;
    },
    async snapshotPart(situation, seq, n) {
      return (get.snapshotPart.get(situation, seq, n) as { bytes: Uint8Array } | undefined)?.bytes ?? null;
    },
    async putSnapshotPart(situation, seq, n, bytes) {
      // The log is written in order: once the snapshot itself is on the disk, so are its parts. Each by itself need not wait for the disk.
      db.exec("PRAGMA synchronous = NORMAL");
      try {
        transact(() => put.snapshotPart.run(situation, seq, n, bytes));
      } finally {
        db.exec("PRAGMA synchronous = FULL");
      }
    },
    async putSnapshot({ situation, seq, hash, build, at, parts, sig }) {
      transact(() => put.snapshot.run(situation, seq, hash, build, at, text(parts), sig));
    },
    async dropSnapshot(situation) {
      transact(() => drop.snapshot.run(situation));
    },
    async dropSnapshotParts(situation) {
      const { changes } = drop.snapshotParts.run(situation, DROPPED_AT_ONCE);
      return Number(changes) === DROPPED_AT_ONCE;
    },
    async backup(to, told) {
      await copyDatabase(db, to, told);
    },
    async writable() {
      try {
        transact(() => put.document.run(PROBE, "0".repeat(PROBE_CHARACTERS)));
        transact(() => drop.document.run(PROBE));
        return true;
      } catch {
        return false;
      }
    },
    async close() {
      closeDatabase(db, file);
    },
  };
}

/** In the order of the table's columns; as arrays, because a boot reads a whole chain. */
type EntryRow = [situation: string, seq: number, at: string, simAt: string, kind: string, actor: string, region: string, bodyHash: string, prev: string, hash: string, body: string | null, salt: string | null];
type WithText<T extends { body: unknown }> = Omit<T, "body"> & { readonly body: string };

const text = (body: unknown): string => JSON.stringify(body ?? null);
const withBody = <T extends { body: unknown }>(row: WithText<T>): T => ({ ...row, body: JSON.parse(row.body) }) as unknown as T;

/** An erased body is absent, not null: null is a body too. */
function entryOf([situation, seq, at, simAt, kind, actor, region, bodyHash, prev, hash, body, salt]: EntryRow): Entry {
  const sealed = { seq, situation, at, simAt, kind, actor, region, bodyHash, prev, hash };
  return body === null || salt === null ? { ...sealed, ...(body !== null && { body: JSON.parse(body) as unknown }), ...(salt !== null && { salt }) } : { ...sealed, body: JSON.parse(body) as unknown, salt };
}
