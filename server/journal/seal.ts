import { FIRST_PREV, type Draft, type Entry } from "../../model/journal.ts";
import { digest, HASHES, jcs, type HashName } from "./hash.ts";

/** Where a chain ends: 0 and 64 zeros while it is empty. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}
export const EMPTY_HEAD: Head = { seq: 0, hash: FIRST_PREV };

/** What a draft does not know of its entry. */
export interface Seal {
  readonly situation: string;
  /** RFC 3339, server time. */
  readonly at: string;
  /** RFC 3339, the situation's clock. */
  readonly simAt: string;
  readonly salt: string;
}

/** Gives a draft its place behind `head`. The body is taken as its JSON text reads, so that the live entry equals the stored one. */
export function seal(draft: Draft, { situation, at, simAt, salt }: Seal, head: Head, hash: HashName): Entry {
  const body: unknown = JSON.parse(jcs(draft.body));
  const { kind, actor, region } = draft;
  const open = { seq: head.seq + 1, situation, at, simAt, kind, actor, region, bodyHash: digest(hash, jcs({ body, salt })), prev: head.hash };
  return { ...open, hash: digest(hash, open.prev + jcs(open)), body, salt };
}

/** Why an entry cannot follow `head`, or null when it does. */
export function flaw(entry: Entry, head: Head, hash: HashName): string | null {
  const { hash: claimed, body, salt, ...open } = entry;
  if (entry.seq !== head.seq + 1) return `seq ${entry.seq} stands where ${head.seq + 1} is expected`;
  if (entry.prev !== head.hash) return "prev is not the hash of the entry before";
  if (digest(hash, entry.prev + jcs(open)) !== claimed) {
    const other = HASHES.find((h) => h !== hash && digest(h, entry.prev + jcs(open)) === claimed);
    return other ? `it was written with ${other}, but ${hash} is configured; start with ${other}` : "its hash does not match its content";
  }
  if (body === undefined && salt === undefined) return null;
  if (body === undefined || salt === undefined) return "it has only one of body and salt";
  return digest(hash, jcs({ body, salt })) === entry.bodyHash ? null : "bodyHash does not match the body";
}
