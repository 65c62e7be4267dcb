// The figure of the journal's verifier: one million entries of a working day's shape, as `npm run journal:verify` reads them.
import { spawnSync } from "node:child_process";
import { hash } from "node:crypto";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { jcs } from "../scripts/verify/jcs.mjs";

const ENTRIES = 1_000_000;
const GOAL_S = 15;
const FLUSH_CHARS = 4_000_000;

/** Writes an export of `count` sound entries; about 570 bytes each. @returns the head's hash */
export function writeChain(file, count, H = "sm3") {
  const out = openSync(file, "w");
  let prev = "0".repeat(64);
  let text = `${jcs({ H, situation: "live" })}\n`;
  for (let seq = 1; seq <= count; seq++) {
    const body = { task: `task-${seq}`, incident: `inc-${seq % 997}`, text: "到达现场，水位 12.35 m，已设警戒", point: [113.2644, 23.1291] };
    const salt = (seq * 7919).toString(16).padStart(32, "0");
    const time = `2026-01-01T08:${String(seq % 60).padStart(2, "0")}:00.000+08:00`;
    const sealed = { seq, situation: "live", at: time, simAt: time, kind: "task.report", actor: "unit@440103001", region: "440103001", bodyHash: hash(H, jcs({ body, salt }), "hex"), prev };
    prev = hash(H, prev + jcs(sealed), "hex");
    text += `${jcs({ ...sealed, hash: prev, body, salt })}\n`;
    if (text.length > FLUSH_CHARS || seq === count) {
      writeSync(out, text);
      text = "";
    }
  }
  closeSync(out);
  return prev;
}

/** @returns {Promise<{id: string, what: string, value: number, unit: string, goal: number, met: boolean}[]>} */
export async function journalFigures(count = ENTRIES) {
  const folder = mkdtempSync(join(tmpdir(), "guanlan-bench-"));
  try {
    const file = join(folder, "export.ndjson");
    const head = writeChain(file, count);
    const verifier = fileURLToPath(new URL("../scripts/journal-verify.mjs", import.meta.url));
    const from = performance.now();
    const { stdout, status } = spawnSync(process.execPath, [verifier, file], { encoding: "utf8" });
    const value = Math.round(performance.now() - from) / 1000;
    if (status !== 0 || !stdout.trimEnd().endsWith(`ok ${count} ${head}`)) throw new Error(`The verifier did not accept the bench's chain: ${stdout}`);
    const megabytes = Math.round(statSync(file).size / 1e6);
    return [{ id: "journal.verify", what: `${count.toLocaleString("en")} journal entries (SM3, ${megabytes} MB) verified`, value, unit: "s", goal: GOAL_S, met: value <= GOAL_S }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await journalFigures(Number(process.argv[2] ?? ENTRIES)));
