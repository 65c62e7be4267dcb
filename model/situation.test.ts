import { expect, test } from "vitest";
import { peopleTime, simTime } from "./situation.ts";

test("people's limits run on the server's time, but in a replay of the past on the time of that past", () => {
  const clock = { at: 5_000, simAt: 1_000, speed: 60, paused: false };
  expect(peopleTime(undefined, 6_000)).toBe(6_000);
  expect(peopleTime({ clock }, 6_000)).toBe(6_000);
  expect(peopleTime({ clock, replays: "live" }, 6_000)).toBe(61_000);
});
test("a clock that nobody tells any more stands where it was heard last, though it was not paused", () => {
  const clock = { at: 5_000, simAt: 1_000, speed: 60, paused: false };
  expect([simTime(clock, 6_000), simTime({ ...clock, stands: true }, 6_000)]).toEqual([61_000, 1_000]);
});
