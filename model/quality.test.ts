import { expect, test } from "vitest";
import { sharedQuality } from "./quality.ts";

test("a quality is told once only where every number of the list has it; places without a number do not count", () => {
  const extrapolated = { value: 7, quality: "extrapolated" } as const;
  expect(sharedQuality([extrapolated, { value: 0, quality: "extrapolated" }, { value: null, quality: "good" }])).toBe("extrapolated");
  expect(sharedQuality([extrapolated, { value: 7, quality: "interpolated" }])).toBeNull();
  expect(sharedQuality([extrapolated, { value: 7, quality: "good" }])).toBeNull();
  expect(sharedQuality([{ value: null, quality: "good" }])).toBeNull();
});
