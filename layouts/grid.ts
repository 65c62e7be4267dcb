/** A rectangle in wall units: left, top, width, height. */
export type RectU = readonly [x: number, y: number, width: number, height: number];

/** What may reach the edge of a display (VISUAL §10): ground of a map, fill of a banner, axis of the spine. Nothing else. */
export type Bleed = "ground" | "fill" | "axis";

/** An empty place for one panel on one display; `at` counts from that display's own corner. */
export interface Slot {
  readonly id: string;
  readonly display: number;
  readonly at: RectU;
  readonly bleeds?: Bleed;
}

/** Where panels may stand (版式), for glass of one shape: so many displays of so many wall units. */
export interface Grid {
  readonly id: string;
  /** Width and height of each display in u, by its number. */
  readonly displays: readonly (readonly [widthU: number, heightU: number])[];
  readonly slots: readonly Slot[];
}

/** Panels that bleed aside, each slot keeps this far from the edges of its display, so that no glyph meets a bezel. */
export const EDGE_U = 1.5;

/**
 * Checks a grid as it is read.
 * @throws an Error that names the slot, what it does and what to change
 */
export function checkGrid(grid: Grid): Grid {
  const seen = new Map<string, Slot>();
  for (const slot of grid.slots) {
    const where = `Grid "${grid.id}": slot "${slot.id}"`;
    if (seen.has(slot.id)) throw new Error(`${where} stands twice. Give each slot its own id in layouts/grids/${grid.id}.json.`);
    seen.set(slot.id, slot);
    const display = grid.displays[slot.display - 1];
    if (!display) throw new Error(`${where} asks for display ${slot.display}; there are ${grid.displays.length}.`);
    const [x, y, width, height] = slot.at;
    const edge = slot.bleeds ? 0 : EDGE_U;
    if (x < edge || x + width > display[0] - edge || y < 0 || y + height > display[1])
      throw new Error(
        `${where} spans ${x}…${x + width} × ${y}…${y + height} u of a display of ${display[0]} × ${display[1]} u; ` +
          `it must keep ${edge} u from the left and right edge (bezel rule).`,
      );
  }
  for (const [a, b] of pairs([...seen.values()]))
    if (a.display === b.display && !a.bleeds && !b.bleeds && overlap(a.at, b.at))
      throw new Error(`Grid "${grid.id}": slots "${a.id}" and "${b.id}" overlap. Move one of them in layouts/grids/${grid.id}.json.`);
  return grid;
}

const overlap = (a: RectU, b: RectU): boolean => a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
const pairs = <T>(all: readonly T[]): [T, T][] => all.flatMap((a, i) => all.slice(i + 1).map((b): [T, T] => [a, b]));
