import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxOf } from "./box.ts";
import { regionAt } from "./contains.ts";
import type { Ground } from "./ground.ts";
import { counting, landGrid } from "./land-grid.ts";
import type { Point } from "./plane.ts";

const GRID = { x: -1.5, y: 2.25, cell: 0.75, columns: 17, rows: 13 };
const ring = fc.array(fc.tuple(fc.integer({ min: -4, max: 14 }), fc.integer({ min: -1, max: 14 })), { minLength: 3, maxLength: 9 });
const groundOf = (shapes: readonly (readonly (readonly Point[])[])[]): Ground => ({
  regions: shapes.map((rings) => ({ code: "", name: "", nameEn: "", parent: "", labelAt: [0, 0], parts: [rings], box: boxOf(rings.flat()) })),
});
const middle = (i: number, j: number): Point => [GRID.x + (i + 0.5) * GRID.cell, GRID.y + (j + 0.5) * GRID.cell];

describe("the grid of land", () => {
  test("is set where a point in the middle of the cell lies in a region, with its holes, crossings and overlaps", () => {
    fc.assert(
      fc.property(fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { maxLength: 3 }), (shapes) => {
        const ground = groundOf(shapes);
        const land = landGrid(ground, GRID);
        for (let j = 0; j < GRID.rows; j++)
          for (let i = 0; i < GRID.columns; i++) expect(land[j * GRID.columns + i], `cell ${i} ${j}`).toBe(regionAt(ground, middle(i, j)) ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });
  test("is counted as if cell by cell, whatever box is asked for", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1), { minLength: 35, maxLength: 35 }), fc.tuple(fc.integer({ min: -3, max: 9 }), fc.integer({ min: -3, max: 9 }), fc.integer({ min: -3, max: 9 }), fc.integer({ min: -3, max: 9 })), (cells, [i0, j0, i1, j1]) => {
        const one = cells.filter((cell, at) => cell === 1 && at % 7 >= i0 && at % 7 < i1 && Math.floor(at / 7) >= j0 && Math.floor(at / 7) < j1).length;
        expect(counting(Uint8Array.from(cells), { columns: 7, rows: 5 })(i0, j0, i1, j1)).toBe(one);
      }),
    );
  });
});
