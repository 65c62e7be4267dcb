import { phrases } from "../../../model/phrases.ts";
import type { Cell } from "../../../model/sample.ts";
import { HOUR } from "../../../model/time.ts";
import { LEAST_WEEKS, type Band } from "../../../model/usual.ts";
import type { Usual } from "../spark.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

const say = phrases({ 偏高: "above usual", 偏低: "below usual", 常态初: "usual: first weeks" });

/** What is usual of an indicator at a place, hour by hour, oldest first. */
export const readUsual = (reader: Reader, indicator: string, place: string): Usual[] =>
  [...reader.usual(indicator, place).records.values()].map(({ from, low, high, weeks }: Band) => ({ from, low, high, ...(weeks < LEAST_WEEKS && { isFirst: true as const }) })).sort((a, b) => a.from - b.from);

/** 偏高, 偏低: where a number lies beyond what is usual at its hour; undefined within it, where nothing is known of that hour, and where that is of too few weeks. */
export function deviationOf(cell: Cell | undefined, usual: readonly Usual[], { lang }: Pick<Standpoint, "lang">): string | undefined {
  if (!cell || cell.value === null || cell.observedAt === null || cell.state === "stale" || cell.state === "down") return undefined;
  const { value, observedAt } = cell;
  const hour = usual.find(({ from }) => observedAt >= from && observedAt < from + HOUR);
  if (!hour || hour.isFirst) return undefined;
  return value > hour.high ? say(lang)("偏高") : value < hour.low ? say(lang)("偏低") : undefined;
}

/** 常态初 where what is drawn as usual is of too few weeks; undefined where all of it is whole, and where there is none. */
export const firstWeeks = (usual: readonly Usual[], { lang }: Pick<Standpoint, "lang">): string | undefined => (usual.some(({ isFirst }) => isFirst) ? say(lang)("常态初") : undefined);
