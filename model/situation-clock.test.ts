import fc from "fast-check";
import { expect, test } from "vitest";
import { ManualClock } from "./clock.ts";
import { createSituationClock } from "./situation-clock.ts";
import { simTime } from "./situation.ts";
import { DAY, HOUR, MINUTE, SECOND } from "./time.ts";

const span = { from: 0, to: 5 * DAY };
const fresh = (start = DAY, speed = 60) => {
  const clock = new ManualClock(1_700_000_000_000);
  return { clock, sim: createSituationClock({ clock, start, speed, span }) };
};

test("a minute of people's time is an hour of the storm at 60 times", () => {
  const { clock, sim } = fresh();
  clock.advance(MINUTE);
  expect(sim.now()).toBe(DAY + HOUR);
});

test("a paused clock stands still and goes on from there", () => {
  const { clock, sim } = fresh();
  clock.advance(10 * SECOND);
  sim.pause();
  clock.advance(HOUR);
  expect(sim.now()).toBe(DAY + 10 * MINUTE);
  sim.resume();
  clock.advance(SECOND);
  expect(sim.now()).toBe(DAY + 11 * MINUTE);
});

test("a change of speed neither jumps nor forgets", () => {
  const { clock, sim } = fresh();
  clock.advance(SECOND);
  sim.setSpeed(3600);
  expect(sim.now()).toBe(DAY + MINUTE);
  clock.advance(SECOND);
  expect(sim.now()).toBe(DAY + MINUTE + HOUR);
});

test("it holds at the end of the record and says so", () => {
  const { clock, sim } = fresh(4 * DAY, 3600);
  clock.advance(HOUR);
  expect(sim.now()).toBe(span.to);
  expect(sim.ended()).toBe(true);
  expect(sim.state().paused).toBe(true);
  sim.seek(2 * DAY);
  clock.advance(SECOND);
  expect(sim.now()).toBe(2 * DAY + HOUR);
});

test("a seek outside of the record and a speed outside of 1 to 3600 are refused, and change nothing", () => {
  const { sim } = fresh();
  expect(() => sim.seek(span.to + 1)).toThrow("choose a time in between");
  expect(() => sim.seek(Number.NaN)).toThrow("choose a time in between");
  expect(() => sim.setSpeed(0)).toThrow("outside 1 to 3600");
  expect(() => sim.setSpeed(3601)).toThrow("outside 1 to 3600");
  expect(() => sim.setSpeed(Number.NaN)).toThrow("outside 1 to 3600");
  expect(sim.now()).toBe(DAY);
});

test("stepping the wall clock of the machine moves no data", () => {
  const { clock, sim } = fresh();
  clock.step(-DAY);
  clock.advance(SECOND);
  expect(sim.now()).toBe(DAY + MINUTE);
});

const step = fc.oneof(
  fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 0, max: 20_000 }) }),
  fc.record({ kind: fc.constant("pause" as const) }),
  fc.record({ kind: fc.constant("resume" as const) }),
  fc.record({ kind: fc.constant("speed" as const), speed: fc.integer({ min: 1, max: 3600 }) }),
  fc.record({ kind: fc.constant("seek" as const), to: fc.integer({ min: span.from, max: span.to }) }),
);

test("through any course the time is continuous, never runs back except by a seek, and pages compute the same", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (course) => {
      const { clock, sim } = fresh();
      let changes = 0;
      sim.onChange(() => changes++);
      for (const act of course) {
        const before = sim.now();
        const state = sim.state();
        if (act.kind === "wait") {
          clock.advance(act.ms);
          expect(sim.now()).toBeGreaterThanOrEqual(before);
          expect(sim.now()).toBeLessThanOrEqual(before + act.ms * state.speed + 1);
          expect(Math.abs(sim.now() - Math.min(span.to, simTime(state, clock.now())))).toBeLessThanOrEqual(1);
          continue;
        }
        const told = changes;
        if (act.kind === "pause") sim.pause();
        if (act.kind === "resume") sim.resume();
        if (act.kind === "speed") sim.setSpeed(act.speed);
        if (act.kind === "seek") sim.seek(act.to);
        expect(sim.now()).toBe(act.kind === "seek" ? act.to : before);
        expect(changes).toBe(told + 1);
      }
    }),
  );
});
