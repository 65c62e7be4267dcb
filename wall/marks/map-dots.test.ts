import { describe, expect, test } from "vitest";
import { points } from "./dot-map.specimen.ts";
import { breaksOf, densityOf, dotLegend, dotMarks, type MapDots } from "./map-dots.ts";
import { bulge, flowMarks, flowWidth, flowWords, onArc, type MapFlow } from "./map-flows.ts";
import type { Mark, Size } from "./mark.ts";
import { CAMERAS, fitCamera } from "./camera.ts";

const u = 24;
const size: Size = { width: 50 * u, height: 40 * u, u };
const goal = fitCamera(CAMERAS.province, size);
const near = fitCamera({ box: [113.2, 23.0, 113.4, 23.2] }, size);
const dots = (...counts: readonly number[]): MapDots => ({ counter: "处", kinds: counts.map((n, i) => ({ title: `类${i}`, points: points(n, i + 1) })) });

describe("points on a map", () => {
  test("few are drawn as they are, each kind in a shape of its own; more of them smaller, and never so many that ink covers three hundredths of the picture", () => {
    expect(densityOf(dots(100), goal, size)).toEqual({ as: "dots", radiusU: 0.32 });
    const kinds = new Set(dotMarks(dots(40, 40, 40), goal, goal, size).map((m) => `${m.kind} ${"fill" in m ? m.fill : ""}`));
    expect([...kinds].sort()).toEqual(["circle bg", "circle t2", "rect obs"]);
    for (const n of [10, 300, 900, 1_200]) {
      const all = dots(n);
      const density = densityOf(all, goal, size);
      if (density.as === "dots") expect(n * Math.PI * (density.radiusU * u) ** 2).toBeLessThanOrEqual(0.03 * size.width * size.height * 1.25);
    }
  });
  test("ten thousand are counted in cells: none is lost, and the legend says what a cell holds", () => {
    const all = dots(10_000);
    const density = densityOf(all, goal, size);
    if (density.as !== "cells") throw new Error("They are drawn one by one.");
    expect(density.bins.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
    expect(dotMarks(all, goal, goal, size).every(({ kind }) => kind === "area")).toBe(true);
    expect(dotLegend(all, goal, size)).toMatchObject({ note: "处/格", breaks: density.breaks, lines: [{ shape: "text", label: "类0 10,000" }] });
    expect(dotLegend(dots(9), goal, size)).toMatchObject({ note: "1 点 = 1 处", lines: [{ shape: "dot", label: "类0 9" }] });
  });
  test("a camera that comes near shows the same points one by one again, and what lies outside its picture costs nothing", () => {
    const all = dots(10_000);
    const seen = dotMarks(all, near, near, size);
    expect(densityOf(all, near, size).as).toBe("dots");
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.length).toBeLessThan(1_000);
  });
  test("on its way a camera keeps the cells of where it goes: nothing jumps while it moves", () => {
    const all = dots(10_000);
    const moving = { ...goal, dx: goal.dx + 40 };
    const wide = (marks: readonly Mark[]): number[] => [...new Set(marks.flatMap((m) => (m.kind === "area" ? [Math.round(10 * (m.rings[0]![2]![0] - m.rings[0]![4]![0]))] : [])))];
    expect(wide(dotMarks(all, goal, moving, size))).toEqual(wide(dotMarks(all, goal, goal, size)));
    expect(densityOf(all, goal, size)).toBe(densityOf(all, goal, size));
  });
  test("limits of classes are round, rise, and the fullest cell is in the last class", () => {
    for (const most of [1, 4, 9, 37, 210, 5_000]) {
      const breaks = breaksOf([{ q: 0, r: 0, count: most }]);
      expect(breaks).toEqual(breaks.toSorted((a, b) => a - b));
      expect(breaks.length).toBeLessThanOrEqual(4);
      expect(breaks.every((limit) => limit <= most)).toBe(true);
    }
    expect(breaksOf([{ q: 0, r: 0, count: 97 }])).toEqual([20, 40, 60, 80]);
  });
});

describe("flows on a map", () => {
  const flow = (id: string, volume: number | null, to: readonly [number, number] = [100, 0]): MapFlow => ({ id, from: [0, 0], to, volume, figure: [{ text: volume === null ? "—" : String(volume), sizePx: 36, ink: "t1" }] });
  const at = { k: 4, dx: 400, dy: 400 };
  const paths = (marks: readonly Mark[]) => marks.flatMap((m) => (m.kind === "path" ? [m] : []));
  test("four times as much is drawn twice as wide, the most ten px, the least two", () => {
    expect([100, 25, 1, 0].map((v) => flowWidth(v, 100, 24))).toEqual([10, 5, 2, 2]);
    const [small, large] = paths(flowMarks({ flows: [flow("a", 100), flow("b", 25, [0, 100])] }, at, { u }));
    expect([small!.widthPx, large!.widthPx]).toEqual([5, 10]);
  });
  test("an arc bulges 18 % of its length, to the other side on the way back", () => {
    const [x, y] = onArc([0, 0], bulge([0, 0], [100, 0]), [100, 0], 0.5);
    expect([x, y]).toEqual([50, 18]);
    expect(onArc([100, 0], bulge([100, 0], [0, 0]), [0, 0], 0.5)[1]).toBe(-18);
  });
  test("no arc is seen through a number: between its digits it would be read as a colon", () => {
    const drawn = flowWords({ flows: [flow("a", 50)] }, at, { ...size, width: 2_000, height: 2_000 }, []).marks;
    expect(drawn.map((mark) => mark.kind === "text" && mark.box?.fill)).toEqual(["land"]);
  });
  test("a number stands on its arc; on one so short that it would cover it, beside it", () => {
    const middle = (to: readonly [number, number]) => {
      const [mark] = flowWords({ flows: [flow("a", 50, to)] }, at, { ...size, width: 2_000, height: 2_000 }, []).marks;
      return mark?.kind === "text" ? mark.y : NaN;
    };
    const arc = (to: readonly [number, number]) => onArc([400, 400], bulge([400, 400], [400 + 4 * to[0], 400]), [400 + 4 * to[0], 400], 0.5)[1];
    expect(Math.abs(middle([100, 0]) - arc([100, 0]))).toBeLessThan(u);
    expect(middle([20, 0]) - arc([20, 0])).toBeGreaterThan(u);
  });
  test("what is not known is dashed and grey, never a thin line; no number stands on another", () => {
    const flows = { flows: [flow("a", 50), flow("b", null, [0, 100]), flow("c", 50)] };
    const dashed = paths(flowMarks(flows, at, { u })).filter(({ dash }) => dash);
    expect(dashed.map(({ stroke }) => stroke)).toEqual(["t3"]);
    expect(flowWords(flows, at, { ...size, width: 2_000, height: 2_000 }, []).marks).toHaveLength(2);
  });
});
