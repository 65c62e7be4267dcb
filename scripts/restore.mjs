// npm run restore -- [--from BACKUP] [--to DATA_DIR] [--accept-loss]     puts a backup in place of the store; the house must stand still
// npm run restore -- --drill [--from BACKUP]                             tries the newest backup in an empty folder, and says how long it took
// Everything is verified before anything is moved, and what stood there is kept beside it. Exit 0 done, 1 refused.
import { resolve, basename, join } from "node:path";
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { backupsIn, dataFolder, endsIn, isHeld, noteOf, Refusal, signedIn } from "./store/folder.mjs";
import { drill } from "./store/drill.mjs";
import { putInPlace, rfc3339, writeNote } from "./store/put.mjs";
import { verifyBackup } from "./store/verify.mjs";

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** What of this place lies behind the backup and would be given up: signed, or still readable in the store. */
function lostBehind(note, to) {
  const signed = signedIn(join(to, "heads", "heads.ndjson"));
  const file = join(to, "guanlan.db");
  let standing = [];
  try {
    if (existsSync(file)) standing = endsIn(file);
  } catch {
    // A store that cannot be read is what a restore is for.
  }
  const ends = new Map([...signed].map(([situation, { seq }]) => [situation, seq]));
  for (const { situation, seq } of standing) ends.set(situation, Math.max(seq, ends.get(situation) ?? 0));
  return [...ends].filter(([situation, seq]) => seq > (note.chains.find((end) => end.situation === situation)?.seq ?? 0)).map(([situation, seq]) => ({ situation, seq }));
}

async function tryOut(backup, home) {
  const now = Date.now();
  const note = { at: rfc3339(now), backup: basename(backup) };
  try {
    const { entries, verifiedMs, upMs, tookMs } = await drill(backup, now);
    writeNote(join(home, "drill.json"), { ...note, tookMs, verifiedMs, upMs, entries });
    console.log(`Drill: ${basename(backup)} of ${noteOf(backup).at} was restored into an empty folder, ${entries} entries verified (${seconds(verifiedMs)}), a house on it was ready in ${seconds(upMs)}. ${seconds(tookMs)} in all. (恢复演练通过，共 ${seconds(tookMs)})`);
  } catch (error) {
    writeNote(join(home, "drill.json"), { ...note, tookMs: Date.now() - now, fault: error.message });
    throw error;
  }
}

async function restore(backup, to, isLossAccepted) {
  const file = join(to, "guanlan.db");
  if (isHeld(file)) throw new Refusal(`The store ${file} is held by ${holderOf(file)}. A store is restored while its house stands still: stop that program, and start the restore again.`);
  console.log(`Verifying ${backup} …`);
  const { note, entries } = await verifyBackup(backup);
  const lost = lostBehind(note, to);
  const words = lost.map(({ situation, seq }) => `"${situation}": entries ${(note.chains.find((end) => end.situation === situation)?.seq ?? 0) + 1} to ${seq}`).join("; ");
  if (lost.length > 0 && !isLossAccepted)
    throw new Refusal(`The backup is of ${note.at}. What was decided after it would be given up: ${words}. A loss is accepted by a person, not by a program: start again with --accept-loss. What stands here now is kept beside it. (恢复将放弃备份之后的记录，须由人确认)`);
  const aside = putInPlace(backup, note, to, { now: Date.now(), lost });
  console.log(`Restored: ${entries} entries of ${note.chains.length} chains, as of ${note.at}.${lost.length > 0 ? ` Given up, by your word: ${words}.` : ""}`);
  if (aside) console.log(`What stood here is kept in ${aside}; remove it when nobody needs it any more.`);
  console.log("Start the house: it tells in its journal that it was restored. Everybody signs in again. (请重新启动，全员重新登录)");
}

function holderOf(file) {
  try {
    return `process ${readFileSync(`${file}.holder`, "utf8")}`;
  } catch {
    return "another program";
  }
}

try {
  const { values } = parseArgs({ options: { from: { type: "string" }, to: { type: "string" }, drill: { type: "boolean" }, "accept-loss": { type: "boolean" } } });
  const here = resolve(dataFolder());
  const backup = values.from === undefined ? backupsIn(here).at(-1) : resolve(values.from);
  if (!backup) throw new Refusal(`There is no backup in ${join(here, "backups")}. Make one with npm run backup, set DATA_DIR, or name one: --from FOLDER.`);
  if (values.drill) await tryOut(backup, join(here, "backups"));
  else await restore(backup, resolve(values.to ?? here), values["accept-loss"] === true);
} catch (error) {
  console.error(`restore: ${error.message}${error.code?.startsWith?.("ERR_PARSE_ARGS") ? ". Usage: npm run restore -- [--from FOLDER] [--to DATA_DIR] [--accept-loss] [--drill]" : ""}`);
  if (!(error instanceof Refusal) && process.env.DEBUG) console.error(error);
  process.exitCode = 1;
}
