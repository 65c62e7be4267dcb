import { beforeAll, describe, expect, test } from "vitest";
import { at, flat, provinceMaps, texts, WALL, type ProvinceMaps } from "../../tests/fixtures/province-maps.ts";
import { CAMERAS, fit, fitCamera } from "./camera.ts";
import { meets, type LabelBox } from "./labels.ts";
import type { LegendLine } from "./legend.ts";
import { keptBoxes, legendOf, marks, type MapData } from "./map.ts";
import { mapGround } from "./map-ground.ts";
import { legendPlace } from "./legend-place.ts";
import type { RectMark, Size } from "./mark.ts";
import { project } from "./mercator.ts";
import { apply } from "./plane.ts";
import { shapes as stormShapes, stormSeen, trackBoxes } from "./track.ts";
import { textBox } from "./words.ts";

let catalog: ProvinceMaps["catalog"];
let county: ProvinceMaps["county"];
let city: ProvinceMaps["city"];
let context: ProvinceMaps["context"];
let stormData: ProvinceMaps["stormData"];
let withFigures: ProvinceMaps["withFigures"];

beforeAll(async () => {
  ({ catalog, county, city, context, stormData, withFigures } = await provinceMaps());
});

test("the legend calls a gap what is true of it: 无数据, or the word that is known of all gaps", () => {
  const gaps = (said?: string) => legendOf({ sets: { main: city }, fill: { values: new Map([["4401", null]]), breaks: [], ...(said && { gaps: said }) }, alerts: [{ region: "4401", severity: 2, issued: false }] })!;
  expect([gaps().noData, gaps().noDataSaid]).toEqual([true, undefined]);
  expect(gaps("从未上报").noDataSaid).toBe("从未上报");
});

test("cut off, what the legend counts and the storm's words recede; linked, they do not", () => {
  const alerts: MapData["alerts"] = [{ region: "440825", severity: 2, issued: false }];
  const inks = (old: boolean) => flat(marks({ ...stormData("2015-10-04T14:00:00+08:00"), alerts, ...(old && { old }) }, WALL, fitCamera(CAMERAS.storm, WALL))).filter((mark) => mark.kind === "text").flatMap(({ id, text, ink }) => (text.startsWith("达橙色") || id === "storm-facts" || id === "storm-circle-10" ? [ink] : []));
  expect([inks(false).sort(), inks(true)]).toEqual([["t1", "t1", "t2"], ["t3", "t3", "t3"]]);
});

const LOW: Size = { width: 1165, height: 682, u: 24 };
const UPRIGHT: Size = { width: 1080, height: 704, u: 21 };

describe.each([["a wall", WALL, "storm"], ["a low picture", LOW, "landfall"], ["upright glass", UPRIGHT, "storm"]] as const)("the legend of a storm on %s", (_, size, camera) => {
  const goal = fitCamera(CAMERAS[camera], size, { top: 2 * size.u, right: 2 * size.u, bottom: 2 * size.u, left: 2 * size.u });
  const hours = Array.from({ length: 40 }, (_, i) => new Date(at("2015-10-03T16:00:00+08:00") + i * 3_600_000).toISOString());
  const legendOf = (data: MapData): LabelBox[] => texts(marks(data, size, goal)).filter(({ id }) => id!.startsWith("legend")).map((mark) => textBox(mark, size));
  test("no track runs through its words: it stands clear of the tracks, else on a plate of its own", () => {
    for (const time of hours) {
      const data = stormData(time);
      const words = legendOf(data);
      const crossed = words.some((box) => trackBoxes(data.storm!, goal, size).some((line) => meets(box, line)));
      // On a wide map there is always a corner that is clear of them.
      if (size === WALL) expect.soft(crossed, time).toBe(false);
      const plates = flat(marks(data, size, goal)).filter((mark) => mark.kind === "rect" && mark.fill === "bg" && words.every((box) => box.x >= mark.x && box.y >= mark.y && box.x + box.width <= mark.x + mark.width && box.y + box.height <= mark.y + mark.height));
      if (crossed) expect.soft(plates, time).toHaveLength(1);
    }
  });
  test("it moves a few times in two days, not with every hour", () => {
    const lefts = hours.map((time) => Math.round(legendOf(stormData(time))[0]!.x / (6 * size.u)));
    expect(lefts.filter((x, i) => i > 0 && x !== lefts[i - 1]).length).toBeLessThanOrEqual(2);
  });
});

