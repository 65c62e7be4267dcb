import type { Clock } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import { TokenBucket } from "../../model/token-bucket.ts";

/** A hand that draws in haste sends two or three strokes a second; whoever watches the wall gets all that stand with each. */
export const STROKES_PER_SECOND = 5;
export const STROKES_AT_ONCE = 10;

/** How fast one account may draw on walls, all of them together; counted in memory, so that a restart begins anew. */
export function createStrokePace(clock: Pick<Clock, "monotonic">): { /** @throws Problem too_many when it draws faster */ spend(account: string): void } {
  const buckets = new Map<string, TokenBucket>();
  return {
    spend(account) {
      const at = clock.monotonic();
      let bucket = buckets.get(account);
      if (!bucket) buckets.set(account, (bucket = new TokenBucket(STROKES_PER_SECOND, STROKES_AT_ONCE, at)));
      if (!bucket.take(at))
        throw new Problem("too_many", `${account} has drawn ${STROKES_AT_ONCE} strokes (标绘) at once; after that an account draws ${STROKES_PER_SECOND} a second. Send this one again in a second.`, { retryAfterS: 1 });
    },
  };
}
