import type { HazardRecord, StormRecord } from "../../model/hazard.ts";
import type { AlertRecord, TaskRecord } from "../../model/records.ts";
import { simTime, type ClockState } from "../../model/situation.ts";
import { gradeZh } from "../../model/storm-words.ts";
import { HOUR, parseTime } from "../../model/time.ts";
import type { SpineMark } from "../marks/spine.ts";
import { shortName } from "./place-names.ts";
import type { Arrival } from "./storm-view.ts";

const KIND_WORDS = { reach7: "7级风到", reach10: "10级风到" } as const;

/** What stands on the line of time: changes of the storm's grade, alerts as they were raised, orders, arrivals ahead. */
export function spineMarks(seen: {
  readonly hazard: HazardRecord | undefined;
  readonly alerts: Iterable<AlertRecord>;
  readonly tasks: Iterable<TaskRecord>;
  readonly r7: readonly Arrival[];
  readonly r10: readonly Arrival[];
  readonly clock: ClockState | undefined;
  readonly nameOf: (code: string) => string;
}): SpineMark[] {
  return [
    ...(seen.hazard?.kind === "storm" ? fixMarks(seen.hazard) : []),
    ...alertMarks(seen.alerts),
    ...taskMarks(seen.tasks, seen.clock),
    ...arrivalMarks(seen.r10, "reach10", seen.nameOf),
    ...arrivalMarks(seen.r7, "reach7", seen.nameOf),
  ];
}

/** Every fix has its tick; one that changes the grade says so. */
function fixMarks({ fixes }: StormRecord): SpineMark[] {
  return fixes.map((fix, i) => {
    const changed = i > 0 && fixes[i - 1]!.grade !== fix.grade;
    return { id: `fix-${fix.at}`, at: fix.at, label: changed ? `${rises(fixes[i - 1]!.windMs, fix.windMs) ? "升为" : "降为"}${gradeZh(fix.grade)}` : "定位", weight: changed ? 3 : 0 };
  });
}
const rises = (before: number | null, after: number | null): boolean => (after ?? 0) >= (before ?? 0);

/** The first alert of each level and standard, with how many followed within the hour: a line of time is no list. */
function alertMarks(alerts: Iterable<AlertRecord>): SpineMark[] {
  const groups = new Map<string, { first: AlertRecord; at: number; count: number }>();
  for (const alert of [...alerts].sort((a, b) => (a.simAt < b.simAt ? -1 : 1))) {
    const at = parseTime(alert.simAt);
    if (at === null) continue;
    const key = `${alert.rule}|${Math.floor(at / HOUR)}`;
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { first: alert, at, count: 1 });
  }
  return [...groups].map(([key, { first, at, count }]) => ({
    id: `alerts-${key}`, at, severity: first.severity, issued: false, weight: 6 - first.severity,
    label: count === 1 ? `${shortName(first.areaName.split(" ")[0] ?? "")}${shortName(first.placeName)}研判` : `${count} 处研判`,
  }));
}

/**
 * Orders carry people's time. It is set on the situation's axis through the clock as it runs now, and only for orders
 * given since it runs so: for earlier ones the axis would lie.
 */
function taskMarks(tasks: Iterable<TaskRecord>, clock: ClockState | undefined): SpineMark[] {
  return [...tasks].flatMap((task) => {
    const given = parseTime(task.dispatchedAt);
    if (given === null || clock === undefined || clock.paused || given < clock.at) return [];
    return [{ id: `order-${task.id}`, at: simTime(clock, given), label: `令 ${task.unitName}`, weight: 4 }];
  });
}
const MOST_ARRIVALS = 3;
/** The first county of each city that a circle reaches, the nearest in time. */
function arrivalMarks(arrivals: readonly Arrival[], kind: keyof typeof KIND_WORDS, nameOf: (code: string) => string): SpineMark[] {
  const cities = new Set<string>();
  const first = arrivals.filter(({ at, place }) => {
    const city = nameOf(place).split(" ")[0]!;
    return at !== null && !cities.has(city) && cities.add(city);
  });
  return first.slice(0, MOST_ARRIVALS).map(({ at, place }) => ({
    id: `${kind}-${place}`, at: at!, label: `${KIND_WORDS[kind]}${nameOf(place).replace(" ", "")}`, notActual: true, weight: kind === "reach10" ? 5 : 4,
  }));
}
