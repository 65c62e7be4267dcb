import { stillHolds } from "../../../model/alert.ts";
import type { AlertRecord } from "../../../model/records.ts";
import type { Severity } from "../../../model/words.ts";

/** The gravest standard of an indicator that each place has come to and still stands at, as the findings say: a value that has only just passed a limit is none yet. */
export function foundAt(findings: Iterable<Pick<AlertRecord, "indicator" | "place" | "severity" | "state">>, indicator: string): ReadonlyMap<string, Severity> {
  const gravest = new Map<string, Severity>();
  for (const { indicator: of, place, severity, state } of findings)
    if (of === indicator && stillHolds(state)) gravest.set(place, Math.min(severity, gravest.get(place) ?? 4) as Severity);
  return gravest;
}
