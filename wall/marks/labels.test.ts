import fc from "fast-check";
import { expect, test } from "vitest";
import { besideLine, meets, placeLabels, type LabelWish } from "./labels.ts";

const room = { x: 0, y: 0, width: 800, height: 500 };
const wish = (id: string, x: number, y: number, more: Partial<LabelWish> = {}): LabelWish => ({ id, at: [x, y], width: 80, height: 24, rank: 4, ...more });

test("a name with room stands at its own place", () => {
  expect(placeLabels([wish("a", 100, 100)], room)).toEqual([{ id: "a", box: { x: 60, y: 88, width: 80, height: 24 }, place: 0 }]);
});
test("the graver name keeps its place, the other moves aside", () => {
  const placed = placeLabels([wish("county", 100, 100, { rank: 5 }), wish("city", 104, 100, { rank: 3 })], room);
  expect(placed.map(({ id, place }) => [id, place])).toEqual([["city", 0], ["county", expect.any(Number)]]);
  expect(placed[1]!.place).toBeGreaterThan(0);
});
test("a name without any free neighbour is left out rather than printed over another", () => {
  const crowd = Array.from({ length: 30 }, (_, i) => wish(`n${i}`, 400, 250));
  const placed = placeLabels(crowd, room);
  expect(placed.length).toBeGreaterThan(1);
  expect(placed.length).toBeLessThan(30);
});
test("a name that would leave the picture is left out", () => {
  expect(placeLabels([wish("a", -200, 100)], room)).toEqual([]);
});
test("a name that finds no room with its number stands without it", () => {
  const taken = [{ x: 0, y: 0, width: 800, height: 200 }, { x: 0, y: 226, width: 800, height: 300 }];
  expect(placeLabels([wish("a", 400, 213, { height: 50, less: { width: 60, height: 20 } })], room, taken)).toEqual([{ id: "a", box: { x: 370, y: 203, width: 60, height: 20 }, place: 0, reduced: true }]);
});
test("a name without room at its place stands off it, led there by a line that crosses nothing, before it says less", () => {
  const taken = [{ x: 340, y: 180, width: 120, height: 140 }];
  const away = () => [[400, 60] as const, [600, 250] as const, [400, 440] as const];
  const low = { id: "low", at: [400, 110] as const, width: 300, height: 30, rank: 0 };
  const led = wish("a", 400, 340, { fixed: true, less: { width: 40, height: 20 }, away });
  const [, found] = placeLabels([low, { ...led, others: [[400, 350]] }], room, [...taken, { x: 300, y: 320, width: 200, height: 60 }]);
  expect(found).toBeUndefined();
  const [, seen] = placeLabels([low, { ...led, at: [470, 250] }], room, [...taken, { x: 460, y: 200, width: 5, height: 90 }, { x: 475, y: 200, width: 20, height: 45 }, { x: 475, y: 255, width: 20, height: 45 }]);
  expect(seen).toMatchObject({ id: "a", led: [470, 250], box: { x: 560, y: 238 } });
  expect(seen!.reduced).toBeUndefined();
});
test("words of a track stand beside it, not on it", () => {
  expect(besideLine(90).slice(0, 2).sort((a, b) => a - b)).toEqual([3, 4]);
  expect(besideLine(0).slice(0, 2).sort((a, b) => a - b)).toEqual([1, 2]);
});
test("whatever is asked, no two names meet, none leaves the room and none covers what is taken", () => {
  const any = fc.record({ x: fc.double({ min: -50, max: 850, noNaN: true }), y: fc.double({ min: -50, max: 550, noNaN: true }), width: fc.double({ min: 5, max: 200, noNaN: true }), height: fc.double({ min: 5, max: 60, noNaN: true }), rank: fc.integer({ min: 0, max: 8 }), gap: fc.option(fc.double({ min: 0, max: 30, noNaN: true }), { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60 }), (list) => {
      const taken = [{ x: 300, y: 200, width: 150, height: 90 }];
      const placed = placeLabels(list.map(({ x, y, gap, ...rest }, i) => ({ id: String(i), at: [x, y] as const, ...rest, ...(gap === undefined ? {} : { gap }) })), room, taken);
      const boxes = [...placed.map((p) => p.box), ...taken];
      boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(meets(a, b)).toBe(false)));
      for (const { box } of placed) expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 800 && box.y + box.height <= 500).toBe(true);
    }),
  );
});
