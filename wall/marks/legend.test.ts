import { expect, test } from "vitest";
import { folded } from "./legend.ts";

const size = { u: 20 };
const told = (label: string, widthU: number): string[] => folded({ title: "图例", lines: [{ shape: "box", label }] }, widthU * size.u, size).lines!.map((line) => line.label);

test("a long line breaks where its sentence does, and what goes on has no sample of its own", () => {
  expect(told("告警：达橙色限值，未确认 16 县", 12)).toEqual(["告警：达橙色限值，", "未确认 16 县"]);
});
test("one word before a colon is no line: a count of regions stays with what it counts", () => {
  expect(told("告警：仅达黄色默认阈值 16 县 1 市", 11)).toEqual(["告警：仅达黄色默认阈值 16 县 1 市"]);
  expect(told("水利、气象告警：仅达黄色默认阈值 16 县 1 市", 11)).toEqual(["水利、气象告警：", "仅达黄色默认阈值 16 县 1 市"]);
});
