// Puts a verified backup where a store belongs. What stood there is kept; nothing is overwritten.
import { copyFileSync, existsSync, mkdirSync, openSync, closeSync, fsyncSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createPublicKey } from "node:crypto";
import { dirname, join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";

/** Kinds of timers that end at the instant that a screen shows: these are not moved. */
const AT_THEIR_TIME = ["shelf"];

/**
 * @param to DATA_DIR; the parts of it that a restore replaces are moved to `to`/aside/<stamp>
 * @returns where what stood there is kept, or null when nothing did
 */
export function putInPlace(backup, note, to, { now, lost }) {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const stamp = rfc3339(now).replace(/[-:.]/g, "");
  const staged = join(to, `restoring-${stamp}.db`);
  copyFileSync(join(backup, "guanlan.db"), staged);
  prepare(staged, backup, note, { now, lost });
  sync(staged);

  const aside = join(to, "aside", stamp);
  const kept = moveAside(to, aside, ["guanlan.db", "guanlan.db-wal", "guanlan.db-shm", "guanlan.db.holder"]);
  renameSync(staged, join(to, "guanlan.db"));
  bringFiles(join(backup, "files"), join(to, "files"));
  // Last: until here a start is refused, since the chain is shorter than what was signed.
  const keptHeads = moveAside(to, join(aside, "heads"), [join("heads", "heads.ndjson")]);
  if (isOurKey(backup, to)) {
    mkdirSync(join(to, "heads"), { recursive: true, mode: 0o700 });
    copyFileSync(join(backup, "heads.ndjson"), join(to, "heads", "heads.ndjson"));
  }
  return kept || keptHeads ? aside : null;
}

/** In the copy, before anybody sees it: the house is told, nobody is reminded of what passed meanwhile, and nobody who signed out is signed in. */
function prepare(file, backup, note, { now, lost }) {
  const db = new DatabaseSync(file);
  try {
    db.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; BEGIN IMMEDIATE");
    const live = note.chains.find(({ situation }) => situation === "live") ?? { seq: 0, hash: "0".repeat(64) };
    const told = { seq: live.seq, hash: live.hash, backup: note.name, backupAt: note.at, restoredAt: rfc3339(now), ...(lost.length > 0 && { lost }) };
    db.prepare("INSERT OR REPLACE INTO document VALUES ('restored', ?)").run(JSON.stringify(told));
    // People's limits stood still between the copy and now: they go on with what was left of them.
    db.prepare(`UPDATE timer SET dueAt = dueAt + ? WHERE kind NOT IN (${AT_THEIR_TIME.map(() => "?").join(", ")})`).run(Math.max(0, now - Date.parse(note.at)), ...AT_THEIR_TIME);
    db.exec("DELETE FROM session; COMMIT");
  } finally {
    db.close();
  }
}

function moveAside(from, aside, names) {
  const there = names.filter((name) => existsSync(join(from, name)));
  if (there.length === 0) return false;
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const name of there) renameSync(join(from, name), join(aside, name.split(/[\\/]/).at(-1)));
  return true;
}

/** Pictures are named by what they are: one that is there already is the same. */
function bringFiles(from, to) {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(from)) {
    if (existsSync(join(to, name))) continue;
    copyFileSync(join(from, name), join(to, `${name}.part`));
    renameSync(join(to, `${name}.part`), join(to, name));
  }
}

/** A machine that makes a key of its own cannot go on with heads that another signed. */
function isOurKey(backup, to) {
  const [theirs, ours] = [join(backup, "heads.pem.pub"), join(to, "keys", "heads.pem")];
  if (!existsSync(theirs) || !existsSync(ours)) return false;
  const der = (file) => createPublicKey(readFileSync(file)).export({ type: "spki", format: "der" }).toString("base64");
  return der(theirs) === der(ours);
}

function sync(file) {
  const open = openSync(file, "r+");
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/** As the server writes it, in the time of Guangdong. */
export const rfc3339 = (ms) => new Date(ms + 8 * 3_600_000).toISOString().replace("Z", "+08:00");
export const removeFolder = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
export function writeNote(file, note) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(note, null, 1)}\n`, { mode: 0o600 });
}
