import type { WindowStatistic } from "../../model/rule.ts";

/** Sources are not punctual; beyond this many windows the change is one of another length. */
export const MOST_SPAN = 1.5;

interface Point {
  readonly at: number;
  readonly value: number;
}

/** The samples of one series that fell into a window. */
export class SampleWindow {
  private points: Point[] = [];

  private readonly overMs: number;

  constructor(overMs: number) {
    this.overMs = overMs;
  }

  /** Takes the newest sample; of the same instant again it is a correction, and an older one is passed over. */
  push(at: number, value: number): void {
    const last = this.points.at(-1);
    if (last && at < last.at) return;
    if (last?.at === at) this.points.pop();
    this.points.push({ at, value });
    while (this.points.length > 1 && this.points[1]!.at <= at - this.overMs) this.points.shift();
  }

  /**
   * Null while the window is not full, and after an outage: a change over hours is not one over the window. A growth from nothing, or from less, is
   * no percentage: null too.
   */
  tell(of: WindowStatistic): number | null {
    const [first, newest] = [this.points[0], this.points.at(-1)];
    if (!first || !newest) return null;
    const span = newest.at - first.at;
    if (span < this.overMs || span > MOST_SPAN * this.overMs) return null;
    if (of === "rate") return newest.value - first.value;
    if (of === "growth") return first.value > 0 ? ((newest.value - first.value) / first.value) * 100 : null;
    // Least and greatest are also of what stood when the window began: above 80 for 3 minutes is above 80 at their beginning too.
    if (of === "min") return Math.min(...this.points.map(({ value }) => value));
    if (of === "max") return Math.max(...this.points.map(({ value }) => value));
    const inside = this.points.filter(({ at }) => at > newest.at - this.overMs).map(({ value }) => value);
    const sum = inside.reduce((total, value) => total + value, 0);
    return of === "sum" ? sum : sum / inside.length;
  }
}
