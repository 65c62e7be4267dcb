import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Clock, Stop } from "../model/ports.ts";
import { MINUTE, SECOND } from "../model/time.ts";

/** So much garbage, in hundredths of what was alive at the last collection, may gather before the next one. */
const GROWING_PERCENT = 100;
/** Resident bytes above which is looked what of it is still alive, well below the 400 MB that a house with a storm and its packs may have: within a minute garbage adds a hundred. */
const MUCH_BYTES = 300 * 1024 * 1024;
const LOOKED_AT_MS = 10 * SECOND;
const AT_MOST_EVERY_MS = MINUTE;
/** So near the limit it is worth the processor at each look but one. */
const VERY_MUCH_BYTES = 370 * 1024 * 1024;
const THEN_EVERY_MS = 20 * SECOND;

/**
 * Lets V8 collect earlier than it would: where memory is plenty it lets the heap grow to four times what is alive, and a fast
 * world leaves much behind that lived for some seconds. A most that the heap may hold would end the program at a burst; this
 * only costs processor. The same for every way of starting, since it is said by the program itself.
 */
export function collectEarly(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
}

/** V8's own collector, asked for one collection between two pieces of work. */
export function collector(): () => Promise<void> {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as (options: { readonly type: "major"; readonly execution: "async" }) => Promise<void>;
  return () => gc({ type: "major", execution: "async" });
}

/**
 * Collects once when much memory is resident. On a machine that is short of processor V8's marking falls behind the garbage, and what it
 * has taken it gives back only after a whole collection: of 404 MB after 24 minutes of calls 264 MB were left. A world that holds
 * much is not collected again and again: at most once a minute, near the limit thrice, for a tenth of a second or two.
 */
export function collectWhenMuch(needs: { readonly clock: Clock; readonly resident: () => number; readonly collect: () => void }): Stop {
  const { clock, resident, collect } = needs;
  let last = Number.NEGATIVE_INFINITY;
  return clock.every(LOOKED_AT_MS, () => {
    const now = clock.monotonic();
    const held = resident();
    if (held < MUCH_BYTES || now - last < (held < VERY_MUCH_BYTES ? AT_MOST_EVERY_MS : THEN_EVERY_MS)) return;
    last = now;
    collect();
  });
}
