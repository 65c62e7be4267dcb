import { stillHolds } from "../../../model/alert.ts";
import type { AlertRecord } from "../../../model/records.ts";
import type { Severity } from "../../../model/words.ts";

/** The gravest standard of an indicator that each place has come to and still stands at, as the findings say: a value that has only just passed a limit is none yet. */
export function foundAt(findings: Iterable<Pick<AlertRecord, "indicator" | "place" | "severity" | "state" | "beneath">>, indicator: string): ReadonlyMap<string, Severity> {
  const gravest = new Map<string, Severity>();
  for (const finding of findings)
    if (finding.indicator === indicator && stillHolds(finding)) gravest.set(finding.place, Math.min(finding.severity, gravest.get(finding.place) ?? 4) as Severity);
  return gravest;
}
