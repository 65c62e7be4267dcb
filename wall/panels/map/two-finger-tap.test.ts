import { beforeEach, expect, test } from "vitest";
import { TAP_MS, TAP_PX, TwoFingerTap } from "./two-finger-tap.ts";

let tap: TwoFingerTap;
beforeEach(() => {
  tap = new TwoFingerTap();
});
function both(at = 0): void {
  tap.press(1, [100, 100], at);
  tap.press(2, [220, 130], at + 40);
}

test("two fingers that touch and leave again are one tap, told once, with the last of them", () => {
  both();
  expect([tap.lift(1, 120, true), tap.lift(2, 140, true), tap.lift(2, 150, true)]).toEqual([false, true, false]);
});
test("they may tremble; what moves further is a pinch, and no tap any more", () => {
  both();
  expect(tap.move(1, [100 + TAP_PX - 1, 100])).toBe(false);
  expect(tap.move(2, [220, 130 + TAP_PX])).toBe(true);
  expect([tap.lift(1, 120, true), tap.lift(2, 140, true)]).toEqual([false, false]);
});
test("one finger, three, two that rest, and two that were taken away are none", () => {
  tap.press(1, [0, 0], 0);
  expect(tap.lift(1, 50, true)).toBe(false);
  both(100);
  tap.press(3, [300, 300], 150);
  expect([1, 2, 3].map((id) => tap.lift(id, 200, true))).toEqual([false, false, false]);
  both(1_000);
  expect([tap.lift(1, 1_000 + TAP_MS, true), tap.lift(2, 1_001 + TAP_MS, true)]).toEqual([false, false]);
  both(3_000);
  expect([tap.lift(1, 3_050, false), tap.lift(2, 3_060, true)]).toEqual([false, false]);
});
test("two taps one after the other with one finger each are none; a tap of two after all that is one", () => {
  tap.press(1, [0, 0], 0);
  tap.lift(1, 50, true);
  tap.press(2, [0, 0], 100);
  expect(tap.lift(2, 150, true)).toBe(false);
  both(200);
  expect([tap.lift(2, 260, true), tap.lift(1, 280, true)]).toEqual([false, true]);
});
