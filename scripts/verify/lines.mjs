// Verifies one chunk of whole lines by itself; the joint to the chunk before is the caller's. Runs in the main thread
// for small files and in a worker for large ones.
import { isUtf8 } from "node:buffer";
import * as crypto from "node:crypto";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { canonicalHash } from "./canonical.mjs";
import { jcs } from "./jcs.mjs";
import { repeatedKey } from "./repeats.mjs";

export const digest = (hash, text) => crypto.hash(hash, text, "hex");
/** The nine sealed fields in canonical order. */
const SEALED = ["actor", "at", "bodyHash", "kind", "prev", "region", "seq", "simAt", "situation"];
const LOOSE = new Set(["hash", "body", "salt"]);

/** The canonical text of what an entry's hash covers: everything but hash, body and salt. */
export function sealedText(entry) {
  let fields = 0;
  for (const key in entry) if (!LOOSE.has(key)) fields++;
  if (fields !== SEALED.length || !SEALED.every((key) => typeof entry[key] === (key === "seq" ? "number" : "string"))) {
    const { hash: _hash, body: _body, salt: _salt, ...sealed } = entry;
    return jcs(sealed);
  }
  const q = JSON.stringify;
  return `{"actor":${q(entry.actor)},"at":${q(entry.at)},"bodyHash":${q(entry.bodyHash)},"kind":${q(entry.kind)},"prev":${q(entry.prev)},"region":${q(entry.region)},"seq":${q(entry.seq)},"simAt":${q(entry.simAt)},"situation":${q(entry.situation)}}`;
}

/** Why a line's text is no entry, or the entry. */
export function parse(line) {
  try {
    const entry = JSON.parse(line);
    if (entry === null || typeof entry !== "object" || Array.isArray(entry)) return { reason: "the line is no entry" };
    const twice = repeatedKey(line);
    return twice === null ? { entry } : { reason: `the line names ${JSON.stringify(twice)} twice` };
  } catch {
    return { reason: "the line is not JSON" };
  }
}

/** Why an entry does not agree with itself, or null. */
export function flaw(entry, hash, situation) {
  if (entry.situation !== situation) return `situation "${entry.situation}" in the chain of "${situation}"`;
  if (digest(hash, entry.prev + sealedText(entry)) !== entry.hash) return "hash does not match the content";
  const { body, salt } = entry;
  if (body === undefined && salt === undefined) return null;
  if (body === undefined || salt === undefined) return "only one of body and salt is there";
  return digest(hash, `{"body":${jcs(body)},"salt":${jcs(salt)}}`) === entry.bodyHash ? null : "bodyHash does not match the body";
}

/**
 * @param bytes whole lines
 * @returns {{first?: {seq, prev}, last?: {seq, hash}, erased: number, bad?: string}}
 *   `last` is the last sound line; `bad` says what is wrong with the one behind it
 */
export function verifyLines(bytes, { hash, situation, signed }) {
  const text = bytes.latin1Slice();
  const ending = Buffer.from(`,"situation":${JSON.stringify(situation)}}`).latin1Slice();
  const found = { erased: 0 };
  for (let from = 0; from < text.length; ) {
    const to = text.indexOf("\n", from);
    const line = text.slice(from, to < 0 ? text.length : to);
    from = to < 0 ? text.length : to + 1;
    const { last } = found;
    let sound = last && canonicalHash(line, last, hash, ending);
    let seq = last && last.seq + 1;
    if (!sound) {
      const said = Buffer.from(line, "latin1");
      // What is not UTF-8 would be read as U+FFFD, whatever it was.
      const { entry, reason } = isUtf8(said) ? parse(said.toString("utf8")) : { reason: "the line is not UTF-8" };
      if (!entry) return { ...found, bad: reason };
      found.first ??= { seq: entry.seq, prev: entry.prev };
      if (last && entry.seq !== last.seq + 1) return { ...found, bad: `found seq ${entry.seq}` };
      if (last && entry.prev !== last.hash) return { ...found, bad: "prev is not the hash of the entry before" };
      const wrong = flaw(entry, hash, situation);
      if (wrong) return { ...found, bad: wrong };
      if (entry.body === undefined) found.erased++;
      sound = entry.hash;
      seq = entry.seq;
    }
    const head = signed?.get(seq);
    if (head !== undefined && head !== sound) return { ...found, bad: "hash differs from the signed head" };
    found.last = { seq, hash: sound };
  }
  return found;
}

if (!isMainThread && workerData?.verify) {
  parentPort.on("message", ({ bytes, number }) => parentPort.postMessage({ number, ...verifyLines(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), workerData.verify) }));
}
