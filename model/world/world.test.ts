import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LonLat } from "../geodesy.ts";
import type { Storm } from "../storm.ts";
import { DAY, HOUR, MINUTE, parseTime } from "../time.ts";
import { overCatchment, stageOver, unitFlow, type Reach } from "./river.ts";
import { stormWind } from "./storm-wind.ts";
import { surgeM, tideM } from "./tide.ts";
import { weatherAt } from "./weather.ts";
import { createWorld } from "./world.ts";

const NEW_YEAR = parseTime("2026-01-01T00:00:00+08:00")!;
const LANDFALL = parseTime("2015-10-04T14:00:00+08:00")!;
const [ZHANJIANG, GUANGZHOU, MEIZHOU]: readonly LonLat[] = [[110.36, 21.27], [113.26, 23.13], [116.1, 24.3]];
/** A storm that runs to the north-west over 湛江, in the form of the record. */
const storm: Storm = {
  id: "201522", name: "MUJIGAE", nameZh: "彩虹", source: "JMA-RSMC",
  fixes: Array.from({ length: 9 }, (_, i) => ({
    at: LANDFALL + (i - 6) * 6 * HOUR, lat: 17.5 + i * 0.63, lon: 114.5 - i * 0.69, grade: i < 7 ? "TY" : "STS", windMs: i < 7 ? 42 : 28, pressureHpa: 950,
    r50: { direction: "ALL" as const, longKm: 90, shortKm: 90 }, r30: { direction: "NE" as const, longKm: 330, shortKm: 220 },
  })),
};
const reach: Reach = { site: "rg-huazhou", river: "鉴江", baseM3s: 150, catchments: [{ point: [111, 22.2], areaKm2: 3_000, lagH: 10 }, { point: [110.8, 21.9], areaKm2: 3_000, lagH: 6 }] };
const world = createWorld({ seed: 5, storm, reaches: [reach] });
const anInstant = fc.integer({ min: 0, max: 365 * 24 }).map((hour) => NEW_YEAR + hour * HOUR);
const aPlace = fc.tuple(fc.double({ min: 109.7, max: 117.3, noNaN: true }), fc.double({ min: 20.3, max: 25.5, noNaN: true }));

describe("a year's weather", () => {
  test.each([["广州", GUANGZHOU], ["湛江", ZHANJIANG], ["梅州", MEIZHOU]] as const)("is %s's in its size: rain, heat and cold, most of the rain in summer", (_, place) => {
    let [rain, summerRain, wet] = [0, 0, 0];
    const months = Array.from({ length: 12 }, () => [0, 0]);
    for (let hour = 0; hour < 8_760; hour++) {
      const at = NEW_YEAR + hour * HOUR;
      const { rainMmH, tempC } = weatherAt(1, at, place!, null);
      const month = Math.min(11, Math.floor(hour / 730));
      rain += rainMmH;
      if (month >= 3 && month <= 8) summerRain += rainMmH;
      if (rainMmH > 0.1) wet += 1;
      months[month]![0]! += tempC;
      months[month]![1]! += 1;
    }
    const warmth = months.map(([sum, n]) => sum! / n!);
    expect(rain).toBeGreaterThan(1_200);
    expect(rain).toBeLessThan(2_900);
    expect(summerRain / rain).toBeGreaterThan(0.6);
    expect(wet).toBeLessThan(1_000);
    expect(Math.min(...warmth)).toBeGreaterThan(8);
    expect(Math.min(...warmth)).toBeLessThan(19);
    expect(Math.max(...warmth)).toBeGreaterThan(26);
    expect(Math.max(...warmth)).toBeLessThan(32);
  });

  test("every figure is possible, and the same whenever it is asked for", () => {
    fc.assert(
      fc.property(anInstant, aPlace, (at, place) => {
        const weather = weatherAt(3, at, place, null);
        expect(weatherAt(3, at, place, null)).toEqual(weather);
        expect(weather.rainMmH).toBeGreaterThanOrEqual(0);
        expect(weather.rainMmH).toBeLessThan(200);
        expect(weather.gustMs).toBeGreaterThanOrEqual(weather.windMs);
        expect(weather.tempC).toBeGreaterThan(-6);
        expect(weather.tempC).toBeLessThan(42);
        expect(weather.visibilityM).toBeGreaterThanOrEqual(30);
      }),
    );
  });

  test("ten minutes change little, and neighbours have much the same", () => {
    fc.assert(
      fc.property(anInstant, aPlace, (at, [lon, lat]) => {
        const here = weatherAt(3, at, [lon, lat], null);
        expect(Math.abs(weatherAt(3, at + 10 * MINUTE, [lon, lat], null).tempC - here.tempC)).toBeLessThan(4);
        expect(Math.abs(weatherAt(3, at, [lon + 0.02, lat], null).tempC - here.tempC)).toBeLessThan(4);
      }),
    );
  });
});

