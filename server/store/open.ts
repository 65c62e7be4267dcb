import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { StoreRefusal } from "./refusal.ts";
import { APPLICATION_ID, DECIDED_TABLES, MIGRATIONS, SCHEMA_VERSION } from "./schema.ts";

/** 3.7.0–3.51.2 can corrupt a WAL database on reset (RELIABILITY P12). */
const OLDEST_SQLITE = [3, 51, 3] as const;
/** Above this size only the tables of decisions are checked at open; history is checked when it is read. */
const FULL_CHECK_BYTES = 64 * 1024 * 1024;
/** A killed predecessor may need a moment until the kernel has let its lock go. */
const WAIT_FOR_LOCK_MS = 2_000;

/** The version of the schema from which on there are snapshots. */
const FIRST_WITH_SNAPSHOTS = 3;

const holderFile = (file: string): string => `${file}.holder`;

/** Opens the one writer connection on a sound store of ours, or throws a StoreRefusal that says why not. */
export function openDatabase(file: string): DatabaseSyncInstance {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    return open(file, false);
  } catch (error) {
    if (error instanceof StoreRefusal || !/disk (i\/o|is full)|unable to open/i.test(String(error))) throw refusal(error, file);
  }
  // Who shares a write-ahead log needs a file beside it, for which a full disk has no room; who is alone needs none, and can still read.
  try {
    return open(file, true);
  } catch (error) {
    throw refusal(error, file);
  }
}

function open(file: string, isAlone: boolean): DatabaseSyncInstance {
  const db = new DatabaseSync(file, { timeout: WAIT_FOR_LOCK_MS });
  try {
    if (isAlone) db.exec("PRAGMA locking_mode = EXCLUSIVE");
    refuseOldLibrary(version(db));
    // Judged before anything is locked or written, so that a refused file stays as it is.
    refuseForeign(db, file);
    refuseDamaged(db, file);
    configure(db);
    migrate(db, file);
    nameHolder(file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Lets the store go: what is in the write-ahead log is folded into the file first. The driver keeps the file open until
 * its statements are collected, so the lock is handed back by hand: leaving WAL and reading once in normal mode does it.
 */
export function closeDatabase(db: DatabaseSyncInstance, file: string): void {
  if (!db.isOpen) return;
  db.exec("PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema");
  rmSync(holderFile(file), { force: true });
  db.close();
}

const version = (db: DatabaseSyncInstance): string => (db.prepare("SELECT sqlite_version() AS v").get() as { v: string }).v;

/** Exported for its test: the bundled library cannot be made older. */
export function refuseOldLibrary(found: string): void {
  const parts = found.split(".").map(Number);
  for (const [i, least] of OLDEST_SQLITE.entries()) {
    if ((parts[i] ?? 0) > least) return;
    if ((parts[i] ?? 0) < least)
      throw new StoreRefusal(
        "old_library",
        `SQLite ${found} is loaded, but versions below ${OLDEST_SQLITE.join(".")} can corrupt a write-ahead log. Install the pinned @photostructure/sqlite.`,
      );
  }
}

function configure(db: DatabaseSyncInstance): void {
  db.exec("PRAGMA locking_mode = EXCLUSIVE");
  const { journal_mode: mode } = db.prepare("PRAGMA journal_mode = WAL").get() as { journal_mode: string };
  db.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF");
  const { synchronous } = db.prepare("PRAGMA synchronous").get() as { synchronous: number };
  if (mode !== "wal" || synchronous !== 2)
    throw new Error(`The store runs with journal_mode=${mode}, synchronous=${synchronous}; expected wal and 2 (FULL). Put DATA_DIR on a local disk.`);
  // The exclusive lock is taken at the first write and then kept, so take it before anybody is served.
  db.exec("BEGIN IMMEDIATE; COMMIT");
}

function refuseForeign(db: DatabaseSyncInstance, file: string): void {
  const { application_id: id } = db.prepare("PRAGMA application_id").get() as { application_id: number };
  const { n } = db.prepare("SELECT count(*) AS n FROM sqlite_schema").get() as { n: number };
  if (id !== APPLICATION_ID && n > 0)
    throw new StoreRefusal("foreign", `${file} is an SQLite file of another program (application id ${id}). Set DATA_DIR to a directory of Guanlan's own.`);
}

function refuseDamaged(db: DatabaseSyncInstance, file: string): void {
  const { user_version: found } = db.prepare("PRAGMA user_version").get() as { user_version: number };
  if (found > SCHEMA_VERSION)
    throw new StoreRefusal(
      "newer",
      `The store ${file} has schema version ${found}; this program knows versions up to ${SCHEMA_VERSION}. Start the newer program, or restore a backup of the older store.`,
    );
  if (found === 0) return;
  const small = statSync(file).size <= FULL_CHECK_BYTES;
  const tables = isKept(db, found) ? DECIDED_TABLES.filter((table) => table !== "entry") : DECIDED_TABLES;
  for (const check of small ? ["PRAGMA quick_check(1)"] : tables.map((table) => `PRAGMA quick_check('${table}')`)) {
    const { quick_check: verdict } = db.prepare(check).get() as { quick_check: string };
    if (verdict !== "ok") throw new StoreRefusal("corrupt", damaged(file, verdict));
  }
}

/** A snapshot of live's folds stands at an entry that is there: the table of entries is then verified whole, each by its hash, behind the boot, or read whole when the snapshot does not fit. */
const isKept = (db: DatabaseSyncInstance, version: number): boolean => version >= FIRST_WITH_SNAPSHOTS && db.prepare("SELECT 1 FROM snapshot s JOIN entry e ON e.situation = s.situation AND e.seq = s.seq AND e.hash = s.hash WHERE s.situation = 'live'").get() !== undefined;

/** Lifts a store to this program's version, one transaction a step. Exported for its test, which kills it in between. */
export function migrate(db: Pick<DatabaseSyncInstance, "exec" | "prepare">, file: string): void {
  const { user_version: found } = db.prepare("PRAGMA user_version").get() as { user_version: number };
  for (let next = found; next < SCHEMA_VERSION; next++) {
    db.exec(`BEGIN IMMEDIATE; PRAGMA application_id = ${APPLICATION_ID}; ${MIGRATIONS[next]}; PRAGMA user_version = ${next + 1}; COMMIT`);
  }
  if (!existsSync(file)) throw new Error(`The store ${file} vanished while it was opened. Look for a clean-up job on DATA_DIR.`);
}

const damaged = (file: string, found: string): string =>
  `The store ${file} is damaged (${found}). Nothing was changed. Keep a copy, and restore the last backup together with its signed heads.`;

function refusal(error: unknown, file: string): Error {
  if (error instanceof StoreRefusal) return error;
  const words = error instanceof Error ? error.message : String(error);
  if (/locked|busy/i.test(words))
    return new StoreRefusal("held", `The store ${file} is held by ${holder(file)}. Only one server may use it: stop that one, or set another DATA_DIR.`, error);
  if (/malformed|not a database|disk image|corrupt/i.test(words)) return new StoreRefusal("corrupt", damaged(file, words), error);
  return new Error(`The store ${file} could not be opened: ${words}. Check the directory's rights and free space.`, { cause: error });
}

/** Helps whoever comes second; a full disk, on which this one still reads, does not stop it. */
function nameHolder(file: string): void {
  try {
    writeFileSync(holderFile(file), String(process.pid), { mode: 0o600 });
  } catch {
    rmSync(holderFile(file), { force: true });
  }
}

function holder(file: string): string {
  try {
    return `process ${readFileSync(holderFile(file), "utf8")}`;
  } catch {
    return "another process";
  }
}
