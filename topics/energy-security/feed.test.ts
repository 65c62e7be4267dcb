import { expect, test } from "vitest";
import type { Storm } from "../../model/storm.ts";
import { HOUR, parseTime } from "../../model/time.ts";
import { createWorld, type World } from "../../model/world/world.ts";
import feed from "./feed.ts";

const LANDFALL = parseTime("2015-10-04T14:00:00+08:00")!;
const storm: Storm = {
  id: "201522", name: "MUJIGAE", nameZh: "彩虹", source: "JMA-RSMC",
  fixes: Array.from({ length: 9 }, (_, i) => ({
    at: LANDFALL + (i - 6) * 6 * HOUR, lat: 17.5 + i * 0.63, lon: 114.5 - i * 0.69, grade: "TY", windMs: 42, pressureHpa: 950,
    r50: { direction: "ALL" as const, longKm: 90, shortKm: 90 }, r30: { direction: "NE" as const, longKm: 330, shortKm: 220 },
  })),
};
const [stormy, calm] = [createWorld({ seed: 5, storm, reaches: [] }), createWorld({ seed: 5, reaches: [] })];
const node = (city: string, at: number, world: World) =>
  Object.fromEntries(feed.feed(at, () => 0.5, { id: `gn-${city}`, level: "site", region: city, point: [110, 21], attributes: {}, residents: null, indicators: ["ener.load.total", "ener.load.ahead"] }, world).map(({ indicator, value }) => [indicator, value!]));
const lost = (at: number) => {
  const { num, den } = feed.feed(at, () => 0.5, { id: "44", level: "province", region: "44", point: null, attributes: {}, residents: null, indicators: ["ener.outage.ratio"] }, stormy)[0]!;
  return num! / den!;
};

test("who has no power draws none: the load falls where the storm took lines down, below what was expected, and nowhere else", () => {
  const at = LANDFALL + 3 * HOUR;
  const share = (city: string) => node(city, at, stormy)["ener.load.total"]! / node(city, at, calm)["ener.load.total"]!;
  expect(share("4408")).toBeLessThan(0.6);
  expect(share("4414")).toBeGreaterThan(0.95);
  expect(node("4408", at, stormy)["ener.load.total"]).toBeLessThan(0.6 * node("4408", at, stormy)["ener.load.ahead"]!);
});

test("a big city draws more than a small one", () => {
  expect(node("4401", LANDFALL, calm)["ener.load.total"]).toBeGreaterThan(4 * node("4402", LANDFALL, calm)["ener.load.total"]!);
});

test("what is lost grows while the storm passes and is mended hour by hour, never now gone and now back", () => {
  const hours = Array.from({ length: 10 }, (_, hour) => lost(LANDFALL + (8 + hour) * HOUR));
  for (const [i, share] of hours.entries()) if (i > 0) expect(share).toBeLessThanOrEqual(hours[i - 1]! + 1e-4);
  expect(hours[0]).toBeGreaterThan(0.01);
});
