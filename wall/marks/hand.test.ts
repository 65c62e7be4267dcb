import fc from "fast-check";
import { expect, test } from "vitest";
import { CAMERAS, fitCamera } from "./camera.ts";
import { handMarks, handsOn } from "./hand.ts";
import { meets } from "./labels.ts";
import type { ClipMark, Point } from "./mark.ts";
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

test("a hand's line ends where its map does, however far it runs on the land", () => {
  const far = handMarks([{ points: [[113, 23], [113, 60]] }], null, fitCamera(CAMERAS.west, size), size.u);
  expect(handsOn(size, [], far)).toEqual([{ kind: "clip", x: 0, y: 0, width: 1920, height: 1080, marks: far }]);
  expect(handsOn(size, [], [])).toEqual([]);
});
test("it ends where words of others stand on the map, and nowhere else", () => {
  const box = fc.record({ x: fc.integer({ min: -400, max: 2000 }), y: fc.integer({ min: -400, max: 1200 }), width: fc.integer({ min: 1, max: 900 }), height: fc.integer({ min: 1, max: 900 }) });
  const place = fc.tuple(fc.integer({ min: 0, max: 1919 }), fc.integer({ min: 0, max: 1079 }));
  const holds = ({ x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }, [px, py]: readonly [number, number]) => px >= x && px < x + width && py >= y && py < y + height;
  fc.assert(fc.property(fc.array(box, { maxLength: 5 }), place, (words, at) => {
    const clips = handsOn(size, words, handMarks([{ points: line }], null, fitCamera(CAMERAS.province, size), size.u)) as ClipMark[];
    expect(clips.filter((clip) => holds(clip, at))).toHaveLength(words.some((word) => holds(word, at)) ? 0 : 1);
    for (const clip of clips) for (const word of words) expect(meets(clip, word)).toBe(false);
  }));
});
