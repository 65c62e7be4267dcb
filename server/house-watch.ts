import type { Finding } from "../model/finding.ts";
import type { Draft } from "../model/journal.ts";
import type { Clock, Log } from "../model/ports.ts";
import type { Watch } from "../model/watched.ts";

export interface HouseWatchNeeds {
  /** Alerts of live. */
  readonly alerts: { consider(findings: readonly Finding[]): Draft[] };
  /** Asks again when nobody else is deciding. */
  note(find: () => readonly Draft[]): Promise<unknown>;
  readonly clock: Clock;
  readonly log: Log;
}

/** How facts of the house become alerts of live: looked at on the clock, and never again while what was found is being written. */
export const createHouseWatch = ({ alerts, note, clock, log }: HouseWatchNeeds): Watch => ({ everyMs, findings, written, unwritten }) => {
  let isWriting = false;
  return clock.every(everyMs, () => {
    if (isWriting) return;
    const found = findings();
    if (alerts.consider(found).length === 0) return;
    isWriting = true;
    // What could not be written is found again at the next look.
    void note(() => alerts.consider(found))
      .then(() => written?.())
      .catch((error: unknown) => log.error(unwritten, { error: String(error) }))
      .finally(() => (isWriting = false));
  });
};
