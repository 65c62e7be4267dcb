// Verifies a copy of the store: the file, each chain by the independent verifier, and that it ends where it says.
import { createWriteStream, existsSync, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { verifyFile } from "../verify/file.mjs";
import { APPLICATION_ID, noteOf, Refusal, signedIn } from "./folder.mjs";

/** @throws Refusal that says which part of the backup is bad. @returns the note, and how many entries were verified */
export async function verifyBackup(backup) {
  const note = noteOf(backup);
  const file = join(backup, "guanlan.db");
  if (!existsSync(file)) throw new Refusal(`${file} is not there; a backup has one. Take another backup.`);
  const folder = mkdtempSync(join(tmpdir(), "guanlan-verify-"));
  let db;
  try {
    db = new DatabaseSync(file);
    sound(db, file);
    const found = new Map(db.prepare("SELECT situation, max(seq) AS seq, hash FROM entry GROUP BY situation").all().map((end) => [end.situation, end]));
    const unnamed = [...found.keys()].find((situation) => !note.chains.some((end) => end.situation === situation));
    if (unnamed !== undefined) throw new Refusal(`${file} holds a chain "${unnamed}" of which ${join(backup, "backup.json")} knows nothing. The two do not belong together: take another backup.`);
    let entries = 0;
    const signed = signedIn(join(backup, "heads.ndjson"));
    for (const { situation, seq } of note.chains) {
      if (signed.get(situation)?.seq !== seq) throw new Refusal(`${join(backup, "heads.ndjson")} does not say that "${situation}" ended at seq ${seq}: a cut end could not be seen. Nothing was changed. Take another backup.`);
      const exported = join(folder, "chain.ndjson");
      await exportChain(db, situation, note.H, exported);
      const key = join(backup, "heads.pem.pub");
      const { sound: isSound, verdict } = await verifyFile({ file: exported, heads: join(backup, "heads.ndjson"), ...(existsSync(key) && { key }) });
      if (!isSound) throw new Refusal(`The chain "${situation}" in ${file} is not the one that was signed: ${verdict}. Nothing was changed. Take another backup.`);
      if (found.get(situation)?.seq !== seq) throw new Refusal(`The chain "${situation}" in ${file} ends at seq ${found.get(situation)?.seq ?? 0}; its note says ${seq}. Nothing was changed. Take another backup.`);
      entries += seq;
    }
    return { note, entries };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${file} cannot be read: ${error.message}. Nothing was changed. Take another backup.`, { cause: error });
  } finally {
    db?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function sound(db, file) {
  const { application_id: id } = db.prepare("PRAGMA application_id").get();
  if (id !== APPLICATION_ID) throw new Refusal(`${file} is no store of Guanlan (application id ${id}). Name the folder of a backup.`);
  const { integrity_check: verdict } = db.prepare("PRAGMA integrity_check(1)").get();
  if (verdict !== "ok") throw new Refusal(`${file} is damaged: ${verdict}. Nothing was changed. Take another backup.`);
}

async function exportChain(db, situation, hash, to) {
  const out = createWriteStream(to);
  out.write(`${JSON.stringify({ H: hash, situation })}\n`);
  // Page by page: the driver does not survive an iterator that is collected after its database was closed.
  const page = db.prepare("SELECT * FROM entry WHERE situation = ? AND seq > ? ORDER BY seq LIMIT 1000");
  for (let rows = page.all(situation, 0); rows.length > 0; rows = page.all(situation, rows.at(-1).seq)) {
    const lines = rows.map(({ body, salt, ...sealed }) => `${JSON.stringify({ ...sealed, ...(body !== null && { body: JSON.parse(body) }), ...(salt !== null && { salt }) })}\n`);
    if (!out.write(lines.join(""))) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}
