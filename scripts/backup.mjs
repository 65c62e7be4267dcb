// npm run backup -- [--url http://127.0.0.1:8720]
// Has the running house copy its store into DATA_DIR/backups, and verifies the copy. TOKEN is a token of a system administrator; the demo's own is
// asked for when none is set. A house that stands still is started for no backup: its store is one plain file beside heads/, to be copied as it is.
import { randomUUID } from "node:crypto";
import { resolve, join } from "node:path";
import { parseArgs } from "node:util";
import { dataFolder, Refusal } from "./store/folder.mjs";
import { verifyBackup } from "./store/verify.mjs";

const MOST_MS = 30 * 60_000;

async function asked(url, path, init = {}) {
  let response;
  try {
    response = await fetch(`${url}/api/v1${path}`, { ...init, signal: AbortSignal.timeout(MOST_MS) });
  } catch (error) {
    throw new Refusal(`Nobody answers at ${url} (${error.cause?.code ?? error.message}). A backup is made by the running house: start it, or name it with --url. While it stands still, copy DATA_DIR as it is.`);
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw Object.assign(new Refusal(`${url} refused with ${response.status} ${body.code ?? ""}: ${body.message ?? "without words"}`), { status: response.status });
  return body;
}

async function tokenFor(url) {
  if (process.env.TOKEN) return process.env.TOKEN;
  const { items } = await asked(url, "/session/demo").catch((error) => {
    // Only a demonstration gives out accounts.
    if (error.status === undefined) throw error;
    return { items: [] };
  });
  const found = items.find(({ role }) => role === "sysAdmin")?.token;
  if (!found) throw new Refusal("TOKEN is not set, and this is no demonstration. Set TOKEN to a token of a system administrator (sysAdmin).");
  return found;
}

try {
  const { values } = parseArgs({ options: { url: { type: "string" } } });
  const url = (values.url ?? `http://127.0.0.1:${process.env.PORT || 8720}`).replace(/\/$/, "");
  const headers = { authorization: `Bearer ${await tokenFor(url)}`, "content-type": "application/json" };
  const { result } = await asked(url, "/commands", { method: "POST", headers, body: JSON.stringify({ id: `backup-${randomUUID()}`, kind: "admin.backup", data: {} }) });
  const backup = join(resolve(dataFolder()), "backups", result.backup);
  console.log(`Copied ${Math.ceil(result.bytes / 1024 / 1024)} MB in ${(result.tookMs / 1000).toFixed(1)} s: ${backup}`);
  const { entries, note } = await verifyBackup(backup);
  console.log(`Verified: ${entries} entries of ${note.chains.length} chains, as signed. Copy the folder to another machine: one that lies beside its store is lost with it. (备份已校验，请另存他处)`);
} catch (error) {
  console.error(`backup: ${error.message}`);
  process.exitCode = 1;
}
