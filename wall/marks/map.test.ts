import { beforeAll, describe, expect, test } from "vitest";
import type { BoundarySet } from "../../model/boundary.ts";
import { circleAt } from "../../model/wind-circle.ts";
import { knownFixes, stormAt } from "../../model/storm-track.ts";
import { parseTime } from "../../model/time.ts";
import { openCatalog, type Catalog } from "../../server/catalog/index.ts";
import { MUJIGAE } from "../../tests/fixtures/mujigae.ts";
import { CAMERAS, fit, fitCamera, onTheWay, planeBox, TRUE_GROUND } from "./camera.ts";
import { regionAt } from "./contains.ts";
import { meets, nearestOf, type LabelBox } from "./labels.ts";
import type { LegendLine } from "./legend.ts";
import { roomyGoal } from "./legend-room.ts";
import { keptBoxes, marks, sentence, type MapData } from "./map.ts";
import { mapGround } from "./map-ground.ts";
import { noticeLines } from "./map-corner.ts";
import { regionGoal } from "./map-goal.ts";
import { focusLineBoxes } from "./focus-line.ts";
import { focusGround } from "./focus-ground.ts";
import { legendPlace } from "./legend-place.ts";
import { legendFor, legendOf } from "./map.ts";
import { mapWords } from "./map-words.ts";
import type { HitMark, Mark, RectMark, Size, TextMark } from "./mark.ts";
import { project, unproject } from "./mercator.ts";
import { apply, unapply } from "./plane.ts";
import { pointBoxes, rimBoxes, shapes as stormShapes, stormSeen, trackBoxes } from "./track.ts";
import { textBox } from "./words.ts";

const WALL: Size = { width: 1920, height: 804, u: 24 };
const CONSOLE: Size = { width: 1400, height: 900, u: 18 };
let catalog: Catalog;
let county: BoundarySet;
let city: BoundarySet;
let context: BoundarySet;
beforeAll(async () => {
  catalog = await openCatalog(".");
  [county, city, context] = await Promise.all([catalog.boundaries("county"), catalog.boundaries("city"), catalog.boundaries("context")]);
});

const at = (text: string): number => parseTime(text)!;
function stormData(time: string): MapData {
  const t = at(time);
  const now = stormAt(MUJIGAE, t, t)!;
  const alerts = mapGround(county).ground.regions.flatMap(({ code, labelAt }) => {
    const circle = circleAt(now, unproject(labelAt));
    return circle === 0 ? [] : [{ region: code, severity: circle === 10 ? (2 as const) : (4 as const), issued: false }];
  });
  return { sets: { main: county, cities: city, context }, storm: { storm: MUJIGAE, now, fixes: knownFixes(MUJIGAE, t) }, alerts, drillable: true };
}
function withFigures(): MapData {
  const figures = new Map([...mapGround(city).ground.regions, ...mapGround(county).ground.regions].map(({ code }, i) => [code, [{ text: String(100 + i), sizePx: 31, weight: 600 as const, ink: "t1" as const }]]));
  const values = new Map(mapGround(county).ground.regions.map(({ code }, i) => [code, i % 9 === 0 ? null : i]));
  return { sets: { main: county, cities: city, context }, figures, fill: { values, breaks: [10, 30, 60, 90] }, legend: { title: "测试", breaks: [10, 30, 60, 90] }, drillable: true };
}

const flat = (list: readonly Mark[]): Mark[] => list.flatMap((mark) => (mark.kind === "clip" ? flat(mark.marks) : [mark]));
const texts = (list: readonly Mark[]): TextMark[] => flat(list).filter((mark): mark is TextMark => mark.kind === "text" && mark.id !== undefined);
const group = (id: string): string => (id.startsWith("legend") ? "legend" : id.startsWith("notice") ? "notice" : id.startsWith("storm-facts") ? "storm-name" : id.replace(/^(name|figure|callout)-/, "").replace(/-2$/, ""));
/** Pairs of labels whose drawn words meet. */
function collisions(list: readonly Mark[], size: Size): string[] {
  const boxes = texts(list).map((mark): { id: string; group: string; box: LabelBox } => ({ id: mark.id!, group: group(mark.id!), box: textBox(mark, size) }));
  return boxes.flatMap((a, i) => boxes.slice(i + 1).flatMap((b) => (a.group !== b.group && meets(a.box, b.box) ? [`${a.id} × ${b.id}`] : [])));
}

