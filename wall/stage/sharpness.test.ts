import { expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { Sharpness } from "./sharpness.ts";

function stage() {
  const clock = new ManualClock(0);
  let sharpened = 0;
  const sharpness = new Sharpness(clock, () => sharpened++);
  return { clock, sharpness, sharpened: () => sharpened };
}

test("a picture that was never new is sharp, however often it is painted", () => {
  const { clock, sharpness, sharpened } = stage();
  for (let i = 0; i < 5; i++) {
    sharpness.painted();
    clock.advance(2_000);
  }
  expect([sharpness.share, sharpened()]).toEqual([1, 0]);
});
test("a new picture is soft while it is painted again and again, and sharp once, when it is quiet", () => {
  const { clock, sharpness, sharpened } = stage();
  expect([sharpness.soften(), sharpness.soften()]).toEqual([true, false]);
  for (let i = 0; i < 5; i++) {
    sharpness.painted();
    expect(sharpness.share).toBe(0.5);
    clock.advance(900);
  }
  expect(sharpened()).toBe(0);
  clock.advance(100);
  expect([sharpness.share, sharpened()]).toEqual([1, 1]);
  sharpness.painted();
  clock.advance(10_000);
  expect(sharpened()).toBe(1);
});
test("what is never quiet is sharp after eight seconds", () => {
  const { clock, sharpness } = stage();
  sharpness.soften();
  for (let ms = 0; ms < 8_000; ms += 200) {
    expect(sharpness.share).toBe(0.5);
    sharpness.painted();
    clock.advance(200);
  }
  expect(sharpness.share).toBe(1);
});
test("a stage that has ended is not painted for its sake", () => {
  const { clock, sharpness, sharpened } = stage();
  sharpness.soften();
  sharpness.painted();
  sharpness.drop();
  clock.advance(10_000);
  expect(sharpened()).toBe(0);
});
