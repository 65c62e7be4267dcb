import { boxOf } from "./box.ts";
import { fit, type Inset } from "./camera.ts";
import type { Ground } from "./ground.ts";
import type { LabelBox } from "./labels.ts";
import { counting, landGrid } from "./land-grid.ts";
import type { Size } from "./mark.ts";
import type { Transform } from "./plane.ts";

/** Below this share of its full size a shape is not made smaller for what stands in the corners. */
const LEAST_SHARE = 0.6;
const SHRINKS = 28;
/** Tried places across and down the free room, the middle first. */
const PLACES = 13;

/**
 * Puts a shape in the free room as large as it goes without lying under what stands there already; undefined where it would
 * have to be smaller than is worth looking at.
 */
export function clearFit(ground: Ground, size: Size, inset: Inset, taken: readonly LabelBox[]): Transform | undefined {
  const box = boxOf(ground.regions.flatMap(({ box: [x0, y0, x1, y1] }) => [[x0, y0], [x1, y1]] as const));
  const [wide, high] = [Math.max(box[2] - box[0], 1e-6), Math.max(box[3] - box[1], 1e-6)];
  const [roomX, roomY] = [size.width - inset.left - inset.right, size.height - inset.top - inset.bottom];
  const full = Math.min(roomX / wide, roomY / high);
  const covered = coverOf(ground, box);
  for (let i = 0; i <= SHRINKS; i++) {
    const k = full * (1 - ((1 - LEAST_SHARE) * i) / SHRINKS);
    for (const [shareX, shareY] of FROM_THE_MIDDLE) {
      const left = inset.left + shareX * (roomX - k * wide);
      const top = inset.top + shareY * (roomY - k * high);
      const meets = taken.some(({ x, y, width, height }) => covered((x - left) / k, (y - top) / k, (x + width - left) / k, (y + height - top) / k));
      if (!meets) return fit(box, size, { left, top, right: size.width - left - k * wide, bottom: size.height - top - k * high });
    }
  }
  return undefined;
}
const FROM_THE_MIDDLE = Array.from({ length: PLACES * PLACES }, (_, i) => [(i % PLACES) / (PLACES - 1), Math.floor(i / PLACES) / (PLACES - 1)] as const).sort((a, b) => Math.hypot(a[0] - 0.5, a[1] - 0.5) - Math.hypot(b[0] - 0.5, b[1] - 0.5));

type Covered = (x0: number, y0: number, x1: number, y1: number) => boolean;
/** Cells of the grid on which a shape is asked for, along its longer side. */
const CELLS = 96;
const covers = new WeakMap<Ground, Covered>();

/** The same of a box of the map plane. */
export function landCover(ground: Ground): Covered {
  const box = boxOf(ground.regions.flatMap(({ box: [x0, y0, x1, y1] }) => [[x0, y0], [x1, y1]] as const));
  const covered = coverOf(ground, box);
  return (x0, y0, x1, y1) => covered(x0 - box[0], y0 - box[1], x1 - box[0], y1 - box[1]);
}

/** Whether a box, counted from the shape's upper left corner, lies on the shape: asked of a grid that is filled once. */
function coverOf(ground: Ground, [x0, y0, x1, y1]: readonly [number, number, number, number]): Covered {
  const known = covers.get(ground);
  if (known) return known;
  const cell = Math.max(x1 - x0, y1 - y0, 1e-6) / CELLS;
  const grid = { x: x0, y: y0, cell, columns: Math.ceil((x1 - x0) / cell) + 1, rows: Math.ceil((y1 - y0) / cell) + 1 };
  const land = landGrid(ground, grid);
  // A thin cape lies between the middles of cells: its corners are counted too.
  for (const { parts } of ground.regions)
    for (const rings of parts) for (const [x, y] of rings[0] ?? []) land[Math.floor((y - y0) / cell) * grid.columns + Math.floor((x - x0) / cell)] = 1;
  const count = counting(land, grid);
  const covered: Covered = (ax, ay, bx, by) => count(Math.floor(ax / cell), Math.floor(ay / cell), Math.ceil(bx / cell), Math.ceil(by / cell)) > 0;
  covers.set(ground, covered);
  return covered;
}
