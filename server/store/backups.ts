import { closeSync, copyFileSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import type { Backup, ChainEnd, Drill } from "../../model/backup.ts";
import type { Clock, Log, Store } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import { formatTime } from "../../model/time.ts";
import { SCHEMA_VERSION } from "./schema.ts";

/** What must stay free for the house itself. */
const LEFT_FREE_BYTES = 16 * 1024 * 1024;
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

export interface BackupsNeeds {
  /** DATA_DIR: the store, its pictures, and the backups in a folder of their own. */
  readonly folder: string;
  /** The database in it. */
  readonly file: string;
  readonly store: Pick<Store, "backup">;
  readonly clock: Clock;
  readonly log: Log;
  readonly hash: string;
  /** Signed lines that say that chains ended there. */
  attest(ends: readonly ChainEnd[]): string;
  /** The public key (PEM) by which they are verified. */
  readonly publicKeyFile: string;
}

export interface Backups {
  /** Copies everything while the house runs; who asks while one is being made gets that one. @throws Problem store_unavailable, and then nothing is left of it */
  make(): Promise<Backup>;
  /** The newest one that is whole. */
  last(): Backup | null;
  /** The last trial of a restore. */
  drill(): Drill | null;
}

/** A backup is a folder of its own: `guanlan.db`, `heads.ndjson`, `heads.pem.pub`, `files/` and `backup.json`. It bears its name once it is whole. */
export function createBackups({ folder, file, store, clock, log, hash, attest, publicKeyFile }: BackupsNeeds): Backups {
  const home = join(folder, "backups");
  let making: Promise<Backup> | undefined;

  async function make(): Promise<Backup> {
    const began = clock.monotonic();
    const at = formatTime(clock.now());
    const name = at.replace(/[-:.]/g, "");
    const part = join(home, `${name}.part`);
    try {
      mkdirSync(home, { recursive: true, mode: 0o700 });
      // What a kill has left of one is no backup.
      for (const left of readdirSync(home)) if (left.endsWith(".part")) rmSync(join(home, left), { recursive: true, force: true });
      refuseFull(home, file);
      mkdirSync(join(part, "files"), { recursive: true, mode: 0o700 });
      const copy = join(part, "guanlan.db");
      await store.backup(copy, () => {});
      const chains = endsIn(copy);
      writeWhole(join(part, "heads.ndjson"), attest(chains));
      if (existsSync(publicKeyFile)) copyFileSync(publicKeyFile, join(part, "heads.pem.pub"));
      // What is stored speaks of pictures that were brought before.
      const files = bring(join(folder, "files"), join(part, "files"));
      const made: Backup = { name, at, bytes: statSync(copy).size, tookMs: Math.round(clock.monotonic() - began), schema: SCHEMA_VERSION, H: hash, chains, files };
      writeWhole(join(part, "backup.json"), `${JSON.stringify(made, null, 1)}\n`);
      renameSync(part, join(home, name));
      return made;
    } catch (error) {
      rmSync(part, { recursive: true, force: true });
      log.error("A backup could not be made", { name, error: String(error) });
      if (error instanceof Problem) throw error;
      throw new Problem("store_unavailable", `No backup was made: ${error instanceof Error ? error.message : String(error)}. The store goes on as it was. Look at the room and the rights of ${home}, and ask again.`);
    }
  }
  return {
    make: () => (making ??= make().finally(() => (making = undefined))),
    last() {
      const newest = names(home).at(-1);
      return newest === undefined ? null : readJson<Backup>(join(home, newest, "backup.json"));
    },
    drill: () => readJson<Drill>(join(home, "drill.json")),
  };
}

/** Whole ones, the oldest first. */
function names(home: string): string[] {
  if (!existsSync(home)) return [];
  return readdirSync(home).filter((name) => existsSync(join(home, name, "backup.json")) && !name.endsWith(".part")).sort();
}
function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return null;
  }
}

/** A copy that filled the disk would take from the house what it was to protect. */
function refuseFull(home: string, file: string): void {
  const { bavail, bsize } = statfsSync(home);
  const [needed, free] = [statSync(file).size + LEFT_FREE_BYTES, bavail * bsize];
  if (free < needed) throw new Problem("store_unavailable", `No backup was made: it needs ${megabytes(needed)}, and ${megabytes(free)} are free where ${home} lies. Remove or move old backups, or make room, and ask again.`);
}

/** Where each chain ends in a copy, which is left as one plain file. */
function endsIn(copy: string): ChainEnd[] {
  const db = new DatabaseSync(copy);
  try {
    db.exec("PRAGMA journal_mode = DELETE");
    const ends = db.prepare("SELECT situation, max(seq) AS seq, hash FROM entry GROUP BY situation ORDER BY situation <> 'live', situation").all() as ChainEnd[];
    return ends.map(({ situation, seq, hash }) => ({ situation, seq, hash }));
  } finally {
    db.close();
  }
}

/** Pictures never change: a second name costs no room where the disk knows how. */
function bring(from: string, to: string): number {
  if (!existsSync(from)) return 0;
  const all = readdirSync(from).filter((name) => !name.endsWith(".part"));
  for (const name of all) {
    try {
      linkSync(join(from, name), join(to, name));
    } catch {
      copyFileSync(join(from, name), join(to, name));
    }
  }
  return all.filter((name) => !name.endsWith(".json")).length;
}

function writeWhole(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  const written = openSync(file, "r+");
  try {
    fsyncSync(written);
  } finally {
    closeSync(written);
  }
}
