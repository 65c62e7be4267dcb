import { setImmediate as others } from "node:timers/promises";
import { expect, test } from "vitest";
import { ManualClock } from "../model/clock.ts";
import { createTurns } from "./turns.ts";

test("work goes on while its turn lasts, and waits for others when it is over", async () => {
  const clock = new ManualClock(0);
  const pace = createTurns(clock, others, 20)();
  clock.advance(19);
  expect(pace()).toBeUndefined();
  clock.advance(1);
  let served = false;
  setImmediate(() => (served = true));
  await pace();
  expect(served).toBe(true);
  expect(pace()).toBeUndefined();
});

test("of several that wait one goes on at a time, in the order in which they came", async () => {
  const clock = new ManualClock(0);
  const turns = createTurns(clock, others, 20);
  const [a, b] = [turns(), turns()];
  clock.advance(20);
  const order: string[] = [];
  const waits = [a()!.then(() => order.push("a")), b()!.then(() => order.push("b"))];
  await waits[0];
  expect(order).toEqual(["a"]);
  await waits[1];
  expect(order).toEqual(["a", "b"]);
});
