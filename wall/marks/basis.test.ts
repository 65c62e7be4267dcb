import { expect, test } from "vitest";
import { basisOf, basisWords } from "./basis.ts";

test("what rests on a value of one's own is no standard, and where both are found neither is called by the other’s name", () => {
  expect([[false], [true], [true, false, true], []].map((flags) => basisWords(basisOf(flags)))).toEqual(["标准", "默认阈值", "限值", "标准"]);
});
