// The restore, tried: the backup goes into an empty folder, a house starts on it and says that it is ready, and all is removed again.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../prepare.mjs";
import { Refusal } from "./folder.mjs";
import { putInPlace, removeFolder } from "./put.mjs";
import { verifyBackup } from "./verify.mjs";

/** RELIABILITY F45. */
const UP_WITHIN_MS = 600_000;

/** @returns how many entries were verified, and how long each step took. @throws Refusal */
export async function drill(backup, now) {
  const folder = mkdtempSync(join(tmpdir(), "guanlan-drill-"));
  const began = performance.now();
  try {
    const { note, entries } = await verifyBackup(backup);
    const verifiedMs = performance.now() - began;
    putInPlace(backup, note, folder, { now, lost: [] });
    const upMs = await comesUp(folder, note.H);
    return { note, entries, verifiedMs: Math.round(verifiedMs), upMs: Math.round(upMs), tookMs: Math.round(performance.now() - began) };
  } finally {
    removeFolder(folder);
  }
}

/** Starts the built server on a folder of its own, on this machine alone, and stops it once it is ready. */
async function comesUp(folder, hash) {
  const main = join(root, "dist", "server", "main.js");
  if (!existsSync(main)) throw new Refusal(`${main} is not there, so no house can be started on the restored store. Build it: npm run build.`);
  const began = performance.now();
  const child = spawn(process.execPath, [main], { env: { ...process.env, DATA_DIR: folder, HOST: "127.0.0.1", PORT: "0", HASH: hash, TLS_CERT: "", TLS_KEY: "", SIMULATE: "off" }, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (chunk) => (printed = (printed + chunk).slice(-20_000)));
  const gone = new Promise((done) => child.once("exit", done));
  try {
    while (performance.now() - began < UP_WITHIN_MS) {
      if (child.exitCode !== null) throw new Refusal(`A house did not start on the restored store: ${printed.trim().split("\n").at(-1)}`);
      const port = /:(\d+)$/m.exec(printed)?.[1];
      if (port && (await fetch(`http://127.0.0.1:${port}/readyz`).then((r) => r.ok, () => false))) return performance.now() - began;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Refusal(`A house on the restored store was not ready within ${UP_WITHIN_MS / 60_000} min.`);
  } finally {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 15_000);
    await gone;
    clearTimeout(late);
  }
}
