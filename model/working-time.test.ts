import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY, formatTime, HOUR, MINUTE, parseTime } from "./time.ts";
import { afterWorking } from "./working-time.ts";

const after = (from: string, minutes: number): string => formatTime(afterWorking(parseTime(`2026-${from}:00+08:00`)!, minutes * MINUTE)).slice(5, 16);

test("a limit runs through office hours, over noon, the evening, a weekend and a holiday", () => {
  expect(after("11-30T09:00", 60)).toBe("11-30T10:00");
  expect(after("11-30T11:30", 60)).toBe("11-30T14:30");
  expect(after("11-30T17:00", 60)).toBe("12-01T09:00");
  expect(after("11-27T17:00", 60)).toBe("11-30T09:00");
  expect(after("09-30T17:00", 60)).toBe("10-08T09:00");
});
test("what begins outside of office hours runs from the next one on", () => {
  expect(after("11-30T03:00", 10)).toBe("11-30T08:40");
  expect(after("11-30T12:30", 10)).toBe("11-30T14:10");
  expect(after("11-28T12:30", 10)).toBe("11-30T08:40");
});
test("to the minute at which an office closes", () => {
  expect(after("11-30T11:00", 60)).toBe("11-30T12:00");
  expect(after("11-30T16:30", 60)).toBe("11-30T17:30");
});
test("it never ends sooner than round the clock, later begun never sooner ended, and parts add up", () => {
  const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 1) });
  const long = fc.integer({ min: 0, max: 40 * HOUR });
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 10 * DAY }), long, long, (from, later, a, b) => {
      expect(afterWorking(from, a)).toBeGreaterThanOrEqual(from + a);
      expect(afterWorking(from + later, a)).toBeGreaterThanOrEqual(afterWorking(from, a));
      expect(afterWorking(afterWorking(from, a), b)).toBe(afterWorking(from, a + b));
    }),
  );
});
