import type { Indicator } from "../model/indicator.ts";
import { LEVELS, type Level } from "../model/region.ts";
import { CHINA_OFFSET, DAY, HOUR } from "../model/time.ts";

/** One question to a pack about the past. */
export interface PastPart {
  readonly topic: string;
  /** Epoch ms. */
  readonly at: number;
  readonly indicators: readonly string[];
}
interface Told {
  readonly topic: string;
  readonly everyMs: number;
  readonly tells: readonly string[];
}
/** An indicator, and at how many places it is measured. */
export type PastOf = Pick<Indicator, "id" | "cadenceMs" | "leaf" | "rollup"> & { readonly places: number };

/** Of numbers of the hour and quicker ones: a curve of a day, and the day before it. Each reading is dear, and what is measured at more places than these is drawn as a map or over a day. */
const HOURS = 48;
const HOURS_OF_MANY = 24;
/** Of numbers of a day: what limits of the last weeks are told from (EARS), after four weeks that are drawn. */
const DAYS = 35;
const DAYS_OF_MANY = 14;
/** As many places as hospitals. */
const MANY = 60;
/** Of slower ones so many values. */
const VALUES = 8;
const TOWN = LEVELS.indexOf("town");

/** As long as any delay of a rule, and an interval. */
export const LATELY_MS = HOUR / 2;

/** The past of all towns would weigh more than the record itself: they are told as they stand, and their lines begin there. */
const hasPast = ({ leaf }: Pick<Indicator, "leaf">): boolean => leaf === "site" || LEVELS.indexOf(leaf as Level) < TOWN;

/** The last instant of which a pack speaks at `to`. */
export const dueAt = (everyMs: number, to: number): number => Math.floor(to / everyMs) * everyMs;

/** What came last before `to`, at each pack's own interval: rules whose delay runs are judged by it. In the order of time. */
export function latelyParts(packs: readonly Told[], indicator: (id: string) => PastOf | undefined, to: number): readonly PastPart[] {
  const parts = packs.flatMap(({ topic, everyMs, tells }): PastPart[] => {
    const indicators = tells.filter((id) => hasPast(indicator(id) ?? { leaf: "village" }));
    const due = dueAt(everyMs, to);
    return indicators.length === 0 ? [] : before(due - everyMs, everyMs, Math.floor(LATELY_MS / everyMs), due).map((at) => ({ topic, at, indicators }));
  });
  return inOrder(parts);
}

/**
 * What packs are asked of the time before `to`, each indicator by its own interval: the hours of two days, one instant a day of five weeks, or the last
 * few values; of what is measured at many places less. A count that runs through the day is asked for at the end of each day too. The hours come first, each part in the order of time.
 */
export function pastParts(packs: readonly Told[], indicator: (id: string) => PastOf | undefined, to: number): readonly PastPart[] {
  const hours: PastPart[] = [];
  const days: PastPart[] = [];
  for (const { topic, everyMs, tells } of packs) {
    const asked = tells.flatMap((id) => indicator(id) ?? []).filter(hasPast);
    const add = (into: PastPart[], of: readonly PastOf[], instants: readonly number[]): void => {
      const indicators = of.map(({ id }) => id);
      if (indicators.length > 0) into.push(...instants.map((at) => ({ topic, at, indicators })));
    };
    const quick = asked.filter(({ cadenceMs }) => cadenceMs < DAY);
    const hour = Math.floor(to / HOUR) * HOUR;
    add(hours, quick.filter(isFew), before(hour - HOURS_OF_MANY * HOUR, HOUR, HOURS - HOURS_OF_MANY, to));
    add(hours, quick, before(hour, HOUR, HOURS_OF_MANY, to));
    // The figure of a day is told the morning after, and stands until the next one: the end of a day tells it as well.
    const end = Math.floor((to + CHINA_OFFSET) / DAY) * DAY - CHINA_OFFSET - Math.min(everyMs, HOUR);
    const daily = asked.filter(({ cadenceMs, rollup }) => cadenceMs === DAY || (cadenceMs < DAY && (rollup === "sum" || rollup === "count")));
    add(days, daily.filter(isFew), before(end - DAYS_OF_MANY * DAY, DAY, DAYS - DAYS_OF_MANY, to));
    add(days, daily, before(end, DAY, DAYS_OF_MANY, to));
    for (const slow of asked.filter(({ cadenceMs }) => cadenceMs > DAY)) add(days, [slow], before(end, slow.cadenceMs, VALUES, to));
  }
  return [...inOrder(hours), ...inOrder(days)];
}

const isFew = ({ places }: PastOf): boolean => places <= MANY;
const inOrder = (parts: readonly PastPart[]): PastPart[] => parts.toSorted((a, b) => a.at - b.at);
/** The last `count` instants of a grid up to `last`, those before `to`. */
const before = (last: number, step: number, count: number, to: number): number[] => Array.from({ length: count }, (_, i) => last - (count - 1 - i) * step).filter((at) => at < to);
