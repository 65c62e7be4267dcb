import { expect, test } from "vitest";
import { createBackPressure } from "./back-pressure.ts";

test("samples are refused, with the time to come back, as long as too many wait for the store, and taken again when it has written", () => {
  let waiting = 2;
  const door = createBackPressure(() => waiting, 3);
  door.admit();
  expect(door.reason()).toBeNull();
  waiting = 3;
  expect(door.reason()).toMatch(/3 samples, roll-ups and findings wait for the store and at most 3 may/);
  expect(() => door.admit()).toThrow(expect.objectContaining({ code: "too_many", details: { retryAfterS: 5 } }));
  waiting = 0;
  door.admit();
});
