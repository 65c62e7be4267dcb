import type { AlertRecord } from "../../model/records.ts";
import type { Severity } from "../../model/words.ts";
import { inOrder } from "./alert-order.ts";

/** Alerts of one rule in one city, as one row: lossless, each still named by its place. */
export interface AlertGroup {
  readonly key: string;
  readonly severity: Severity;
  /** The city that they lie in; the province itself for what spans it. */
  readonly city: string;
  /** Which standard it meets, or what is measured. */
  readonly says: string;
  readonly byDefault: boolean;
  /** In the order of need. */
  readonly alerts: readonly AlertRecord[];
  /** The one that stands for the row: the gravest value. */
  readonly worst: AlertRecord;
}

/** Groups open alerts by level, rule and city; a group stands where its most needful member would. */
export function alertGroups(alerts: Iterable<AlertRecord>): AlertGroup[] {
  const groups = new Map<string, AlertRecord[]>();
  for (const alert of inOrder(alerts)) {
    const key = `${alert.severity}|${alert.rule}|${cityOf(alert)}`;
    const group = groups.get(key);
    if (group) group.push(alert);
    else groups.set(key, [alert]);
  }
  return [...groups].map(([key, members]) => {
    const first = members[0]!;
    return {
      key, severity: first.severity, city: cityOf(first), alerts: members,
      says: first.says || first.indicatorTitle, byDefault: first.source.startsWith("operational default"),
      worst: members.reduce((a, b) => (Math.abs(b.value - b.limit) > Math.abs(a.value - a.limit) ? b : a)),
    };
  });
}
const cityOf = ({ areaName }: AlertRecord): string => areaName.split(" ")[0] ?? "";
