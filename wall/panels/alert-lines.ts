import type { AlertRecord } from "../../model/records.ts";
import type { AlertCity, AlertGroup } from "./alert-groups.ts";
import { shortName } from "./place-names.ts";

/** One line of the list: a standard with its count, places of one city, cities with counts only, or what found no room. */
export type AlertLine =
  | { readonly kind: "head"; readonly group: AlertGroup }
  | { readonly kind: "places"; readonly group: AlertGroup; readonly city: string; readonly alerts: readonly AlertRecord[] }
  | { readonly kind: "cities"; readonly group: AlertGroup; readonly cities: readonly AlertCity[] }
  | { readonly kind: "more"; readonly count: number };

/** Room of the list in u, and how wide its names may run, counted in characters. */
export interface AlertRoom {
  readonly heightU: number;
  readonly headU: number;
  readonly lineU: number;
  readonly chars: number;
}
/** Between two names, in characters. */
export const NAME_GAP = 0.7;

/**
 * As much as there is room for, the graver standards first: every place by name, else the first cities by name and the
 * others with their counts, else the count alone. No name is cut; what is left out altogether is counted.
 */
export function alertLines(groups: readonly AlertGroup[], { heightU, headU, lineU, chars }: AlertRoom): AlertLine[] {
  const fit = (tall: number): number => Math.floor((heightU - tall + 0.01) / headU);
  const heads = groups.length <= fit(0) ? groups.length : Math.max(1, fit(lineU));
  const out: AlertLine[] = [];
  let left = heightU - heads * headU - (heads < groups.length ? lineU : 0);
  for (const group of groups.slice(0, heads)) {
    out.push({ kind: "head", group });
    const most = Math.floor((left + 0.01) / lineU);
    const lines = forms(group, chars).find((form) => form.length <= most) ?? [];
    left -= lines.length * lineU;
    out.push(...lines);
  }
  const count = groups.slice(heads).reduce((sum, group) => sum + group.alerts.length, 0);
  return count > 0 ? [...out, { kind: "more", count }] : out;
}

/** The ways to tell a group, the fullest first; a group of one names its place in its own line, what is over only its count. */
function forms(group: AlertGroup, chars: number): AlertLine[][] {
  if (group.alerts.length === 1 || !group.holds) return [[]];
  return group.cities.map((_, left) => [...byPlace(group, group.cities.slice(0, group.cities.length - left), chars), ...byCity(group, group.cities.slice(group.cities.length - left), chars)]).concat([byCity(group, group.cities, chars)]);
}
function byPlace(group: AlertGroup, named: readonly AlertCity[], chars: number): AlertLine[] {
  return named.flatMap(({ name, alerts }) => broken(alerts, (a) => shortName(a.placeName).length, chars).map((part): AlertLine => ({ kind: "places", group, city: name, alerts: part })));
}
/** Without the column of city names there is room for one name more. */
function byCity(group: AlertGroup, counted: readonly AlertCity[], chars: number): AlertLine[] {
  return broken(counted, ({ name, alerts }) => shortName(name).length + 0.4 + 0.55 * String(alerts.length).length, chars + 3.5).map((cities): AlertLine => ({ kind: "cities", group, cities }));
}
/** Breaks a row of names into lines of at most so many characters, between names. */
function broken<T>(all: readonly T[], widthOf: (item: T) => number, chars: number): T[][] {
  const lines: T[][] = [];
  let taken = Infinity;
  for (const item of all) {
    const wide = widthOf(item) + NAME_GAP;
    if (taken + wide > chars + NAME_GAP) {
      lines.push([]);
      taken = 0;
    }
    lines.at(-1)!.push(item);
    taken += wide;
  }
  return lines;
}
