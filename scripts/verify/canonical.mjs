// The quick way for a line that is canonical already, as the server writes it: the hashed texts are then slices of the
// line. It covers every byte of the line, so what it accepts is what was sealed; whatever it does not accept is judged
// the long way. Lines are latin1 strings: one character a byte, whatever they say in UTF-8.
import * as crypto from "node:crypto";

const BODY = ',"body":';
const BODY_HASH = ',"bodyHash":"';
const HASH = '","hash":"';
const PREV = ',"prev":"';
const SALT = ',"salt":"';
let scratch = Buffer.alloc(64 * 1024);

function digest(hash, bytes) {
  if (bytes.length > scratch.length) scratch = Buffer.alloc(bytes.length * 2);
  return crypto.hash(hash, scratch.subarray(0, scratch.latin1Write(bytes, 0)), "hex");
}

/** The hash of a line that soundly follows `last`, or null when the line is not canonical, erased, or not sound. */
export function canonicalHash(line, last, hash, ending) {
  const body = line.indexOf(BODY);
  const bodyHash = line.lastIndexOf(BODY_HASH);
  if (body < 0 || bodyHash < body) return null;
  const bodyHashEnd = bodyHash + BODY_HASH.length + 64;
  const claimedAt = bodyHashEnd + HASH.length;
  if (!line.startsWith(HASH, bodyHashEnd)) return null;
  if (line[claimedAt + 64] !== '"') return null;
  const prev = line.indexOf(PREV, claimedAt + 64);
  const salt = line.indexOf(SALT, prev);
  if (prev < 0 || salt < 0 || !line.startsWith(last.hash, prev + PREV.length)) return null;
  const saltEnd = line.indexOf('"', salt + SALT.length) + 1;
  if (!line.startsWith(`,"seq":${last.seq + 1},`, saltEnd) || !line.endsWith(ending)) return null;
  const claimed = line.slice(claimedAt, claimedAt + 64);
  const sealed = last.hash + line.slice(0, body) + line.slice(bodyHash, bodyHashEnd + 1) + line.slice(claimedAt + 65, salt) + line.slice(saltEnd);
  if (digest(hash, sealed) !== claimed) return null;
  const said = `{${line.slice(body + 1, bodyHash)}${line.slice(salt, saltEnd)}}`;
  return digest(hash, said) === line.slice(bodyHash + BODY_HASH.length, bodyHashEnd) ? claimed : null;
}
