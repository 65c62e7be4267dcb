import { beforeEach, describe, expect, test } from "vitest";
import { GUARD_MS, Touches } from "./touches.ts";

const PX_PER_MM = 4;
const [button, other] = [{}, {}];
const finger = (id: number, more: { widthPx?: number; heightPx?: number; x?: number; y?: number } = {}) => ({ id, widthPx: 40, heightPx: 40, x: 100, y: 100, ...more });

describe("touches of a glass at which people work", () => {
  let touches: Touches;
  beforeEach(() => (touches = new Touches(() => PX_PER_MM)));
  const tap = (at: number, more = {}, control = button, sends = true) => {
    const contact = finger(1, more);
    touches.press(contact, control);
    touches.lift(1);
    return touches.taps(contact, sends, at);
  };

  test("a fingertip sends", () => {
    expect(tap(0)).toBe(true);
  });
  test("a palm sends nothing, however it lies", () => {
    expect(tap(0, { widthPx: 20 * PX_PER_MM + 1 })).toBe(false);
    expect(tap(5_000, { heightPx: 120 })).toBe(false);
    expect(tap(10_000, { widthPx: 20 * PX_PER_MM })).toBe(true);
  });
  test("a finger that is laid flat while it holds is a palm from then on", () => {
    touches.press(finger(1), button);
    expect(touches.grew(finger(1, { widthPx: 60 }))).toBe(false);
    expect(touches.grew(finger(1, { widthPx: 90 }))).toBe(true);
    expect(touches.taps(finger(1), true, 0)).toBe(false);
  });
  test("a second finger on one control makes both of no account", () => {
    expect(touches.press(finger(1), button)).toBe("counts");
    expect(touches.press(finger(2), button)).toBe("spoils");
    touches.lift(1);
    touches.lift(2);
    expect([touches.taps(finger(1), true, 0), touches.taps(finger(2), true, 0)]).toEqual([false, false]);
    expect(tap(1_000), "the next touch is a new one").toBe(true);
  });
  test("two people on two controls both send", () => {
    touches.press(finger(1), button);
    expect(touches.press(finger(2, { x: 400 }), other)).toBe("counts");
    expect([touches.taps(finger(1), true, 0), touches.taps(finger(2, { x: 400 }), true, 10)]).toEqual([true, true]);
  });
  test("a double touch sends once, even where another control has come under the finger meanwhile", () => {
    expect(tap(0)).toBe(true);
    expect(tap(150, { x: 104 }, other)).toBe(false);
    expect(tap(GUARD_MS, {}, other)).toBe(true);
  });
  test("what lies elsewhere, and what sends nothing, is not held up", () => {
    expect(tap(0)).toBe(true);
    expect(tap(100, { x: 200 })).toBe(true);
    expect(tap(120, { x: 200 }, button, false)).toBe(true);
  });
});
