import { hash as digestOf } from "node:crypto";
import canonicalize from "canonicalize";

/** H of the chain: SM3 (GB/T 32905) unless an installation asks for SHA-256. */
export const HASHES = ["sm3", "sha256"] as const;
export type HashName = (typeof HASHES)[number];

/** H(text as UTF-8), hex. */
export const digest = (hash: HashName, text: string): string => digestOf(hash, text, "hex");

/**
 * The canonical JSON text of a value (RFC 8785).
 * @throws when the value has no JSON text: undefined, NaN, an infinity, a cycle
 */
export function jcs(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`A value of type ${typeof value} has no JSON text; journal bodies are JSON.`);
  return text;
}
