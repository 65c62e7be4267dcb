import type { Clock, Log, Stop, Store } from "../model/ports.ts";
import { DAY, HOUR } from "../model/time.ts";

/** A command that is sent again within this time gets the answer that it was given; RELIABILITY asks for 7 days. */
export const COMMANDS_KEPT_MS = 14 * DAY;
/** So far back the whole wall can be read, and replayed, as it was known at any instant. */
export const COLUMNS_KEPT_MS = 31 * DAY;
const EVERY_MS = HOUR;

export interface HousekeepingNeeds {
  readonly store: Pick<Store, "forget">;
  readonly clock: Clock;
  readonly log: Log;
  readonly history: { forget(before: number): Promise<void> };
  /** The earliest instant of the past that somebody is replaying. */
  replayedFrom(): number;
}

/** What the house may forget. The journal, and the series of what was measured, it never forgets. */
export function createHousekeeping({ store, clock, log, history, replayedFrom }: HousekeepingNeeds): { /** Now, and every hour. */ start(): Stop } {
  async function sweep(): Promise<void> {
    const now = clock.now();
    await store.forget({ commandsBefore: now - COMMANDS_KEPT_MS, now });
    await history.forget(Math.min(now - COLUMNS_KEPT_MS, replayedFrom()));
  }
  const attempt = (): void => void sweep().catch((error: unknown) => log.error("What is out of date could not be dropped; it is tried again in an hour", { error: String(error) }));
  return {
    start() {
      attempt();
      return clock.every(EVERY_MS, attempt);
    },
  };
}
