import { seedOf } from "../seeded.ts";
import { HOUR, MINUTE } from "../time.ts";
import { dayBegins, dayNumber } from "./calendar.ts";
import { chanceOf } from "./noise.ts";

/** What ails a source: its readings are so old when they come; none come; it repeats what it said at `since`. */
export type Fault = { readonly kind: "late"; readonly byMs: number } | { readonly kind: "silent" } | { readonly kind: "stuck"; readonly since: number };

/** No other chance of a world is drawn with them. */
const [FAULT, CORRECTED] = [19, 20];
/** A fault stands for so long; each source has its own beginnings, so that they do not fail and recover together. */
export const SPELL_MS = 6 * HOUR;
/** What is silent is heard again sooner: long enough to be seen as old, and not to hold a sum of the province for half a day. */
const SILENT_MS = 4 * HOUR;
const GRID_MS = 30 * MINUTE;
/** Of all sources, at any time, so many are late, silent and stuck each. */
const EACH = 0.002;
/** Late by one to three hours: more than an interval of a played world, so that it shows. */
const LATE_H = 3;

/** A pure function of the seed, the time and the site. */
export function faultAt(seed: number, at: number, site: string): Fault | null {
  const key = seedOf(site);
  const ahead = Math.floor((chanceOf(seed + FAULT, key, 0) * SPELL_MS) / GRID_MS) * GRID_MS;
  const spell = Math.floor((at + ahead) / SPELL_MS);
  const chance = chanceOf(seed + FAULT, key, 1, spell);
  if (chance >= 3 * EACH) return null;
  if (chance < EACH) return { kind: "late", byMs: (1 + Math.floor(LATE_H * chanceOf(seed + FAULT, key, 2, spell))) * HOUR };
  if (chance < 2 * EACH) return at + ahead - spell * SPELL_MS < SILENT_MS ? { kind: "silent" } : null;
  return { kind: "stuck", since: spell * SPELL_MS - ahead };
}

/** The figure of a day is told the next morning, and corrected so long after midnight: some reports came in later. */
export const CORRECTED_AFTER_MS = 14 * HOUR;
/** What is told sooner after its instant is of an hour, and no day's. */
const OF_A_DAY_MS = 6 * HOUR;
/** So many of all days' figures are corrected. */
export const CORRECTED_SHARE = 0.02;
/** What was missing of them at most, and at least. */
const [MOST_MISSING, LEAST_MISSING] = [0.08, 0.02];

/** The share of a day's figure that is told before its correction; null of figures that are told once, and after the correction. */
export function shareToldAtFirst(seed: number, at: number, place: string, indicator: string, observedAt: number): number | null {
  const since = at - observedAt;
  if (since < OF_A_DAY_MS || since >= CORRECTED_AFTER_MS || dayBegins(dayNumber(observedAt)) !== observedAt) return null;
  const chance = (line: number): number => chanceOf(seed + CORRECTED, seedOf(place, indicator), dayNumber(observedAt), line);
  return chance(0) < CORRECTED_SHARE ? 1 - LEAST_MISSING - (MOST_MISSING - LEAST_MISSING) * chance(1) : null;
}
