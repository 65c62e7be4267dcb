import type { Draft } from "../../model/journal.ts";
import type { Incident } from "../../model/incident.ts";
import type { Bodies, EntryKind } from "./entries.ts";

/** What is said of what a simulated world's posts did. */
const SIMULATED = "模拟";

/** An incident that the journal does not have, as the entries that make it stand where it stands. One that is over cannot be acted on, and is never written. */
export function draftsOf({ id, type, topic, region, title, occurredAt, reportedAt, reportedBy, grade, log }: Incident): Draft[] {
  const draft = <K extends EntryKind>(kind: K, body: Bodies[K]): Draft => ({ kind, actor: reportedBy, region, body });
  const did = (kind: string): boolean => log.some((step) => step.kind === kind);
  return [
    draft("incident.report", { incident: id, type, topic, title, reportedAt, ...(occurredAt !== undefined && { occurredAt }) }),
    ...(did("incident.verify") ? [draft("incident.verify", { incident: id, note: SIMULATED })] : []),
    ...(did("incident.grade") && grade ? [draft("incident.grade", { incident: id, grade, reason: SIMULATED })] : []),
  ];
}
