import type { AlertWaits } from "../model/records.ts";
import type { WaitingCommand } from "../model/second-person.ts";

/** The commands about an alert that may wait for a second person. */
const KINDS: ReadonlySet<string> = new Set<AlertWaits["kind"]>(["alert.shelve", "alert.takeOut", "alert.close"]);

/** The alert that a waiting command is about; undefined where it is about something else. */
export const alertThatWaits = ({ kind, data }: Pick<WaitingCommand, "kind" | "data">): string | undefined => (KINDS.has(kind) ? (data as { alert: string }).alert : undefined);

/** What waits for a second person, by the alert that it is about. */
export function alertWaits(waiting: readonly WaitingCommand[]): ReadonlyMap<string, AlertWaits> {
  return new Map(
    waiting.flatMap((one) => {
      const alert = alertThatWaits(one);
      if (alert === undefined) return [];
      const kind = one.kind as AlertWaits["kind"];
      const { minutes, reason } = one.data as { minutes: number; reason: string };
      const asked = { command: one.id, by: one.by.account, expiresAt: one.expiresAt, reason };
      return [[alert, kind === "alert.shelve" ? { ...asked, kind, minutes } : { ...asked, kind }] as const];
    }),
  );
}
