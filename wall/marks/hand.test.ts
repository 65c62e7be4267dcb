import { expect, test } from "vitest";
import { CAMERAS, fitCamera } from "./camera.ts";
import { handMarks } from "./hand.ts";
import type { Point } from "./mark.ts";
import { unproject } from "./mercator.ts";
import { unapply } from "./plane.ts";

const size = { width: 1920, height: 1080, u: 24 };
const line = [[110.4, 21.2], [113.3, 23.1]] as const;

test("a stroke lies on the same land under every camera", () => {
  for (const camera of [CAMERAS.province, CAMERAS.west, CAMERAS.storm]) {
    const at = fitCamera(camera, size);
    const [casing, ink] = handMarks([{ points: line }], null, at, size.u) as { points: readonly Point[]; stroke: string }[];
    expect([casing!.stroke, ink!.stroke, casing!.points]).toEqual(["bg", "focus", ink!.points]);
    for (const [i, point] of ink!.points.entries()) {
      const [lon, lat] = unproject(unapply(at, point));
      expect([lon, lat]).toEqual([expect.closeTo(line[i]![0], 6), expect.closeTo(line[i]![1], 6)]);
    }
  }
});
test("a pointer is a ring around a point, and nothing without one", () => {
  const at = fitCamera(CAMERAS.province, size);
  expect(handMarks([], null, at, 24)).toEqual([]);
  const marks = handMarks([], [113.3, 23.1], at, 24) as { kind: string; cx: number; cy: number }[];
  expect(marks.map(({ kind }) => kind)).toEqual(["circle", "circle", "circle"]);
  expect(new Set(marks.map(({ cx, cy }) => `${cx} ${cy}`)).size).toBe(1);
});
