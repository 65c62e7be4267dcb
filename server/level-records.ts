import type { Alert } from "../model/alert.ts";
import type { LevelFound, LevelRecord } from "../model/level-record.ts";
import { holds, united, within, type Stretch } from "../model/stretch.ts";
import type { LevelSpan } from "./alerts/index.ts";

/** The newest are told; what stood is told of all. */
const MOST_FOUND = 500;

/** When each standard was met anywhere by these alerts, as far as it was judged. */
export function levelRecords(
  all: Iterable<{ readonly alert: Alert; readonly levels: readonly LevelSpan[] }>,
  judged: readonly Stretch[],
  named: (alert: Alert) => Pick<LevelFound, "placeName" | "areaName">,
): LevelRecord[] {
  const byLevel = new Map<string, { readonly rule: string; readonly severity: LevelSpan["severity"]; readonly stood: Stretch[]; readonly found: LevelFound[] }>();
  const found: { readonly key: string; readonly at: number; readonly alert: Alert }[] = [];
  for (const { alert, levels } of all)
    for (const span of levels) {
      const { rule, severity, from } = span;
      const key = `${rule}|${severity}`;
      const own = byLevel.get(key) ?? { rule, severity, stood: [], found: [] };
      byLevel.set(key, own);
      own.stood.push(...within(span, judged));
      if (holds(judged, from)) found.push({ key, at: from, alert });
    }
  for (const { key, at, alert } of found.sort((a, b) => a.at - b.at).slice(-MOST_FOUND)) byLevel.get(key)!.found.push({ at, place: alert.place, ...named(alert) });
  return [...byLevel].flatMap(([id, { stood, ...level }]) => (stood.length > 0 ? [{ id, ...level, stood: united(stood) }] : []));
}
