import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meets } from "./labels.ts";
import type { Mark, Run, Size, TextMark } from "./mark.ts";
import { columnEdges, rowMarks, rowsThatFit, type Column } from "./rows.ts";
import { fitLine, lineWidth, textBox } from "./words.ts";

const u = 24;
const size: Size = { width: 37 * u, height: 15 * u, u };
const run = (text: string, more: Partial<Run> = {}): Run => ({ text, sizePx: 1.2 * u, ink: "t1", ...more });
const words = (marks: readonly Mark[]): TextMark[] => marks.filter((m): m is TextMark => m.kind === "text");

describe("rows", () => {
  const columns: Column[] = [{ widthU: 6, cut: "middle" }, {}, { widthU: 4, align: "end" }];

  test("numbers of all rows end at one edge, and all cells of a row share a baseline", () => {
    const marks = words(rowMarks(columns, [{ id: "a", cells: [[run("湛江")], [run("台风黄色标准")], [run("9")]] }, { id: "b", cells: [[run("茂名")], [run("台风蓝色标准")], [run("1,204")]] }], size, { rowU: 2.1 }));
    const ends = marks.filter((m) => m.id!.endsWith(".2")).map((m) => m.x + lineWidth(m, size));
    expect(ends[0]).toBeCloseTo(size.width);
    expect(ends[1]).toBeCloseTo(size.width);
    expect(new Set(marks.slice(0, 3).map((m) => m.y))).toHaveLength(1);
  });
  test("whatever the words, no cell reaches into its neighbour", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom("湛", "江", "1", "a", " ", "，"), minLength: 1, maxLength: 30 }), { minLength: 3, maxLength: 3 }), fc.integer({ min: 24, max: 80 }), (texts, widthU) => {
        const marks = words(rowMarks(columns, [{ id: "a", cells: texts.map((text) => [run(text)]) }], { ...size, width: widthU * u }, { rowU: 2.1 }));
        const boxes = marks.map((m) => textBox(m, {}));
        boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(meets(a, b)).toBe(false)));
      }),
    );
  });
  test("columns without a width share what the others leave", () => {
    expect(columnEdges([{ widthU: 10 }, { share: 2 }, {}], 42 * u, u, 1).map(([x, w]) => [x / u, w / u])).toEqual([[0, 10], [11, 20], [32, 10]]);
  });
  test("the rest is counted in a line that has its room", () => {
    expect(rowsThatFit(5, 10, 2, 1)).toBe(5);
    expect(rowsThatFit(6, 10, 2, 1)).toBe(4);
    expect(rowsThatFit(6, 1, 2, 1)).toBe(1);
  });
});

describe("a line that must fit", () => {
  test("loses its end, run by run, and never half a number or half a box", () => {
    const line = [run("最要紧："), run("湛江 9 处达台风黄色标准")];
    expect(fitLine(line, 1000, {}).map((r) => r.text)).toEqual(line.map((r) => r.text));
    expect(fitLine(line, 260, {}).map((r) => r.text).join("")).toMatch(/^最要紧：湛江.*…$/);
    expect(fitLine([run("现值"), run("12345", { box: { padPx: 2 } })], 90, {}).map((r) => r.text)).toEqual(["现值"]);
  });
});
