import { moveAlert, processOf, type Alert, type AlertMove, type Cover, type Standing } from "../../model/alert.ts";
import type { Entry } from "../../model/journal.ts";
import type { Severity } from "../../model/words.ts";

/** What the entries of alerts carry; each kind its part. */
export interface AlertBody {
  readonly alert: string;
  readonly rule?: string;
  readonly indicator?: string;
  readonly place?: string;
  readonly topic?: string;
  readonly severity?: Severity;
  readonly value?: number;
  readonly limit?: number;
  readonly source?: string;
  readonly group?: string;
  readonly down?: boolean;
  readonly incident?: string;
  readonly comment?: string;
  readonly text?: string;
  readonly to?: string;
  readonly reason?: string;
  readonly until?: string;
  readonly confirmedBy?: string;
  readonly cause?: string;
  /** Of one that was explained when it was found: by which inhibition. */
  readonly suppressedBy?: string;
  readonly times?: number;
  /** Of what has settled: how it stands now. */
  readonly state?: "holds" | "returned";
  /** Of an acknowledgement of a whole group, as it stood at this seq. */
  readonly upTo?: number;
}

/** The alert after one entry; undefined when the entry speaks of none that is known. */
export function nextAlert(before: Alert | undefined, entry: Entry, body: AlertBody): Alert | undefined {
  if (entry.kind === "alert.raised") {
    const found: Alert = {
      id: body.alert,
      rule: body.rule!,
      indicator: body.indicator!,
      place: body.place!,
      topic: body.topic!,
      severity: body.severity!,
      state: "unacknowledged",
      value: body.value!,
      limit: body.limit!,
      source: body.source!,
      sourceDown: false,
      raisedAt: entry.at,
      simAt: entry.simAt,
      group: body.group!,
    };
    return body.suppressedBy === undefined ? found : covered(found, "suppress", { why: "suppressed", by: body.suppressedBy, cause: body.cause! });
  }
  if (!before) return undefined;
  switch (entry.kind) {
    case "alert.exceeded": {
      const { severity = before.severity, rule = before.rule, value = before.value, limit = before.limit, source = before.source } = body;
      const isGraver = severity < before.severity;
      // Graver, or beyond the limit again: somebody must look anew. Less grave: what was acknowledged stays so.
      const again = isGraver || ["returned", "closed"].includes(processOf(before));
      // Set aside was what it was then: what is graver is not hidden by it. What is out of service is so at every level.
      const found = again ? standsAt(before, "exceed") : before;
      const moved = isGraver && before.state !== "outOfService" ? uncovered(found) : found;
      const { ackBy: _ackBy, ackAt: _ackAt, ...unasked } = moved;
      // Told anew, it is of now; its first hour stands in the journal.
      return { ...(again ? unasked : moved), severity, rule, value, limit, source, simAt: entry.simAt, raisedAt: again ? entry.at : before.raisedAt };
    }
    case "alert.cleared":
      return { ...standsAt(before, "clear"), value: body.value ?? before.value };
    case "alert.acknowledged":
      return commented({ ...standsAt(before, "acknowledge"), ackBy: entry.actor, ackAt: entry.at }, entry, body.comment);
    case "alert.unacknowledged": {
      const { ackBy: _ackBy, ackAt: _ackAt, ...unasked } = standsAt(before, "unacknowledge");
      return unasked;
    }
    case "alert.commented":
      return commented(before, entry, body.text);
    case "alert.assigned":
      return { ...before, assignedTo: body.to! };
    case "alert.shelved":
      return covered(before, "shelve", { why: "shelved", by: entry.actor, reason: body.reason!, until: body.until!, ...(body.confirmedBy !== undefined && { confirmedBy: body.confirmedBy }) });
    case "alert.suppressed":
      return covered(before, "suppress", { why: "suppressed", by: entry.actor, cause: body.cause! });
    case "alert.takenOut":
      return covered(before, "takeOut", { why: "outOfService", by: entry.actor, reason: body.reason!, ...(body.confirmedBy !== undefined && { confirmedBy: body.confirmedBy }) });
    case "alert.unshelved":
    case "alert.released":
    case "alert.putBack":
      return uncovered(before);
    case "alert.closed":
      return standsAt(before, "close");
    case "alert.chattering":
      return { ...before, chatter: { since: entry.at, times: body.times! } };
    case "alert.settled": {
      const { chatter: _chatter, ...still } = before;
      const { severity = before.severity, rule = before.rule, value = before.value, limit = before.limit, source = before.source } = body;
      return { ...(body.state === "returned" ? standsAt(still, "clear") : still), severity, rule, value, limit, source };
    }
    case "alert.sourceDown":
      return { ...before, sourceDown: body.down === true };
    case "alert.linked":
      return body.incident === undefined ? before : { ...before, incident: body.incident };
    default:
      return before;
  }
}

/** An entry stands in the chain because its move was legal when it was decided; where it is not, it changes nothing. */
function standsAt(before: Alert, move: AlertMove): Alert {
  const to = moveAlert(before, move);
  return to ? at(before, to) : before;
}
function at({ beneath: _beneath, cover, ...alert }: Alert, to: Standing): Alert {
  return { ...alert, ...to, ...(to.beneath !== undefined && cover && { cover }) };
}
function covered(before: Alert, move: "shelve" | "suppress" | "takeOut", cover: Cover): Alert {
  const to = moveAlert(before, move);
  return to ? { ...before, ...to, cover } : before;
}
const uncovered = (alert: Alert): Alert => (alert.cover ? at(alert, { state: processOf(alert) }) : alert);
const commented = (alert: Alert, { seq, at: when, actor }: Entry, text: string | undefined): Alert =>
  text === undefined || text.trim() === "" ? alert : { ...alert, comments: [...(alert.comments ?? []), { seq, at: when, actor, text }] };
