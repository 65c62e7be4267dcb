import { describe, expect, test } from "vitest";
import { marks, sentence } from "./datum-bar.ts";
import { specimen, variants } from "./datum-bar.specimen.ts";
import type { Mark, RectMark, Size, TextMark } from "./mark.ts";

const size = (wu: number, hu: number, u = 20): Size => ({ width: wu * u, height: hu * u, u });
const told = (all: readonly Mark[]): string[] => all.filter((m): m is TextMark => m.kind === "text").map(({ text, tail = [] }) => [text, ...tail.map((run) => run.text)].join(""));
const bars = (all: readonly Mark[]): RectMark[] => all.filter((m): m is RectMark => m.kind === "rect");

describe("columns from a datum", () => {
  test("what is above its datum rises from the line and is white, what is below hangs from it", () => {
    const [above, , , below] = bars(marks(specimen, size(60, 12)));
    expect(above!.fill).toBe("focus");
    expect(above!.y + above!.height).toBeCloseTo(below!.y);
    expect(below!.fill).toBe("hair2");
  });
  test("a column is as long as its difference; one that is not known is hollow and has no length", () => {
    const all = bars(marks(specimen, size(60, 12)));
    expect(all[0]!.height / all[1]!.height).toBeCloseTo(1.62 / 0.2, 5);
    expect(all.at(-1)!.dash).toBeDefined();
    expect(told(marks(variants[2]!, size(24, 10)))).toContain("—");
  });
  test("what has no place is counted", () => expect(told(marks(specimen, size(24, 10)))).toContain("另 4 座"));
  test("the sentence tells who is above, else the nearest below", () => {
    expect(sentence(specimen, "水库")).toBe("水库：2 处在汛限以上，乐昌峡 +1.62 m、飞来峡 +0.20 m；1 处无数。");
    expect(sentence({ ...specimen, columns: specimen.columns.slice(3, 5) }, "水库")).toBe("水库：都在汛限以下，最近的 鹤地 −0.82 m。");
  });
});
