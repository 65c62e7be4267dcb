import fc from "fast-check";
import { expect, test } from "vitest";
import type { LonLat } from "../geodesy.ts";
import { HOUR, MINUTE, parseTime } from "../time.ts";
import { begunIn, kindsOf, LOOKS_BACK_H, type HourOf, type IncidentKind, type Town } from "./incidents.ts";
import { createWorld } from "./world.ts";

const kinds: readonly IncidentKind[] = [
  { type: "a.crash", aDay: 24, byDay: true, lastsMin: [60, 180] },
  { type: "a.tower", aDay: 0, wind: { from: 25, full: 40, aMillion: 0.5 }, lastsMin: [240, 480] },
  { type: "a.flood", aDay: 0, rain: { from: 50, full: 150, aMillion: 0.5 }, lastsMin: [60, 60] },
];
const POINT: LonLat = [113, 23];
/** The province in a hundred towns of a million people. */
const towns: readonly Town[] = Array.from({ length: 100 }, (_, i) => ({ id: `44010${1_000 + i}`, point: POINT, residents: 1_043_031 }));
const calm: HourOf = { gustMs: 6, rainMm: 0, busy: 0.6 };
const NIGHT = Math.floor(parseTime("2026-03-03T03:00:00+08:00")! / HOUR);
const inHours = (hours: number, of: HourOf) => Array.from({ length: hours }, (_, i) => towns.flatMap((town) => begunIn(7, kinds, NIGHT + i, town, () => of) ?? [])).flat();
const anHour = fc.integer({ min: 0, max: 24 * 365 }).map((hour) => NIGHT + hour);

test("the province has as many a day as it should, more by day than by night", () => {
  const aDay = inHours(24 * 30, calm).length / 30;
  expect(aDay).toBeGreaterThan(21);
  expect(aDay).toBeLessThan(27);
  expect(inHours(240, { ...calm, busy: 0.1 }).length).toBeLessThan(inHours(240, { ...calm, busy: 1 }).length / 4);
});

test("wind brings what wind brings and rain what rain brings; without them there is none of either", () => {
  const typesIn = (of: HourOf) => new Set(inHours(12, of).map(({ type }) => type));
  expect(typesIn(calm)).toEqual(new Set(["a.crash"]));
  expect(typesIn({ ...calm, gustMs: 38 })).toEqual(new Set(["a.crash", "a.tower"]));
  expect(typesIn({ ...calm, rainMm: 120 })).toEqual(new Set(["a.crash", "a.flood"]));
});

test("however hard it blows, a town has no more than one in an hour, and not one in most", () => {
  const worst = inHours(50, { gustMs: 70, rainMm: 400, busy: 1 });
  expect(worst.length / (50 * towns.length)).toBeLessThan(0.25);
  expect(new Set(worst.map(({ id }) => id)).size).toBe(worst.length);
});

test("each is the same whenever it is asked for, begins within its hour, and lasts as long as its kind does, in whole quarters", () => {
  fc.assert(
    fc.property(anHour, fc.constantFrom(...towns), (hour, town) => {
      const one = begunIn(7, kinds, hour, town, () => ({ gustMs: 60, rainMm: 200, busy: 1 }));
      expect(begunIn(7, kinds, hour, { ...town }, () => ({ gustMs: 60, rainMm: 200, busy: 1 }))).toEqual(one);
      if (!one) return;
      const [shortest, longest] = kinds.find(({ type }) => type === one.type)!.lastsMin;
      expect(one.region).toBe(town.id);
      expect(Math.floor(one.beganAt / HOUR)).toBe(hour);
      expect((one.endsAt - one.beganAt) / MINUTE).toBeGreaterThanOrEqual(shortest);
      expect((one.endsAt - one.beganAt) / MINUTE).toBeLessThanOrEqual(longest);
      expect([one.beganAt, one.gradedAt, one.endsAt].map((at) => at % (15 * MINUTE))).toEqual([0, 0, 0]);
      expect(one.gradedAt > one.beganAt && one.gradedAt <= one.endsAt).toBe(true);
      expect(one.grade).toBeGreaterThan(1);
    }),
  );
});

test("what is sensitive happens in no world, and what is never said to happen does not", () => {
  const lastsMin = [1, 2] as const;
  expect(kindsOf([{ id: "a", class: "open", happens: { aDay: 1, lastsMin } }, { id: "b", class: "sensitive", happens: { aDay: 1, lastsMin } }, { id: "c", class: "internal" }])).toEqual([{ type: "a", aDay: 1, lastsMin }]);
});

test("what is under way in a town are all those that have begun there and are not over", () => {
  const world = createWorld({ seed: 7, reaches: [], kinds: [{ type: "a", aDay: 5_000, lastsMin: [15, 480] }] });
  const begun = Array.from({ length: 48 + LOOKS_BACK_H }, (_, i) => towns.flatMap((town) => world.begun(NIGHT - LOOKS_BACK_H + i, town) ?? [])).flat();
  for (let quarter = 0; quarter < 4 * 48; quarter += 5) {
    const at = NIGHT * HOUR + quarter * 15 * MINUTE;
    expect(towns.flatMap((town) => world.underWay(at, town)).map(({ id }) => id).sort()).toEqual(begun.filter((one) => one.beganAt <= at && at < one.endsAt).map(({ id }) => id).sort());
  }
  expect(createWorld({ seed: 7, reaches: [] }).underWay(NIGHT * HOUR, towns[0]!)).toEqual([]);
});
