import { expect, test } from "vitest";
import { planeBox, TRUE_GROUND } from "./camera.ts";
import { nearer, onGround, pushed } from "./free-camera.ts";
import { apply, unapply, type Transform } from "./plane.ts";

const SIZE = { width: 900, height: 700 };
const [x0, y0, x1, y1] = planeBox(TRUE_GROUND);
const START: Transform = { k: 1.6, dx: 450 - 1.6 * ((x0 + x1) / 2), dy: 350 - 1.6 * ((y0 + y1) / 2) };

test("what lies under the fingers stays under them while they part", () => {
  const finger = [300, 200] as const;
  const under = unapply(START, finger);
  const [x, y] = apply(nearer(START, 1.5, finger, SIZE), under);
  expect(x).toBeCloseTo(300, 6);
  expect(y).toBeCloseTo(200, 6);
});
test("a hand pushes the map with it, and never beyond true ground", () => {
  expect(pushed(START, [10, -5], SIZE).dx).toBeCloseTo(START.dx + 10, 6);
  const far = pushed(START, [100_000, 100_000], SIZE);
  expect(unapply(far, [0, 0])[0]).toBeGreaterThanOrEqual(x0 - 1e-6);
  expect(unapply(far, [0, 0])[1]).toBeGreaterThanOrEqual(y0 - 1e-6);
});
test("it comes no nearer than the ground is drawn for, and no further away than true ground fills the picture", () => {
  expect(SIZE.width / onGround({ ...START, k: 1e6 }, SIZE).k).toBeCloseTo(3, 6);
  const wide = onGround({ ...START, k: 1e-3 }, SIZE);
  expect(SIZE.height / wide.k).toBeLessThanOrEqual(y1 - y0 + 1e-6);
});
