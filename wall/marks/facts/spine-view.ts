import type { HazardRecord, StormRecord } from "../../../model/hazard.ts";
import type { SeriesPoint } from "../../../model/sample.ts";
import { isStood, type LevelFound, type LevelRecord, type LevelStood } from "../../../model/level-record.ts";
import type { TaskRecord } from "../../../model/records.ts";
import { simTime, type PageClock } from "../../../model/situation.ts";
import { gradeZh } from "../../../model/storm-words.ts";
import { united, without, type Stretch } from "../../../model/stretch.ts";
import { HOUR, parseTime } from "../../../model/time.ts";
import type { Severity } from "../../../model/words.ts";
import type { SpineMark, SpinePhase } from "../spine.ts";
import { ownName } from "../place-name.ts";
import { aroundName, type AroundFound } from "./findings-around.ts";
import { isAwaited } from "./order-steps.ts";
import { foundName, shortName } from "./place-names.ts";
import { decisive, FIX_EVERY_MS, type Arrival } from "./storm-view.ts";

const KIND_WORDS = { reach7: "7级风到", reach10: "10级风到" } as const;

/** What stands on the line of time: fixes of the storm, findings as they came, orders and their limits, arrivals ahead, the end of the record. */
export function spineMarks(seen: {
  readonly hazard: HazardRecord | undefined;
  readonly levels: Iterable<LevelStood | AroundFound>;
  readonly tasks: Iterable<TaskRecord>;
  readonly r7: readonly Arrival[];
  readonly r10: readonly Arrival[];
  readonly clock: PageClock | undefined;
  readonly now: number;
  /** What runs behind the line, one value every so long. */
  readonly series?: readonly SeriesPoint[];
  readonly everyMs?: number;
  /** Where the world's time ends, and what ends there. */
  readonly ends?: { readonly at: number; readonly label: string };
  readonly nameOf: (code: string) => string;
}): SpineMark[] {
  return [
    ...(seen.hazard?.kind === "storm" ? fixMarks(seen.hazard) : []),
    ...(seen.hazard?.kind === "epidemic" ? epidemicMarks(seen.series ?? [], seen.everyMs ?? 0) : []),
    ...foundMarks(seen.levels, seen.now, seen.nameOf),
    ...taskMarks(seen.tasks, seen.clock),
    ...arrivalMarks(seen.r10, "reach10", seen.now, seen.nameOf),
    ...arrivalMarks(seen.r7, "reach7", seen.now, seen.nameOf),
    ...(seen.ends === undefined ? [] : [{ id: "ends", ...seen.ends, weight: 2 }]),
  ];
}

/** The gravest level that stood at each time, as far as it was judged; and the window in which the wind comes. */
export function spinePhases(seen: { readonly levels: Iterable<LevelRecord>; readonly r7: readonly Arrival[]; readonly r10: readonly Arrival[]; readonly now: number; /** What stands in for a county in a city without any: drawn, never counted. */ readonly isPassThrough?: (place: string) => boolean; /** 县: what the wind comes to. */ readonly unit?: string }): SpinePhase[] {
  const phases: SpinePhase[] = [];
  let graver: Stretch[] = [];
  for (const [severity, stood] of bySeverity(seen.levels)) {
    const all = united(stood);
    for (const { from, to = seen.now } of all.flatMap((one) => without(one, graver)))
      if (from <= seen.now) phases.push({ from, to: Math.min(to, seen.now), label: "", severity, issued: false });
    graver = united([...graver, ...all]);
  }
  return [...phases.sort((a, b) => a.from - b.from), ...arrivalWindow(seen.r7, seen.r10, seen.now, seen.isPassThrough, seen.unit)];
}
function bySeverity(levels: Iterable<LevelRecord>): [Severity, Stretch[]][] {
  const all = new Map<Severity, Stretch[]>();
  for (const level of levels) if (isStood(level)) all.set(level.severity, [...(all.get(level.severity) ?? []), ...level.stood]);
  return [...all].sort(([a], [b]) => a - b);
}
/** From the first to the last county that the deciding wind still comes to. */
function arrivalWindow(r7: readonly Arrival[], r10: readonly Arrival[], now: number, isPassThrough: (place: string) => boolean = () => false, unit = "县"): SpinePhase[] {
  const next = decisive(r7, r10, now);
  if (!next) return [];
  const ahead = (next.circle === 10 ? r10 : r7).flatMap(({ at, place }) => (at === null || at <= now ? [] : [{ at, place }]));
  const last = Math.max(...ahead.map(({ at }) => at));
  const counties = ahead.filter(({ place }) => !isPassThrough(place)).length;
  return last - next.to.at < HOUR ? [] : [{ from: next.to.at, to: last, label: `${next.circle}级风先后到${counties > 0 ? ` ${counties} ${unit}` : ""}`, notActual: true }];
}

