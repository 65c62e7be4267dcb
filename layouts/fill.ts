import type { Rect } from "./cells.ts";
import type { Item } from "./scene.ts";

/** An item with what it needs at least, px. */
export interface Need {
  readonly item: Item;
  readonly width: number;
  readonly height: number;
  /** What it can use at most: beyond it the others of its column have more. */
  readonly most?: number;
}
export interface Filled {
  readonly need: Need;
  readonly rect: Rect;
  /** It stands in every turn. */
  readonly stays?: boolean;
}
export interface Gaps {
  readonly across: number;
  readonly down: number;
  /** The least distance down, before something must wait for the next turn. */
  readonly tight: number;
  /** Positions and sizes are whole steps. */
  readonly step: number;
  /** A column higher than this is not given to one panel alone, but to one that asks for the share of two. */
  readonly tall: number;
}
const SHARE_OF_TWO = 2;

/**
 * Fills places with panels in their order: each place is cut into as many columns as its panels allow, columns are filled
 * from the top, and what a column has left is shared out. What does not fit comes with the next turn; nothing shrinks. Where as
 * many turns do without the first places, what stands there stays: no place is left empty in the last turn for want of panels.
 * @returns the turns; undefined when one panel fits no place at all
 */
export function fill(needs: readonly Need[], cells: readonly Rect[], gaps: Gaps): Filled[][] | undefined {
  const turns = inTurns(needs, cells, gaps);
  if (!turns || turns.length <= 1) return turns;
  for (let kept = cells.length - 1; kept > 0; kept--) {
    const staying = turns[0]!.filter(({ rect }) => cells.slice(0, kept).some((cell) => isIn(rect, cell)));
    // Places are filled in the order of the panels, so those that stand in the first places are the first panels.
    const rest = needs.slice(staying.length);
    if (staying.length === 0) continue;
    const others = inTurns(rest, cells.slice(kept), gaps);
    if (others && others.length > 1 && others.length <= turns.length) return others.map((turn, i) => (i === 0 ? [...staying.map((filled) => ({ ...filled, stays: true })), ...turn] : turn));
  }
  return turns;
}
const isIn = (rect: Rect, cell: Rect): boolean => rect.x >= cell.x - 0.5 && rect.y >= cell.y - 0.5 && rect.x + rect.width <= cell.x + cell.width + 0.5 && rect.y + rect.height <= cell.y + cell.height + 0.5;

function inTurns(needs: readonly Need[], cells: readonly Rect[], gaps: Gaps): Filled[][] | undefined {
  const turns: Filled[][] = [];
  let rest = needs;
  while (rest.length > 0) {
    let taken = rest.length;
    let turn = onePage(rest, cells, gaps) ?? onePage(rest, cells, { ...gaps, down: gaps.tight });
    while (!turn && --taken > 0) turn = onePage(rest.slice(0, taken), cells, gaps);
    if (!turn) return undefined;
    turns.push(turn);
    rest = rest.slice(taken);
  }
  return turns;
}

/**
 * The fullest way to show all at once: the most columns that leave none empty, and of those the most even. Where the places are so high that a
 * panel would stand in a column of its own and leave half of it empty, fewer and wider columns are taken, with panels below each other.
 */
function onePage(needs: readonly Need[], cells: readonly Rect[], gaps: Gaps): Filled[] | undefined {
  const widest = Math.max(...needs.map((n) => n.width));
  const most = cells.map((cell) => Math.floor((cell.width + gaps.across) / (widest + gaps.across)));
  const usable = cells.filter((_, i) => most[i]! > 0);
  if (usable.length === 0) return undefined;
  const options = columnings(usable, most.filter((n) => n > 0), Math.max(needs.length, usable.length), gaps).sort((a, b) => b.length - a.length);
  let empty: Filled[] | undefined;
  let lonely: Filled[] | undefined;
  for (const bins of options) {
    const split = parted(needs, bins, gaps);
    if (!split) continue;
    const filled = bins.flatMap((bin, i) => stacked(split[i]!, bin, gaps));
    if (!split.every((part) => part.length > 0)) empty ??= filled;
    else if (split.some((part, i) => isLonely(part, bins[i]!, gaps))) lonely ??= filled;
    else return filled;
  }
  return lonely ?? empty;
}
const isLonely = ([only, ...others]: readonly Need[], bin: Rect, { tall }: Gaps): boolean => bin.height > tall && others.length === 0 && (only?.item.share ?? 1) < SHARE_OF_TWO;

