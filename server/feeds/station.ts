import { hourlyWindMs, rainOver } from "../../model/hourly-weather.ts";
import type { WeatherHour } from "../../model/record.ts";
import type { Reading } from "../../model/sample.ts";
import { DAY } from "../../model/time.ts";
import { reading } from "./reading.ts";

/**
 * Guangzhou's hours with from < at ≤ to as readings of its station: mean wind, rain of the hour, of 3 h and of 24 h. A
 * value that the record does not hold is not told, and neither is a sum over it.
 */
export function stationReadings(weather: (from: number, to: number) => readonly WeatherHour[], station: string, from: number, to: number): Reading[] {
  const hours = weather(from - DAY, to);
  const out: Reading[] = [];
  hours.forEach((hour, i) => {
    if (hour.at <= from) return;
    const past = hours.slice(Math.max(0, i - 23), i + 1);
    const facts: readonly (readonly [string, number | null])[] = [
      ["met.wind.mean", hourlyWindMs(hours[i - 1], hour)],
      ["water.rain.hour", hour.rainMm],
      ["met.rain.3h", rainOver(past, hour.at, 3)],
      ["met.rain.24h", rainOver(past, hour.at, 24)],
    ];
    for (const [indicator, value] of facts) if (value !== null) out.push(reading(indicator, station, hour.at, value, "good"));
  });
  return out;
}