test("on the glass of a laptop the legend of a storm hides no city: it stands in two columns where a high one would", () => {
  const size: Size = { width: 1187, height: 766, u: 19 };
  const goal = fitCamera(CAMERAS.landfall, size, { top: 2 * size.u, right: 2 * size.u, bottom: 2 * size.u, left: 2 * size.u });
  for (let hour = 0; hour < 40; hour += 4) {
    const time = new Date(at("2015-10-03T16:00:00+08:00") + hour * 3_600_000).toISOString();
    const data: MapData = { ...withFigures(), ...stormData(time), legend: { title: "24小时雨量", note: "mm 县级", breaks: [10, 25, 50, 100], foot: ["城市名下数字：极大风速 m/s", "达标准 = 系统研判，未发布预警"] } };
    const drawn = flat(marks(data, size, goal));
    const words = texts(drawn).filter(({ id }) => id!.startsWith("legend")).map((mark) => textBox(mark, size));
    const plate = drawn.find((mark): mark is RectMark => mark.kind === "rect" && mark.fill === "bg" && words.every((box) => box.x >= mark.x && box.y >= mark.y && box.x + box.width <= mark.x + mark.width && box.y + box.height <= mark.y + mark.height))!;
    const hidden = mapGround(city).ground.regions.filter(({ labelAt }) => {
      const [x, y] = apply(goal, labelAt);
      return x > plate.x && x < plate.x + plate.width && y > plate.y && y < plate.y + plate.height;
    });
    expect.soft(hidden.map(({ name }) => name), time).toEqual([]);
  }
});

test("where every corner is taken the legend of a storm stands at sea, and not on the track that runs along the lower edge", () => {
  const goal = fitCamera(CAMERAS.storm, WALL);
  const { width, height, u } = WALL;
  const side = 14 * u;
  const taken: LabelBox[] = [0, width - side].flatMap((x) => [0, height - side].map((y) => ({ x, y, width: side, height: side })));
  const track: LabelBox[] = Array.from({ length: Math.ceil(width / u) }, (_, i) => ({ x: i * u, y: height - 4 * u, width: u, height: u }));
  const legend = { width: 9 * u, height: 7 * u };
  const { at: [x, y], land } = legendPlace(stormData("2015-10-04T11:00:00+08:00"), goal, WALL, legend, taken, { track, rims: [] });
  expect(land).toBe(0);
  for (const other of [...taken, ...track]) expect(meets({ x, y, ...legend }, other)).toBe(false);
});

test("a legend without a storm too stands on a ground of its own: no coast crosses its samples, and no name stands on it", () => {
  const lines = ["达橙色标准 1 县", "达橙色标准 1 市", "达黄色标准 2 县"].map((label): LegendLine => ({ shape: "box", label, stroke: "orange.line" }));
  const picture: Size = { width: 1164, height: 804, u: 24 };
  const data: MapData = { ...withFigures(), legend: { title: "避护场所占用率", note: "县级", lines, noData: true, foot: ["城市名下数字：综合网格事件上报量(日) 件", "达标准 = 系统研判，未发布预警"] } };
  const goal = fitCamera(CAMERAS.province, picture);
  const drawn = marks(data, picture, goal);
  const words = texts(drawn).filter(({ id }) => id!.startsWith("legend")).map((mark) => textBox(mark, picture));
  const plates = flat(drawn).filter((mark) => mark.kind === "rect" && mark.fill === "bg" && mark.fillAlpha === undefined && words.every((box) => box.x >= mark.x && box.y >= mark.y && box.x + box.width <= mark.x + mark.width && box.y + box.height <= mark.y + mark.height)) as RectMark[];
  expect([words.length > 2, plates.length]).toEqual([true, 1]);
  expect(texts(drawn).filter(({ id }) => /^(name|figure|context)-/.test(id!)).filter((mark) => meets(textBox(mark, picture), plates[0]!)).map(({ text }) => text)).toEqual([]);
  // Its long lines are broken where that hides less of the province.
  expect(plates[0]!.width).toBeLessThan(14 * picture.u);
});

