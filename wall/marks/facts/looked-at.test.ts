import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { levelOf, type Level } from "../../../model/region.ts";
import { TYPE_U } from "../../../themes/scale.ts";
import { LONGEST_COUNTY, LONGEST_TOWN } from "../specimen-bands.ts";
import { lineWidth } from "../words.ts";
import { lookedAt, placeInTitle, titled, windPlaces } from "./looked-at.ts";
import { nameInLists } from "./place-names.ts";

const rows = readFileSync("data/regions/regions.csv", "utf8").trim().split("\n").slice(1).map((line) => {
  const [code = "", name = "", level = "", parent = "", kind = ""] = line.split(",");
  return { code, name, level: level as Level, parent, passThrough: kind === "pseudo" };
});
const byCode = new Map(rows.map((row) => [row.code, row]));
const names = { of: (code: string) => nameInLists(byCode.get(code)!, byCode.get(byCode.get(code)!.parent), "zh") };
const wide = (text: string): number => lineWidth({ text, sizePx: TYPE_U.title * 24, ink: "t1", weight: 600 }, {});

test("a division code says its level by its digits, in every row of the file", () => {
  expect(rows.filter(({ code, level }) => levelOf(code) !== level)).toEqual([]);
});

describe("of which place a panel tells", () => {
  test("of what its scene names, else of what the wall looks at, else of the province", () => {
    expect([lookedAt({ region: "4401", focus: { region: "4408" } }), lookedAt({ focus: { region: "440882" } }), lookedAt({})]).toEqual(["4401", "440882", "44"]);
  });
  test("what is not known of so small a place tells of the whole province", () => {
    expect([lookedAt({ focus: { region: "440882115" } }, "county"), lookedAt({ focus: { region: "440882" } }, "county")]).toEqual(["44", "440882"]);
  });
  test("the wind's coming is told by counties, in a county by towns, of a village not at all", () => {
    expect(["44", "4408", "440882", "440882115", "440882115212"].map(windPlaces)).toEqual(["county", "county", "town", "town", undefined]);
  });
  test("a title says its place, and 全省 as soon as the wall looks elsewhere; of the province alone it says none", () => {
    const at = (place: string, region: string) => titled("告警", place, { focus: { region } }, names);
    expect([at("44", "44"), at("44", "4408"), at("4408", "44"), at("440882", "440882"), at("440882115", "440882115")]).toEqual(["告警", "告警 · 全省", "告警 · 湛江", "告警 · 湛江雷州", "告警 · 雷州乌石镇"]);
    expect(titled("湛江停电", "4408", { focus: { region: "4408" } }, names)).toBe("湛江停电");
  });
  test("大埔县, 南澳县 and 连南瑶族自治县 are named with their cities", () => {
    expect(["441422", "440523", "441826"].map((code) => placeInTitle(code, names))).toEqual(["梅州大埔", "汕头南澳", "清远连南"]);
  });
  test("no name of a place is longer in a title than those by which titles are judged, and none loses what it begins with", () => {
    const longest = (levels: readonly Level[]) => Math.max(...rows.filter(({ level }) => levels.includes(level)).map(({ code }) => wide(placeInTitle(code, names))));
    expect(longest(["city", "county"])).toBeLessThanOrEqual(wide(LONGEST_COUNTY));
    expect(longest(["town", "village"])).toBeLessThanOrEqual(wide(LONGEST_TOWN));
    expect(rows.filter(({ code, level, name }) => level === "village" && !name.startsWith(placeInTitle(code, names).slice(0, 1)) && !names.of(code).startsWith(placeInTitle(code, names).slice(0, 1)))).toEqual([]);
  });
});
