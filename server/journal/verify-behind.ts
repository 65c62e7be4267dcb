import type { Pace, Store } from "../../model/ports.ts";
import type { HashName } from "./hash.ts";
import { EMPTY_HEAD, flaw, type Head } from "./seal.ts";

/** A line of the signed heads, as it is held against its chain. */
export interface PastHead extends Head {
  /** Where it stands, in words. */
  readonly where: string;
  /** Its signature holds. */
  holds(): boolean;
}
export interface VerifyBehindNeeds {
  readonly situation: string;
  readonly store: Pick<Store, "entries">;
  readonly hash: HashName;
  /** Where the boot began to read: the chain must lead there. */
  readonly to: Head;
  /** Heads that were signed, the oldest first. */
  readonly signed: Iterable<PastHead>;
  readonly pace: Pace;
  isOver(): boolean;
  /** So many entries hold. */
  told(verified: number): void;
}

/** A page is verified in one go: some milliseconds. */
const PAGE = 100;

/** Verifies what a boot from a snapshot has not read, in turns, while everybody is served. @returns what is wrong with it; null when all holds, or nobody waits for it any more */
export async function verifyBehind({ situation, store, hash, to, signed, pace, isOver, told }: VerifyBehindNeeds): Promise<string | null> {
  let head: Head = EMPTY_HEAD;
  const heads = signed[Symbol.iterator]();
  let next = heads.next();
  while (head.seq < to.seq) {
    const page = await store.entries(situation, head.seq, Math.min(PAGE, to.seq - head.seq));
    if (isOver()) return null;
    if (page.length === 0) return `it ends at seq ${head.seq}, but seq ${to.seq} was read from a snapshot`;
    for (const entry of page) {
      const found = flaw(entry, head, hash);
      if (found) return `seq ${head.seq + 1}: ${found}`;
      head = { seq: entry.seq, hash: entry.hash };
      for (; !next.done && next.value.seq <= head.seq; next = heads.next()) {
        if (next.value.seq === head.seq && next.value.hash !== head.hash) return `seq ${head.seq} has another hash than was signed (${next.value.where})`;
        if (!next.value.holds()) return `the signature of ${next.value.where} does not hold`;
      }
    }
    told(head.seq);
    await pace();
  }
  return head.hash === to.hash ? null : `seq ${to.seq} has another hash than when its folds were kept`;
}
