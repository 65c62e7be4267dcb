import { createHash, randomBytes } from "node:crypto";
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import canonicalize from "canonicalize";
import { root } from "../prepare.mjs";

const ENTRIES = 1_000_000;
const H = (text) => createHash("sm3").update(text).digest("hex");

/** A chain of 1,000,000 entries of the sizes that the loop writes, as an export says it; then the verifier, timed as a person would run it. */
export async function verifySpeed() {
  const dir = mkdtempSync(join(tmpdir(), "guanlan-journal-"));
  try {
    const file = join(dir, "journal.ndjson");
    const out = createWriteStream(file, { highWaterMark: 1 << 20 });
    out.write(`{"H":"sm3","situation":"live"}\n`);
    let prev = "0".repeat(64);
    const salt = randomBytes(16).toString("hex");
    for (let seq = 1; seq <= ENTRIES; seq++) {
      const body = { task: `tk-${seq}`, text: "已到场，正在转移低洼处群众", point: [110.1, 20.9] };
      const open = { seq, situation: "live", at: "2026-01-01T08:00:00.000+08:00", simAt: "2026-01-01T08:00:00.000+08:00", kind: "task.report", actor: "unit@440882115200", region: "440882115", bodyHash: H(canonicalize({ body, salt })), prev };
      prev = H(prev + canonicalize(open));
      if (!out.write(`${canonicalize({ ...open, hash: prev, body, salt })}\n`)) await once(out, "drain");
    }
    out.end();
    await once(out, "finish");
    const begun = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts", "journal-verify.mjs"), file], { encoding: "utf8" });
    const seconds = (performance.now() - begun) / 1000;
    if (status !== 0 || stdout.trim().split("\n").at(-1) !== `ok ${ENTRIES} ${prev}`) throw new Error(`The verifier did not agree: ${stdout}${stderr}`);
    return [{ id: "journal.verify", what: "1,000,000 entries verified (npm run journal:verify)", value: Number(seconds.toFixed(1)), unit: "s", goal: 15 }];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
