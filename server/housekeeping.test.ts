import { expect, test } from "vitest";
import { ManualClock } from "../model/clock.ts";
import { DAY, HOUR } from "../model/time.ts";
import { createHousekeeping } from "./housekeeping.ts";

function kept(replayedFrom: number, fails = false) {
  const clock = new ManualClock(100 * DAY);
  const forgotten: unknown[] = [];
  const complaints: string[] = [];
  const stop = createHousekeeping({
    clock, replayedFrom: () => replayedFrom,
    log: { info: () => {}, warn: () => {}, error: (words) => void complaints.push(words) },
    store: { forget: async (what) => (fails ? Promise.reject(new Error("away")) : void forgotten.push(what)) },
    history: { forget: async (before) => void forgotten.push(before) },
  }).start();
  const turn = () => new Promise((done) => setImmediate(done));
  return { clock, forgotten, complaints, stop, turn };
}

test("answers to commands are kept for fourteen days, columns as they were known for thirty-one, sessions until their end", async () => {
  const house = kept(Number.POSITIVE_INFINITY);
  await house.turn();
  expect(house.forgotten).toEqual([{ commandsBefore: 86 * DAY, now: 100 * DAY }, 69 * DAY]);
  house.clock.advance(HOUR);
  await house.turn();
  expect(house.forgotten.slice(2)).toEqual([{ commandsBefore: 86 * DAY + HOUR, now: 100 * DAY + HOUR }, 69 * DAY + HOUR]);
  house.stop();
  house.clock.advance(DAY);
  expect(house.forgotten).toHaveLength(4);
});

test("what is being replayed is not forgotten while it runs", async () => {
  const house = kept(50 * DAY);
  await house.turn();
  expect(house.forgotten[1]).toBe(50 * DAY);
});

test("a store that is away is asked again an hour later", async () => {
  const house = kept(0, true);
  await house.turn();
  house.clock.advance(HOUR);
  await house.turn();
  expect(house.complaints).toHaveLength(2);
});
