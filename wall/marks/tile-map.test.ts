import { describe, expect, test } from "vitest";
import type { Mark, RectMark, Size, TextMark } from "./mark.ts";
import { marks, sentence, TILED } from "./tile-map.ts";
import { specimen, variants } from "./tile-map.specimen.ts";

const size = (wu: number, hu: number, u = 20): Size => ({ width: wu * u, height: hu * u, u });
const word = (all: readonly Mark[], text: string): TextMark => all.find((m): m is TextMark => m.kind === "text" && m.text === text)!;

describe("cities as tiles", () => {
  test("all 21 have a place of their own, and lie as on the map", () => {
    const all = marks(specimen, size(37, 22));
    expect(new Set(TILED).size).toBe(21);
    const tiles = all.filter((m): m is RectMark => m.kind === "rect" && (m.fill === "land" || (m.fill === "hair2" && m.texture === "cross" && m.height > 20)));
    expect(new Set(tiles.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`)).size).toBe(21);
    expect(word(all, "湛江").x).toBeLessThan(word(all, "广州").x);
    expect(word(all, "潮州").x).toBeGreaterThan(word(all, "惠州").x);
    expect(word(all, "珠海").y).toBeGreaterThan(word(all, "韶关").y);
  });
  test("more is a brighter shade at the foot of a tile; without a number there is none, but a hatch", () => {
    const all = marks({ ...specimen, tiles: specimen.tiles.slice(0, 9) }, size(37, 22));
    const shades = all.filter((m): m is RectMark => m.kind === "rect" && /^c\d$/.test(m.fill ?? "") && m.height < 0.6 * 20);
    expect(shades).toHaveLength(8);
    expect(all.some((m) => m.kind === "rect" && m.texture === "cross")).toBe(true);
  });
  test("the sentence names the highest, who met a standard and for how many nothing is known", () => {
    expect(sentence(specimen, "指数", 2)).toBe("指数：汕尾 9.6、湛江 9.1；8 市达标准；2 市无数。");
    expect(sentence(variants[1]!, "指数")).toBe("指数：没有数。");
  });
});
