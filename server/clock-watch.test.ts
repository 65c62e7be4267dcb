import { expect, test } from "vitest";
import { ManualClock } from "../model/clock.ts";
import { DAY, HOUR, SECOND } from "../model/time.ts";
import { STEP_MS } from "../model/timer.ts";
import { createClockWatch } from "./clock-watch.ts";

const START = Date.UTC(2026, 0, 1);
function watched() {
  const clock = new ManualClock(START);
  const watch = createClockWatch(clock);
  watch.start();
  const steps: number[] = [];
  watch.onStep((byMs) => steps.push(byMs));
  return { clock, watch, steps };
}

test("a clock that is set is heard of within a second, forward and back, by how much", () => {
  for (const by of [5 * SECOND, HOUR, DAY, -5 * SECOND, -HOUR, -DAY]) {
    const { clock, steps } = watched();
    clock.advance(10 * SECOND);
    expect(steps).toEqual([]);
    clock.step(by);
    clock.advance(SECOND);
    expect(steps).toEqual([by]);
    clock.advance(HOUR);
    expect(steps).toEqual([by]);
  }
});

test("until somebody looks a step has not happened to what is steady", () => {
  const { clock, watch } = watched();
  clock.advance(400);
  clock.step(HOUR);
  clock.advance(100);
  expect(watch.steady()).toBe(START + 500);
  watch.look();
  expect(watch.steady()).toBe(START + 500 + HOUR);
});

test("a clock that is set right slowly is followed without a word", () => {
  const { clock, watch, steps } = watched();
  for (let i = 0; i < 60; i++) {
    clock.step(-STEP_MS);
    clock.advance(SECOND);
  }
  expect(steps).toEqual([]);
  expect(watch.steady()).toBe(clock.now());
});
