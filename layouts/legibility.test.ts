import { describe, expect, test } from "vitest";
import { openRoom } from "../model/room.ts";
import { compile, Illegible, type Kind, type Seen, type Stretch } from "./legibility.ts";
import type { Scene } from "./scene.ts";

const u = 24;
const room = openRoom({
  id: "r", title: { zh: "室", en: "room" }, region: "44", situation: "live", scene: "s", frontRowM: 2, backRowM: 3,
  surfaces: [{ id: "front", matrix: { rows: 1, columns: 3, glass: { widthPx: 1920, heightPx: 1080, widthM: 1.2096, heightM: 0.6804 }, bezelM: { x: 0.0063, y: 0 } } }],
});
const scene: Scene = {
  id: "s", title: { zh: "场景", en: "scene" }, strip: [{ panel: "headline" }, { panel: "clock" }], focal: { panel: "map" },
  context: [{ panel: "list" }], action: [{ panel: "tally" }, { panel: "orders" }], spine: { fromH: -1, toH: 1 },
};
const words = (text: string, over: Partial<Stretch> = {}): Stretch => ({ text, sizePx: 1.2 * u, x: 0, y: 0, width: 100, height: 30, contrast: 7, ...over });
const panel = (...stretches: Stretch[]): Kind => ({ minU: [20, 4], seen: () => ({ stretches, levels: [] }) });
const levels = (...of: Seen["levels"]): Kind => ({ minU: [20, 4], seen: () => ({ stretches: [], levels: of }) });
const plain: Kind = { minU: [20, 4] };
const kinds = (over: Readonly<Record<string, Kind>>) => (name: string): Kind | undefined => ({ headline: plain, clock: plain, map: plain, list: plain, tally: plain, orders: plain, spine: plain, ...over })[name];
const faults = (over: Readonly<Record<string, Kind>>): readonly string[] => {
  try {
    compile(scene, room, kinds(over));
    return [];
  } catch (error) {
    if (error instanceof Illegible) return error.faults;
    throw error;
  }
};

describe("what can be read stands", () => {
  test.each<[string, Kind]>([
    ["Chinese of 1 u", panel(words("应急值守", { sizePx: u }))],
    ["a number of 1.5 u", panel(words("1,234", { sizePx: 1.5 * u }))],
    ["a day, an hour and a grade are names", panel(words("6日"), words("14时"), words("10级"))],
    ["a coverage for the front row", panel(words("到达 1/1,757", { sizePx: 16, role: "asOf" }))],
    ["digits inside a sentence are read with the sentence", panel(words("共 48 项未确认"))],
    ["a time of data for the front row: 1 u of 2 m", panel(words("14:31", { sizePx: 16, role: "asOf" }))],
    ["a large word in a quieter ink", panel(words("平时", { sizePx: 1.5 * u, contrast: 3.1 }))],
    ["a level with its badge", levels({ severity: 1, told: true })],
  ])("%s", (_, kind) => {
    expect(faults({ list: kind })).toEqual([]);
  });
  test("one area may step in luminance", () => {
    expect(faults({ tally: { ...plain, blinks: true } })).toEqual([]);
  });
});

describe("the golden set: every one of these scenes is refused, and told how to mend it", () => {
  test.each<[string, Record<string, Kind>, RegExp]>([
    ["Chinese below 1 u", { list: panel(words("应急值守", { sizePx: 23 })) }, /panel "list".*“应急值守” is set in 23 px; the back row at 3 m reads Chinese from 24 px.*fewer rows/],
    ["one rare character below 1 u", { list: panel(words("𣒍", { sizePx: 23.5 })) }, /reads Chinese/],
    ["a number below 1.5 u", { list: panel(words("1,234", { sizePx: 35 })) }, /“1,234” is set in 35 px; the back row at 3 m reads digits from 36 px \(1\.5 u\)/],
    ["a number with its unit below 1.5 u", { list: panel(words("12.5 km")) }, /reads digits/],
    ["a negative number, a clock time, a fraction and a lower bound below 1.5 u", { list: panel(words("−3.2"), words("14:31"), words("21/21"), words("≥ 40")) }, /≥ 40.*reads digits/s],
    ["a denominator below 1.5 u", { list: panel(words("/1,757")) }, /“\/1,757” is set in 28\.8 px; .*reads digits from 36 px/],
    ["of how many, behind its word", { list: panel(words("到达 1/1,757"), words("指令 12/14")) }, /“到达 1\/1,757”.*reads digits.*“指令 12\/14”.*reads digits/s],
    ["degrees below 1.5 u", { list: panel(words("26.3°")) }, /“26\.3°”.*reads digits/],
    ["numbers with Chinese units below 1.5 u", { list: panel(words("8.71 万"), words("3 时 50 分"), words("16 级")) }, /“8\.71 万”.*reads digits.*“3 时 50 分”.*reads digits.*“16 级”.*reads digits/s],
    ["a title that leaves its panel", { list: panel(words("全省累计确诊病例变化", { x: 1_000, width: 900 })) }, /leaves its panel by \d+\.\d u; .*Shorten it/],
    ["a word that begins before its panel", { list: panel(words("全省", { x: -10 })) }, /leaves its panel by 0\.4 u/],
    ["a scale that not even the front row reads", { list: panel(words("12", { sizePx: 15, role: "axis" })) }, /front row at 2 m reads digits from 16 px \(1 u\)/],
    ["Chinese on a scale that not even the front row reads", { list: panel(words("14时", { sizePx: 15, role: "axis" })) }, /front row at 2 m reads Chinese/],
    ["grey on grey", { list: panel(words("说明", { contrast: 4.4 })) }, /contrast of 4\.40 : 1; 4\.5 : 1 is needed.*stronger ink/],
    ["large, and yet too faint", { list: panel(words("说明", { sizePx: 2 * u, contrast: 2.9 })) }, /2\.90 : 1; 3 : 1/],
    ["a glyph across a bezel", { map: panel(words("广州", { x: 1880 })) }, /“广州” lies across the edge of a screen.*seams/],
    ["a word in the dark between screens", { map: panel(words("广州", { x: 1921, width: 8 })) }, /lies across the edge/],
    ["a level by colour alone", { list: levels({ severity: 2, told: false }) }, /level 2 is told by colour alone.*badge/],
    ["two areas that blink", { tally: { ...plain, blinks: true }, orders: { ...plain, blinks: true } }, /"tally" \(c1\) and "orders" \(c2\): may both step in luminance.*Keep one/],
    ["two areas that blink, one of them in the strip", { headline: { ...plain, blinks: true }, list: { ...plain, blinks: true } }, /may both step/],
  ])("%s", (_, over, message) => {
    expect(faults(over).join("\n")).toMatch(message);
  });
  test("one long title is told once, where it is worst, in however many states its panel stands", () => {
    const title = (width: number) => words("全省累计确诊病例变化", { x: 1_000, width });
    const told = faults({ list: panel(title(900), title(960), title(900)) });
    expect(told).toHaveLength(1);
    expect(told).toEqual(faults({ list: panel(title(960)) }));
  });
  test("all that is wrong is said at once", () => {
    const bad = panel(words("应", { sizePx: 10 }), words("7", { sizePx: 10 }), words("淡", { contrast: 1 }));
    expect(faults({ list: bad })).toHaveLength(3);
    expect(() => compile(scene, room, kinds({ list: bad }))).toThrow(/^Scene "s" cannot be read in room "r":\n- /);
  });
  test("a panel that finds no place", () => {
    expect(() => compile(scene, room, kinds({ list: { minU: [90, 4] } }))).toThrow(/panel "list" needs 90 × 4 u/);
  });
});