test("what may not be covered on a map holds every word of its legend and its notice", () => {
  const data = stormData("2015-10-04T14:30:00+08:00");
  const goal = fitCamera(CAMERAS.storm, WALL);
  const kept = keptBoxes(data, WALL, goal);
  const said = texts(marks(data, WALL, goal)).filter(({ id }) => /^(legend|notice)/.test(id!)).map((mark) => textBox(mark, WALL));
  expect(said.length).toBeGreaterThan(3);
  for (const { x, y, width, height } of said) expect(kept.some((box) => x >= box.x - 1 && y >= box.y - 0.3 * WALL.u && x + width <= box.x + box.width + 1 && y + height <= box.y + box.height + 0.3 * WALL.u)).toBe(true);
});

test("a close map explains only those lines of the storm that it shows", async () => {
  const town = await catalog.boundaries("town", "440882");
  const size: Size = { width: 700, height: 780, u: 16 };
  const { box, code } = mapGround(town).ground.regions[0]!;
  const data: MapData = { ...stormData("2015-10-03T08:00:00+08:00"), alerts: [], sets: { main: town, context }, focus: "440882" };
  const explained = (from: MapData, at: Parameters<typeof marks>[2]): string[] => flat(marks(from, size, at)).flatMap((mark) => (mark.kind === "text" && /路径|风圈|10分钟/.test(mark.text) ? [mark.text] : []));
  expect(explained(data, fit(box, size, { top: 0, right: 0, bottom: 0, left: 0 }))).toEqual([]);
  // Nor does a storm that is not there give its name to what is.
  const near = marks({ ...data, alerts: [{ region: code, severity: 3, issued: false }] }, size, fit(box, size, { top: 0, right: 0, bottom: 0, left: 0 }));
  const words = flat(near).flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));
  expect([words.some((text) => text.includes("黄色标准")), words.includes("台风 彩虹")]).toEqual([true, false]);
  expect(explained({ ...stormData("2015-10-04T13:00:00+08:00"), focus: "4408" }, fitCamera(CAMERAS.storm, size))).toEqual(["观测路径", "外推路径", "7级风圈", "10级风圈", "（10分钟平均）"]);
});

test("each wind circle is explained by the line that it is drawn with, and only the one in the picture", () => {
  const { storm } = stormData("2015-10-04T14:00:00+08:00");
  const data: MapData = { sets: { main: county }, storm: storm! };
  const samples = (list: readonly LegendLine[] | undefined) => (list ?? []).filter(({ label }) => label.includes("风圈")).map(({ label, widthPx, dash }) => [label.replace(/（10分钟平均）$/, ""), widthPx, dash]);
  const drawn = stormShapes(storm!, fitCamera(CAMERAS.storm, WALL), { ...WALL, u: 16 }).filter((mark) => mark.kind === "area");
  expect(samples(legendOf(data)!.lines)).toEqual([["7级风圈", 2, [2, 4]], ["10级风圈", 1.5, undefined]]);
  expect(drawn.map(({ dash }) => dash !== undefined)).toEqual([true, false]);
  expect(samples(legendOf(data, { observed: false, ahead: false, circles: [10] })!.lines)).toEqual([["10级风圈", 1.5, undefined]]);
  const { r50: _, ...now } = storm!.now;
  expect(samples(legendOf({ ...data, storm: { ...storm!, now: { ...now, r50: null } } })!.lines)).toEqual([["7级风圈", 2, [2, 4]]]);
  // The near camera's picture has the rim of one circle only.
  const near = fit([-300, -300, 300, 300].map((by, i) => project(storm!.now.lon, storm!.now.lat)[i % 2]! + by) as [number, number, number, number], WALL);
  expect(stormSeen(storm!, near, WALL).circles).toEqual([7, 10]);
  const edge = apply(near, project(storm!.now.lon, storm!.now.lat));
  const inside = { k: near.k * 8, dx: WALL.width / 2 - (edge[0] - near.dx) * 8, dy: WALL.height / 2 - (edge[1] - near.dy) * 8 - 8 * near.k * storm!.now.r50!.longKm };
  expect(stormSeen(storm!, inside, WALL).circles).toEqual([10]);
});
