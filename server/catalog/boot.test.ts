import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openCatalog } from "./index.ts";

let root: string;
let spoilt: string | undefined;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "guanlan-boot-"));
  cpSync("data", join(root, "data"), { recursive: true });
  for (const folder of ["layouts/walls", "layouts/scenes"]) cpSync(folder, join(root, folder), { recursive: true });
});
afterEach(() => {
  if (spoilt) cpSync(spoilt, join(root, spoilt));
});
afterAll(() => rmSync(root, { recursive: true }));
function spoil(path: string, change: (text: string) => string): void {
  spoilt = path;
  writeFileSync(join(root, path), change(readFileSync(path, "utf8")));
}

test.each([
  ["a region below a parent that is not there", "data/regions/regions.csv", (t: string) => t.replace("440103001,", "999103001,").replace(/^4401,.*\n/m, ""), /regions\.csv, line \d+: parent "4401" of county 440103/],
  ["a region of an unknown kind", "data/regions/regions.csv", (t: string) => t.replace(",county,4401,district,", ",county,4401,kingdom,"), /regions\.csv, line \d+: column "kind" says "kingdom"/],
  ["a storm fix that goes back in time", "data/typhoon/typhoon-tracks.csv", (t: string) => t.replace("2015-10-04T06:00:00Z", "2015-10-03T06:00:00Z"), /typhoon-tracks\.csv, line \d+: a fix of Mujigae that is not later/],
  ["an hour missing from the weather", "data/weather/guangzhou-hourly-2015.csv", (t: string) => t.replace(/^2015-10-04T06.*\n/m, ""), /guangzhou-hourly-2015\.csv, line \d+: a step of 2 h/],
  ["a site in a region that does not exist", "data/sites/weather.json", (t: string) => t.replace('"4401"', '"4499"'), /weather\.json: site "wx-guangzhou" lies in region "4499"/],
  ["a site without a class", "data/sites/weather.json", (t: string) => t.replace(', "class": "open"', ""), /weather\.json: \/sites\/0/],
  ["a site that stands twice", "data/sites/water.json", (t: string) => t.replace('"rg-gaoyao"', '"wx-guangzhou"'), /site "wx-guangzhou" stands already in data\/sites\/water\.json/],
  ["two units of one kind at a level", "data/units.json", (t: string) => t.replace('"kind": "grid"', '"kind": "team"'), /units\.json: level village names kind "team" twice/],
  ["a wall whose back row is nearer than its front row", "layouts/walls/live.json", (t: string) => t.replace('"backRowM": 3', '"backRowM": 1'), /live\.json: Room "live": surface "front": frontRowM 2\.4 lies behind backRowM 1/],
  ["a wall of a region that is not there", "layouts/walls/live.json", (t: string) => t.replace('"region": "44"', '"region": "45"'), /live\.json: the wall belongs to region "45"/],
  ["a wall with a scene for a family of records that is no word", "layouts/walls/main.json", (t: string) => t.replace('"covid": "epidemic"', '"covid": ""'), /main\.json: \/scenes\/covid/],
  ["a wall file that is not JSON", "layouts/walls/main.json", (t: string) => t.slice(1), /main\.json: cannot be read as JSON/],
  ["a case count for a city that is not there", "data/covid/guangdong-city-daily-2020.csv", (t: string) => t.replace(",4403,", ",4499,"), /guangdong-city-daily-2020\.csv, line \d+: code "4499"/],
  ["a seat outside the province's part of the world", "data/regions/town-points.csv", (t: string) => t.replace("23.09772,113.22236", "113.22236,23.09772"), /town-points\.csv, line \d+: point 23\.09772, 113\.22236/],
])("%s stops the boot, and the message names the file", async (_, path, change, message) => {
  const before = readFileSync(path, "utf8");
  spoil(path, change);
  expect(readFileSync(join(root, path), "utf8")).not.toBe(before);
  await expect(openCatalog(root)).rejects.toThrow(message);
});

const short = (text: string): string => {
  const shapes = JSON.parse(text) as { objects: Record<string, { geometries: unknown[] }> };
  for (const { geometries } of Object.values(shapes.objects)) geometries.pop();
  return JSON.stringify(shapes);
};
test("a boundary file that lacks a county stops the boot: arrivals are judged by it", async () => {
  spoil("data/odbl/guangdong-county.topojson", short);
  await expect(openCatalog(root)).rejects.toThrow(/guangdong-county\.topojson: 123 shapes; expected 124/);
});

test("a boundary file that is only drawn is refused when it is asked for", async () => {
  spoil("data/odbl/guangdong-city.topojson", short);
  const catalog = await openCatalog(root);
  await expect(catalog.boundaries("city")).rejects.toThrow(/guangdong-city\.topojson: 20 shapes; expected 21/);
});

test("a topic that is shown by a scene without a file stops the boot", async () => {
  spoilt = "layouts/scenes/water.json";
  rmSync(join(root, spoilt));
  await expect(openCatalog(root)).rejects.toThrow(/topics\/water\/topic\.ts: scene "water" is not in layouts\/scenes\. There are: .*storm/);
});
