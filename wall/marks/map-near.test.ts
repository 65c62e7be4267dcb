import { beforeAll, describe, expect, test } from "vitest";
import type { BoundarySet } from "../../model/boundary.ts";
import { at, collisions, flat, provinceMaps, texts, type ProvinceMaps } from "../../tests/fixtures/province-maps.ts";
import { fit } from "./camera.ts";
import { regionAt } from "./contains.ts";
import { meets } from "./labels.ts";
import { legendFor, legendOf, marks, type MapData } from "./map.ts";
import { mapGround } from "./map-ground.ts";
import { regionGoal } from "./map-goal.ts";
import { focusLineBoxes } from "./focus-line.ts";
import { focusGround } from "./focus-ground.ts";
import { mapWords } from "./map-words.ts";
import type { Mark, Size, TextMark } from "./mark.ts";
import { unapply } from "./plane.ts";
import { pointBoxes, rimBoxes, trackBoxes } from "./track.ts";
import { textBox } from "./words.ts";

let catalog: ProvinceMaps["catalog"];
let county: ProvinceMaps["county"];
let city: ProvinceMaps["city"];
let context: ProvinceMaps["context"];
let stormData: ProvinceMaps["stormData"];
beforeAll(async () => {
  ({ catalog, county, city, context, stormData } = await provinceMaps());
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
