import { isOpenAlert, stillHolds, type Alert, type AlertState } from "../../../model/alert.ts";
import type { Severity } from "../../../model/words.ts";

/** Who must act comes first: nobody has seen it, it came back unseen, somebody has it. */
const NEED: Readonly<Record<AlertState, number>> = { unacknowledged: 0, returned: 1, acknowledged: 2, shelved: 3, suppressed: 3, outOfService: 3, closed: 4 };

/** Open alerts by need of action, then severity, then the newest, then place (VISUAL §10). */
export function inOrder<A extends Alert>(alerts: Iterable<A>): A[] {
  return [...alerts]
    .filter((a) => isOpenAlert(a.state))
    .sort(
      (a, b) =>
        NEED[a.state] - NEED[b.state] || a.severity - b.severity || (a.raisedAt < b.raisedAt ? 1 : a.raisedAt > b.raisedAt ? -1 : 0) ||
        (a.place < b.place ? -1 : 1),
    );
}

/** How many findings still hold at each level; what returned to normal is open, but is no finding any more. */
export function tally(alerts: Iterable<Alert>): Readonly<Record<Severity, number>> {
  const counts = { 1: 0, 2: 0, 3: 0, 4: 0 };
  for (const alert of alerts) if (stillHolds(alert.state)) counts[alert.severity]++;
  return counts;
}
