import type { Alert } from "../../model/alert.ts";
import type { LevelFound, LevelRecord, LevelStood } from "../../model/level-record.ts";
import { holds, united, within, type Stretch } from "../../model/stretch.ts";
import { HOUR } from "../../model/time.ts";
import type { AlertLevels } from "./shelves.ts";

interface Group {
  readonly of: Pick<LevelFound, "id" | "rule" | "severity">;
  readonly places: Set<string>;
  first: { readonly at: number; readonly alert: Alert };
  lastAt: number;
}

/** When each standard was met anywhere by these alerts, and where it was found in each hour, as far as it was judged. */
export function levelRecords(
  all: Iterable<AlertLevels>,
  judged: readonly Stretch[],
  named: (alert: Alert) => Pick<LevelFound, "placeName" | "areaName">,
): LevelRecord[] {
  const stood = new Map<string, Omit<LevelStood, "stood"> & { readonly stood: Stretch[] }>();
  const found = new Map<string, Group>();
  for (const { alert, levels } of all)
    for (const span of levels) {
      const { rule, severity, from } = span;
      const id = `${rule}|${severity}`;
      const level = stood.get(id) ?? { id, rule, severity, stood: [] };
      stood.set(id, level);
      level.stood.push(...within(span, judged));
      if (!holds(judged, from)) continue;
      const hour = `${id}|${Math.floor(from / HOUR)}`;
      const group = found.get(hour) ?? { of: { id: hour, rule, severity }, places: new Set(), first: { at: from, alert }, lastAt: from };
      found.set(hour, group);
      group.places.add(alert.place);
      group.lastAt = Math.max(group.lastAt, from);
      if (from < group.first.at) group.first = { at: from, alert };
    }
  return [
    ...[...stood.values()].flatMap((level): LevelRecord[] => (level.stood.length > 0 ? [{ ...level, stood: united(level.stood) }] : [])),
    ...[...found.values()].sort((a, b) => a.first.at - b.first.at).map(({ of, places, first: { at, alert }, lastAt }): LevelRecord => ({ ...of, at, ...(lastAt > at && { lastAt }), places: [...places], ...named(alert) })),
  ];
}
