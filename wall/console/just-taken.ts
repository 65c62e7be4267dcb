import { inOrder } from "../../model/alert-order.ts";
import type { AlertRecord } from "../../model/records.ts";

/**
 * Alerts in order, those that this seat has just acknowledged still where they were: a finger that has taken one sees what became
 * of it, and goes on with the same row.
 * @param asTheyWere the just taken ones, by id, as they stood when they were touched
 */
export function inTheirPlaces(open: readonly AlertRecord[], asTheyWere: ReadonlyMap<string, AlertRecord>): readonly AlertRecord[] {
  if (!open.some(({ id }) => asTheyWere.has(id))) return open;
  const now = new Map(open.map((a) => [a.id, a]));
  return inOrder(open.map((a) => asTheyWere.get(a.id) ?? a)).map(({ id }) => now.get(id)!);
}
