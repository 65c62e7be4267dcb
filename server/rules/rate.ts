/** Sources are not punctual; beyond this many windows the change is one of another length. */
const MOST_SPAN = 1.5;

/** The change of one series over a window, from the samples that fell into it. */
export class RateWindow {
  private points: { readonly at: number; readonly value: number }[] = [];

  private readonly overMs: number;

  constructor(overMs: number) {
    this.overMs = overMs;
  }

  /**
   * Takes the newest sample; returns its change since the latest known instant at least `overMs` back. Null while the window is not full,
   * and after an outage: a change over hours is not one over the window.
   */
  push(at: number, value: number): number | null {
    const last = this.points.at(-1);
    if (last && at <= last.at) return null;
    this.points.push({ at, value });
    while (this.points.length > 1 && this.points[1]!.at <= at - this.overMs) this.points.shift();
    const first = this.points[0]!;
    const span = at - first.at;
    return span >= this.overMs && span <= MOST_SPAN * this.overMs ? value - first.value : null;
  }
}
