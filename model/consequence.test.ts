import fc from "fast-check";
import { expect, test } from "vitest";
import { CONSEQUENCE_TABLES, gradeOf, type Consequence } from "./consequence.ts";

const { safety, grid, forest, geology } = CONSEQUENCE_TABLES;

test("以上 includes the number and 以下 does not: ten deaths are 重大, nine are 较大", () => {
  const byDeaths = (deaths: number) => gradeOf(safety, { deaths })?.grade;
  expect([0, 2, 3, 9, 10, 29, 30].map(byDeaths)).toEqual([4, 4, 3, 3, 2, 2, 1]);
  expect([999.9, 1_000, 5_000, 10_000].map((lossWan) => gradeOf(safety, { lossWan })?.grade)).toEqual([4, 3, 2, 1]);
  expect([9, 10, 50, 100].map((injured) => gradeOf(safety, { injured })?.grade)).toEqual([4, 3, 2, 1]);
  expect([4.9, 5, 10, 13, 30].map((loadLostPercent) => gradeOf(grid, { loadLostPercent })?.grade)).toEqual([undefined, 4, 3, 2, 1]);
  expect([0.5, 1, 100, 1_000].map((burntHa) => gradeOf(forest, { burntHa })?.grade)).toEqual([4, 3, 2, 1]);
  expect([99, 100, 500, 1_000].map((lossWan) => gradeOf(geology, { lossWan })?.grade)).toEqual([4, 3, 2, 1]);
});

test("the gravest number decides, and is named", () => {
  expect(gradeOf(safety, { deaths: 1, injured: 12, lossWan: 6_000 })).toEqual({ grade: 2, because: "lossWan" });
});

test("what nobody knows makes no grade: it is not zero", () => {
  expect(gradeOf(safety, {})).toBeNull();
  expect(gradeOf(grid, { deaths: 40 })).toBeNull();
});

const consequence = fc.record({ deaths: fc.nat(60), injured: fc.nat(200), lossWan: fc.double({ min: 0, max: 20_000, noNaN: true }), loadLostPercent: fc.double({ min: 0, max: 100, noNaN: true }), burntHa: fc.double({ min: 0, max: 2_000, noNaN: true }) }, { requiredKeys: [] });
test("more of anything never makes a grade lighter", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(CONSEQUENCE_TABLES)), consequence, consequence, (table, known, more) => {
      const worse = Object.fromEntries([...new Set([...Object.keys(known), ...Object.keys(more)])].map((kind) => [kind, (known[kind as keyof Consequence] ?? 0) + (more[kind as keyof Consequence] ?? 0)]));
      expect(gradeOf(table, worse)?.grade ?? 5).toBeLessThanOrEqual(gradeOf(table, known)?.grade ?? 5);
    }),
  );
});
