import { expect, test } from "vitest";
import { ManualClock } from "../model/clock.ts";
import { collector, collectWhenMuch } from "./heap.ts";

const MB = 1024 * 1024;
function aHouse(mb: number) {
  const clock = new ManualClock(0);
  const house = { clock, mb, collections: 0 };
  collectWhenMuch({ clock, resident: () => house.mb * MB, collect: () => void house.collections++ });
  return house;
}

test("a house that holds little is left to V8", () => {
  const house = aHouse(250);
  house.clock.advance(3_600_000);
  expect(house.collections).toBe(0);
});
test("much is collected once, and then no more when it helped", () => {
  const house = aHouse(400);
  house.clock.advance(10_000);
  house.mb = 260;
  house.clock.advance(3_600_000);
  expect(house.collections).toBe(1);
});
test("where it does not help it is done once a minute, not more, and three times where the limit is near", () => {
  const near = aHouse(500);
  near.clock.advance(600_000);
  expect(near.collections).toBe(30);
  const house = aHouse(350);
  house.clock.advance(600_000);
  expect(house.collections).toBeGreaterThan(5);
  expect(house.collections).toBeLessThanOrEqual(10);
});
test("the collector of this V8 takes what nobody holds", async () => {
  const collect = collector();
  let gone = false;
  const registry = new FinalizationRegistry(() => (gone = true));
  (() => registry.register({ big: new Uint8Array(1_000) }, 0))();
  void collect();
  await expect.poll(() => gone).toBe(true);
});
