import type { Clock, Ids } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import { MINUTE, SECOND } from "../../model/time.ts";
import { idOfKey } from "./key.ts";

/** How long a code stands on a display that waits to be paired. */
export const CODE_MS = 10 * MINUTE;
/** Codes that one address may hold at a time (a room behind one proxy), and all together: they are typed by hand. */
export const MOST_CODES_PER_ADDRESS = 32;
const MOST_CODES = 256;
const CODE_DIGITS = 8;

/** A display that waits, with the code that it shows. */
export interface Waiting {
  readonly id: string;
  readonly publicKey: string;
  readonly code: string;
  readonly expiresAt: number;
  readonly from: string;
}

/** Displays that show a code. In memory alone: after a restart they ask for another. */
export class Pairings {
  private readonly needs: { readonly clock: Clock; readonly ids: Ids };
  private readonly byId = new Map<string, Waiting>();

  constructor(needs: Pairings["needs"]) {
    this.needs = needs;
  }

  /** The code of this key: the same one as long as it lives, so that a display that reloads takes no second. @throws Problem */
  ask(publicKey: string, from: string): Waiting {
    const id = idOfKey(publicKey);
    const now = this.needs.clock.now();
    for (const { id: old, expiresAt } of this.byId.values()) if (expiresAt <= now) this.byId.delete(old);
    const before = this.byId.get(id);
    if (before) return before;
    const waiting = [...this.byId.values()];
    const theirs = waiting.filter((w) => w.from === from);
    const full = theirs.length >= MOST_CODES_PER_ADDRESS ? theirs : waiting.length >= MOST_CODES ? waiting : null;
    if (full) {
      const retryAfterS = Math.ceil((Math.min(...full.map((w) => w.expiresAt)) - now) / SECOND);
      throw new Problem("too_many", `${full.length} displays wait to be paired; no more codes are given until one is paired or its code ends. Try again in ${retryAfterS} s.`, { retryAfterS });
    }
    const taken = new Set(waiting.map((w) => w.code));
    let code: string;
    do code = (BigInt(`0x${this.needs.ids.secret(8)}`) % 10n ** BigInt(CODE_DIGITS)).toString().padStart(CODE_DIGITS, "0");
    while (taken.has(code));
    const one = { id, publicKey, code, expiresAt: now + CODE_MS, from };
    this.byId.set(id, one);
    return one;
  }

  /** The display that shows this code now. */
  showing(code: string): Waiting | undefined {
    const digits = code.replace(/[\s-]/g, "");
    return [...this.byId.values()].find((w) => w.code === digits && w.expiresAt > this.needs.clock.now());
  }

  /** It has been paired: nobody uses its code again. */
  done(id: string): void {
    this.byId.delete(id);
  }
}
