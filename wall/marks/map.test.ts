import { beforeAll, describe, expect, test } from "vitest";
import { at, collisions, CONSOLE, flat, provinceMaps, texts, WALL, type ProvinceMaps } from "../../tests/fixtures/province-maps.ts";
import { CAMERAS, fit, fitCamera, onTheWay, planeBox, TRUE_GROUND } from "./camera.ts";
import { regionAt } from "./contains.ts";
import { meets, nearestOf, type LabelBox } from "./labels.ts";
import { roomyGoal } from "./legend-room.ts";
import { keptBoxes, marks, sentence, type MapData } from "./map.ts";
import { mapGround } from "./map-ground.ts";
import { noticeLines } from "./map-corner.ts";
import { mapWords } from "./map-words.ts";
import type { HitMark, Mark, Size } from "./mark.ts";
import { unapply } from "./plane.ts";
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

test("before findings have come the map does not say that there are none", () => {
  expect(sentence({ sets: { main: county } }, "全省")).toBe("全省：正在取数。");
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
