import { describe, expect, test } from "vitest";
import { openRoom, unitPx, type RoomFile, type SurfaceFile } from "./room.ts";

const glass = { widthPx: 1920, heightPx: 1080, widthM: 1.2096, heightM: 0.6804 };
const room = (...surfaces: SurfaceFile[]): RoomFile => ({ id: "r", title: { zh: "室", en: "room" }, region: "44", situation: "live", scene: "overview", frontRowM: 2, backRowM: 6, surfaces });
const matrix = (rows: number, columns: number, x = 0, y = 0): SurfaceFile => ({ id: "front", matrix: { rows, columns, glass, bezelM: { x, y } } });

describe("a room in metres becomes displays in pixels", () => {
  test("screens of a matrix are numbered in reading order, and bezels count as the pixels that they hide", () => {
    const { displays, surfaces } = openRoom(room(matrix(2, 2, 0.0063, 0.00315)));
    expect(displays.map(({ n, xPx, yPx }) => [n, xPx, yPx])).toEqual([[1, 0, 0], [2, 1930, 0], [3, 0, 1085], [4, 1930, 1085]]);
    expect(surfaces[0]).toMatchObject({ widthPx: 3850, heightPx: 2165, pitchMm: 0.63 });
  });
  test("blended edges lie over each other", () => {
    expect(openRoom(room(matrix(1, 2, -0.063))).displays.map((d) => d.xPx)).toEqual([0, 1820]);
  });
  test("screens hung freely keep their places, whatever corner is named first", () => {
    const { displays } = openRoom(room({ id: "front", displays: [{ ...glass, xM: 1.2096, yM: 0 }, { ...glass, xM: 0, yM: 0.315 }] }));
    expect(displays.map(({ xPx, yPx }) => [xPx, yPx])).toEqual([[1920, 0], [0, 500]]);
  });
  test("every surface has the type that its own back row reads; numbers run on through surfaces", () => {
    const { surfaces, displays } = openRoom(room(matrix(1, 1), { ...matrix(1, 1), id: "side", part: "side", frontRowM: 1, backRowM: 3 }));
    expect(surfaces.map(({ u, part }) => [u, part])).toEqual([[48, "whole"], [24, "side"]]);
    expect(displays.map(({ n, surface }) => [n, surface])).toEqual([[1, "front"], [2, "side"]]);
  });
  test("the sizes of VISUAL §3: P1.25 at 6 m is 24 px, three 55-inch screens of 4K at 4 m are 64, a desk has a floor", () => {
    expect([unitPx(6, 1.25), unitPx(4, 0.315), unitPx(4.5, 0.565), unitPx(0.65, 0.277)]).toEqual([24, 64, 40, 14]);
  });
});

test.each<[string, SurfaceFile[], RegExp]>([
  ["a back row nearer than the front row", [{ ...matrix(1, 1), frontRowM: 7 }], /surface "front": frontRowM 7 lies behind backRowM 6/],
  ["two surfaces of one name", [matrix(1, 1), matrix(1, 1)], /surface "front" stands twice/],
  ["a surface without screens", [{ id: "front" }], /surface "front" has no displays; expected a matrix/],
  ["a surface described twice", [{ ...matrix(1, 1), displays: [{ ...glass, xM: 0, yM: 0 }] }], /has a matrix and displays; expected one of the two/],
  ["metres that do not go with the pixels", [{ id: "front", displays: [{ ...glass, widthM: 1, xM: 0, yM: 0 }] }], /pixels of 0\.521 mm and of 0\.630 mm/],
  ["screens that hang over each other", [{ id: "front", displays: [{ ...glass, xM: 0, yM: 0 }, { ...glass, xM: 0.1, yM: 0.1 }] }], /displays 1 and 2 cover each other by 1761 × 921 px/],
  ["a room with nowhere for the focus", [{ ...matrix(1, 1), part: "side" }], /no surface for the focus/],
])("%s is refused by name", (_, surfaces, message) => {
  expect(() => openRoom(room(...surfaces))).toThrow(message);
});
