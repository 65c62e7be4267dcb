import { expect, test } from "vitest";
import { flowOf } from "./return-period.ts";

const site = { flowM3s5Y: 38_000, flowM3s20Y: 46_000, flowM3s50Y: 50_000, river: "西江", warningStageM: 10 };

test("a stated return period has the flow that is stated", () => {
  expect([5, 20, 50].map((years) => flowOf(years, "flowM3s", site))).toEqual([38_000, 46_000, 50_000]);
});

test("between two that are stated the flow rises with the logarithm of the years", () => {
  expect(flowOf(10, "flowM3s", site)).toBeCloseTo(42_000, 6);
});

test("outside what is stated nothing is said", () => {
  expect([2, 100].map((years) => flowOf(years, "flowM3s", site))).toEqual([null, null]);
  expect(flowOf(20, "flowM3s", { river: "西江" })).toBeNull();
});
