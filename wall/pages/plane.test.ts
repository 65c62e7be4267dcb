import { expect, test } from "vitest";
import { findWall } from "../../layouts/shelf.ts";
import { fit, planeOf, wallAddress } from "./plane.ts";

test("an address names a wall, and perhaps one display of it", () => {
  expect(wallAddress("/wall/main")).toEqual({ wall: "main", display: 0 });
  expect(wallAddress("/wall/main/2")).toEqual({ wall: "main", display: 2 });
  expect(wallAddress("/console")).toBeNull();
});
test("a display by itself starts at its own corner; the whole wall keeps its places", () => {
  expect(planeOf(findWall("main"), 2)).toMatchObject({ widthPx: 1920, heightPx: 1080, sheets: [{ display: { n: 2, xPx: 1920 }, x: 0, y: 0 }] });
  expect(planeOf(findWall("main"), 0)).toMatchObject({ widthPx: 5760, heightPx: 1080 });
});
test("surfaces of one room stand side by side in one window, each at its own size", () => {
  const { sheets, widthPx, heightPx } = planeOf(findWall("wall-side"), 0);
  expect(sheets.map(({ x, y }) => [x, y])).toEqual([[0, 0], [5808, 0]]);
  expect([widthPx, heightPx]).toEqual([5808 + 1920, 1620]);
});
test("a display on its own glass is shown pixel for pixel", () => {
  expect(fit({ widthPx: 1920, heightPx: 1080 }, 1920, 1080)).toEqual({ scale: 1, x: 0, y: 0 });
});
test("a whole wall on one desk screen is shown whole, in the middle", () => {
  const { scale, x, y } = fit({ widthPx: 5760, heightPx: 1080 }, 1920, 1080);
  expect([scale, x]).toEqual([1 / 3, 0]);
  expect(y).toBeCloseTo(360);
});
