import type { AlertRecord } from "../../../model/records.ts";
import { stillHolds } from "../../../model/alert.ts";
import type { Severity } from "../../../model/words.ts";
import { inOrder } from "../../../model/alert-order.ts";

/** The places of one city that meet the same standard. */
export interface AlertCity {
  /** Its name; the province's own for what spans it. */
  readonly name: string;
  /** In the order of need. */
  readonly alerts: readonly AlertRecord[];
}
/** Alerts of one rule, by city: lossless, each still named by its place. */
export interface AlertGroup {
  readonly key: string;
  readonly severity: Severity;
  /** Which standard it meets, or what is measured. */
  readonly says: string;
  readonly byDefault: boolean;
  /** False when all of it has returned to normal and only waits to be seen. */
  readonly holds: boolean;
  readonly cities: readonly AlertCity[];
  /** In the order of need. */
  readonly alerts: readonly AlertRecord[];
}

/** Groups open alerts by level and rule, those that returned to normal apart; a group stands where its most needful member would. */
export function alertGroups(alerts: Iterable<AlertRecord>): AlertGroup[] {
  return [...gathered(inOrder(alerts), (a) => `${a.severity}|${a.rule}|${stillHolds(a)}`)].map(([key, members]) => {
    const first = members[0]!;
    return {
      key, severity: first.severity, alerts: members,
      says: first.says || first.indicatorTitle, holds: stillHolds(first), byDefault: first.source.startsWith("operational default"),
      cities: [...gathered(members, cityOf)].map(([name, own]) => ({ name, alerts: own })),
    };
  });
}
function gathered(alerts: readonly AlertRecord[], keyOf: (alert: AlertRecord) => string): Map<string, AlertRecord[]> {
  const groups = new Map<string, AlertRecord[]>();
  for (const alert of alerts) {
    const known = groups.get(keyOf(alert));
    if (known) known.push(alert);
    else groups.set(keyOf(alert), [alert]);
  }
  return groups;
}
/** 东莞 and 中山 have no counties: what is found there is found in the whole city, and bears its name. */
export const spansCity = (alert: AlertRecord): boolean => alert.placeName === cityOf(alert);
/** The city in which it was found, by its full name. */
export const cityOf = ({ areaName }: AlertRecord): string => areaName.split(" ")[0] ?? "";
