import { expect, test } from "vitest";
import { ManualClock } from "../model/clock.ts";
import type { Finding } from "../model/finding.ts";
import { HOUR, MINUTE, SECOND } from "../model/time.ts";
import { EVEN_MS, watchSteps } from "./clock-alert.ts";
import { createClockWatch } from "./clock-watch.ts";

function house() {
  const clock = new ManualClock(Date.UTC(2026, 0, 1));
  const steadyTime = createClockWatch(clock);
  steadyTime.start();
  let findings: () => readonly Finding[] = () => [];
  const stop = watchSteps({
    steadyTime, clock, root: "44",
    watch: (watched) => {
      ({ findings } = watched);
      return () => {};
    },
  });
  return { clock, stop, found: () => findings().map(({ kind, indicator, place, value, limit }) => [kind, indicator, place, value, limit]) };
}

test("a clock that is set, forward or back, is an alert of live that says by how much, and returns when it has run evenly for ten minutes", () => {
  const { clock, found } = house();
  expect(found()).toEqual([["clear", "clock:server", "44", 0, 2]]);
  clock.step(-HOUR);
  clock.advance(SECOND);
  expect(found()).toEqual([["exceed", "clock:server", "44", 3_600, 2]]);
  clock.advance(5 * MINUTE);
  clock.step(10 * SECOND);
  clock.advance(SECOND);
  expect(found()[0]![3]).toBe(10);
  clock.advance(EVEN_MS - SECOND);
  expect(found()[0]![0]).toBe("exceed");
  clock.advance(SECOND);
  expect(found()[0]![0]).toBe("clear");
});
test("a clock that runs is nothing to say", () => {
  const { clock, found } = house();
  for (let i = 0; i < 100; i++) {
    clock.advance(MINUTE);
    expect(found()[0]![0]).toBe("clear");
  }
});
