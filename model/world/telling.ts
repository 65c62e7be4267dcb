import type { PackPlace, PackReading } from "../pack-feed.ts";
import { dayBegins, dayNumber } from "./calendar.ts";
import { HOUR } from "../time.ts";

/** Collects what a pack says of one place, of those indicators that it is asked about. */
export function telling({ indicators }: Pick<PackPlace, "indicators">) {
  const said: PackReading[] = [];
  const isAsked = (indicator: string): boolean => indicators.includes(indicator);
  return {
    said, isAsked,
    /** null: nothing is known, and nothing is told. */
    value(indicator: string, value: number | null, observedAt?: number): void {
      if (value !== null && isAsked(indicator)) said.push({ indicator, value, ...(observedAt !== undefined && { observedAt }) });
    },
    /** Of no cases there is no share. */
    share(indicator: string, num: number, den: number, observedAt?: number): void {
      if (den > 0 && isAsked(indicator)) said.push({ indicator, num: Math.min(Math.round(num), Math.round(den)), den: Math.round(den), ...(observedAt !== undefined && { observedAt }) });
    },
  };
}

/** When the figure of a day is told: the morning after. Before eight it is still that of the day before yesterday. */
export function lastDayTold(at: number): { readonly day: number; readonly observedAt: number } {
  const day = dayNumber(at - 8 * HOUR) - 1;
  return { day, observedAt: dayBegins(day + 1) };
}

/** A site's own figure by name; null where it states none. */
export const figureOf = (attributes: PackPlace["attributes"], name: string): number | null => (typeof attributes[name] === "number" ? attributes[name] : null);
/** A whole number that stands for a place in chances: the same every time. */
export const keyOf = (id: string): number => {
  let key = 0;
  for (const char of id) key = (Math.imul(key, 31) + char.charCodeAt(0)) | 0;
  return key;
};
