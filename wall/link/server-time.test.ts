import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { ServerTime } from "./server-time.ts";

describe("the server's time", () => {
  test("is the machine's own until the server has answered", () => {
    const clock = new ManualClock(1_000);
    const time = new ServerTime(clock);
    expect(time.known).toBe(false);
    expect(time.now()).toBe(1_000);
  });

  test("is taken from the exchange with the shortest round trip", () => {
    const clock = new ManualClock(0);
    const time = new ServerTime(clock);
    time.take({ askedAt: 0, answeredAt: 400, serverAt: 5_390 });
    time.take({ askedAt: 500, answeredAt: 510, serverAt: 5_505 });
    time.take({ askedAt: 600, answeredAt: 900, serverAt: 5_890 });
    clock.advance(1_000);
    expect(time.now()).toBe(6_000);
    expect(time.roundTripMs).toBe(10);
  });

  test("does not move when somebody sets the machine's clock", () => {
    const clock = new ManualClock(0);
    const time = new ServerTime(clock);
    time.take({ askedAt: 0, answeredAt: 0, serverAt: 10_000 });
    clock.step(3_600_000);
    expect(time.now()).toBe(10_000);
  });

  test("follows a server whose clock was stepped", () => {
    const clock = new ManualClock(0);
    const time = new ServerTime(clock);
    time.take({ askedAt: 0, answeredAt: 2, serverAt: 100_001 });
    time.take({ askedAt: 10, answeredAt: 12, serverAt: 40_011 });
    clock.advance(12);
    expect(time.now()).toBe(40_012);
  });

  test("never runs backwards and errs by at most half the shortest round trip", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ wait: fc.nat(1_000), out: fc.nat(300), back: fc.nat(300) }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 2_000_000_000 }),
        (exchanges, offset) => {
          const clock = new ManualClock(0);
          const time = new ServerTime(clock);
          let before = Number.NEGATIVE_INFINITY;
          for (const { wait, out, back } of exchanges) {
            clock.advance(wait);
            const askedAt = clock.monotonic();
            clock.advance(out);
            const serverAt = clock.monotonic() + offset;
            clock.advance(back);
            time.take({ askedAt, answeredAt: clock.monotonic(), serverAt });
            const now = time.now();
            expect(now).toBeGreaterThanOrEqual(before);
            before = now;
          }
          const worst = Math.max(...exchanges.map((e) => e.out + e.back)) / 2;
          expect(Math.abs(time.now() - (clock.monotonic() + offset))).toBeLessThanOrEqual(worst);
        },
      ),
    );
  });
});
