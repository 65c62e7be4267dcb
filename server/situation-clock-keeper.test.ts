import { expect, test } from "vitest";
import { ManualClock } from "../model/clock.ts";
import { DAY, HOUR, MINUTE } from "../model/time.ts";
import { memoryStore } from "../tests/fixtures/memory-store.ts";
import type { Played } from "./played.ts";
import { createClockKeeper, resumedClock } from "./situation-clock-keeper.ts";

const feed = { id: "storm", span: { from: 0, to: 5 * DAY }, start: DAY, speed: 60 } as Played;
const plan = { id: "storm" };
async function running(store = memoryStore()) {
  const clock = new ManualClock(1_700_000_000_000);
  const sim = await resumedClock({ store, clock }, plan, feed);
  return { store, clock, sim, keeper: createClockKeeper(store, plan, sim) };
}

test("a clock goes on where it was saved, at its speed, however long the program was away", async () => {
  const { store, clock, sim, keeper } = await running();
  clock.advance(MINUTE);
  sim.setSpeed(10);
  await keeper.save();
  clock.advance(HOUR);
  const again = (await running(store)).sim;
  expect([again.now(), again.state().speed, again.state().paused]).toEqual([DAY + HOUR, 10, false]);
});

test("an order to another time that the clock never followed is followed at the next start, one that it followed is not repeated", async () => {
  const { store, clock, sim, keeper } = await running();
  const sought = { to: 3 * DAY, seq: 7 };
  expect((await resumedClock({ store, clock }, { ...plan, sought }, feed)).now()).toBe(3 * DAY);
  sim.seek(3 * DAY);
  keeper.follow(7);
  clock.advance(MINUTE);
  await keeper.save();
  expect((await resumedClock({ store, clock }, { ...plan, sought }, feed)).now()).toBe(3 * DAY + HOUR);
});

test("a clock that stands still is written once", async () => {
  const { store, clock, sim, keeper } = await running();
  sim.pause();
  await keeper.save();
  clock.advance(HOUR);
  store.away = true;
  await expect(keeper.save()).resolves.toBeUndefined();
});

test("a clock that could not be written is written the next time", async () => {
  const { store, clock, keeper } = await running();
  store.away = true;
  await expect(keeper.save()).rejects.toThrow("away");
  store.away = false;
  clock.advance(MINUTE);
  await keeper.save();
  expect(await store.document("clock:storm")).toMatchObject({ simAt: DAY + HOUR });
});

test("what is being written when the clock is forgotten does not come back", async () => {
  const { store, keeper } = await running();
  void keeper.save();
  await keeper.settled();
  await keeper.forget();
  expect(await store.document("clock:storm")).toBeFalsy();
});
