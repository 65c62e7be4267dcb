import { expect, test } from "vitest";
import { frozen } from "./frozen.ts";

test("what is handed to packs cannot be changed, however deep, and is the same thing", () => {
  const place = { id: "4401", point: [113.3, 23.1], attributes: { crest: 9 }, tell: () => 1 };
  expect(frozen(place)).toBe(place);
  expect(() => (place.id = "4403")).toThrow(TypeError);
  expect(() => (place.point[0] = 0)).toThrow(TypeError);
  expect(() => (place.attributes.crest = 0)).toThrow(TypeError);
  expect(() => Object.assign(place.tell, { told: 2 })).toThrow(TypeError);
});

test("what holds itself is frozen too, and what is no object passes", () => {
  const ring: { self?: unknown } = {};
  ring.self = ring;
  expect(Object.isFrozen(frozen(ring))).toBe(true);
  expect([frozen(null), frozen(undefined), frozen(1), frozen("a")]).toEqual([null, undefined, 1, "a"]);
});
