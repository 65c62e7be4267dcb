import { expect, test } from "vitest";
import { createJudged } from "./judged.ts";

test("a clock that was set on has not judged what lies between", () => {
  const judged = createJudged(undefined, 100);
  judged.set(130, 500);
  expect(judged.stretches()).toEqual([{ from: 100, to: 130 }, { from: 500 }]);
});
test("set back, it has not judged what lies later, and goes on where it had judged before", () => {
  const judged = createJudged(undefined, 100);
  judged.set(130, 500);
  judged.set(560, 120);
  expect(judged.stretches()).toEqual([{ from: 100 }]);
  judged.set(125, 50);
  expect(judged.stretches()).toEqual([{ from: 50 }]);
});
test("two settings at one instant leave nothing of no length", () => {
  const judged = createJudged(undefined, 100);
  judged.set(130, 500);
  judged.set(500, 700);
  expect(judged.stretches()).toEqual([{ from: 100, to: 130 }, { from: 700 }]);
});
test("after a restart it goes on with what was kept", () => {
  const judged = createJudged([{ from: 100, to: 130 }, { from: 500 }], 540);
  judged.set(560, 800);
  expect(judged.stretches()).toEqual([{ from: 100, to: 130 }, { from: 500, to: 560 }, { from: 800 }]);
});