describe("a storm of the record", () => {
  const now = world.storm(LANDFALL)!;

  test("its wind is that of the stated circles at their edges, strongest near the eye and almost none in it", () => {
    const north = (km: number): LonLat => [now.lon, now.lat + km / 111.2];
    expect(stormWind({ ...now, r30: { direction: "ALL", longKm: 280, shortKm: 280 } }, north(280))).toBeCloseTo(15.4, 0);
    expect(stormWind({ ...now, r30: { direction: "ALL", longKm: 280, shortKm: 280 } }, north(90))).toBeCloseTo(25.7, 0);
    expect(stormWind(now, north(40))).toBeGreaterThan(30);
    expect(stormWind(now, north(2))).toBeLessThan(5);
    expect(stormWind(now, north(700))).toBe(0);
  });

  test("one cause has its effects: where it passes there is wind, rain, a flood that comes later, and a higher sea; far off there is not", () => {
    const before = LANDFALL - 3 * DAY;
    expect(world.gustMs(LANDFALL + 2 * HOUR, ZHANJIANG!, 24)).toBeGreaterThan(30);
    expect(world.gustMs(LANDFALL, MEIZHOU!, 24)).toBeLessThan(20);
    expect(world.rainMm(LANDFALL + 12 * HOUR, ZHANJIANG!, 24)).toBeGreaterThan(100);
    const flows = Array.from({ length: 72 }, (_, hour) => world.flowM3s(LANDFALL + hour * HOUR, "rg-huazhou")!);
    expect(Math.max(...flows)).toBeGreaterThan(10 * world.flowM3s(before, "rg-huazhou")!);
    expect(flows.indexOf(Math.max(...flows))).toBeGreaterThan(5);
    expect(world.seaM(LANDFALL, ZHANJIANG!) - tideM(LANDFALL, ZHANJIANG!)).toBeGreaterThan(0.2);
  });

  test("when its fixes state no wind any more it blows itself out hour by hour, not at once", () => {
    const last = storm.fixes.at(-1)!;
    const dissolved = { ...last, at: last.at + 6 * HOUR, grade: "TD", windMs: null, r30: null, r50: null };
    const dying = createWorld({ seed: 5, storm: { ...storm, fixes: [...storm.fixes, dissolved] }, reaches: [] });
    const near: LonLat = [last.lon + 1, last.lat];
    const winds = Array.from({ length: 8 }, (_, i) => dying.weather(dissolved.at + (i - 1) * HOUR, near).windMs);
    for (const [i, wind] of winds.entries()) if (i > 0) expect(winds[i - 1]! - wind).toBeLessThan(0.45 * winds[0]!);
    expect(winds.at(-1)).toBeLessThan(0.5 * winds[0]!);
  });

  test("nothing in it reads past its time: without the later fixes all of it is the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: -36, max: 12 }), aPlace, (hours, place) => {
        const at = LANDFALL + hours * HOUR;
        const cut = createWorld({ seed: 5, storm: { ...storm, fixes: storm.fixes.filter((fix) => fix.at <= at) }, reaches: [reach] });
        expect(cut.weather(at, place)).toEqual(world.weather(at, place));
        expect(cut.gustMs(at, place, 12)).toBe(world.gustMs(at, place, 12));
        expect(cut.flowM3s(at, "rg-huazhou")).toBe(world.flowM3s(at, "rg-huazhou"));
      }),
      { numRuns: 30 },
    );
  });
});

test("a world answers the same in whatever order it is asked", () => {
  const asked = Array.from({ length: 40 }, (_, i) => LANDFALL - ((i * 37) % 60) * HOUR);
  const other = createWorld({ seed: 5, storm, reaches: [reach] });
  const forward = asked.map((at) => world.flowM3s(at, "rg-huazhou"));
  expect(asked.toReversed().map((at) => other.flowM3s(at, "rg-huazhou")).toReversed()).toEqual(forward);
});

test("what falls on the land and runs off arrives, all of it, and the far land's later", () => {
  const [near, far] = [unitFlow({ areaKm2: 1_000, lagH: 6 }), unitFlow({ areaKm2: 1_000, lagH: 36 })];
  const volume = (unit: readonly number[]): number => unit.reduce((sum, flow) => sum + flow * 3_600, 0);
  expect(volume(near)).toBeCloseTo(1_000 * 1_000 * 0.52, 0);
  expect(volume(far)).toBeCloseTo(volume(near), 0);
  expect(far.indexOf(Math.max(...far))).toBeGreaterThan(near.indexOf(Math.max(...near)) + 20);
});

test("a stage is at its warning where the flow is, and higher with more", () => {
  expect(stageOver(12_000, 12_000, 6)).toBe(0);
  expect(stageOver(15_000, 12_000, 6)).toBeGreaterThan(0.5);
  expect(stageOver(1_000, 12_000, 6)).toBeLessThan(-4);
});

test("a cloudburst at one point is not one over all the land about it, a drizzle nearly is", () => {
  expect(overCatchment(1)).toBeGreaterThan(0.9);
  expect(overCatchment(50)).toBeLessThan(20);
  expect(overCatchment(50)).toBeGreaterThan(overCatchment(30));
});

test("a flood of fifty years stands some metres over its warning stage: above its banks a river spreads", () => {
  expect(stageOver(7_600, 2_600, 6.8)).toBeGreaterThan(2);
  expect(stageOver(7_600, 2_600, 6.8)).toBeLessThan(4);
});

test("a tide turns about twice a day within about a metre and a half, and the wind adds to it by its square", () => {
  const heights = Array.from({ length: 24 * 30 }, (_, hour) => tideM(NEW_YEAR + hour * HOUR, [113.5, 22]));
  const turns = heights.filter((height, i) => i > 0 && i < heights.length - 1 && height > heights[i - 1]! && height > heights[i + 1]!).length;
  expect(turns).toBeGreaterThan(30);
  expect(turns).toBeLessThan(62);
  expect(Math.max(...heights)).toBeLessThan(1.3);
  expect(surgeM(40)).toBe(2);
});
