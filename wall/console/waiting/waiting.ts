import type { AlertRecord, AlertWaits, IncidentRecord, IncidentWaits } from "../../../model/records.ts";
import type { ResponseRecord } from "../../../model/response.ts";
import { parseTime } from "../../../model/time.ts";
import { stillWaiting, type WaitingRecord } from "../waiting-response.ts";

/** One command that waits for a second person, with what it is about. */
export type Waits =
  | { readonly kind: "response"; readonly id: string; readonly by: string; readonly expiresAt: string; readonly of: WaitingRecord }
  | { readonly kind: "shelf"; readonly id: string; readonly by: string; readonly expiresAt: string; readonly of: AlertRecord & { readonly waits: AlertWaits } }
  | { readonly kind: "cancel"; readonly id: string; readonly by: string; readonly expiresAt: string; readonly of: IncidentRecord & { readonly waits: IncidentWaits } };

/** Everything of a seat's region that still waits at server time `now`, what ends first on top: what has expired is told by nobody. */
export function waitsOf({ responses, alerts, incidents }: { readonly responses: Iterable<ResponseRecord>; readonly alerts: Iterable<AlertRecord>; readonly incidents: Iterable<IncidentRecord> }, now: number): readonly Waits[] {
  const found: Waits[] = stillWaiting(responses, now).map((of) => ({ kind: "response", id: of.id, by: of.by, expiresAt: of.expiresAt, of }));
  const runs = ({ expiresAt }: { readonly expiresAt: string }): boolean => (parseTime(expiresAt) ?? 0) > now;
  for (const alert of alerts) {
    const { waits } = alert;
    if (waits && runs(waits)) found.push({ kind: "shelf", id: waits.command, by: waits.by, expiresAt: waits.expiresAt, of: { ...alert, waits } });
  }
  for (const incident of incidents) {
    const { waits } = incident;
    if (waits && runs(waits)) found.push({ kind: "cancel", id: waits.command, by: waits.by, expiresAt: waits.expiresAt, of: { ...incident, waits } });
  }
  return found.toSorted((a, b) => (a.expiresAt < b.expiresAt ? -1 : a.expiresAt > b.expiresAt ? 1 : a.id < b.id ? -1 : 1));
}
