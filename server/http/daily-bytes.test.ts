import { expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { createDailyBytes } from "./daily-bytes.ts";

test("an account brings so many bytes a day and no more, each account for itself, and anew after midnight in China", () => {
  const clock = new ManualClock(Date.parse("2026-11-25T23:59:00+08:00"));
  const bytes = createDailyBytes(clock, 10);
  bytes.spend("unit-a", 6);
  bytes.spend("unit-a", 4);
  expect(() => bytes.spend("unit-a", 1)).toThrow(expect.objectContaining({ code: "too_many", details: { retryAfterS: 60 } }));
  bytes.spend("unit-b", 10);
  clock.advance(60_000);
  bytes.spend("unit-a", 10);
});
