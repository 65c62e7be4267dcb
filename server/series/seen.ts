/** What a sample is compared by: for ratios and weighted means the parts belong to it. */
export interface SeenValue {
  readonly value: number;
  readonly part: number;
}
export type Verdict = "new" | "same" | "other";

/** Two statements of the same value; NaN (none) is the same as NaN, and -0 as 0. */
export const isSame = (a: number, b: number): boolean => a === b || (a !== a && b !== b);

const SLOTS = 1 << 17;
/** For a world that is told once and asked once: nobody sends to it again. */
export const FEW_SLOTS = 1 << 8;
const PROBES = 4;

/**
 * Remembers the latest samples by (series, observedAt) and compares them exactly, so that a batch which is sent again is
 * known for a repeat also where newer samples have followed. It forgets the oldest by chance: a forgotten repeat is
 * stored once more, and reading history drops it.
 */
export class Seen {
  private readonly series: Int32Array;
  private readonly at: Float64Array;
  private readonly value: Float64Array;
  private readonly part: Float64Array;
  private turn = 0;

  /** @param slots a power of two */
  constructor(slots: number = SLOTS) {
    this.series = new Int32Array(slots).fill(-1);
    this.at = new Float64Array(slots);
    this.value = new Float64Array(slots);
    this.part = new Float64Array(slots);
  }

  /** Compares with what was seen of this series at this time, and remembers the new value. */
  note(series: number, observedAt: number, { value, part }: SeenValue): Verdict {
    const start = this.slot(series, observedAt);
    let free = -1;
    for (let i = 0; i < PROBES; i++) {
      const s = (start + i) & (this.series.length - 1);
      if (this.series[s] === series && this.at[s] === observedAt) {
        const same = isSame(this.value[s]!, value) && this.part[s] === part;
        this.value[s] = value;
        this.part[s] = part;
        return same ? "same" : "other";
      }
      if (free < 0 && this.series[s] === -1) free = s;
    }
    if (free < 0) free = (start + (this.turn++ & (PROBES - 1))) & (this.series.length - 1);
    this.series[free] = series;
    this.at[free] = observedAt;
    this.value[free] = value;
    this.part[free] = part;
    return "new";
  }
  private slot(series: number, observedAt: number): number {
    const low = observedAt | 0;
    const high = Math.floor(observedAt / 0x1_0000_0000) | 0;
    let h = Math.imul(series ^ 0x9e37_79b9, 0x85eb_ca6b) ^ Math.imul(low, 0xc2b2_ae35) ^ Math.imul(high, 0x27d4_eb2f);
    h ^= h >>> 15;
    h = Math.imul(h, 0x2c1b_3c6d);
    return (h ^ (h >>> 13)) & (this.series.length - 1);
  }
}
