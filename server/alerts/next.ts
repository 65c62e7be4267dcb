import { moveAlert, type Alert } from "../../model/alert.ts";
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
}

/** The alert after one entry; undefined when the entry speaks of none that is known. */
export function nextAlert(before: Alert | undefined, entry: Entry, body: AlertBody): Alert | undefined {
  if (entry.kind === "alert.raised")
    return {
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
  if (!before) return undefined;
  switch (entry.kind) {
    case "alert.exceeded": {
      const { severity = before.severity, rule = before.rule, value = before.value, limit = before.limit, source = before.source } = body;
      // Graver, or beyond the limit again: somebody must look anew. Less grave: what was acknowledged stays so.
      const again = severity < before.severity || before.state === "returned";
      const state = again ? (moveAlert(before.state, "exceed") ?? before.state) : before.state;
      const { ackBy: _ackBy, ...unasked } = before;
      // Told anew, it is of now; its first hour stands in the journal.
      return { ...(again ? unasked : before), severity, rule, value, limit, source, state, simAt: entry.simAt, raisedAt: again ? entry.at : before.raisedAt };
    }
    case "alert.cleared":
      return { ...before, value: body.value ?? before.value, state: moveAlert(before.state, "clear") ?? before.state };
    case "alert.acknowledged":
      return { ...before, ackBy: entry.actor, state: moveAlert(before.state, "acknowledge") ?? before.state };
    case "alert.sourceDown":
      return { ...before, sourceDown: body.down === true };
    case "alert.linked":
      return body.incident === undefined ? before : { ...before, incident: body.incident };
    default:
      return before;
  }
}
