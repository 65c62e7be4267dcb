import { expect, test } from "vitest";
import { THEMES } from "../../themes/themes.ts";
import { pointsMesh } from "./points-mesh.ts";
import { CORNER_FLOATS } from "./tessellate.ts";

const SQUARE = [[-2, -2], [2, -2], [2, 2], [-2, 2]] as const;

test("each place bears the whole sign: a camera moves the places and leaves the sign its size", () => {
  const one = pointsMesh({ kind: "points", at: [[10, 20]], corners: SQUARE, fill: "t2", transform: { k: 1, dx: 0, dy: 0 } }, THEMES.graphite);
  const two = pointsMesh({ kind: "points", at: [[10, 20], [30, 40]], corners: SQUARE, fill: "t2", transform: { k: 1, dx: 0, dy: 0 } }, THEMES.graphite);
  expect(two.corners.length).toBe(2 * one.corners.length);
  expect(Math.max(...Array.from(two.indices))).toBe(two.corners.length / CORNER_FLOATS - 1);
  const corners = Array.from({ length: two.corners.length / CORNER_FLOATS }, (_, i) => Array.from(two.corners).slice(i * CORNER_FLOATS, i * CORNER_FLOATS + 4));
  expect(new Set(corners.map(([x, y]) => `${x} ${y}`))).toEqual(new Set(["10 20", "30 40"]));
  expect(corners.slice(0, 4).map(([, , ox, oy]) => [ox, oy])).toEqual(SQUARE.map((corner) => [...corner]));
});
