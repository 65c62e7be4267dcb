import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { jcs } from "./jcs.mjs";
import { parse } from "./lines.mjs";

/**
 * The signed heads of one chain, their signatures checked.
 * @param keyFile public key (PEM) that must have signed; without it, whichever key signed the first line
 * @returns {{signed: Map<number, string>, last: number, key?: string, bad?: {seq: number, reason: string}}}
 */
export function readHeads(file, situation, keyFile) {
  const signed = new Map();
  const pinned = keyFile && createPublicKey(readFileSync(keyFile)).export({ type: "spki", format: "der" }).toString("base64");
  const text = readFileSync(file, "utf8");
  let key = pinned;
  let last = 0;
  // Text behind the last line feed was cut off by a crash while it was written.
  for (const [i, line] of text.slice(0, text.lastIndexOf("\n") + 1).split("\n").slice(0, -1).entries()) {
    const bad = (seq, why) => ({ signed, last, key, bad: { seq, reason: `signed head in line ${i + 1}: ${why}` } });
    const { entry: head, reason } = parse(line);
    if (!head) return bad(last + 1, reason);
    const { sig, ...said } = head;
    const at = Number.isSafeInteger(head.seq) ? head.seq : last + 1;
    key ??= head.key;
    if (head.key !== key) return bad(at, "another key signed it");
    if (!holds(key, jcs(said), sig)) return bad(at, "the signature does not hold");
    if (head.situation !== situation) continue;
    if (signed.has(at) && signed.get(at) !== head.hash) return bad(at, "two heads were signed at one seq");
    signed.set(at, head.hash);
    last = Math.max(last, at);
  }
  return { signed, last, key };
}

function holds(key, text, sig) {
  try {
    const open = createPublicKey({ key: Buffer.from(key, "base64"), type: "spki", format: "der" });
    return verify(null, Buffer.from(text), open, Buffer.from(sig, "base64"));
  } catch {
    return false;
  }
}
