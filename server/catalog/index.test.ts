import { beforeAll, expect, test } from "vitest";
import { parseTime } from "../../model/time.ts";
import { type Catalog, openCatalog } from "./index.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog(process.cwd());
});

test("the catalog holds all 28,745 regions, from the province to the villages", () => {
  const count = (level: Parameters<typeof catalog.regions.atLevel>[0]): number => catalog.regions.atLevel(level).to - catalog.regions.atLevel(level).from;
  expect(catalog.regions.size).toBe(28_745);
  expect([count("province"), count("city"), count("county"), count("town"), count("village")]).toEqual([1, 21, 124, 1_757, 26_842]);
});

test("the counties' residents add up to the census total of the province", () => {
  expect(catalog.population("44")).toBe(104_320_459);
  expect(catalog.population("440103")).toBe(898_200);
});

test("a district made after the census has no figure, and that is not zero", () => {
  expect(catalog.population("440309")).toBeNull();
  expect(catalog.population("440103001")).toBeNull();
});

test("a town whose seat nobody knows has no point", () => {
  expect(catalog.point("440103016")).toEqual([113.22236, 23.09772]);
  const { from, to } = catalog.regions.atLevel("town");
  const known = catalog.regions.rows.slice(from, to).filter(({ code }) => catalog.point(code) !== null);
  expect(known).toHaveLength(1_297);
});

test("Mujigae is in the record with fixes six hours apart and its wind circles", () => {
  const storm = catalog.storm("201522")!;
  expect(storm.nameZh).toBe("彩虹");
  expect(new Set(storm.fixes.slice(1).map((fix, i) => (fix.at - storm.fixes[i]!.at) / 3_600_000))).toEqual(new Set([6]));
  expect(storm.fixes.find((fix) => fix.at === parseTime("2015-10-04T06:00:00Z"))).toMatchObject({
    windMs: 43.7, r50: { direction: "ALL", longKm: 111 }, r30: { direction: "E", longKm: 444, shortKm: 278 },
  });
});

test("the weather between two hours leaves out the first and takes the last", () => {
  const at = (text: string): number => parseTime(text)!;
  const hours = catalog.weather(at("2015-10-04T14:00:00+08:00"), at("2015-10-04T16:00:00+08:00"));
  expect(hours.map(({ rainMm, cumulatedWindMs }) => [rainMm, cumulatedWindMs])).toEqual([[10.1, 75.6], [1.4, 79.3]]);
});

test("units stand at every region that people administer, and at no other", () => {
  expect(catalog.unit("440103:fire")).toEqual({ id: "440103:fire", kind: "fire", name: "荔湾区消防救援大队", region: "440103", level: "county" });
  expect(catalog.units("441900")).toEqual([]);
  expect(catalog.unit("440103:nobody")).toBeUndefined();
  expect(catalog.unit("nobody")).toBeUndefined();
});

test("walls are read from their room files: main is three screens, live is one, and nine rooms more", () => {
  expect(catalog.walls.map(({ id, displays }) => [id, displays.length])).toEqual([
    ["laptop", 1], ["lcd-4x2", 8], ["lcd-4x4", 16], ["led-5760", 1], ["led-6656", 1], ["led-7680", 1], ["live", 1], ["main", 3], ["three-uhd", 3], ["totem", 1], ["wall-side", 2],
  ]);
});

test("a rule and the topic of an indicator are found by their names", () => {
  for (const { id, indicators, rules } of catalog.topics) {
    expect(indicators.map((indicator) => catalog.topicOf(indicator.id))).toEqual(indicators.map(() => id));
    expect(rules.map((rule) => catalog.rule(rule.id))).toEqual(rules);
  }
  expect([catalog.rule("none"), catalog.topicOf("none")]).toEqual([undefined, undefined]);
});

test("a facility's English name has no Chinese in it, and says the same road and places", () => {
  expect(catalog.sites.filter(({ nameEn }) => nameEn !== undefined && /\p{Script=Han}/u.test(nameEn)).map(({ id }) => id)).toEqual([]);
  expect(catalog.site("rs-g15-zhanjiang")).toMatchObject({ name: "G15 沈海高速 茂名—湛江段", nameEn: "G15 Maoming to Zhanjiang" });
});
