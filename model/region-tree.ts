import { LEVELS, isPassThrough, isSpecial, type Level, type RegionCode, type RegionRow } from "./region.ts";

/** A half-open range of region indexes. */
export interface IndexRange {
  readonly from: number;
  readonly to: number;
}

/**
 * All regions in breadth-first order: the children of a region, and its descendants at any level, are one contiguous
 * range. Indexes are private to one process; whatever is stored or sent carries codes.
 */
export class RegionTree {
  readonly size: number;
  readonly rows: readonly RegionRow[];
  /** Index of the parent, -1 for the province. */
  readonly parent: Int32Array;
  readonly firstChild: Int32Array;
  readonly childCount: Int32Array;
  /** Position in LEVELS. */
  readonly depth: Uint8Array;
  private readonly byCode: ReadonlyMap<RegionCode, number>;

  constructor(rows: readonly RegionRow[]) {
    const children = new Map<RegionCode, RegionRow[]>();
    const seen = new Set<RegionCode>();
    for (const row of rows) {
      if (seen.has(row.code)) throw new Error(`Region ${row.code} stands twice in the regions file; each code must be unique.`);
      seen.add(row.code);
      const siblings = children.get(row.parent);
      if (siblings) siblings.push(row);
      else children.set(row.parent, [row]);
    }
    const roots = children.get("") ?? [];
    if (roots.length !== 1) throw new Error(`The regions file has ${roots.length} roots (rows without a parent); expected exactly one province.`);
    const order: RegionRow[] = [...roots];
    const firstChild: number[] = [];
    const childCount: number[] = [];
    const parent: number[] = [-1];
    for (let i = 0; i < order.length; i++) {
      const kids = (children.get(order[i]!.code) ?? []).sort((a, b) => (a.code < b.code ? -1 : 1));
      firstChild.push(order.length);
      childCount.push(kids.length);
      for (const kid of kids) {
        order.push(kid);
        parent.push(i);
      }
    }
    if (order.length !== rows.length) throw new Error(`${rows.length - order.length} regions hang on a parent that does not exist.`);
    this.rows = order;
    this.size = order.length;
    this.parent = Int32Array.from(parent);
    this.firstChild = Int32Array.from(firstChild);
    this.childCount = Int32Array.from(childCount);
    this.depth = Uint8Array.from(order, (row) => LEVELS.indexOf(row.level));
    this.byCode = new Map(order.map((row, i) => [row.code, i]));
  }

  /** The index of a code, or -1 when there is no such region. */
  indexOf(code: RegionCode): number {
    return this.byCode.get(code) ?? -1;
  }

  row(index: number): RegionRow {
    const row = this.rows[index];
    if (!row) throw new RangeError(`No region has index ${index}; there are ${this.size}.`);
    return row;
  }

  find(code: RegionCode): RegionRow | undefined {
    const index = this.byCode.get(code);
    return index === undefined ? undefined : this.rows[index];
  }

  children(index: number): IndexRange {
    const from = this.firstChild[index]!;
    return { from, to: from + this.childCount[index]! };
  }

  /** Descendants of `index` at `level` (itself when it is of that level); empty when the level lies above. */
  descendants(index: number, level: Level): IndexRange {
    const depth = LEVELS.indexOf(level);
    let range: IndexRange = { from: index, to: index + 1 };
    for (let d = this.depth[index]!; d < depth; d++) {
      if (range.from === range.to) return range;
      const last = range.to - 1;
      range = { from: this.firstChild[range.from]!, to: this.firstChild[last]! + this.childCount[last]! };
    }
    return this.depth[index]! > depth ? { from: index, to: index } : range;
  }

  /** All regions of a level. */
  atLevel(level: Level): IndexRange {
    return this.descendants(0, level);
  }

  /** How many regions there are down to the level at which `index` stands, that level included: room for their numbers side by side. */
  roomFor(index: number): number {
    return this.atLevel(LEVELS[this.depth[index]!]!).to;
  }

  /** Codes from the province down to the parent; the region itself excluded. */
  path(index: number): RegionCode[] {
    const codes: RegionCode[] = [];
    for (let i = this.parent[index]!; i >= 0; i = this.parent[i]!) codes.unshift(this.rows[i]!.code);
    return codes;
  }

  /** True when `index` is `ancestor` or lies below it. */
  isWithin(index: number, ancestor: number): boolean {
    for (let i = index; i >= 0; i = this.parent[i]!) if (i === ancestor) return true;
    return false;
  }

  /** The ancestor of `index` at a level (itself when it is of that level), or -1 when the level lies below. */
  ancestor(index: number, level: Level): number {
    const depth = LEVELS.indexOf(level);
    let i = index;
    while (i >= 0 && this.depth[i]! > depth) i = this.parent[i]!;
    return i >= 0 && this.depth[i] === depth ? i : -1;
  }

  /** How many regions of `level` below `index` count (pass-through counties do not; special units do). */
  countAt(index: number, level: Level): number {
    const { from, to } = this.descendants(index, level);
    let count = 0;
    for (let i = from; i < to; i++) if (!isPassThrough(this.rows[i]!)) count++;
    return count;
  }

  isPassThrough(index: number): boolean {
    return isPassThrough(this.row(index));
  }

  isSpecial(index: number): boolean {
    return isSpecial(this.row(index));
  }
}
