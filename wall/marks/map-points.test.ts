import { expect, test } from "vitest";
import { legend, nameable, sentence } from "./map-point-words.ts";
import { cellKm, clusterAt, clustersIn, clustersOf, pointMarks, type MapPoint, type MapPoints } from "./map-points.ts";
import type { Size } from "./mark.ts";
import { apply, type Transform } from "./plane.ts";

const SIZE: Size = { width: 1000, height: 800, u: 16 };
/** The whole province, 800 km wide. */
const FAR: Transform = { k: 1.25, dx: 500, dy: 400 };
const NEAR: Transform = { k: 40, dx: 500, dy: 400 };
const point = (id: string, x: number, y: number, more: Partial<MapPoint> = {}): MapPoint => ({ id, at: [x, y], name: `点${id}`, tells: true, ...more });
/** Some of everywhere, always the same. */
const many = (n: number): MapPoint[] => Array.from({ length: n }, (_, i) => point(String(i), ((i * 7919) % 7000) / 10 - 350, ((i * 104_729) % 5000) / 10 - 250, { tells: null }));
const set = (points: readonly MapPoint[]): MapPoints => ({ title: "点位", points });

test("ten thousand points are some hundred signs, and every point is counted once", () => {
  const points = set(many(10_000));
  const clusters = clustersIn(points, FAR, SIZE);
  expect(clusters.length).toBeLessThan(250);
  const all = clustersOf(points.points, cellKm(FAR, SIZE));
  expect(new Set(all.flatMap((cluster) => cluster.points)).size).toBe(10_000);
  expect(all.reduce((sum, cluster) => sum + cluster.points.length, 0)).toBe(10_000);
});
test("the gravest level of what is counted stays seen, and a critical point is never in a count", () => {
  const crowd = [point("a", 10, 10), point("b", 10.1, 10.1, { severity: 3 }), point("c", 10.2, 10, { severity: 2 }), point("d", 10.1, 10, { severity: 1 })];
  const clusters = clustersOf(crowd, 40);
  expect(clusters.map(({ points, severity }) => [points.map(({ id }) => id).join(""), severity])).toEqual([["abc", 2], ["d", 1]]);
  const strokes = pointMarks(set(crowd), FAR, SIZE).map(({ stroke }) => stroke);
  expect(strokes.at(-1), "the critical one lies on top of all").toBe("red.line");
  expect(strokes).toContain("orange.line");
});
test("near by each point stands by itself, however many there are", () => {
  const points = set(many(10_000));
  expect(cellKm(NEAR, SIZE)).toBe(0);
  expect(clustersIn(points, NEAR, SIZE).every((cluster) => cluster.points.length === 1)).toBe(true);
});
test("while a camera moves within the same tiles nothing is made anew: its places are the same array", () => {
  const points = set(many(500));
  const [before] = pointMarks(points, FAR, SIZE);
  const [after] = pointMarks(points, { ...FAR, dx: 503 }, SIZE);
  expect(after!.at).toBe(before!.at);
  expect(after!.transform).not.toBe(before!.transform);
});
test("a finger finds the sign under it, and the critical one of two", () => {
  const [calm, red] = [point("a", 0, 0), point("b", 12, 0, { severity: 1 })];
  const points = set([calm, red]);
  const [x, y] = apply(FAR, [0, 0]);
  expect(clusterAt(points, FAR, SIZE, [x + 8, y], 26)?.points).toEqual([red]);
  expect(clusterAt(points, FAR, SIZE, [x - 4, y], 26)?.points).toEqual([calm]);
  expect(clusterAt(points, FAR, SIZE, [x, y + 200], 26)).toBeUndefined();
});
test("what was never reported is counted as such and never looks like what reports", () => {
  const points = set([point("a", 0, 0), point("b", 100, 100, { tells: false })]);
  expect(pointMarks(points, FAR, SIZE).map(({ fill, stroke }) => [fill, stroke])).toEqual([["bg", "t3"], ["t2", undefined]]);
  expect(legend(points, FAR, SIZE)).toMatchObject({ title: "点位", lines: [{ dot: "dot", label: "共 2 处" }, { dot: "ring", label: "未报 1 处" }] });
  expect(sentence(points)).toBe("图上点位：点位 2 处，未报 1 处。");
  expect(sentence(set([point("a", 0, 0, { tells: false })]))).toBe("图上点位：点位 1 处，均未报。");
});
test("the legend says what a level's sign means, and the gravest are named first", () => {
  const points = set([point("a", 0, 0), point("b", 100, 100, { severity: 2 })]);
  expect(legend(points, FAR, SIZE)).toMatchObject({ lines: [{ label: "共 2 处" }, { shape: "level", severity: 2, label: "达橙色标准 1 处" }], foot: ["达标准 = 系统研判，未发布预警"] });
  expect(nameable(points, FAR, SIZE).map(({ id }) => id)).toEqual(["b", "a"]);
  expect(sentence(points)).toBe("图上点位：点位 2 处，达橙色标准 1 处（点b）。");
});