/** Every fix has its tick; one that changes the grade says so, and so does the hour at which the next one is due. */
function fixMarks({ fixes }: StormRecord): SpineMark[] {
  const last = fixes.at(-1);
  const due: SpineMark[] = last ? [{ id: "fix-due", at: last.at + FIX_EVERY_MS, label: "应有定位", weight: 1 }] : [];
  return fixes.map((fix, i): SpineMark => {
    const changed = i > 0 && fixes[i - 1]!.grade !== fix.grade;
    return { id: `fix-${fix.at}`, at: fix.at, label: changed ? `${rises(fixes[i - 1]!.windMs, fix.windMs) ? "升为" : "降为"}${gradeZh(fix.grade)}` : "定位", weight: changed ? 3 : 0 };
  }).concat(due);
}
const rises = (before: number | null, after: number | null): boolean => (after ?? 0) >= (before ?? 0);

/** When the next day's numbers are due. */
function epidemicMarks(points: readonly SeriesPoint[], everyMs: number): SpineMark[] {
  const last = points.at(-1);
  return last ? [{ id: "day-due", at: last[0] + everyMs, label: "应有通报", weight: 1 }] : [];
}

/** The first finding of each level and standard, with how many places followed within the hour: a line of time is no list. */
function foundMarks(levels: Iterable<LevelStood | AroundFound>, now: number, nameOf: (code: string) => string): SpineMark[] {
  return [...levels].flatMap((level): SpineMark[] => {
    // Found before the clock was set back: the line knows nothing of what is still ahead.
    if (isStood(level) || level.at > now) return [];
    const { id, at, lastAt, severity, places, around } = level;
    const where = around === undefined ? placeOf(level) : aroundName(around, ownName(nameOf(around)));
    return [{ id: `alerts-${id}`, at, ...(lastAt !== undefined && lastAt <= now && { lastAt }), severity, issued: false, weight: 6 - severity, places, label: places.length === 1 ? `${where}研判` : `${places.length} 处研判` }];
  });
}

/** 阳江阳西, 广州气象站: a city that the place's own name begins with is not said twice. */
function placeOf({ areaName, placeName }: LevelFound): string {
  const city = shortName(areaName.split(" ")[0] ?? "");
  const place = foundName(placeName);
  return place.startsWith(city) ? place : `${city}${place}`;
}

/**
 * Orders carry people's time. It is set on the situation's axis through the clock as it runs now, and only for orders
 * given since it runs so: for earlier ones the axis would lie.
 */
function taskMarks(tasks: Iterable<TaskRecord>, clock: PageClock | undefined): SpineMark[] {
  return [...tasks].flatMap((task) => {
    const given = parseTime(task.dispatchedAt);
    const due = parseTime(task.deadline);
    if (given === null || clock === undefined || clock.paused || clock.stands || given < clock.at) return [];
    const order: SpineMark = { id: `order-${task.id}`, at: simTime(clock, given), label: `令 ${task.unitName}`, weight: 4 };
    return due === null || !isAwaited(task) ? [order] : [order, { id: `limit-${task.id}`, at: simTime(clock, due), label: `限 ${task.unitName}`, weight: 2 }];
  });
}
const MOST_ARRIVALS = 4;
/** The first county of each city that a circle reaches, the nearest in time; within one city or county each place. */
function arrivalMarks(arrivals: readonly Arrival[], kind: keyof typeof KIND_WORDS, now: number, nameOf: (code: string) => string): SpineMark[] {
  const cities = new Set<string>();
  const cityOf = (place: string): string => nameOf(place).split(" ")[0]!;
  const isOfOne = new Set(arrivals.map(({ place }) => cityOf(place))).size <= 1;
  const first = arrivals.filter(({ at, place }) => {
    const city = isOfOne ? place : cityOf(place);
    return at !== null && at > now && !cities.has(city) && cities.add(city);
  });
  return first.slice(0, MOST_ARRIVALS).map(({ at, place }) => ({
    id: `${kind}-${place}`, at: at!, label: `${KIND_WORDS[kind]}${nameOf(place).replace(" ", "")}`, notActual: true, weight: kind === "reach10" ? 5 : 4,
  }));
}
