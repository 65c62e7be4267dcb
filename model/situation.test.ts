import { expect, test } from "vitest";
import { peopleTime } from "./situation.ts";

test("people's limits run on the server's time, but in a replay of the past on the time of that past", () => {
  const clock = { at: 5_000, simAt: 1_000, speed: 60, paused: false };
  expect(peopleTime(undefined, 6_000)).toBe(6_000);
  expect(peopleTime({ clock }, 6_000)).toBe(6_000);
  expect(peopleTime({ clock, replays: "live" }, 6_000)).toBe(61_000);
});
