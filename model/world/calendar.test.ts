import { expect, test } from "vitest";
import { parseTime } from "../time.ts";
import { busy, dayBegins, dayKind, dayNumber, hourOfDay, shareOfYear } from "./calendar.ts";

const at = (text: string): number => parseTime(`${text}+08:00`)!;

test("the storm of October 2015 came on the National Day's holidays, and the 8th was a workday again", () => {
  expect(dayKind(at("2015-10-04T13:00:00"))).toBe("holiday");
  expect(dayKind(at("2015-10-08T00:00:00"))).toBe("workday");
  expect(dayKind(at("2015-10-11T09:00:00"))).toBe("weekend");
});

test("a day begins at midnight in Guangdong, not in Greenwich", () => {
  expect(dayNumber(at("2026-01-02T00:00:00")) - dayNumber(at("2026-01-01T23:59:59"))).toBe(1);
  expect(dayBegins(dayNumber(at("2026-01-02T17:00:00")))).toBe(at("2026-01-02T00:00:00"));
  expect(hourOfDay(at("2026-01-02T17:30:00"))).toBe(17.5);
  expect(shareOfYear(at("2026-07-02T12:00:00"))).toBeCloseTo(0.5, 3);
});

test("a workday has its two rushes, and the hour before dawn is the quietest", () => {
  const hours = Array.from({ length: 24 }, (_, hour) => busy(at(`2026-03-03T${String(hour).padStart(2, "0")}:00:00`)));
  expect(hours.indexOf(Math.max(...hours))).toBe(8);
  expect(hours.indexOf(Math.min(...hours))).toBe(3);
  expect(hours[17]!).toBeGreaterThan(hours[14]!);
});
