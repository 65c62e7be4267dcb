// What a backup and a store in place are, as files: read here by scripts that share no code with the server but the driver.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";

/** `GLNS`: a file that says so is a store of Guanlan. */
export const APPLICATION_ID = 0x474c4e53;

/** An error for a person: what was found, where, what was expected, what to do. */
export class Refusal extends Error {}

/** DATA_DIR as the server reads it. */
export const dataFolder = (env = process.env) => env.DATA_DIR?.trim() || ".data";

/** Whole backups, the oldest first. */
export function backupsIn(folder) {
  const home = join(folder, "backups");
  if (!existsSync(home)) return [];
  return readdirSync(home).filter((name) => !name.endsWith(".part") && existsSync(join(home, name, "backup.json"))).sort().map((name) => join(home, name));
}

/** What `backup.json` says. @throws Refusal */
export function noteOf(backup) {
  const file = join(backup, "backup.json");
  let note;
  try {
    note = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Refusal(`${file} cannot be read (${error.code ?? error.message}). Expected the folder of a backup, with guanlan.db, heads.ndjson and backup.json. Name one of DATA_DIR/backups, or leave --from out for the newest.`);
  }
  if (!Array.isArray(note.chains) || typeof note.H !== "string" || typeof note.at !== "string") throw new Refusal(`${file} is not the note of a backup: it names no chains, H or time. Take another backup.`);
  return note;
}

/** Where each chain of a store ends. */
export function endsIn(file) {
  const db = new DatabaseSync(file, { timeout: 2_000 });
  try {
    return db.prepare("SELECT situation, max(seq) AS seq, hash FROM entry GROUP BY situation").all().map(({ situation, seq, hash }) => ({ situation, seq, hash }));
  } finally {
    db.close();
  }
}

/** Whether a program holds the store: its lock is tried, and given back. */
export function isHeld(file) {
  if (!existsSync(file)) return false;
  let db;
  try {
    db = new DatabaseSync(file, { timeout: 500 });
    db.exec("BEGIN IMMEDIATE; ROLLBACK");
    return false;
  } catch (error) {
    return /locked|busy/i.test(error.message);
  } finally {
    db?.close();
  }
}

/** The last signed head of each chain. */
export function signedIn(file) {
  const last = new Map();
  if (!existsSync(file)) return last;
  const text = readFileSync(file, "utf8");
  for (const line of text.slice(0, text.lastIndexOf("\n") + 1).split("\n").slice(0, -1)) {
    const { situation, seq, hash } = JSON.parse(line);
    last.set(situation, { seq, hash });
  }
  return last;
}
