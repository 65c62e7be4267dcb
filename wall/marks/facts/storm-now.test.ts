import { describe, expect, test } from "vitest";
import type { Cell } from "../../../model/sample.ts";
import { parseTime } from "../../../model/time.ts";
import { NO_RECORDS, NO_SERIES, NO_SLICE } from "../../../model/view.ts";
import * as headline from "./headline.ts";
import { Reader, type Shelf } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import * as stormNow from "./storm-now.ts";

const NOW = parseTime("2015-10-04T13:20:00+08:00")!;
const seen = { status: "ready", code: "", tick: 7, at: NOW, simAt: NOW } as const;
const cell = (place: string, value: number | null): Cell => ({ place, value, observedAt: NOW, state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "town" }, tick: 7 });
const storm = { kind: "storm", id: "201522", name: "Mujigae", nameZh: "彩虹", source: "JMA", at: NOW, hasRadii: true, fixes: [], ahead: [], sentence: "", now: { at: NOW, lat: 21, lon: 110.5, grade: "TY", windMs: 50, pressureHpa: 935, quality: "good", heading: 300, speedKmh: 22, r50: { direction: "ALL", longKm: 110, shortKm: 110 }, r30: { direction: "ALL", longKm: 315, shortKm: 315 } } };
/** A house that knows the wind at these places of a region, by level. */
const shelf = (known: Readonly<Record<string, readonly Cell[]>>): Shelf => ({
  slice: (_, { indicator, region, level }) => (known[`${indicator} ${region} ${level}`] ? { ...seen, cells: new Map(known[`${indicator} ${region} ${level}`]!.map((c) => [c.place, c])) } : { ...NO_SLICE, ...seen }),
  records: <T>(_: string, { kind }: { readonly kind: string }) => (kind === "hazard" ? { ...seen, records: new Map([["s", storm as T]]) } : { ...NO_RECORDS, ...seen }),
  series: () => NO_SERIES,
});
const from = {
  lang: "zh", names: { of: (code: string) => code, isPassThrough: (code: string) => ["441900", "442000"].includes(code) }, words: { indicator: () => undefined, topic: () => undefined },
  here: { info: undefined, isLive: true, isOneTime: true, simNow: NOW, serverNow: NOW, peopleNow: NOW, stoodAt: null, linked: true, standsSince: null, checkedAt: () => NOW },
} as unknown as Standpoint;
const [CIRCLE, R7, R10] = ["met.storm.circle", "met.storm.arrival.r7", "met.storm.arrival.r10"];
/** @param within the places of the city that are inside, and the level that they stand at; what stands in for a county tells the same */
const insideOf = (city: string, level: string, within: readonly string[]) => shelf({
  [`${CIRCLE} ${city} city`]: [cell(city, 7)], [`${R7} ${city} county`]: [cell(`${city}00`, 0)], [`${R10} ${city} county`]: [cell(`${city}00`, null)],
  [`${R7} ${city} ${level}`]: within.map((place) => cell(place, 0)), [`${R10} ${city} ${level}`]: within.map((place) => cell(place, null)),
});
const told = (kind: typeof stormNow | typeof headline, known: Shelf, region: string): string => {
  const config = { focus: { region } };
  return kind === stormNow ? stormNow.spoken(stormNow.read(new Reader(known, "storm"), config), config, from) : headline.spoken(headline.read(new Reader(known, "storm"), config), config, from);
};

describe.each([["4419", "town", ["441900003", "441900004"], "2 镇街"], ["4420", "town", ["442000001", "442000002"], "2 镇街"], ["4408", "county", ["440825", "440882"], "2 县"]] as const)("a wall that looks at the city %s inside the wind", (city, level, within, counted) => {
  test("is told that the circle has covered it, and how many of its places", () => {
    const said = told(stormNow, insideOf(city, level, within), city);
    expect(said).toContain("7级风圈已覆盖");
    expect(said).toContain(counted.replace(" ", ""));
    expect(said).not.toContain("48 小时内无");
  });
  test("has it in its headline", () => {
    expect(told(headline, insideOf(city, level, within), city)).toContain(`7级风圈内 ${counted}`);
  });
});
test("that nobody is reached is not said of a city that is inside, though none of its parts is known to be", () => {
  expect(told(stormNow, shelf({ [`${CIRCLE} 4419 city`]: [cell("4419", 7)], [`${R7} 4419 town`]: [cell("441900003", null)] }), "4419")).toMatch(/^7级风圈已覆盖/);
  expect(told(stormNow, shelf({ [`${CIRCLE} 4419 city`]: [cell("4419", 0)], [`${R7} 4419 town`]: [cell("441900003", null)] }), "4419")).toMatch(/^48 小时内无镇街进入风圈/);
});
