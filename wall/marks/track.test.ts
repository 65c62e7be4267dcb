import { expect, test } from "vitest";
import { knownFixes, stormAt } from "../../model/storm-track.ts";
import { HOUR, parseTime } from "../../model/time.ts";
import { MUJIGAE } from "../../tests/fixtures/mujigae.ts";
import { CAMERAS, fitCamera } from "./camera.ts";
import type { AreaMark, LineMark } from "./mark.ts";
import { boxOf } from "./box.ts";
import { meets } from "./labels.ts";
import { standing, symbol, symbolPlace } from "./storm-symbol.ts";
import { future, sentence, shapes, words, type TrackData } from "./track.ts";

const SIZE = { width: 1920, height: 1080, u: 24 };
const goal = fitCamera(CAMERAS.storm, SIZE);
const at = (text: string): TrackData => {
  const t = parseTime(text)!;
  return { storm: MUJIGAE, now: stormAt(MUJIGAE, t, t)!, fixes: knownFixes(MUJIGAE, t) };
};
const landfall = at("2015-10-04T14:00:00+08:00");

test("the observed track is solid, the extrapolated one dashed and in the ink of what is not observed", () => {
  const lines = shapes(landfall, goal, SIZE).filter((mark): mark is LineMark => mark.kind === "line");
  expect(lines.map(({ stroke, dash }) => [stroke, dash !== undefined])).toEqual([["t1", false], ["w1", true]]);
});
test("the 10级 circle is drawn as large as the agency says, the 7级 circle dotted", () => {
  const [seven, ten] = shapes(landfall, goal, SIZE).filter((mark): mark is AreaMark => mark.kind === "area");
  const [x0, , x1] = boxOf(ten!.rings[0]!);
  const { longKm, shortKm } = landfall.now.r50!;
  expect((x1 - x0) / goal.k).toBeGreaterThan((longKm + shortKm) * 0.97);
  expect((x1 - x0) / goal.k).toBeLessThan((longKm + shortKm) * 1.03);
  expect(seven!.dash).toBeDefined();
  expect(ten!.dash).toBeUndefined();
});
test("radii are printed on the circles, with the force they stand for", () => {
  const text = words(landfall, goal, SIZE).flatMap((word) => word.text.map((mark) => mark.text));
  expect(text).toContain("10级 111 km");
  expect(text.some((t) => /^7级 \d+—\d+ km$/.test(t))).toBe(true);
});
test("cut off, all words of the storm recede; linked, its facts and its radii stand in full", () => {
  const inks = (old: boolean) => [...new Set(words(landfall, goal, SIZE, "zh", old).flatMap(({ text }) => text.flatMap((mark) => [mark.ink, ...(mark.tail ?? []).map((run) => run.ink)])))];
  expect([inks(false), inks(true)]).toEqual([["t1", "t2", "w1"], ["t3"]]);
});
test("a storm without stated radii has no circle and no radius", () => {
  const early = at("2015-10-01T10:00:00+08:00");
  expect(shapes(early, goal, SIZE).some((mark) => mark.kind === "area")).toBe(false);
});
test("points ahead are marked every six hours of the clock, and the line says 外推 at its end", () => {
  const marked = future(landfall.now, 24).filter((p) => p.mark !== null);
  expect(marked.map((p) => (p.mark! - landfall.now.at) / HOUR)).toEqual([6, 12, 18, 24]);
  const ahead = words(landfall, goal, SIZE).filter((word) => /^storm-\d+$/.test(word.wish.id));
  expect(ahead.map((word) => [word.text[0]!.ink, word.text[0]!.tail?.[0]?.text])).toEqual([["w1", undefined], ["w1", undefined], ["w1", undefined], ["w1", "外推"]]);
});
test("a centre that the camera does not see is named at the edge, with the way to it and how far beyond the edge it lies", () => {
  const far = at("2015-10-02T08:00:00+08:00");
  const name = words(far, goal, SIZE)[0]!;
  expect(name.text[0]!.text).toMatch(/^彩虹 · 热带风暴 [↓↘] 图外 \d+0 km$/);
  const [x, y] = name.wish.at;
  expect([x > 0 && x < SIZE.width, y > 0 && y < SIZE.height]).toEqual([true, true]);
});
test("no edge and no plate cuts the symbol: it is drawn wholly with a line to its centre, and beyond the edge an arrow points to it", () => {
  const reach = 1.7 * SIZE.u;
  const plate = { x: 1600, y: 980, width: 320, height: 100 };
  const near = (centre: readonly [number, number]) => symbolPlace(centre, SIZE, { plates: [plate] });
  expect(near([900, 500])).toEqual({ as: "there", at: [900, 500] });
  for (const centre of [[4, 500], [900, 1078], [1916, 3], [1700, 1020]] as const) {
    const { as, at: [x, y] } = near(centre);
    expect(as).toBe("drawn-in");
    expect(Math.min(x, y, SIZE.width - x, SIZE.height - y)).toBeGreaterThanOrEqual(reach - 0.01);
    expect(meets({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }, plate)).toBe(false);
    const [line, dot] = standing(centre, "TY", SIZE, { plates: [plate] });
    expect([line, dot]).toMatchObject([{ kind: "line", points: [centre, [x, y]] }, { kind: "circle", cx: centre[0], cy: centre[1] }]);
  }
  expect(near([2400, 1500]).as).toBe("arrow");
  expect(standing([2400, 1500], "TY", SIZE).some(({ kind }) => kind === "path")).toBe(true);
  // Among the names of a close map words alone tell the way.
  expect(standing([2400, 1500], "TY", SIZE, { isClose: true })).toEqual([]);
});
test("a storm that stands still has no track ahead", () => {
  expect(future({ ...landfall.now, speedKmh: null, heading: null }, 24)).toEqual([]);
});
test("nothing of the picture changes when later fixes are removed", () => {
  const cut = { ...landfall, fixes: landfall.fixes.filter((fix) => fix.at <= landfall.now.at) };
  expect(shapes(cut, goal, SIZE)).toEqual(shapes(landfall, goal, SIZE));
});
test("a typhoon's ring is filled, a tropical storm's hollow", () => {
  const ring = (grade: string) => symbol([0, 0], grade, 24).some((mark) => mark.kind === "circle" && mark.stroke === "focus");
  expect(ring("TY")).toBe(false);
  expect(ring("TS")).toBe(true);
});
test("the storm in one sentence names place, force and what the wind is a mean of", () => {
  expect(sentence(landfall)).toBe("彩虹（台风）位于北纬21.3度、东经110.4度，中心风力14级（44 m/s，10分钟平均），气压950 hPa。");
});
