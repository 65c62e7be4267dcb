import type { LonLat } from "../../model/geodesy.ts";
import { dayBegins, shareOfYear } from "../../model/world/calendar.ts";
import { bell, chanceOf, countOf } from "../../model/world/noise.ts";

/** Cases of a day in a million people about the year, where mosquitoes are many. */
const CASES_A_MILLION = 0.036;
/** Most fall ill in the first half of October, hardly anybody in winter. */
const PEAK = 0.77;
const WIDTH = 0.1;
const WINTER = 0.03;
/** The delta and the coast of the east have most of them; the rest of the province so many of theirs. */
const CENTRES: readonly LonLat[] = [[113.3, 22.9], [116.6, 23.4], [110.4, 21.2]];
const NEAR_DEG = 0.9;
const ELSEWHERE = 0.15;

const season = (at: number): number => WINTER + Math.exp(-(((shareOfYear(at) - PEAK) / WIDTH) ** 2)) * 2.2;
/** Where mosquitoes live: 0 to 1. */
const breeds = ([lon, lat]: LonLat): number => (CENTRES.some(([x, y]) => Math.hypot(lon - x, lat - y) < NEAR_DEG) ? 1 : ELSEWHERE);

/** Cases of dengue that a town reports of one day; few anywhere, most in autumn. */
function casesOf(key: number, day: number, point: LonLat, residents: number): number {
  return countOf((residents / 1e6) * CASES_A_MILLION * season(dayBegins(day)) * breeds(point), chanceOf(key, day, 11), bell(key, day, 11));
}
/** The same of the last `days`, the last of them `day` (whole days since 1970). */
export function casesWithin(days: number, key: number, day: number, point: LonLat, residents: number): number {
  let sum = 0;
  for (let ago = 0; ago < days; ago++) sum += casesOf(key, day - ago, point, residents);
  return sum;
}
/** Breteau index of a place that is looked at once a week: containers with larvae to a hundred households, higher in the warm half of the year. */
export function breteau(key: number, week: number, at: number): number {
  const warm = (1 - Math.cos(2 * Math.PI * (shareOfYear(at) - 0.04))) / 2;
  return Math.round(10 * (0.4 + 3.6 * warm * chanceOf(key, week, 12) + (chanceOf(key, week, 13) < 0.012 ? 3.2 : 0))) / 10;
}