/** Every way to cut the places into columns, at most `most` in each and no more in all than there is to show. */
function columnings(cells: readonly Rect[], most: readonly number[], inAll: number, gaps: Gaps): Rect[][] {
  return cells.reduce<Rect[][]>(
    (all, cell, i) =>
      all.flatMap((bins) => {
        const left = inAll - bins.length - (cells.length - 1 - i);
        return Array.from({ length: Math.min(most[i]!, left) }, (_, k) => [...bins, ...cut(cell, k + 1, gaps)]);
      }),
    [[]],
  );
}
function cut(cell: Rect, columns: number, { across, step }: Gaps): Rect[] {
  const width = Math.floor((cell.width - across * (columns - 1)) / columns / step) * step;
  return Array.from({ length: columns }, (_, i) => ({ ...cell, x: cell.x + i * (width + across), width }));
}

/** Consecutive parts, one for each column, so that the fullest column is as little full as can be; undefined when none fits. */
function parted(needs: readonly Need[], bins: readonly Rect[], gaps: Gaps): Need[][] | undefined {
  const shareOf = (part: readonly Need[]): number => part.reduce((sum, { item }) => sum + (item.share ?? 1), 0);
  const fits = (part: readonly Need[], bin: Rect): boolean => part.reduce((sum, n) => sum + n.height, gaps.down * (part.length - 1)) <= bin.height + 0.5;
  const known = new Map<string, { readonly worst: number; readonly empty: number; readonly parts: Need[][] } | undefined>();
  const best = (from: number, bin: number): { readonly worst: number; readonly empty: number; readonly parts: Need[][] } | undefined => {
    if (bin === bins.length) return from === needs.length ? { worst: 0, empty: 0, parts: [] } : undefined;
    const key = `${from} ${bin}`;
    if (known.has(key)) return known.get(key);
    let found: ReturnType<typeof best>;
    for (let to = from; to <= needs.length; to++) {
      const part = needs.slice(from, to);
      if (part.length > 0 && !fits(part, bins[bin]!)) break;
      const rest = best(to, bin + 1);
      if (!rest) continue;
      const worst = Math.max(rest.worst, shareOf(part) / bins[bin]!.height);
      const empty = rest.empty + (part.length === 0 ? 1 : 0);
      if (!found || empty < found.empty || (empty === found.empty && worst < found.worst - 1e-12)) found = { worst, empty, parts: [part, ...rest.parts] };
    }
    known.set(key, found);
    return found;
  };
  return best(0, 0)?.parts;
}

/** One column from top to bottom; each has at least its need, none more than it can use while another can, and the rest by shares. */
function stacked(part: readonly Need[], bin: Rect, { down, step }: Gaps): Filled[] {
  const room = bin.height - down * (part.length - 1);
  let free = room;
  let sharing = [...part];
  const heights = new Map<Need, number>();
  for (let settled = false; !settled; ) {
    settled = true;
    const shares = sharing.reduce((sum, { item }) => sum + (item.share ?? 1), 0);
    for (const need of sharing) {
      const own = (free * (need.item.share ?? 1)) / shares;
      const others = sharing.length > 1 && sharing.some((other) => other !== need && other.most === undefined);
      const fixed = own < need.height ? need.height : need.most !== undefined && own > need.most && others ? Math.max(need.height, Math.floor(need.most / step) * step) : undefined;
      if (fixed === undefined) continue;
      heights.set(need, fixed);
      free -= fixed;
      sharing = sharing.filter((n) => n !== need);
      settled = false;
      break;
    }
    if (settled) for (const need of sharing) heights.set(need, Math.floor((free * (need.item.share ?? 1)) / shares / step) * step);
  }
  let y = bin.y;
  return part.map((need): Filled => {
    const rect = { x: bin.x, y, width: bin.width, height: heights.get(need)! };
    y += rect.height + down;
    return { need, rect };
  });
}
