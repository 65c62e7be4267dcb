import { expect, test } from "vitest";
import { basesWords, basisOf, basisWords, type Basis } from "./basis.ts";

test("what rests on a value of one's own is no standard, and where both are found neither is called by the other’s name", () => {
  expect([[false], [true], [true, false, true], []].map((flags) => basisWords(basisOf(flags)))).toEqual(["标准", "默认阈值", "阈值", "标准"]);
});
test("a foot explains the words of its lines", () => {
  expect([["standard"], ["default"], ["either", "default"], ["either", "standard"]].map((bases) => basesWords(bases as Basis[]))).toEqual(["标准", "阈值", "阈值", "标准或阈值"]);
});
