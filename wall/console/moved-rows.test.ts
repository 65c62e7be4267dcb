import { expect, test } from "vitest";
import { MovedRows } from "./moved-rows.ts";

test("a row that has just come where another stood is taken by no finger that was on its way", () => {
  const rows = new MovedRows();
  rows.stand(["a", "b"], 0);
  rows.stand(["red", "a", "b"], 1_000);
  expect(["red", "a", "b"].map((id) => rows.hasJustMoved(id, 1_399))).toEqual([true, true, false]);
  expect(["red", "a"].map((id) => rows.hasJustMoved(id, 1_400))).toEqual([false, false]);
});
test("rows that stay, that come first of all, or where none stood are taken at once", () => {
  const rows = new MovedRows();
  rows.stand(["a"], 0);
  expect(rows.hasJustMoved("a", 1)).toBe(false);
  rows.stand(["a", "b"], 10);
  expect(["a", "b", "nobody"].map((id) => rows.hasJustMoved(id, 11))).toEqual([false, false, false]);
});
test("a row that goes and comes again moves anew", () => {
  const rows = new MovedRows();
  rows.stand(["a", "b"], 0);
  rows.stand(["b"], 100);
  expect(rows.hasJustMoved("b", 200)).toBe(true);
  rows.stand(["a"], 2_000);
  expect(rows.hasJustMoved("a", 2_001)).toBe(true);
});
