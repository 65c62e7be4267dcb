import { beforeAll, describe, expect, test } from "vitest";
import type { BoundarySet } from "../../model/boundary.ts";
import { knownFixes, stormAt } from "../../model/storm-track.ts";
import type { Lang } from "../../model/numerals.ts";
import { openCatalog } from "../../server/catalog/index.ts";
import { MUJIGAE } from "../../tests/fixtures/mujigae.ts";
import { CAMERAS, fit, planeBox, type CameraName } from "./camera.ts";
import { regionAt } from "./contains.ts";
import { focusGround } from "./focus-ground.ts";
import { meets, nearestOf, type LabelBox } from "./labels.ts";
import { isFree, legendStanding } from "./legend-standing.ts";
import { roomyGoal } from "./legend-room.ts";
import { furniture } from "./map-corner.ts";
import type { LegendLine } from "./legend.ts";
import type { MapData } from "./map-data.ts";
import { legendFor } from "./map.ts";
import type { Size } from "./mark.ts";
import { unapply, type Transform } from "./plane.ts";
import { discOn, trackBoxes } from "./track.ts";

let sets: MapData["sets"];
beforeAll(async () => {
  const catalog = await openCatalog(".");
  const [main, cities, context] = (await Promise.all([catalog.boundaries("county"), catalog.boundaries("city"), catalog.boundaries("context")])) as [BoundarySet, BoundarySet, BoundarySet];
  sets = { main, cities, context };
});

const lines = Array.from({ length: 6 }, (_, i) => ({ shape: "box" as const, label: `仅达黄色默认阈值 ${10 + i} 县`, stroke: "t1" as const }));
const spoken: LegendLine[] = ["orange limit met: 15 counties", "yellow limit only: 19 counties", "yellow default limit only: 1 city", "blue limit only: 69 counties 2 cities", "blue limit only: 1 whole city", "red default limit only: 5 counties"].map((label) => ({ shape: "box", label, stroke: "t1" }));
const spokenFoot = ["alerts of Meteorological services, Water resources only, latest 08:00", "system findings, no warning issued"];
const foot = ["告警仅计气象服务、水利", "达阈值 = 系统研判，未发布预警"];
function stormAtHour(hour: number, lang: Lang = "zh"): MapData {
  const t = Date.parse("2015-10-03T16:00:00+08:00") + hour * 3_600_000;
  return { sets, storm: { storm: MUJIGAE, now: stormAt(MUJIGAE, t, t)!, fixes: knownFixes(MUJIGAE, t) }, alerts: [], lang, legend: lang === "en" ? { title: "Typhoon Mujigae", lines: spoken, foot: spokenFoot } : { title: "台风 彩虹", lines, foot } };
}
const peace = (): MapData => ({ sets, alerts: [], legend: { title: "24小时雨量", note: "mm 县级", breaks: [10, 25, 50, 100], lines: lines.slice(0, 4), noData: true, foot: ["城市名下数字：在办突发事件数 起", "达标准 = 系统研判，未发布预警"] } });
/** The table rounds up; English lines are as wide as Plex Sans Condensed sets them on glass. */
const condensed = (size: Size): Size => ({ ...size, measure: (text, sizePx) => 0.42 * sizePx * text.length });
const insetOf = ({ u }: Size) => ({ top: 2 * u, right: 2 * u, bottom: 2 * u, left: 2 * u });
const standing = (data: MapData, goal: Transform, size: Size) => legendStanding(data, legendFor(data, goal, size)!, goal, size, furniture(data, goal, size).boxes);

const UPRIGHT: Size = { width: 1080, height: 704, u: 21 };
const LAPTOP: Size = { width: 1187, height: 766, u: 19 };
const LIVE: Size = { width: 1164, height: 683, u: 24 };
const WALL: Size = { width: 1920, height: 804, u: 24 };
describe.each<[string, Size, CameraName, Lang]>([
  ["upright glass", UPRIGHT, "storm", "zh"], ["a laptop", LAPTOP, "storm", "zh"], ["one landscape screen", LIVE, "storm", "zh"], ["a wall", WALL, "storm", "zh"],
  ["upright glass in English", condensed(UPRIGHT), "storm", "en"], ["a laptop in English", condensed(LAPTOP), "storm", "en"], ["one landscape screen in English", condensed(LIVE), "storm", "en"], ["a wall in English", condensed(WALL), "storm", "en"],
])("the legend of a storm on %s", (_, size, name, lang) => {
  const box = planeBox(CAMERAS[name].box);
  test("lies neither over the province nor over the track nor over the inner circle, in any hour", () => {
    for (let hour = 0; hour < 40; hour += 2) {
      const data = stormAtHour(hour, lang);
      const goal = roomyGoal(data, box, size, insetOf(size));
      const { at: [x, y], width, height, land } = standing(data, goal, size);
      const rect: LabelBox = { x, y, width, height };
      expect.soft(land, `hour ${hour}`).toBe(0);
      expect.soft(trackBoxes(data.storm!, goal, size).filter((line) => meets(rect, line)), `track, hour ${hour}`).toEqual([]);
      const disc = discOn(data.storm!, goal, 10);
      if (disc) {
        const [nx, ny] = nearestOf(rect, disc.at);
        expect.soft(Math.hypot(nx - disc.at[0], ny - disc.at[1]), `circle, hour ${hour}`).toBeGreaterThanOrEqual(disc.r);
      }
      const under = Array.from({ length: 121 }, (_, i) => regionAt(focusGround(data), unapply(goal, [x + ((i % 11) * width) / 10, y + (Math.floor(i / 11) * height) / 10])));
      expect.soft(under.filter(Boolean), `land, hour ${hour}`).toEqual([]);
    }
  });
  test("moves the camera a few times in forty hours, not with every hour", () => {
    const goals = Array.from({ length: 40 }, (_, hour) => JSON.stringify(roomyGoal(stormAtHour(hour, lang), box, size, insetOf(size))));
    expect(goals.filter((goal, i) => i > 0 && goal !== goals[i - 1]).length).toBeLessThanOrEqual(8);
  });
});

test("in peace it lies over no land on upright glass either", () => {
  const data = peace();
  const goal = roomyGoal(data, planeBox(CAMERAS.province.box), UPRIGHT, insetOf(UPRIGHT));
  expect(standing(data, goal, UPRIGHT)).toMatchObject({ land: 0, hidden: 0 });
});
test("where the legend finds a place of itself the camera is as large as it goes, and where nothing helps it stays", () => {
  const box = planeBox(CAMERAS.province.box);
  const plain = fit(box, WALL, insetOf(WALL));
  const data = peace();
  expect(isFree(standing(data, plain, WALL))).toBe(true);
  expect(roomyGoal(data, box, WALL, insetOf(WALL))).toEqual(plain);
  const tall: MapData = { ...data, legend: { title: "图例", lines: Array.from({ length: 90 }, () => lines[0]!) } };
  expect(roomyGoal(tall, box, UPRIGHT, insetOf(UPRIGHT))).toEqual(fit(box, UPRIGHT, insetOf(UPRIGHT)));
  expect(roomyGoal({ sets, alerts: [] }, box, UPRIGHT, insetOf(UPRIGHT))).toEqual(fit(box, UPRIGHT, insetOf(UPRIGHT)));
});
