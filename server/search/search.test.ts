import { expect, test } from "vitest";
import { createSearch, type Named } from "./index.ts";

const named = (kind: Named["kind"], id: string, zh: string, en: string, weight = 0): Named => ({ kind, id, title: { zh, en }, weight });
const ALL = [
  named("region", "4408", "湛江市", "Zhanjiang", 4), named("region", "440803115", "湛江农场", "", 1), named("region", "441422", "大埔县", "Dabu", 3),
  named("indicator", "water.river.level", "河道水位距警戒", "River stage minus warning stage", 3), named("site", "br-zhanjiang", "湛江海湾大桥", "Zhanjiang Bay Bridge", 2),
];
async function filled() {
  const search = createSearch();
  await search.take(ALL, async () => {});
  return search;
}
const ids = (found: readonly Named[]) => found.map(({ id }) => id);
const everything = () => true;

test("of what fits equally well the weightier comes first, and a place's English name finds it where its characters are read otherwise there", async () => {
  const search = await filled();
  expect(ids(search.find("湛江", 10, [], everything))).toEqual(["4408", "br-zhanjiang", "440803115"]);
  expect(ids(search.find("zj", 10, [], everything))).toEqual(["4408", "br-zhanjiang", "440803115"]);
  expect(ids(search.find("dabu", 10, [], everything))).toEqual(["441422"]);
  expect(ids(search.find("hdsw", 10, [], everything))).toEqual(["water.river.level"]);
});

test("what comes and goes is found as it stands, and nothing that somebody may not see, not even by its number", async () => {
  const search = await filled();
  const incident = named("incident", "inc-1", "湛江坡头 江河超警", "River above warning stage in Potou", 5);
  expect(ids(search.find("湛江", 2, [incident], everything))).toEqual(["inc-1", "4408"]);
  expect(ids(search.find("湛江", 2, [incident], ({ kind }) => kind !== "incident" && kind !== "site"))).toEqual(["4408", "440803115"]);
});

test("nothing is found by nothing, and before all is spelt nothing that stands", async () => {
  expect((await filled()).find("  ", 10, [], everything)).toEqual([]);
  expect(createSearch().find("湛江", 10, [], everything)).toEqual([]);
});

test("what is found says which part of its names was meant", async () => {
  const search = await filled();
  expect(search.find("zhanjiang", 1, [], everything)[0]!.match).toEqual({ zh: [0, 2], en: [0, 9] });
  expect(search.find("dabu", 1, [], everything)[0]!.match).toEqual({ en: [0, 4] });
});

test("words that stand apart are each found in one name, in any order, behind those that are found whole", async () => {
  const search = await filled();
  expect(ids(search.find("大桥 湛江", 10, [], everything))).toEqual(["br-zhanjiang"]);
  expect(ids(search.find("zhanjiang daqiao", 10, [], everything))).toEqual(["br-zhanjiang"]);
  expect(search.find("湛江 大桥", 1, [], everything)[0]!.match).toEqual({ zh: [0, 2] });
  expect(ids(search.find("湛江 医院", 10, [], everything))).toEqual([]);
});

test("words without a gap are taken apart behind a place: what lies in it, and what is measured everywhere with it", async () => {
  const search = await filled();
  await search.take([named("region", "440803", "霞山区", "Xiashan", 3), named("region", "440105", "海珠区", "Haizhu", 3), named("region", "440803002", "工农街道", "", 2), named("region", "440105002", "工农街道", "", 2), named("indicator", "water.rain.hour", "小时雨量", "Hourly rainfall", 3)].map((each) => (each.kind === "region" ? { ...each, region: each.id } : each)), async () => {});
  for (const typed of ["湛江市霞山区", "湛江霞山", "湛江 霞山区", "zhanjiangxiashan"]) expect([typed, ids(search.find(typed, 10, [], everything))]).toEqual([typed, ["440803"]]);
  for (const typed of ["湛江雨量", "湛江市雨量", "湛江 雨量"]) expect([typed, search.find(typed, 10, [], everything).map(({ id, region, match }) => [id, region, match.zh])]).toEqual([typed, [["water.rain.hour", "4408", [2, 4]]]]);
  expect(ids(search.find("湛江市霞山区工农", 10, [], everything))).toEqual(["440803002"]);
  expect(ids(search.find("霞山区海珠区", 10, [], everything))).toEqual([]);
  expect(ids(search.find("湛江雨量", 10, [], ({ region }) => region !== "4408"))).toEqual([]);
});

test("letters of full width are letters, and a region is found by its code", async () => {
  const search = await filled();
  expect(ids(search.find("ＺＨＡＮＪＩＡＮＧ", 10, [], everything))).toContain("4408");
  expect(ids(search.find("441422", 10, [], everything))).toEqual(["441422"]);
  expect(ids(search.find("4414", 10, [], everything))).toEqual([]);
});
