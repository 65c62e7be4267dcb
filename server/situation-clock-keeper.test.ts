import { describe, expect, test } from "vitest";
import { ManualClock } from "../model/clock.ts";
import { DAY, HOUR, MINUTE, SECOND, formatTime } from "../model/time.ts";
import { memoryStore, type MemoryStore } from "../tests/fixtures/memory-store.ts";
import type { Played } from "./played.ts";
import { createClockKeeper, resumedClock } from "./situation-clock-keeper.ts";

const feed = { id: "storm", span: { from: 0, to: 5 * DAY }, start: DAY, speed: 60 } as Played;
const plan = { id: "storm" };
async function running(store = memoryStore()) {
  const clock = new ManualClock(1_700_000_000_000);
  const resumed = await resumedClock({ store, clock }, plan, feed);
  return { store, clock, sim: resumed.clock, judged: resumed.judged, course: resumed.course, keeper: createClockKeeper({ store, clock }, plan, resumed) };
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
  expect((await resumedClock({ store, clock }, { ...plan, sought }, feed)).clock.now()).toBe(3 * DAY);
  sim.seek(3 * DAY);
  keeper.follow(7);
  clock.advance(MINUTE);
  await keeper.save();
  expect((await resumedClock({ store, clock }, { ...plan, sought }, feed)).clock.now()).toBe(3 * DAY + HOUR);
});

test("what was judged is kept with the clock, and an order to another time that comes first at the next start leaves out what lies between", async () => {
  const { store, clock, sim, judged, keeper } = await running();
  clock.advance(MINUTE);
  judged.set(sim.now(), 3 * DAY);
  sim.seek(3 * DAY);
  keeper.follow(7);
  clock.advance(MINUTE);
  await keeper.save();
  const again = async (sought: { to: number; seq: number }) => (await resumedClock({ store, clock }, { ...plan, sought }, feed)).judged.stretches();
  expect(await again({ to: 3 * DAY, seq: 7 })).toEqual([{ from: DAY, to: DAY + HOUR }, { from: 3 * DAY }]);
  expect(await again({ to: 4 * DAY, seq: 8 })).toEqual([{ from: DAY, to: DAY + HOUR }, { from: 3 * DAY, to: 3 * DAY + HOUR }, { from: 4 * DAY }]);
});

test("when people had an hour of it before them is kept with the clock", async () => {
  const { store, clock, sim, course, keeper } = await running();
  clock.advance(MINUTE);
  sim.pause();
  const before = course.peopleAt(DAY + HOUR / 2);
  await keeper.save();
  clock.advance(HOUR);
  const again = await resumedClock({ store, clock }, plan, feed);
  expect([again.course.peopleAt(DAY + HOUR / 2), again.course.peopleAt(DAY + HOUR)]).toEqual([before, before + MINUTE / 2]);
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

describe("an order that was acknowledged holds after a death", () => {
  const again = async (store: MemoryStore, more: object) => (await resumedClock({ store, clock: new ManualClock(1_700_000_000_000) }, { ...plan, ...more }, feed)).clock.state();
  const pausedAt = (simAt: number, seq: number) => ({ halt: { paused: true, simAt, seq } });

  test("paused after the last writing: it stands where it was paused", async () => {
    const { store, keeper } = await running();
    await keeper.save();
    expect(await again(store, { steered: pausedAt(DAY + 3 * MINUTE, 4) })).toMatchObject({ simAt: DAY + 3 * MINUTE, paused: true, speed: 60 });
  });
  test("another speed after the last writing, and before any", async () => {
    const { store, keeper } = await running();
    const speed = { speed: { speed: 600, seq: 4 } };
    expect(await again(store, { steered: speed })).toMatchObject({ simAt: DAY, speed: 600, paused: false });
    await keeper.save();
    expect(await again(store, { steered: speed })).toMatchObject({ speed: 600, paused: false });
  });
  test("what has been followed and written is not followed again", async () => {
    const { store, sim, keeper } = await running();
    sim.pause();
    keeper.steer(4);
    await keeper.save();
    sim.resume();
    sim.setSpeed(10);
    keeper.steer(6);
    await keeper.save();
    expect(await again(store, { steered: { halt: { paused: true, simAt: DAY, seq: 4 }, speed: { speed: 600, seq: 3 } } })).toMatchObject({ speed: 10, paused: false });
  });
  test("a pause that overtook a setting stands where the clock was to be set", async () => {
    const { store, keeper } = await running();
    await keeper.save();
    expect(await again(store, { sought: { to: 3 * DAY, seq: 5 }, steered: pausedAt(DAY + MINUTE, 6) })).toMatchObject({ simAt: 3 * DAY, paused: true });
  });
});

test("a clock goes on no earlier than what was found and written since it was saved, and where it was set back since, it goes on there", async () => {
  const { store, clock, sim, keeper } = await running();
  clock.advance(MINUTE);
  await keeper.save();
  const found = async (): Promise<void> => {
    clock.advance(3 * SECOND);
    const [at, simAt] = [formatTime(clock.now()), formatTime(sim.now())];
    const seq = ((await store.head("storm"))?.seq ?? 0) + 1;
    await store.commit({ entries: [{ seq, situation: "storm", at, simAt, actor: "rule:gust#3", kind: "alert.raised", region: "44", prev: "", hash: `${seq}`, salt: "", bodyHash: "" }] });
  };
  await found();
  expect((await running(store)).sim.now()).toBe(DAY + HOUR + 3 * MINUTE);
  sim.seek(2 * DAY);
  keeper.follow(7);
  clock.advance(SECOND);
  await keeper.save();
  const again = async () => (await resumedClock({ store, clock }, { ...plan, sought: { to: 2 * DAY, seq: 7 } }, feed)).clock.now();
  expect(await again()).toBe(2 * DAY + MINUTE);
  await found();
  expect(await again()).toBe(2 * DAY + 4 * MINUTE);
});
