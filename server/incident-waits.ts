import type { IncidentWaits } from "../model/records.ts";
import type { WaitingCommand } from "../model/second-person.ts";

/** What waits for a second person, by the incident that it is about. */
export function incidentWaits(waiting: readonly WaitingCommand[]): ReadonlyMap<string, IncidentWaits> {
  return new Map(
    waiting.filter(({ kind }) => kind === "incident.cancel").map(({ id, data, by, expiresAt }) => {
      const { incident, reason } = data as { incident: string; reason: string };
      return [incident, { command: id, kind: "incident.cancel", by: by.account, expiresAt, reason }] as const;
    }),
  );
}
