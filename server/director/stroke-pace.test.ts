import { expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { createStrokePace, STROKES_AT_ONCE, STROKES_PER_SECOND } from "./stroke-pace.ts";

/** How many of so many strokes are taken. */
function drawn(pace: ReturnType<typeof createStrokePace>, account: string, strokes: number): number {
  let taken = 0;
  for (let i = 0; i < strokes; i++) {
    try {
      pace.spend(account);
      taken++;
    } catch (error) {
      expect(error).toMatchObject({ code: "too_many", details: { retryAfterS: 1 } });
    }
  }
  return taken;
}

test("an account that sends a hundred strokes at once draws a few, then five a second, and keeps nobody else from drawing", () => {
  const clock = new ManualClock(1_000_000);
  const pace = createStrokePace(clock);
  expect(drawn(pace, "a", 100)).toBe(STROKES_AT_ONCE);
  expect(drawn(pace, "b", 1)).toBe(1);
  clock.advance(1_000);
  expect(drawn(pace, "a", 100)).toBe(STROKES_PER_SECOND);
  clock.advance(60_000);
  expect(drawn(pace, "a", 100)).toBe(STROKES_AT_ONCE);
});
