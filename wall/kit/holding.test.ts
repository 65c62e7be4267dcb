import { beforeEach, describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { HOLD_MS, Holding } from "./holding.ts";

describe("holding Enter instead of a slide", () => {
  let clock: ManualClock;
  let done: number;
  let share: number;
  let holding: Holding;
  beforeEach(() => {
    clock = new ManualClock(0);
    done = 0;
    share = 0;
    holding = new Holding({ clock, forMs: HOLD_MS, progress: (s) => (share = s), done: () => done++ });
  });

  test("acts after 1.2 s", () => {
    holding.start();
    clock.advance(600);
    expect(share).toBeGreaterThan(0.4);
    clock.advance(600);
    expect(done).toBe(1);
  });
  test("letting go before cancels, and the next hold starts from nothing", () => {
    holding.start();
    clock.advance(1_100);
    holding.cancel();
    expect(share).toBe(0);
    clock.advance(5_000);
    expect(done).toBe(0);
    holding.start();
    clock.advance(1_100);
    expect(done).toBe(0);
  });
  test("a key that repeats while it is held acts once", () => {
    for (let i = 0; i < 40; i++) {
      holding.start();
      clock.advance(30);
    }
    expect(done).toBe(1);
  });
});
