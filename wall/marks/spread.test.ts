import { expect, test } from "vitest";
import { spread } from "./spread.ts";

test("words that have room stand where they belong; others stand apart, in their order and inside", () => {
  expect(spread([10, 50, 90], [10, 10, 10], 0, 100)).toEqual([10, 50, 90]);
  expect(spread([50, 52, 54], [10, 10, 10], 0, 100)).toEqual([50, 60, 70]);
  expect(spread([98, 99], [20, 20], 0, 100)).toEqual([70, 90]);
  expect(spread([0], [20], 0, 100)).toEqual([10]);
});
