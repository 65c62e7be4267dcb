import type { RegionCode } from "./region.ts";

/** One hour of the Guangzhou weather record; null = not recorded. */
export interface WeatherHour {
  /** Epoch ms. */
  readonly at: number;
  readonly temperatureC: number | null;
  readonly dewPointC: number | null;
  readonly humidityPct: number | null;
  readonly pressureHpa: number | null;
  /** NE, SE, SW, NW, or `cv` for calm and variable. */
  readonly windDirection: string | null;
  /** Sum of the hourly speeds since the direction last changed: not a wind speed. */
  readonly cumulatedWindMs: number | null;
  /** Rain in this hour, mm. */
  readonly rainMm: number | null;
  /** PM2.5 at the US consulate, µg/m³. */
  readonly pm25: number | null;
}

/** One place on one day of the COVID-19 record of 2020: counts since the beginning. */
export interface CovidDay {
  /** Local calendar date, `2020-01-19`. */
  readonly date: string;
  /** Epoch ms of the end of that day in Guangdong. */
  readonly at: number;
  /** Province or city; null for cases that were not assigned to a city. */
  readonly region: RegionCode | null;
  readonly confirmed: number;
  readonly suspected: number;
  readonly cured: number;
  readonly dead: number;
}
