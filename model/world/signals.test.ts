import { expect, test } from "vitest";
import type { StormNow } from "../storm.ts";
import type { Weather } from "./weather.ts";
import { signalsAt } from "./signals.ts";

const MILD: Weather = { rainMmH: 0, windMs: 2, gustMs: 4, tempC: 22, visibilityM: 20_000, flashes: 0 };
const PLACE = [110.4, 21.2] as const;
const under = ({ rain = 0, storm = null as StormNow | null, ...weather }: Partial<Weather> & { rain?: number; storm?: StormNow | null }) =>
  signalsAt(0, PLACE, { storm: () => storm, rainMm: () => rain, weather: () => ({ ...MILD, ...weather }) }).map(({ kind, level }) => `${kind} ${level}`);

test("in mild weather no signal is in force", () => {
  expect(under({})).toEqual([]);
});

test("each colour begins at its published limit", () => {
  expect([under({ rain: 49.9 }), under({ rain: 50 }), under({ rain: 100 })]).toEqual([["rainstorm 3"], ["rainstorm 2"], ["rainstorm 1"]]);
  expect([under({ tempC: 35 }), under({ tempC: 37 }), under({ tempC: 39 })]).toEqual([["heat 3"], ["heat 2"], ["heat 1"]]);
  expect([under({ tempC: 6 }), under({ tempC: 5 }), under({ tempC: 0 })]).toEqual([[], ["cold 2"], ["cold 1"]]);
  expect([under({ visibilityM: 500 }), under({ visibilityM: 499 }), under({ visibilityM: 49 })]).toEqual([[], ["fog 3"], ["fog 1"]]);
});

test("a storm's signal is of its wind about the place, several stand together, and rain that hides the far is no fog", () => {
  const storm = { lon: 110.4, lat: 20.8, windMs: 42, pressureHpa: 950, grade: "TY", r50: { direction: "ALL", longKm: 90, shortKm: 90 }, r30: { direction: "ALL", longKm: 300, shortKm: 300 } } as unknown as StormNow;
  expect(under({ storm })).toEqual(["typhoon 1"]);
  expect(under({ storm, rain: 60, visibilityM: 300 })).toEqual(["typhoon 1", "rainstorm 2"]);
  expect(under({ storm: { ...storm, lat: 12 } })).toEqual([]);
});
