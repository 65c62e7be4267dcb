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

type Sealed = Omit<Entry, "hash" | "body" | "salt">;
const q = (text: string): string => JSON.stringify(text);
/** JCS of the nine sealed fields, written out: they are always there and always in this order, and boot reads many. */
const sealedText = (e: Sealed): string =>
  `{"actor":${q(e.actor)},"at":${q(e.at)},"bodyHash":${q(e.bodyHash)},"kind":${q(e.kind)},"prev":${q(e.prev)},"region":${q(e.region)},"seq":${e.seq},"simAt":${q(e.simAt)},"situation":${q(e.situation)}}`;
/** JCS of {body, salt}, given the canonical text of the body. */
const bodyText = (body: string, salt: string): string => `{"body":${body},"salt":${q(salt)}}`;

/** Gives a draft its place behind `head`. The body is taken as its JSON text reads, so that the live entry equals the stored one. */
export function seal(draft: Draft, { situation, at, simAt, salt }: Seal, head: Head, hash: HashName): Entry {
  const text = jcs(draft.body);
  const { kind, actor, region } = draft;
  const open = { seq: head.seq + 1, situation, at, simAt, kind, actor, region, bodyHash: digest(hash, bodyText(text, salt)), prev: head.hash };
  return { ...open, hash: digest(hash, open.prev + sealedText(open)), body: JSON.parse(text) as unknown, salt };
}

/** Why an entry cannot follow `head`, or null when it does. */
export function flaw(entry: Entry, head: Head, hash: HashName): string | null {
  if (entry.seq !== head.seq + 1) return `seq ${entry.seq} stands where ${head.seq + 1} is expected`;
  if (entry.prev !== head.hash) return "prev is not the hash of the entry before";
  const text = entry.prev + sealedText(entry);
  if (digest(hash, text) !== entry.hash) {
    const other = HASHES.find((h) => h !== hash && digest(h, text) === entry.hash);
    return other ? `it was written with ${other}, but ${hash} is configured; start with ${other}` : "its hash does not match its content";
  }
  const { body, salt } = entry;
  if (body === undefined && salt === undefined) return null;
  if (body === undefined || salt === undefined) return "it has only one of body and salt";
  // A stored body's members are nearly always in canonical order already; a text that has the hash is the canonical one.
  if (digest(hash, bodyText(JSON.stringify(body), salt)) === entry.bodyHash) return null;
  return digest(hash, bodyText(jcs(body), salt)) === entry.bodyHash ? null : "bodyHash does not match the body";
}
