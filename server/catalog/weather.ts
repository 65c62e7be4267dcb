import type { WeatherHour } from "../../model/record.ts";
import { HOUR, parseTime } from "../../model/time.ts";
import { readTable } from "./table.ts";

const COLUMNS = [
  "time", "pm25_5th_middle_school", "pm25_us_consulate", "temp_c", "dewpoint_c", "rh_pct", "pressure_hpa",
  "wind_dir", "cumulated_wind_speed_ms", "precip_mm_h", "cumulated_precip_mm",
] as const;
const WIND = ["NE", "SE", "SW", "NW", "cv", ""] as const;

/** Guangzhou's hours of 2015 (data/weather), without a gap in time; a value that was not recorded is null. */
export function readWeather(root: string): WeatherHour[] {
  let before: number | undefined;
  return readTable(root, "data/weather/guangzhou-hourly-2015.csv", COLUMNS, (row) => {
    const at = parseTime(row.text("time")) ?? row.fail(`time "${row.text("time")}"`, "an RFC 3339 time with offset");
    if (before !== undefined && at - before !== HOUR) row.fail(`a step of ${(at - before) / HOUR} h`, "one row each hour");
    before = at;
    return {
      at, temperatureC: row.optional("temp_c"), dewPointC: row.optional("dewpoint_c"), humidityPct: row.optional("rh_pct"),
      pressureHpa: row.optional("pressure_hpa"), windDirection: row.oneOf("wind_dir", WIND) || null,
      cumulatedWindMs: row.optional("cumulated_wind_speed_ms"), rainMm: row.optional("precip_mm_h"), pm25: row.optional("pm25_us_consulate"),
    };
  });
}

/** The rows with from < at ≤ to; rows are in the order of time. */
export function between<T extends { readonly at: number }>(rows: readonly T[], from: number, to: number): T[] {
  const first = rows.findIndex((row) => row.at > from);
  if (first < 0) return [];
  const end = rows.findIndex((row) => row.at > to);
  return rows.slice(first, end < 0 ? undefined : Math.max(first, end));
}
