import { hasReported, type Column } from "../../model/column.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import { foldDigits, whole } from "../../model/rollup.ts";
import { depthOf } from "./expected.ts";

/**
 * What each region's leaves come to, side by side; see `Folded` for the fields. There is room for the levels down to the deepest that has told anything:
 * a later region has nothing (undefined, as 0).
 */
export class Rolled {
  a = new Float64Array(0);
  b = new Float64Array(0);
  n = new Int32Array(0);
  valued = new Int32Array(0);
  have = new Int32Array(0);
  downs = new Int32Array(0);
  oldest = new Float64Array(0);
  newest = new Float64Array(0);
  quality = new Uint8Array(0);
  /** Tick of the last change. */
  tick = new Int32Array(0);
  readonly siteTick: Int32Array;
  readonly of: Int32Array;
  private readonly column: Column;
  private readonly regions: RegionTree;
  private readonly digits: number;
  private readonly leafDepth: number;
  /** What a leaf that was not expected counts for: one where its indicator says where it is measured, nothing where it is only drawn. */
  private readonly unexpected: number;
  private readonly into = { a: 0, b: 0, n: 0, valued: 0, have: 0, downs: 0, oldest: 0, newest: 0, quality: 0 };

  constructor(column: Column, regions: RegionTree, of: Int32Array) {
    this.column = column;
    this.regions = regions;
    this.of = of;
    this.digits = foldDigits(column.indicator);
    this.leafDepth = depthOf(column.indicator.leaf);
    this.unexpected = column.indicator.where ? 1 : 0;
    this.siteTick = new Int32Array(column.table.size);
  }
  get indicator(): Indicator {
    return this.column.indicator;
  }

  private makeRoom(size: number): void {
    for (const part of ["a", "b", "oldest", "newest"] as const) this[part] = larger(this[part], new Float64Array(size).fill(part === "oldest" ? Number.POSITIVE_INFINITY : part === "newest" ? Number.NEGATIVE_INFINITY : 0));
    for (const part of ["n", "valued", "have", "downs", "tick"] as const) this[part] = larger(this[part], new Int32Array(size));
    this.quality = larger(this.quality, new Uint8Array(size));
  }

  /** Recomputes one region from its own sample, or else from its sites and its contiguous children. True when it changed. */
  settle(region: number, tick: number): boolean {
    if (region >= this.n.length) this.makeRoom(this.regions.roomFor(region));
    const f = this.into;
    f.a = f.b = f.n = f.valued = f.have = f.downs = f.quality = 0;
    f.oldest = Number.POSITIVE_INFINITY;
    f.newest = Number.NEGATIVE_INFINITY;
    const { regions: own, sites, table } = this.column;
    const depth = this.regions.depth[region]!;
    if (hasReported(own, region)) {
      this.addSample(own, region);
      f.have = this.of[region]! || this.unexpected;
    } else {
      for (let s = table.from(region), end = table.to(region); s < end; s++) {
        if (!hasReported(sites, s)) continue;
        this.addSample(sites, s);
        if (this.indicator.leaf === "site") f.have++;
      }
      const first = this.regions.firstChild[region]!;
      for (let c = first, end = first + this.regions.childCount[region]!; c < end; c++) {
        if (!this.n[c]) continue;
        this.add(this.a[c]!, this.b[c]!, this.n[c]!, this.valued[c]!, this.downs[c]!, this.oldest[c]!, this.newest[c]!, this.quality[c]!);
        f.have += this.have[c]!;
      }
      if (depth === this.leafDepth) f.have = f.n > 0 ? this.of[region]! || this.unexpected : 0;
    }
    return this.store(region, tick);
  }

  private store(r: number, tick: number): boolean {
    const f = this.into;
    if (
      this.a[r] === f.a && this.b[r] === f.b && this.n[r] === f.n && this.valued[r] === f.valued && this.have[r] === f.have && this.downs[r] === f.downs &&
      this.oldest[r] === f.oldest && this.newest[r] === f.newest && this.quality[r] === f.quality
    )
      return false;
    this.a[r] = f.a;
    this.b[r] = f.b;
    this.n[r] = f.n;
    this.valued[r] = f.valued;
    this.have[r] = f.have;
    this.downs[r] = f.downs;
    this.oldest[r] = f.oldest;
    this.newest[r] = f.newest;
    this.quality[r] = f.quality;
    this.tick[r] = tick;
    return true;
  }

  private addSample(samples: Column["sites"], i: number): void {
    const value = samples.value[i]!;
    const at = samples.observedAt[i]!;
    const down = samples.down[i]!;
    const quality = samples.quality[i]!;
    if (value !== value) return this.add(0, 0, 1, 0, down, at, at, quality);
    switch (this.indicator.rollup) {
      case "sum": return this.add(whole(value, this.digits), 0, 1, 1, down, at, at, quality);
      case "mean": return this.add(whole(value, this.digits), 1, 1, 1, down, at, at, quality);
      case "wmean": {
        const weight = samples.num![i]!;
        return this.add(whole(value * weight, this.digits), whole(weight, this.digits), 1, 1, down, at, at, quality);
      }
      case "ratio": return this.add(whole(samples.num![i]!, this.digits), whole(samples.den![i]!, this.digits), 1, 1, down, at, at, quality);
      case "count": return this.add(1, 0, 1, 1, down, at, at, quality);
      default: return this.add(value, 0, 1, 1, down, at, at, quality);
    }
  }

  private add(a: number, b: number, n: number, valued: number, downs: number, oldest: number, newest: number, quality: number): void {
    const f = this.into;
    const first = f.n === 0;
    f.n += n;
    f.downs += downs;
    const kind = this.indicator.rollup;
    if (kind === "last") {
      const keep = !first && (f.newest !== newest ? f.newest > newest : f.valued !== valued ? f.valued > valued : f.a !== a ? f.a > a : f.quality >= quality);
      if (keep) return;
      f.a = a;
      f.valued = valued;
      f.oldest = oldest;
      f.newest = newest;
      f.quality = quality;
      return;
    }
    if (valued > 0) {
      const alone = f.valued === 0;
      if (kind === "max") f.a = alone ? a : Math.max(f.a, a);
      else if (kind === "min") f.a = alone ? a : Math.min(f.a, a);
      else {
        f.a += a;
        f.b += b;
      }
      f.valued += valued;
    }
    if (oldest < f.oldest) f.oldest = oldest;
    if (newest > f.newest) f.newest = newest;
    if (quality > f.quality) f.quality = quality;
  }
}

function larger<T extends Float64Array | Int32Array | Uint8Array>(have: T, room: T): T {
  room.set(have);
  return room;
}
