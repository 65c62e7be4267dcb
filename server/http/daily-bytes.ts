import type { Clock } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import { CHINA_OFFSET, DAY } from "../../model/time.ts";

/** What one account may have kept in a day; counted in memory, so that a restart begins anew. */
export const MOST_BYTES_A_DAY = 256 * 1024 * 1024;

/** Counts the bytes that each account brings on a day of China's clock. */
export function createDailyBytes(clock: Clock, most = MOST_BYTES_A_DAY): { /** @throws Problem too_many when they are too many for today */ spend(account: string, bytes: number): void } {
  let today = Number.NaN;
  let spent = new Map<string, number>();
  return {
    spend(account, bytes) {
      const now = clock.now() + CHINA_OFFSET;
      const day = Math.floor(now / DAY);
      if (day !== today) [today, spent] = [day, new Map()];
      const sum = (spent.get(account) ?? 0) + bytes;
      if (sum > most)
        throw new Problem("too_many", `${account} has brought pictures of ${spent.get(account) ?? 0} bytes today; with this one of ${bytes} they would exceed the ${most} of a day. Send smaller ones, or again tomorrow.`, {
          retryAfterS: ((day + 1) * DAY - now) / 1_000,
        });
      spent.set(account, sum);
    },
  };
}
