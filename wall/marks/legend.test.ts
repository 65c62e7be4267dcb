import { expect, test } from "vitest";
import { folded, heightOf, marks, parted, shortened, type LegendData } from "./legend.ts";

const size = { u: 20 };
const told = (label: string, widthU: number): string[] => folded({ title: "图例", lines: [{ shape: "box", label }] }, widthU * size.u, size).lines!.map((line) => line.label);

test("a long line breaks where its sentence does, and what goes on has no sample of its own", () => {
  expect(told("告警：达橙色阈值，未确认 16 县", 12)).toEqual(["告警：达橙色阈值，", "未确认 16 县"]);
});
test("one word before a colon is no line: a count of regions stays with what it counts", () => {
  expect(told("告警：仅达黄色默认阈值 16 县 1 市", 11)).toEqual(["告警：仅达黄色默认阈值 16 县 1 市"]);
  expect(told("水利、气象告警：仅达黄色默认阈值 16 县 1 市", 11)).toEqual(["水利、气象告警：", "仅达黄色默认阈值 16 县 1 市"]);
});
test("an English line breaks behind its colon, where a sentence of it is left", () => {
  expect(told("yellow default limit only: 1 city", 16)).toEqual(["yellow default limit only:", "1 city"]);
});
test("what the picture says itself is left out with what goes on from it, and where that is all of it nothing is", () => {
  const [track, more, circle] = [{ shape: "line", label: "观测路径", isSaid: true }, { shape: "more", label: "（插值）", isSaid: true }, { shape: "line", label: "10级风圈" }] as const;
  expect(shortened({ title: "台风 彩虹", lines: [track, more, circle] })).toEqual({ title: "台风 彩虹", lines: [circle] });
  expect(shortened({ title: "台风 彩虹", lines: [track, more] })).toBeUndefined();
  expect(shortened({ title: "台风 彩虹", lines: [circle] })).toBeUndefined();
});
test("in two columns it says the same, each line with its sample, in little more than half the height", () => {
  const lines = ["观测路径", "外推", "7级", "10级", "达橙色标准 2 县", "达黄色标准 3 市"].map((label) => ({ shape: "line" as const, label })).concat([{ shape: "more" as never, label: "未确认 1" }]);
  const whole = { title: "24小时雨量", note: "mm", breaks: [10, 25], lines, noData: true, foot: ["达标准 = 系统研判，未发布预警"] };
  const columns = parted(whole);
  const said = (all: readonly LegendData[]): string[] => all.flatMap((column) => marks(column, { width: 400, height: 400, u: 20 })).flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));
  expect(said(columns)).toEqual(said([whole]));
  expect(columns[1]!.lines![0]!.shape).not.toBe("more");
  expect(Math.max(...columns.map((column) => heightOf(column, 20)))).toBeLessThan(0.65 * heightOf(whole, 20));
});
