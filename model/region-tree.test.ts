import fc from "fast-check";
import { expect, test } from "vitest";
import { RegionTree } from "./region-tree.ts";
import { LEVELS, type RegionRow } from "./region.ts";

/** Trees of any shape: each number says how many children the next region in breadth-first order has. */
const trees = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 60 }).map((counts) => {
  const rows: RegionRow[] = [{ code: "44", name: "省", nameEn: "", level: "province", parent: "", kind: "" }];
  for (let i = 0; i < rows.length && i < counts.length; i++) {
    const depth = LEVELS.indexOf(rows[i]!.level);
    if (depth === LEVELS.length - 1) continue;
    for (let k = 0; k < counts[i]!; k++)
      rows.push({ code: `${rows[i]!.code}${String(k).padStart(2, "0")}`, name: "区", nameEn: "", level: LEVELS[depth + 1]!, parent: rows[i]!.code, kind: "" });
  }
  return rows;
});
const shuffled = trees.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })));

test("the children of a region, and its descendants at any level, are one unbroken range", () => {
  fc.assert(
    fc.property(shuffled, ([rows, order]) => {
      const tree = new RegionTree(order);
      const within = (code: string, ancestor: string): boolean => code.startsWith(ancestor);
      for (let i = 0; i < tree.size; i++) {
        const own = tree.row(i);
        const codes = ({ from, to }: { from: number; to: number }): string[] => tree.rows.slice(from, to).map((row) => row.code).sort();
        expect(codes(tree.children(i))).toEqual(rows.filter((row) => row.parent === own.code).map((row) => row.code).sort());
        for (const level of LEVELS)
          expect(codes(tree.descendants(i, level))).toEqual(rows.filter((row) => row.level === level && within(row.code, own.code)).map((row) => row.code).sort());
      }
    }),
    { numRuns: 60 },
  );
});

test("a region lies within each of its ancestors and within nothing else", () => {
  fc.assert(
    fc.property(trees, (rows) => {
      const tree = new RegionTree(rows);
      for (let i = 0; i < tree.size; i++) {
        const path = tree.path(i);
        for (let j = 0; j < tree.size; j++) expect(tree.isWithin(i, j)).toBe(i === j || path.includes(tree.row(j).code));
        for (const level of LEVELS) {
          const above = tree.ancestor(i, level);
          if (above >= 0) expect(tree.isWithin(i, above) && tree.row(above).level === level).toBe(true);
          else expect(LEVELS.indexOf(level)).toBeGreaterThan(tree.depth[i]!);
        }
      }
    }),
    { numRuns: 60 },
  );
});

const province: RegionRow = { code: "44", name: "广东省", nameEn: "Guangdong", level: "province", parent: "", kind: "" };
const city: RegionRow = { code: "4419", name: "东莞市", nameEn: "Dongguan", level: "city", parent: "44", kind: "city-without-counties" };
const pseudo: RegionRow = { code: "441900", name: "东莞市", nameEn: "Dongguan", level: "county", parent: "4419", kind: "pseudo" };
const town: RegionRow = { code: "441900003", name: "东城街道", nameEn: "", level: "town", parent: "441900", kind: "subdistrict" };

test("the pseudo county of a city without counties is passed through and never counted", () => {
  const tree = new RegionTree([province, city, pseudo, town]);
  expect(tree.isPassThrough(tree.indexOf("441900"))).toBe(true);
  expect(tree.countAt(0, "county")).toBe(0);
  expect(tree.countAt(tree.indexOf("4419"), "town")).toBe(1);
  expect(tree.path(tree.indexOf("441900003"))).toEqual(["44", "4419", "441900"]);
});

test("a code that stands twice stops the boot", () => {
  expect(() => new RegionTree([province, city, city])).toThrow(/4419 stands twice/);
});

test("a region whose parent does not exist stops the boot", () => {
  expect(() => new RegionTree([province, town])).toThrow(/hang on a parent that does not exist/);
});

test("two roots stop the boot", () => {
  expect(() => new RegionTree([province, { ...province, code: "45" }])).toThrow(/2 roots/);
});

test("a code that nobody knows has no index", () => {
  const tree = new RegionTree([province]);
  expect(tree.indexOf("99")).toBe(-1);
  expect(tree.find("99")).toBeUndefined();
});
