import { expect, test } from "vitest";
import { hourlyWindMs, rainOver } from "./hourly-weather.ts";
import type { WeatherHour } from "./record.ts";
import { HOUR } from "./time.ts";

const hour = (n: number, windDirection: string | null, cumulatedWindMs: number | null, rainMm: number | null = 0): WeatherHour => ({
  at: n * HOUR, windDirection, cumulatedWindMs, rainMm, temperatureC: null, dewPointC: null, humidityPct: null, pressureHpa: null, pm25: null,
});

test("while the direction stays, an hour's wind is what the cumulated column has grown by", () => {
  expect(hourlyWindMs(hour(15, "NE", 27.1), hour(16, "NE", 29.8))).toBe(2.7);
});

test("in the first hour after a change of direction the column is the hour's own wind", () => {
  expect(hourlyWindMs(hour(17, "NE", 33.5), hour(18, "cv", 0.5))).toBe(0.5);
  expect(hourlyWindMs(hour(18, "cv", 0.5), hour(19, "NE", 3.8))).toBe(3.8);
});

test("calm and variable cumulates as a direction does", () => {
  expect(hourlyWindMs(hour(1, "cv", 0.5), hour(2, "cv", 1.2))).toBe(0.7);
});

test("without the hour before, the hour's wind is unknown", () => {
  expect(hourlyWindMs(undefined, hour(2, "NE", 40))).toBeNull();
  expect(hourlyWindMs(hour(0, "NE", 30), hour(2, "NE", 40))).toBeNull();
  expect(hourlyWindMs(hour(1, "NE", null), hour(2, "NE", 40))).toBeNull();
  expect(hourlyWindMs(hour(1, "NE", 30), hour(2, "NE", null))).toBeNull();
});

test("rain over three hours is the sum of just those three", () => {
  const hours = [hour(1, "NE", 1, 9), hour(2, "NE", 1, 0.1), hour(3, "NE", 1, 0.2), hour(4, "NE", 1, 0.4), hour(5, "NE", 1, 9)];
  expect(rainOver(hours, 4 * HOUR, 3)).toBe(0.7);
});

test("a missing hour makes no dry hour: the sum is not told", () => {
  expect(rainOver([hour(2, "NE", 1, 1), hour(3, "NE", 1, null), hour(4, "NE", 1, 1)], 4 * HOUR, 3)).toBeNull();
  expect(rainOver([hour(2, "NE", 1, 1), hour(4, "NE", 1, 1)], 4 * HOUR, 3)).toBeNull();
  expect(rainOver([], 4 * HOUR, 3)).toBeNull();
});
