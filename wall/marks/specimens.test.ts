import { describe, expect, test } from "vitest";
import { specimenMarks, sizeOf } from "./kinds.ts";
import { meets } from "./labels.ts";
import type { Mark, Run, Size, TextMark } from "./mark.ts";
import { textBox } from "./words.ts";

const u = 24;
const words = (marks: readonly Mark[]): TextMark[] => marks.flatMap((m): TextMark[] => (m.kind === "clip" ? words(m.marks) : m.kind === "text" ? [m] : []));
const runs = (marks: readonly Mark[]): Run[] => words(marks).flatMap((m) => [m, ...(m.tail ?? [])]);
const BESIDE = ["alerts", "incidents", "orders", "ledger", "storm-now", "storm-exposure", "storm-intensity", "station-weather", "sources", "profile", "line-diagram", "threshold-bar", "datum-bar", "share-bar", "tile-map", "bump", "scatter", "balance", "curve", "epi-curve", "heat-strip", "fan-cone", "kpi", "kpi-strip", "spark-band", "small-multiples", "calendar"];
const ABOVE = ["banner", "clock", "headline", "trust"];

/** Every state of a kind at widths and heights in u, never below what it needs. */
const sizes = (kind: string, all: readonly (readonly [number, number])[]): Size[] => {
  const [width, height] = sizeOf(kind)!;
  return [[width, height] as const, ...all.filter(([w, h]) => w >= width && h >= height)].map(([w, h]) => ({ width: w * u, height: h * u, u }));
};
const states = (kind: string): [string, Size, readonly Mark[]][] =>
  sizes(kind, BESIDE.includes(kind) || ACTION.includes(kind) ? [[28, 27.25], [32.75, 77.25], [35, 18.75], [37, 15.5], [44, 20.75], [50, 38], [62, 13.5], [76, 13.5], [76, 32.25], [76, 55], [80, 40]] : [[28, 5], [30, 5], [44, 5], [48, 5], [55, 5], [76, 5]]).flatMap((size) =>
    specimenMarks(kind, size).map((marks, state): [string, Size, readonly Mark[]] => [`${size.width / u} × ${size.height / u} u, state ${state}`, size, marks]));

/** Of people and orders. */
const ACTION = ["call-matrix", "order-log", "receipt", "funnel", "alert-tally", "rollcall", "plan-progress", "resource"];

describe.each([...BESIDE, ...ABOVE, ...ACTION])("%s", (kind) => {
  test.each(states(kind))("stands in %s: no word meets another, none leaves the panel", (_, size, marks) => {
    const boxes = words(marks).filter(({ text }) => text !== "").map((m) => {
      const text = [m, ...(m.tail ?? [])].map((run) => run.text).join("");
      const box = textBox(m, size);
      // Digits stand on their line, whatever room their type has below it.
      return { ...box, height: /^[\d:]+$/.test(text) ? box.height * 0.82 : box.height, text };
    });
    expect(boxes.length).toBeGreaterThan(0);
    const wrong = boxes.flatMap((a, i) => [
      ...(a.x < -0.5 || a.y < -0.5 || a.x + a.width > size.width + 0.5 || a.y + a.height > size.height + 0.5 ? [`${a.text} leaves the panel`] : []),
      ...boxes.slice(i + 1).flatMap((b) => (meets(a, b, -0.06 * u) ? [`${a.text} meets ${b.text}`] : [])),
    ]);
    expect(wrong).toEqual([]);
  });
  test.each(states(kind))("in %s no number is cut", (_, __, marks) => {
    expect(runs(marks).filter(({ text, truth }) => /\d…|…\d/.test(text) || (truth && text.includes("…"))).map(({ text }) => text)).toEqual([]);
  });
});
