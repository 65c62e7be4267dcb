import { expect, test } from "vitest";
import { passedOf, rungsOf } from "./ladder-line.ts";

test("an order shows the rungs that were told, in their order, and none that were not", () => {
  expect(rungsOf({ accepted: "2026-11-30T08:05:00.000+08:00", sent: "2026-11-30T08:02:00.000+08:00" }).map(({ rung, at }) => [rung, at])).toEqual([["sent", "08:02"], ["accepted", "08:05"]]);
  expect(rungsOf(undefined)).toEqual([]);
});
test("of limits that run the worst stands first", () => expect(passedOf({ accept: 80, deadline: 120 }).map(({ percent }) => percent)).toEqual([120, 80]));
