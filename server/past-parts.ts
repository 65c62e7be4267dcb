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
type Measured = Pick<Indicator, "id" | "cadenceMs" | "leaf" | "rollup">;

/** Of numbers of the hour and quicker ones: a curve of a day, and the day before it. */
const HOURS = 48;
/** Of numbers of a day: what limits of the last weeks are told from (EARS), and eight weeks of the same weekday. */
const DAYS = 56;
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
export function latelyParts(packs: readonly Told[], indicator: (id: string) => Measured | undefined, to: number): readonly PastPart[] {
  const parts = packs.flatMap(({ topic, everyMs, tells }): PastPart[] => {
    const indicators = tells.filter((id) => hasPast(indicator(id) ?? { leaf: "village" }));
    const due = dueAt(everyMs, to);
    return indicators.length === 0 ? [] : before(due - everyMs, everyMs, Math.floor(LATELY_MS / everyMs), due).map((at) => ({ topic, at, indicators }));
  });
  return inOrder(parts);
}

/**
 * What packs are asked of the time before `to`, each indicator by its own interval: the hours of two days, one instant a day of eight weeks, or the last
 * few values. A count that runs through the day is asked for at the end of each day too. The hours come first, each part in the order of time.
 */
export function pastParts(packs: readonly Told[], indicator: (id: string) => Measured | undefined, to: number): readonly PastPart[] {
  const hours: PastPart[] = [];
  const days: PastPart[] = [];
  for (const { topic, everyMs, tells } of packs) {
    const asked = tells.flatMap((id) => indicator(id) ?? []).filter(hasPast);
    const add = (into: PastPart[], of: readonly Measured[], instants: readonly number[]): void => {
      const indicators = of.map(({ id }) => id);
      if (indicators.length > 0) into.push(...instants.map((at) => ({ topic, at, indicators })));
    };
    const quick = asked.filter(({ cadenceMs }) => cadenceMs < DAY);
    add(hours, quick, before(Math.floor(to / HOUR) * HOUR, HOUR, HOURS, to));
    // The figure of a day is told the morning after, and stands until the next one: the end of a day tells it as well.
    const end = Math.floor((to + CHINA_OFFSET) / DAY) * DAY - CHINA_OFFSET - Math.min(everyMs, HOUR);
    const daily = asked.filter(({ cadenceMs, rollup }) => cadenceMs === DAY || (cadenceMs < DAY && (rollup === "sum" || rollup === "count")));
    add(days, daily, before(end, DAY, DAYS, to));
    for (const slow of asked.filter(({ cadenceMs }) => cadenceMs > DAY)) add(days, [slow], before(end, slow.cadenceMs, VALUES, to));
  }
  return [...inOrder(hours), ...inOrder(days)];
}

const inOrder = (parts: readonly PastPart[]): PastPart[] => parts.toSorted((a, b) => a.at - b.at);
/** The last `count` instants of a grid up to `last`, those before `to`. */
const before = (last: number, step: number, count: number, to: number): number[] => Array.from({ length: count }, (_, i) => last - (count - 1 - i) * step).filter((at) => at < to);
