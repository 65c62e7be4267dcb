import type { AlertWaits } from "../model/records.ts";
import type { WaitingCommand } from "../model/second-person.ts";

/** What waits for a second person, by the alert that it is about. */
export function alertWaits(waiting: readonly WaitingCommand[]): ReadonlyMap<string, AlertWaits> {
  return new Map(
    waiting.filter(({ kind }) => kind === "alert.shelve").map(({ id, data, by, expiresAt }) => {
      const { alert, minutes, reason } = data as { alert: string; minutes: number; reason: string };
      return [alert, { command: id, kind: "alert.shelve", by: by.account, expiresAt, minutes, reason }] as const;
    }),
  );
}
