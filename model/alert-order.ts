import { isOpenAlert, stillHolds, type Alert, type AlertState } from "./alert.ts";
import type { RegionCode } from "./region.ts";
import type { Severity } from "./words.ts";

/** Who must act comes first: nobody has seen it, it came back unseen, somebody has it. */
const NEED: Readonly<Record<AlertState, number>> = { unacknowledged: 0, returned: 1, acknowledged: 2, shelved: 3, suppressed: 3, outOfService: 3, closed: 4 };

/** Where it was found, by official code: a site stands behind its region. */
const codeOf = ({ place, within = [] }: Placed): string => `${/^\d+$/.test(place) ? "" : (within.at(-1) ?? "")}${place}`;
type Placed = Alert & { readonly within?: readonly RegionCode[] };

/** Open alerts by need of action, then severity, then the code of their place, then the newest (VISUAL §10). */
export function inOrder<A extends Placed>(alerts: Iterable<A>): A[] {
  return [...alerts]
    .filter((a) => isOpenAlert(a.state))
    .sort(
      (a, b) =>
        NEED[a.state] - NEED[b.state] || a.severity - b.severity || ascending(codeOf(a), codeOf(b)) || ascending(b.raisedAt, a.raisedAt) || ascending(a.id, b.id),
    );
}

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How many findings still hold at each level; what returned to normal is open, but is no finding any more. */
export function tally(alerts: Iterable<Alert>): Readonly<Record<Severity, number>> {
  const counts = { 1: 0, 2: 0, 3: 0, 4: 0 };
  for (const alert of alerts) if (stillHolds(alert)) counts[alert.severity]++;
  return counts;
}
