import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { THEMES } from "../../themes/themes.ts";
import type { Mark, Point } from "../marks/mark.ts";
import { same } from "./same.ts";
import { sortMarks } from "./shapes.ts";
import { CORNER_FLOATS, flatten, Tessellation, type Vector } from "./tessellate.ts";

/** Painted area in px² of all triangles of an opaque kind: corners with offsets applied, edge strips left out. */
function solidArea(shape: Vector): number {
  const t = new Tessellation(THEMES.graphite);
  t.add(shape);
  const corner = (i: number): { at: Point; soft: boolean } => {
    const o = i * CORNER_FLOATS;
    return { at: [t.corners[o]! + t.corners[o + 2]!, t.corners[o + 1]! + t.corners[o + 3]!], soft: t.corners[o + 2] !== 0 || t.corners[o + 3] !== 0 };
  };
  let sum = 0;
  for (let i = 0; i < t.indices.length; i += 3) {
    const [a, b, c] = [corner(t.indices[i]!), corner(t.indices[i + 1]!), corner(t.indices[i + 2]!)];
    if ([a, b, c].some(({ soft }) => soft)) continue;
    sum += Math.abs((b.at[0] - a.at[0]) * (c.at[1] - a.at[1]) - (c.at[0] - a.at[0]) * (b.at[1] - a.at[1])) / 2;
  }
  return sum;
}
/** Reach of a line's corners from its middle, px. */
function reach(points: readonly Point[], widthPx: number): number {
  const t = new Tessellation(THEMES.graphite);
  t.add({ kind: "line", points, stroke: "t1", widthPx });
  const reaches: number[] = [];
  for (let i = 0; i < t.corners.length; i += CORNER_FLOATS) reaches.push(Math.hypot(t.corners[i + 2]!, t.corners[i + 3]!));
  return Math.max(...reaches);
}

describe("triangles", () => {
  test("a rectangle is filled whole, a hole stays open", () => {
    expect(solidArea({ kind: "rect", x: 3, y: 4, width: 10, height: 5, fill: "t1" })).toBeCloseTo(50, 6);
    const outer: Point[] = [[0, 0], [10, 0], [10, 10], [0, 10]];
    const hole: Point[] = [[2, 2], [2, 4], [4, 4], [4, 2]];
    expect(solidArea({ kind: "area", rings: [outer, hole], fill: "t1" })).toBeCloseTo(96, 6);
  });
  test("a circle has a circle's area", () => {
    expect(solidArea({ kind: "circle", cx: 0, cy: 0, r: 50, fill: "t1" })).toBeGreaterThan(Math.PI * 2500 * 0.99);
  });
  test("a line is as wide as it says, with half a px of soft edge on each side, and its corners stay within twice that", () => {
    expect(reach([[0, 0], [10, 0]], 4)).toBeCloseTo(2.5, 9);
    expect(reach([[0, 0], [10, 0], [10, 10]], 4)).toBeCloseTo(2.5 * Math.SQRT2, 9);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), { minLength: 2, maxLength: 20 }), (points) => {
        fc.pre(points.some(([x, y]) => x !== points[0]![0] || y !== points[0]![1]));
        const far = reach(points, 3);
        expect(far).toBeGreaterThan(1.99);
        expect(far).toBeLessThanOrEqual(4.0001);
      }),
    );
  });
  test("no number of a tessellation is ever not a number", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { minLength: 1, maxLength: 12 }), fc.boolean(), (points, dashed) => {
        const t = new Tessellation(THEMES.paper);
        t.add({ kind: "line", points, stroke: "t1", widthPx: 2, ...(dashed ? { dash: [1, 0.5] } : {}), cap: "round" });
        t.add({ kind: "area", rings: [points], fill: "obs", stroke: "t1" });
        expect(t.corners.every(Number.isFinite)).toBe(true);
        const corners = t.corners.length / CORNER_FLOATS;
        expect(t.indices.every((i) => i < corners)).toBe(true);
      }),
    );
  });
  test("curves end where they should", () => {
    const [part] = flatten([["M", 0, 0], ["C", 0, 10, 10, 10, 10, 0], ["Z"]]);
    expect(part!.closed).toBe(true);
    expect(part!.points.at(-1)).toEqual([10, 0]);
    expect(Math.max(...part!.points.map(([, y]) => y))).toBeCloseTo(7.5, 6);
  });
});

describe("marks on the stage", () => {
  test("are told apart: what is drawn, what is said, what is touched, also inside a clip", () => {
    const word: Mark = { kind: "text", x: 0, y: 0, text: "a", sizePx: 10, ink: "t1" };
    const hit: Mark = { kind: "hit", x: 0, y: 0, width: 1, height: 1, label: "a", hit: { kind: "region", code: "44" } };
    const { shapes, words, hits } = sortMarks([{ kind: "clip", x: 0, y: 0, width: 9, height: 9, marks: [word, hit, { kind: "circle", cx: 0, cy: 0, r: 1, fill: "t1" }] }, { kind: "badge", cx: 0, cy: 0, heightPx: 9, severity: 4, look: "hollow" }]);
    expect(shapes.map((s) => s.kind)).toEqual(["clip", "circle"]);
    expect(words.map((w) => w.text)).toEqual(["a", "蓝"]);
    expect(hits).toEqual([hit]);
  });
  test("are the same when they say the same, and not when one number differs", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(same(value, structuredClone(value))).toBe(true);
        expect(same([value, 1], [value, 2])).toBe(false);
      }),
    );
    expect(same({ a: undefined }, { b: undefined })).toBe(false);
    expect(same(NaN, NaN)).toBe(true);
  });
});
