import { beforeAll, expect, test } from "vitest";
import type { AlertState } from "../../../model/alert.ts";
import type { BoundarySet } from "../../../model/boundary.ts";
import { openCatalog } from "../../../server/catalog/index.ts";
import { legendOf } from "../map.ts";
import type { MapSets } from "../map-data.ts";
import { foundLevels } from "./found-levels.ts";

const [VILLAGE, TOWN, COUNTY, CITY] = ["440103016001", "440103016", "440103", "4401"];
const PATHS: Readonly<Record<string, readonly string[]>> = { 44: [], [CITY]: ["44"], [COUNTY]: ["44", CITY], [TOWN]: ["44", CITY, COUNTY], [VILLAGE]: ["44", CITY, COUNTY, TOWN] };
const found = (region: string, severity: 1 | 2 | 3 | 4, state: AlertState = "unacknowledged") => ({ within: [...(PATHS[region] ?? ["44", "4401"]), region], severity, state, source: "广东省气象灾害预警信号" });

let sets: Record<"wall" | "console" | "near", MapSets>;
beforeAll(async () => {
  const catalog = await openCatalog(".");
  const [county, light, city, towns]: BoundarySet[] = await Promise.all([catalog.boundaries("county"), catalog.boundaries("county-light"), catalog.boundaries("city"), catalog.boundaries("town", COUNTY)]);
  sets = { wall: { main: county!, around: county!, cities: city! }, console: { main: city!, around: light!, cities: city! }, near: { main: towns!, around: light!, cities: city! } };
});

test.each([["wall", COUNTY], ["console", CITY], ["near", TOWN]] as const)("a finding in a village stands at the region that holds it on the %s's ground", (ground, region) => {
  expect(foundLevels([found(VILLAGE, 1)], sets[ground])).toEqual([{ region, severity: 1, issued: false }]);
});
test("a finding of a whole city stands at the city while its counties are drawn, one of the province at no single region", () => {
  expect(foundLevels([found(CITY, 3), found("44", 4)], sets.wall)).toEqual([{ region: CITY, severity: 3, issued: false }, { severity: 4, issued: false }]);
});
test("what has returned or is closed is no standard that is met", () => {
  for (const ground of Object.values(sets)) expect(foundLevels([found(COUNTY, 1, "returned"), found(CITY, 1, "closed")], ground)).toEqual([]);
});
test("a finding whose place is in no table of regions stands nowhere", () => {
  expect(foundLevels([{ ...found(CITY, 1), within: [] }], sets.wall)).toEqual([]);
});
test("the legend counts every level, each at its own ground", () => {
  const alerts = foundLevels([found(VILLAGE, 1), found("440104", 3), found(CITY, 2), found("44", 4)], sets.wall);
  expect(legendOf({ sets: sets.wall, alerts })!.lines!.map(({ label }) => label)).toEqual(["达红色标准 1 县", "达橙色标准 全市 1 个", "达黄色标准 1 县", "达蓝色标准 全省"]);
});
test("no two lines of a legend say the same words: what was found of a whole city says so beside a city without counties", () => {
  const around = (code: string, city: string) => ({ ...found(CITY, 4), within: ["44", city, code] });
  const alerts = foundLevels([found("440104", 2), found("440104", 4), found("440105", 4), around("441900", "4419"), found(CITY, 4)], sets.wall);
  for (const lang of ["zh", "en"] as const) {
    const labels = legendOf({ sets: sets.wall, alerts, lang })!.lines!.map(({ label }) => label);
    expect(labels.slice(1), lang).toEqual(lang === "zh" ? ["仅达蓝色标准 1 县 1 市", "仅达蓝色标准 全市 1 个"] : ["blue standard only: 1 county 1 city", "blue standard only: 1 whole city"]);
  }
});
test("a level that graver places meet as well is said to be the only one that the counted meet", () => {
  const alerts = foundLevels([found(VILLAGE, 2), found(COUNTY, 4), found("440104", 4)], sets.wall);
  expect(legendOf({ sets: sets.wall, alerts })!.lines!.map(({ label }) => label)).toEqual(["达橙色标准 1 县", "仅达蓝色标准 1 县"]);
});
test("a level that rests on default thresholds is said to, and under an indicator's heading it is said to be of alerts", () => {
  const byDefault = { source: "operational default" };
  const alerts = foundLevels([{ ...found(VILLAGE, 2), ...byDefault }, { ...found("440104", 3), ...byDefault }, found("440105", 3)], sets.wall);
  const legend = legendOf({ sets: sets.wall, alerts, legend: { title: "避护场所占用率" } })!;
  expect(legend.lines!.map(({ label }) => label)).toEqual(["告警：达橙色默认阈值 1 县", "告警：达黄色阈值 2 县"]);
  expect(legend.foot).toEqual(["达阈值 = 系统研判，未发布预警"]);
});
test("a city without counties is drawn among the counties and counted as a city", () => {
  const within = (code: string, city: string) => ({ ...found(CITY, 2), within: ["44", city, code] });
  const alerts = foundLevels([found("440104", 2), found("440105", 2), within("441900", "4419")], sets.wall);
  expect(legendOf({ sets: sets.wall, alerts })!.lines!.map(({ label }) => label)).toEqual(["达橙色标准 2 县 1 市"]);
});