describe.each(Object.values(CAMERAS))("camera $title.zh", (camera) => {
  test.each([["the wall", WALL], ["the console", CONSOLE]] as const)("no two names meet on %s, with values under them or with a storm", (_, size) => {
    for (const data of [withFigures(), stormData("2015-10-04T05:00:00+08:00"), stormData("2015-10-04T14:30:00+08:00")]) {
      const list = marks(data, size, fitCamera(camera, size));
      expect(texts(list).length).toBeGreaterThan(8);
      expect(collisions(list, size)).toEqual([]);
    }
  });
  test("every word of the map stands inside the picture", () => {
    for (const mark of texts(marks(stormData("2015-10-04T05:00:00+08:00"), WALL, fitCamera(camera, WALL)))) {
      const box = textBox(mark, WALL);
      expect.soft(box.x >= 0 && box.x + box.width <= WALL.width && box.y >= 0 && box.y + box.height <= WALL.height, mark.id).toBe(true);
    }
  });
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
test("the province's view names all 21 cities, with their numbers", () => {
  const ids = texts(marks(withFigures(), WALL, fitCamera(CAMERAS.province, WALL))).map((mark) => mark.id!);
  for (const { code, name } of mapGround(city).ground.regions) {
    expect.soft(ids, name).toContain(`name-${code}`);
    expect.soft(ids, name).toContain(`figure-${code}`);
  }
});
test("香港 and 澳门 are named however crowded the delta is, and no city's name stands on them", () => {
  const neighbours = mapGround(context).ground;
  for (const [camera, data] of [[CAMERAS.province, withFigures()], ...["2015-10-03T14:00:00+08:00", "2015-10-04T08:00:00+08:00", "2015-10-04T14:00:00+08:00"].map((time) => [CAMERAS.storm, stormData(time)] as const)] as const) {
    const goal = fitCamera(camera, WALL, { top: 48, right: 48, bottom: 48, left: 48 });
    const drawn = texts(marks(data, WALL, goal));
    expect.soft(drawn.map((mark) => mark.text)).toEqual(expect.arrayContaining(["香港", "澳门"]));
    for (const mark of drawn.filter(({ id }) => id!.startsWith("name-")))
      expect.soft(regionAt(neighbours, unapply(goal, [mark.x, mark.y]))?.name ?? "", mark.text).not.toMatch(/香港|澳门/);
  }
});
test("every city with an alert is named on the storm's view, if need be without its number", () => {
  const storm = stormData("2015-10-04T11:00:00+08:00");
  const figures = new Map(mapGround(city).ground.regions.map(({ code }) => [code, [{ text: "4日 04:02", sizePx: 26, ink: "w1" as const }]]));
  const ids = texts(marks({ ...storm, figures }, WALL, fitCamera(CAMERAS.storm, WALL))).map((mark) => mark.id);
  const reached = new Set(storm.alerts!.map(({ region }) => mapGround(county).ground.regions[mapGround(county).index.get(region!)!]!.parent));
  const missing = [...reached].filter((code) => !ids.includes(`name-${code}`)).map((code) => mapGround(city).ground.regions.find((r) => r.code === code)?.name);
  expect(missing).toEqual([]);
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
test("counties are named only when the camera is near, or when one city is spoken of", () => {
  const near = texts(marks(withFigures(), WALL, fit([-20, -20, 60, 20], WALL)));
  expect(near.some((mark) => mark.id!.startsWith("name-4401") && mark.id!.length === 11)).toBe(true);
  const far = texts(marks({ ...withFigures(), focus: "4407" }, WALL, fitCamera(CAMERAS.delta, WALL)));
  expect(far.some((mark) => mark.text === "台山")).toBe(true);
});
describe.each(Object.values(CAMERAS))("camera $title.zh", (camera) => {
  test.each([["the wall", WALL], ["the console", CONSOLE]] as const)("a name stands on its own land on %s, or a line leads from it there", (_, size) => {
    const goal = fitCamera(camera, size);
    const { ground, index } = mapGround(city);
    const wrong = [withFigures(), stormData("2015-10-04T05:00:00+08:00"), stormData("2015-10-04T14:30:00+08:00")].flatMap((data) =>
      mapWords(data, goal, size, []).placed.flatMap(({ id, box, led }) => {
        const code = id.replace(/^name-/, "");
        if (!index.has(code)) return [];
        const middle = led ?? ([box.x + box.width / 2, box.y + box.height / 2] as const);
        const under = regionAt(ground, unapply(goal, middle));
        return under?.code === code ? [] : [`${ground.regions[index.get(code)!]!.name} on ${under?.name ?? "the sea"}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
test("on a picture whose legend takes its width few names are led off their places, and onto another city's land none but by a line of one u", () => {
  const LIVE: Size = { width: 1164, height: 683, u: 24 };
  const { ground, index } = mapGround(city);
  const inset = { top: 48, right: 48, bottom: 48, left: 48 };
  for (let hour = 8; hour < 32; hour += 3) {
    const time = new Date(at("2015-10-03T16:00:00+08:00") + hour * 3_600_000).toISOString();
    const data: MapData = { ...stormData(time), alertsOf: "气象服务、水利", alertsAt: "14:00" };
    const goal = roomyGoal(data, planeBox(CAMERAS.storm.box), LIVE, inset);
    const kept = keptBoxes(data, LIVE, goal);
    const names = mapWords(data, goal, LIVE, kept, kept).placed.filter(({ id }) => index.has(id.replace(/^name-/, "")));
    const led = names.flatMap(({ id, box, led: to }) => (to ? [{ id, box, to, line: Math.hypot(...nearestOf(box, to).map((part, i) => part - to[i]!)) / LIVE.u }] : []));
    expect.soft(names.length, time).toBeGreaterThanOrEqual(19);
    expect.soft(led.length, time).toBeLessThanOrEqual(6);
    // What is left out is no place at the gravest level.
    const grave = new Set(data.alerts!.flatMap(({ region, severity }) => (severity === 2 ? [`name-${region!.slice(0, 4)}`] : [])));
    expect.soft([...grave].filter((id) => !names.some((name) => name.id === id)), time).toEqual([]);
    for (const { id, box, line } of led) {
      const under = regionAt(ground, unapply(goal, [box.x + box.width / 2, box.y + box.height / 2]))?.code;
      if (under !== undefined && under !== id.replace(/^name-/, "")) expect.soft(line, `${time} ${id}`).toBeLessThanOrEqual(1.1);
    }
  }
});
test("no time of a track stands in the place under a name, where a city has its own", () => {
  const figures = new Map([...mapGround(city).ground.regions].filter((_, i) => i % 2 === 0).map(({ code }) => [code, [{ text: "4日14时", sizePx: 26, ink: "w1" as const }]]));
  let times = 0;
  for (const [size, camera] of [[WALL, "storm"], [WALL, "landfall"], [CONSOLE, "province"], [{ width: 1165, height: 804, u: 24 }, "storm"]] as const)
    for (let hour = 0; hour < 40; hour += 2) {
      const time = new Date(at("2015-10-03T16:00:00+08:00") + hour * 3_600_000).toISOString();
      const data = { ...stormData(time), figures };
      const { placed } = mapWords(data, fitCamera(CAMERAS[camera], size), size, []);
      const stands = placed.filter(({ id }) => /^storm-\d+$/.test(id));
      times += stands.length;
      const under = placed.filter(({ id }) => id.startsWith("name-")).map(({ box }): LabelBox => ({ x: box.x, y: box.y + box.height, width: box.width, height: 1.2 * size.u }));
      expect.soft(stands.filter(({ box }) => under.some((slot) => meets(box, slot))).map(({ id }) => id), `${size.width} ${camera} ${time}`).toEqual([]);
    }
  expect(times).toBeGreaterThan(100);
});
test("every word of the map is read on any fill: it has a halo, and and t3, its palest ink, stands off that by 4.5 to 1 (themes/contrast.test.ts)", () => {
  for (const data of [withFigures(), stormData("2015-10-04T14:30:00+08:00")])
    for (const mark of texts(marks(data, WALL, fitCamera(CAMERAS.province, WALL)))) {
      if (mark.id!.startsWith("context-")) continue; // On plain land2, not on a fill.
      expect.soft([mark.id, mark.halo], mark.id).toEqual([mark.id, "bg"]);
    }
});
test("while the camera moves no name stands over another's ground: words are drawn when it is there, the legend and the notice all the way", () => {
  const data = { ...withFigures(), storm: stormData("2015-10-04T05:00:00+08:00").storm! };
  const [from, goal] = [fitCamera(CAMERAS.province, WALL), fitCamera(CAMERAS.west, WALL)];
  const words = (share: number): string[] => texts(marks(data, WALL, goal, onTheWay(from, goal, WALL, share))).map(({ id }) => id!);
  const ofGround = (ids: readonly string[]): string[] => ids.filter((id) => !/^(legend|notice|inset)/.test(id));
  expect(ofGround(words(1)).length).toBeGreaterThan(8);
  for (const share of [0, 0.2, 0.5, 0.8]) {
    expect.soft(ofGround(words(share)), `${share}`).toEqual([]);
    expect.soft(words(share), `${share}`).toEqual(expect.arrayContaining(["legend-title", "notice-0"]));
  }
  expect(marks(data, WALL, goal, onTheWay(from, goal, WALL, 0.5))[0]).not.toEqual(marks(data, WALL, goal)[0]);
  // A camera that settles by a hair takes no word away.
  const hair = { ...goal, dx: goal.dx + WALL.u / 4 };
  expect(texts(marks(data, WALL, goal, hair))).toEqual(texts(marks(data, WALL, goal)));
});

test("every map says that it has no approval, and where its lines come from", () => {
  expect(noticeLines({ main: county, cities: city })).toEqual(["演示底图 无审图号 不得公开展示", "© OpenStreetMap contributors"]);
  const shown = texts(marks(withFigures(), WALL, fitCamera(CAMERAS.north, WALL))).map((mark) => mark.text);
  expect(shown).toEqual(expect.arrayContaining(["演示底图 无审图号 不得公开展示", "© OpenStreetMap contributors"]));
});
test("schematic town cells say that they are no legal boundary", async () => {
  const towns = await catalog.boundaries("town", "440781");
  expect(noticeLines({ main: towns, around: county })[0]).toBe("镇界示意，非法定界线");
});
test("the Dongsha Islands are on every view, at their place or in a window", () => {
  for (const camera of Object.values(CAMERAS)) expect.soft(texts(marks(withFigures(), WALL, fitCamera(camera, WALL))).map((mark) => mark.text), camera.id).toContain("东沙群岛");
});

test("each drillable region has exactly one touch area, inside the picture or at its edge", () => {
  const hits = flat(marks(withFigures(), WALL, fitCamera(CAMERAS.province, WALL))).filter((mark): mark is HitMark => mark.kind === "hit");
  expect(new Set(hits.map((hit) => (hit.hit.kind === "region" ? hit.hit.code : "")))).toHaveLength(124);
  expect(hits).toHaveLength(124);
  for (const hit of hits) {
    expect.soft(hit.width, hit.label).toBeGreaterThanOrEqual(24);
    expect.soft(hit.x >= 0 && hit.y >= 0 && hit.x + hit.width <= WALL.width && hit.y + hit.height <= WALL.height, hit.label).toBe(true);
  }
});
test("only regions that may be opened are touched", () => {
  const list = marks({ ...withFigures(), drillable: ["440781"] }, WALL, fitCamera(CAMERAS.province, WALL));
  expect(flat(list).filter((mark) => mark.kind === "hit").map((mark) => (mark as HitMark).label)).toEqual(["台山市"]);
});

test("a machine's finding is hollow and faint on the map, an issued warning is filled", () => {
  const base = { sets: { main: county, cities: city } };
  const goal = fitCamera(CAMERAS.province, WALL);
  const drawn = (issued: boolean): Mark[] => flat(marks({ ...base, alerts: [{ region: "440781", severity: 1, issued }] }, WALL, goal));
  expect(drawn(false).find((mark) => mark.kind === "badge")).toMatchObject({ look: "hollow", severity: 1 });
  expect(drawn(true).find((mark) => mark.kind === "badge")).toMatchObject({ look: "filled", severity: 1 });
  const texture = (issued: boolean) => drawn(issued).flatMap((mark) => (mark.kind === "regions" ? (mark.textures ?? []) : [])).find((t) => t !== null);
  expect(texture(false)).toEqual({ texture: "solid", ink: "red.line", faint: true });
  expect(texture(true)).toEqual({ texture: "solid", ink: "red.line" });
  expect(texts(drawn(false)).map((mark) => mark.text)).toContain("达标准 = 系统研判，未发布预警");
});
test("the map says in one sentence where it is worst", () => {
  const data: MapData = { sets: { main: county, cities: city }, alerts: [{ region: "440781", severity: 2, issued: false }] };
  expect(sentence(data, "全省")).toBe("全省：橙色 1 处（台山）。");
  expect(sentence({ sets: { main: county }, alerts: [] }, "全省")).toBe("全省：没有达到预警标准的地方。");
});

test("words keep off the seams of the glass, the ground runs on", () => {
  const seams = [{ x: 640, y: 0, width: 6, height: WALL.height }, { x: 1290, y: 0, width: 6, height: WALL.height }, { x: 0, y: 400, width: WALL.width, height: 6 }];
  for (const data of [stormData("2015-10-04T05:00:00+08:00"), withFigures()]) {
    const goal = fitCamera(CAMERAS.province, WALL);
    const met = (list: readonly Mark[]): string[] => texts(list).filter((mark) => seams.some((seam) => meets(textBox(mark, WALL), seam))).map((mark) => mark.text);
    expect(met(marks(data, WALL, goal)).length).toBeGreaterThan(0);
    expect(met(marks({ ...data, seams }, WALL, goal))).toEqual([]);
  }
});

test("words keep off the tags that a room sets on the map, as does its legend", () => {
  const tags = [{ x: 500, y: 300, width: 432, height: 54 }, { x: 60, y: 420, width: 432, height: 54 }];
  for (const data of [stormData("2015-10-04T05:00:00+08:00"), withFigures()]) {
    const goal = fitCamera(CAMERAS.province, WALL);
    const met = (list: readonly Mark[]): string[] => texts(list).filter((mark) => tags.some((tag) => meets(textBox(mark, WALL), tag))).map((mark) => mark.text);
    expect(met(marks(data, WALL, goal)).length).toBeGreaterThan(0);
    expect(met(marks({ ...data, tags }, WALL, goal))).toEqual([]);
  }
});

test("on a county's map no town gives up its place to the words of the storm", async () => {
  const town = await catalog.boundaries("town", "440882");
  const size: Size = { width: 699, height: 784, u: 14 };
  const figures = new Map(mapGround(town).ground.regions.map(({ code }) => [code, [{ text: "10 级", sizePx: 15.4, ink: "w1" as const, family: "num" as const }]]));
  for (const time of ["2015-10-04T06:00:00+08:00", "2015-10-04T13:00:00+08:00"]) {
    const { storm, ...calm } = { ...stormData(time), sets: { main: town, context }, focus: "440882", figures };
    const boxes = mapGround(town).ground.regions.map(({ box }) => box);
    const goal = fit([Math.min(...boxes.map((b) => b[0])), Math.min(...boxes.map((b) => b[1])), Math.max(...boxes.map((b) => b[2])), Math.max(...boxes.map((b) => b[3]))], size, { top: 28, right: 14, bottom: 42, left: 56 });
    const where = (data: MapData) => mapWords(data, goal, size, []).placed.filter(({ id }) => id.startsWith("name-")).map(({ id, box }) => [id, box] as const);
    const [alone, under] = [new Map(where(calm)), new Map(where({ ...calm, storm: storm! }))];
    expect([...under.keys()].sort(), time).toEqual([...alone.keys()].sort());
    // Off a point of the track itself a name still steps aside.
    const points = pointBoxes(storm!, goal, size);
    const moved = [...under].filter(([id, box]) => Math.hypot(box.x - alone.get(id)!.x, box.y - alone.get(id)!.y) > 1 && !points.some((point) => meets(point, alone.get(id)!, size.u)));
    expect(moved.map(([id]) => id), time).toEqual([]);
    // A storm beyond the picture is named at its edge: an arrow in the middle of a county points at nothing.
    const { box } = mapWords({ ...calm, storm: storm! }, goal, size, []).placed.find(({ id }) => id === "storm-name")!;
    expect(Math.min(box.x, box.y, size.width - box.x - box.width, size.height - box.y - box.height), time).toBeLessThan(1.5 * size.u);
  }
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
test("before findings have come the map does not say that there are none", () => {
  expect(sentence({ sets: { main: county } }, "全省")).toBe("全省：正在取数。");
});

describe("a map that looks at one region", () => {
  const size: Size = { width: 700, height: 740, u: 14 };
  const inset = { top: 21, right: 21, bottom: 21, left: 21 };
  const near = async (code: string, child: "county" | "town"): Promise<MapData> => {
    const main = await catalog.boundaries(child, code.length === 9 ? code.slice(0, 6) : code);
    const villages = code.length === 9 ? { villages: await catalog.boundaries("village", code) } : {};
    const alerts = [{ region: code, severity: 2 as const, issued: false }];
    return { ...stormData("2015-10-04T08:00:00+08:00"), alerts, sets: { main, around: county, cities: city, context, ...villages }, focus: code, ...(code.length === 9 && { selected: code }) };
  };
  test("nothing that stands in its corners lies over it, and the storm's track is not hidden where another corner is free", async () => {
    for (const [code, child] of [["4408", "county"], ["440882", "town"], ["440781", "town"], ["440882115", "town"]] as const) {
      const data = await near(code, child);
      const goal = regionGoal(data, code, size, inset);
      const drawn = flat(marks(data, size, goal));
      const corner = drawn.filter((mark): mark is TextMark => mark.kind === "text" && /^(legend|notice)/.test(mark.id ?? "")).map((mark) => textBox(mark, size));
      expect(corner.length, code).toBeGreaterThan(2);
      const land = focusGround({ sets: data.sets, focus: code });
      const on = corner.filter((box) => [0, 0.25, 0.5, 0.75, 1].some((i) => [0, 0.5, 1].some((j) => regionAt(land, unapply(goal, [box.x + i * box.width, box.y + j * box.height])))));
      expect.soft(on, code).toEqual([]);
      const legend = drawn.filter((mark): mark is TextMark => mark.kind === "text" && (mark.id ?? "").startsWith("legend")).map((mark) => textBox(mark, size));
      expect.soft(legend.some((box) => trackBoxes(data.storm!, goal, size).some((line) => meets(box, line))), code).toBe(false);
      expect.soft(collisions(marks(data, size, goal), size), code).toEqual([]);
    }
  });
  test("a district under the storm's symbol is named beside it, with a line that ends on its own land", async () => {
    const { ground, index } = mapGround(county);
    for (const time of ["12:00", "13:00", "14:00", "15:00", "16:00"]) {
      const data = { ...(await near("4408", "county")), ...stormData(`2015-10-04T${time}:00+08:00`), sets: { main: await catalog.boundaries("county", "4408"), around: county, cities: city, context } };
      const goal = regionGoal(data, "4408", size, inset);
      const { placed } = mapWords(data, goal, size, []);
      const names = placed.filter(({ id }) => /^name-4408\d\d$/.test(id));
      expect.soft(names.length, time).toBe(9);
      for (const { id, led } of names) if (led) expect.soft(ground.regions[index.get(id.slice(5))!]!.code, `${time} ${id}`).toBe(regionAt(ground, unapply(goal, led))?.code);
      if (time === "14:00") expect(names.find(({ id }) => id === "name-440802")?.led).toBeDefined();
      expect.soft(collisions(marks(data, size, goal), size), time).toEqual([]);
    }
  });
  test("the words of the storm lie neither across its line nor on its names", async () => {
    for (const [code, child] of [["4408", "county"], ["440882", "town"], ["440882115", "town"]] as const) {
      const data = await near(code, child);
      const goal = regionGoal(data, code, size, inset);
      const line = focusLineBoxes(data, goal, size);
      const storm = texts(marks(data, size, goal)).filter(({ id }) => id === "storm-name").map((mark) => textBox(mark, size));
      expect(storm.length, code).toBe(1);
      expect.soft(storm.some((box) => line.some((bead) => meets(box, bead))), code).toBe(false);
    }
  });
  test("neither wind circle runs through the words of a storm that is off the map, also on a large picture of a town", async () => {
    const large: Size = { width: 990, height: 1100, u: 18 };
    for (const picture of [size, large])
      for (let minute = 0; minute <= 720; minute += 12) {
        const { alerts: _, ...rest } = await near("440882115", "town");
        const time = new Date(at("2015-10-04T08:00:00+08:00") + minute * 60_000).toISOString();
        const data: MapData = { ...rest, storm: stormData(time).storm! };
        const goal = regionGoal(data, "440882115", picture, inset);
        const words = texts(marks(data, picture, goal)).filter(({ id, text }) => id === "storm-facts" || (id === "storm-name" && text.includes("图外"))).map((mark) => textBox(mark, picture));
        const crossed = rimBoxes(data.storm!, goal, picture).filter((bead) => words.length > 1 && words.some((box) => meets(box, bead)));
        expect.soft(crossed.length, `${picture.width} ${time}`).toBe(0);
      }
  });
  test("a village's name stands across its town's line only where no other of its places is free", async () => {
    const data = await near("440882115", "town");
    const goal = regionGoal(data, "440882115", size, inset);
    const line = focusLineBoxes(data, goal, size);
    const names = mapWords(data, goal, size, []).placed.filter(({ id }) => id.startsWith("village-"));
    expect(names).toHaveLength(28);
    // A number behind a name gives way before the name does.
    const figures = new Map(mapGround(data.sets.villages!).ground.regions.map(({ code }) => [code, [{ text: "1,234 人", sizePx: 15.4, ink: "t1" as const, family: "num" as const }]]));
    const numbered = mapWords({ ...data, figures }, goal, size, []).placed.filter(({ id }) => id.startsWith("village-"));
    expect(numbered).toHaveLength(28);
    expect(names.filter(({ box }) => line.some((bead) => meets(box, bead))).length).toBeLessThanOrEqual(1);
  });
  test.each([["440882", "town"], ["4408", "county"]] as const)("a level of %s is told by the texture of its ground and of its legend's sample, not by colour alone", async (code, child) => {
    const data = await near(code, child);
    const goal = regionGoal(data, code, size, inset);
    const main = mapGround(data.sets.main).ground;
    const ground = flat(marks(data, size, goal)).find((mark) => mark.kind === "regions" && mark.ground === main) as Extract<Mark, { kind: "regions" }>;
    const inside = main.regions.flatMap(({ parent }, i) => (parent === code ? [ground.textures?.[i]] : []));
    expect(inside.length).toBeGreaterThan(5);
    expect(inside).toEqual(inside.map(() => ({ texture: "dense", ink: "orange.line", faint: true })));
    expect(legendOf(data)!.lines!.find(({ label }) => label.startsWith("达橙色"))).toMatchObject({ texture: "dense", stroke: "orange.line" });
  });
  test("the neighbours of a county have their levels' textures too, and a town its own before its county's", async () => {
    const data = await near("440882", "town");
    const [town, next] = [mapGround(data.sets.main).ground.regions.find(({ parent }) => parent === "440882")!.code, "440825"];
    const alerts = [...data.alerts!, { region: town, severity: 1 as const, issued: true }, { region: next, severity: 4 as const, issued: true }];
    const drawn = flat(marks({ ...data, alerts }, size, regionGoal(data, "440882", size, inset)));
    const at = (set: BoundarySet, code: string) => (drawn.find((mark) => mark.kind === "regions" && mark.ground === mapGround(set).ground) as Extract<Mark, { kind: "regions" }>).textures?.[mapGround(set).index.get(code)!]?.texture;
    expect([at(data.sets.main, town), at(county, next)]).toEqual(["solid", "dots"]);
  });
  test("a town's own milder level takes nothing from what its county is in; one that only lies in it has the texture and no badge", async () => {
    const data = await near("440882", "town");
    const [town, plain] = mapGround(data.sets.main).ground.regions.filter(({ parent }) => parent === "440882").map(({ code }) => code) as [string, string];
    const mixed: MapData = { ...data, alerts: [...data.alerts!, { region: town, severity: 4, issued: false }] };
    const goal = regionGoal(mixed, "440882", size, inset);
    const drawn = flat(marks(mixed, size, goal));
    const ground = drawn.find((mark) => mark.kind === "regions" && mark.ground === mapGround(data.sets.main).ground) as Extract<Mark, { kind: "regions" }>;
    expect([town, plain].map((code) => ground.textures?.[mapGround(data.sets.main).index.get(code)!])).toEqual([0, 1].map(() => ({ texture: "dense", ink: "orange.line", faint: true })));
    expect(drawn.flatMap((mark) => (mark.kind === "badge" ? [[mark.severity, mark.char]] : []))).toEqual([[2, "橙"]]);
    // The line of what is graver lies over that of what is milder.
    const lines = drawn.flatMap((mark) => (mark.kind === "outline" && ["blue.line", "orange.line"].includes(mark.stroke) ? [mark.stroke] : []));
    expect(lines).toEqual(["blue.line", "orange.line"]);
    // Its own level is a line alone there, and the legend draws it so.
    expect(legendOf(mixed)!.lines!.filter(({ label }) => label.includes("标准")).map(({ label, texture }) => [label, texture])).toEqual([["达橙色标准 1 县", "dense"], ["达蓝色标准 1 镇街", undefined]]);
  });
  test("near by the whole province's level is on all ground that no graver one is on", async () => {
    const data = await near("440882", "town");
    const next: MapData = { ...data, alerts: [...data.alerts!, { severity: 3, issued: false }, { severity: 1, issued: false, region: "440825" }] };
    const drawn = flat(marks(next, size, regionGoal(next, "440882", size, inset)));
    const at = (set: BoundarySet, code: string) => (drawn.find((mark) => mark.kind === "regions" && mark.ground === mapGround(set).ground) as Extract<Mark, { kind: "regions" }>).textures?.[mapGround(set).index.get(code)!]?.ink;
    const town = mapGround(data.sets.main).ground.regions.find(({ parent }) => parent === "440882")!.code;
    expect([at(data.sets.main, town), at(county, "440825"), at(county, "440281")]).toEqual(["orange.line", "red.line", "yellow.line"]);
  });
  test("its legend explains a level only where something of it lies in the picture", async () => {
    const data = await near("440882", "town");
    const far = { ...data, alerts: [...data.alerts!, { region: "440281", severity: 4 as const, issued: false }] };
    const next = { ...data, alerts: [...data.alerts!, { region: "440825", severity: 4 as const, issued: false }] };
    const levels = (shown: MapData) => legendFor(shown, regionGoal(shown, "440882", size, inset), size)!.lines!.map(({ label }) => label).filter((label) => label.includes("标准"));
    expect([levels(far), levels(next)]).toEqual([["达橙色标准 1 县"], ["达橙色标准 1 县", "达蓝色标准 1 县"]]);
  });
});
test("on small maps too 香港 and 澳门 are named while the storm goes by", () => {
  for (const size of [{ width: 520, height: 560, u: 14 }, { width: 640, height: 420, u: 16 }])
    for (let hour = 0; hour < 40; hour += 4) {
      const data = stormData(new Date(at("2015-10-03T16:00:00+08:00") + hour * 3_600_000).toISOString());
      expect.soft(texts(marks(data, size, fitCamera(CAMERAS.landfall, size))).map((mark) => mark.text), `${size.width} ${hour}`).toEqual(expect.arrayContaining(["香港", "澳门"]));
    }
});
test("where true ground ends before the picture does, a bare graticule and no land runs on to the picture's edge", () => {
  const wide: Size = { width: 3000, height: 900, u: 24 };
  const goal = fitCamera(CAMERAS.province, wide);
  const list = flat(marks({ sets: { main: county, context }, alerts: [] }, wide, goal));
  const lines = list.filter((mark) => mark.kind === "line" && mark.stroke === "hair").map((mark) => (mark.kind === "line" ? mark.points : []));
  const ends = lines.flatMap((points) => points.map(([x]) => x));
  expect([Math.min(...ends), Math.max(...ends)]).toEqual([0, wide.width]);
  const [west, , east] = planeBox(TRUE_GROUND);
  const inside = (x: number): boolean => x > goal.k * west + goal.dx + 0.05 * wide.width && x < goal.k * east + goal.dx - 0.05 * wide.width;
  expect(ends.some(inside)).toBe(false);
  // A picture that true ground fills has none.
  const small: Size = { width: 900, height: 900, u: 24 };
  expect(flat(marks({ sets: { main: county, context }, alerts: [] }, small, fitCamera(CAMERAS.province, small))).some((mark) => mark.kind === "line" && mark.stroke === "hair")).toBe(false);
});
