import { expect, test } from "vitest";
import { numbered } from "./numbered.ts";

const apart = (i: number, j: number): boolean => Math.abs(i - j) > 1;

test("of bars without room for two numbers the highest bears its own", () => {
  expect([...numbered([3, 574, 493, 2], 40, apart)]).toEqual([1]);
  expect(numbered([50, 3, 60], 40, apart)).toEqual(new Set([0, 2]));
});
test("what ends below the edge bears none", () => {
  expect(numbered([40, 12], 40, apart).size).toBe(0);
});
