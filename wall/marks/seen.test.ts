import { describe, expect, test } from "vitest";
import { contrast, mix } from "../../themes/contrast.ts";
import { FAINT, TEXTURE_PX } from "../../themes/level.ts";
import { THEMES } from "../../themes/themes.ts";
import type { Ground } from "./ground.ts";
import type { Mark, RegionsMark, TextMark } from "./mark.ts";
import { seen } from "./seen.ts";

const theme = THEMES.graphite;
const size = { width: 400, height: 200, u: 24 };
/** Two regions side by side, 200 px each, on a plane of half the size. */
const part = (x0: number, x1: number) => ({ code: `r${x0}`, name: "", nameEn: "", parent: "", labelAt: [x0, 0] as const, parts: [[[[x0, 0], [x1, 0], [x1, 100], [x0, 100], [x0, 0]]]] as const, box: [x0, 0, x1, 100] as const });
const ground: Ground = { regions: [part(0, 100), part(100, 200)] };
const land = (over: Partial<RegionsMark> = {}): RegionsMark => ({ kind: "regions", ground, transform: { k: 2, dx: 0, dy: 0 }, fills: ["t2", "sea"], ...over });
const word = (x: number, over: Partial<TextMark> = {}): TextMark => ({ kind: "text", text: "广州", x, y: 100, sizePx: 24, ink: "t1", ...over });
const told = (...marks: Mark[]): number => seen(marks, size, theme).stretches[0]!.contrast;
const { inks } = theme;

describe("what lies under a word of a map", () => {
  test("land, by the fill of the region it stands on", () => {
    expect(told(land(), word(40))).toBeCloseTo(contrast(inks.t1, inks.t2), 5);
    expect(told(land(), word(260))).toBeCloseTo(contrast(inks.t1, inks.sea), 5);
  });
  test("a word over a border is judged where it is hardest to read", () => {
    expect(told(land(), word(170))).toBeCloseTo(contrast(inks.t1, inks.t2), 5);
  });
  test("the stripes of a level on it, a third as strong where a machine found it", () => {
    const striped = (faint: boolean) => told(land({ textures: [{ texture: "dense", ink: "red.line", ...(faint && { faint }) }, null] }), word(40));
    const under = (share: number) => mix(inks.t2, inks["red.line"], TEXTURE_PX.dense.alpha * share);
    expect(striped(false)).toBeCloseTo(contrast(inks.t1, under(1)), 5);
    expect(striped(true)).toBeCloseTo(contrast(inks.t1, under(FAINT)), 5);
  });
  test("at sea there is none, and a halo is a ground of its own", () => {
    expect(told(land({ fills: ["t2", null] }), word(260))).toBeCloseTo(contrast(inks.t1, inks.bg), 5);
    expect(told(land(), word(40, { halo: "bg" }))).toBeCloseTo(contrast(inks.t1, inks.bg), 5);
  });
});
