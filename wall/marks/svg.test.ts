import { expect, test } from "vitest";
import { THEMES } from "../../themes/themes.ts";
import { dash } from "./dash.ts";
import type { Mark, Truth } from "./mark.ts";
import { moved } from "./moved.ts";
import { svgText } from "./svg.ts";

const SIZE = { width: 100, height: 40, u: 24 };
const inside = (marks: readonly Mark[]): string => svgText(marks, SIZE).replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");

test("shapes are written with their inks by name", () => {
  expect(inside([{ kind: "line", points: [[0, 0], [10.04, 5]], stroke: "obs", widthPx: 2, dash: [3, 2] }])).toBe('<path d="M0 0L10 5" fill="none" stroke="obs" stroke-width="2" stroke-dasharray="3 2"/>');
  expect(inside([{ kind: "rect", x: 1, y: 2, width: 3, height: 4, fill: "c3" }])).toBe('<rect x="1" y="2" width="3" height="4" fill="c3"/>');
  expect(inside([{ kind: "circle", cx: 1, cy: 2, r: 3, stroke: "t1" }])).toBe('<circle cx="1" cy="2" r="3" fill="none" stroke="t1" stroke-width="1"/>');
  expect(inside([{ kind: "path", steps: [["M", 0, 0], ["Q", 1, 1, 2, 0], ["Z"]], fill: "t1" }])).toBe('<path d="M0 0Q1 1 2 0Z" fill="t1"/>');
});
test("a theme gives the inks their colours", () => {
  expect(svgText([{ kind: "circle", cx: 0, cy: 0, r: 1, fill: "red.fill" }], SIZE, { ink: (ink) => THEMES.paper.inks[ink] })).toContain('fill="#D8301F"');
});
test("words are escaped, so that no name can become markup", () => {
  expect(inside([{ kind: "text", x: 0, y: 0, text: '<script>"&', sizePx: 10, ink: "t1" }])).toContain("&#60;script&#62;&#34;&#38;");
});
test("value, unit and tag stand on one baseline, the tag in its box", () => {
  const truth: Truth = { indicator: "i", place: "p", value: 1, observedAt: 0, state: "fresh", quality: "extrapolated", coverage: { have: 1, of: 1, level: "county" }, tick: 1 };
  expect(inside([{ kind: "text", x: 10, y: 20, text: "42", sizePx: 20, ink: "t1", family: "num", truth, tail: [{ text: "外推", sizePx: 10, ink: "w1", gapPx: 4, box: { stroke: "w1", padPx: 2 } }] }])).toBe(
    `<rect x="35.6" y="10" width="24" height="13" fill="none" stroke="w1" stroke-width="1"/><text y="20" font-family="'IBM Plex Sans Condensed', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif"><tspan x="10" font-size="20" fill="t1">42</tspan><tspan x="37.6" font-size="10" fill="w1">外推</tspan></text>`,
  );
});
test("an issued level is a filled badge, a finding a hollow one, none a grey one", () => {
  const badge = (look: "filled" | "hollow" | "none"): string => inside([{ kind: "badge", cx: 20, cy: 20, heightPx: 20, severity: 4, look }]);
  expect(badge("filled")).toContain('<circle cx="20" cy="20" r="10" fill="blue.fill"/>');
  expect(badge("hollow")).toContain('<circle cx="20" cy="20" r="10" fill="none" stroke="blue.line"');
  expect(badge("none")).toContain('stroke="hair2"');
  expect(badge("none")).toContain(">蓝<");
});
test("the four levels differ in shape, not only in colour", () => {
  const shapes = ([1, 2, 3, 4] as const).map((severity) => inside([{ kind: "badge", cx: 0, cy: 0, heightPx: 10, severity, look: "hollow", char: "" }]));
  expect(shapes.map((s) => (s.match(/L/g) ?? []).length)).toEqual([7, 3, 2, 0]);
});
test("textures become patterns that are defined once", () => {
  const zone: Mark = { kind: "area", rings: [[[0, 0], [10, 0], [10, 10]]], fill: "orange.line", texture: "dense" };
  const text = svgText([zone, zone], SIZE);
  expect(text.match(/<pattern /g)).toHaveLength(1);
  expect(text.match(/url\(#dense-orange-line\)/g)).toHaveLength(2);
});
test("regions are painted one by one, and those without an ink not at all", () => {
  const square = (x: number) => [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 1]] as [number, number][]];
  const ground = { regions: ["a", "b"].map((code, i) => ({ code, name: code, nameEn: "", parent: "", labelAt: [i, 0] as const, parts: [square(i)], box: [i, 0, i + 1, 1] as const })) };
  expect(inside([{ kind: "regions", ground, transform: { k: 10, dx: 5, dy: 0 }, fills: ["c1", null] }])).toBe('<g><path d="M5 0L15 0L15 10L5 10Z" fill-rule="evenodd" fill="c1"/></g>');
});
test("moving marks moves everything they hold", () => {
  const marks: Mark[] = [{ kind: "clip", x: 0, y: 0, width: 5, height: 5, marks: [{ kind: "path", steps: [["M", 1, 2], ["C", 1, 2, 3, 4, 5, 6], ["Z"]] }, { kind: "circle", cx: 1, cy: 1, r: 1 }] }];
  expect(moved(moved(marks, 3, -7), -3, 7)).toEqual(marks);
});
test("dashes run on around corners and cover as much as they should", () => {
  const strokes = dash([[0, 0], [10, 0], [10, 10]], [6, 2]);
  expect(strokes).toEqual([[[0, 0], [6, 0]], [[8, 0], [10, 0], [10, 4]], [[10, 6], [10, 10]]]);
});
