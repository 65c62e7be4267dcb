import type { WeatherHour } from "./record.ts";
import { HOUR } from "./time.ts";

/**
 * Mean wind of an hour in m/s, or null when it cannot be told. The record's column is cumulated since the direction last
 * changed: the hour's own wind is the difference to the hour before while the direction stays (`cv` is a direction in
 * this sense), and the value itself in the first hour after a change. A gap of an hour leaves the next hour unknown,
 * unless the direction has changed since.
 */
export function hourlyWindMs(before: WeatherHour | undefined, hour: WeatherHour): number | null {
  if (hour.cumulatedWindMs === null || hour.windDirection === null) return null;
  if (!before || before.windDirection === null || hour.at - before.at !== HOUR) return null;
  if (before.windDirection !== hour.windDirection) return hour.cumulatedWindMs;
  return before.cumulatedWindMs === null ? null : tenths(hour.cumulatedWindMs - before.cumulatedWindMs);
}

/** Rain of the `count` hours that end at `at`, mm, or null when one of them is missing: a gap is not a dry hour. */
export function rainOver(hours: readonly WeatherHour[], at: number, count: number): number | null {
  let sum = 0;
  let found = 0;
  for (const hour of hours) {
    if (hour.at > at || hour.at <= at - count * HOUR) continue;
    if (hour.rainMm === null) return null;
    sum += hour.rainMm;
    found++;
  }
  return found === count ? tenths(sum) : null;
}

/** The record gives tenths; sums and differences must not show more. */
const tenths = (value: number): number => Math.round(value * 10) / 10;
