import { expect, test } from "vitest";
import { RateWindow } from "./rate.ts";

const MINUTE = 60_000;

test("after an outage there is no rate until the window has filled again: a change over hours is none over minutes", () => {
  const rate = new RateWindow(10 * MINUTE);
  expect([0, 5, 10].map((m) => rate.push(m * MINUTE, m))).toEqual([null, null, 10]);
  expect(rate.push(180 * MINUTE, 100)).toBeNull();
  expect(rate.push(185 * MINUTE, 101)).toBeNull();
  expect(rate.push(190 * MINUTE, 103)).toBe(3);
});

test("a source that is late by less than half a window still has its rate", () => {
  const rate = new RateWindow(10 * MINUTE);
  rate.push(0, 1);
  expect(rate.push(15 * MINUTE, 4)).toBe(3);
  expect(rate.push(31 * MINUTE, 9)).toBeNull();
});
