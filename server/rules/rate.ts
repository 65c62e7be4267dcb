/** The change of one series over a window, from the samples that fell into it. */
export class RateWindow {
  private points: { readonly at: number; readonly value: number }[] = [];

  private readonly overMs: number;

  constructor(overMs: number) {
    this.overMs = overMs;
  }

  /** Takes the newest sample; returns its change since the oldest known instant at least `overMs` back, or null while the window is not full. */
  push(at: number, value: number): number | null {
    const last = this.points.at(-1);
    if (last && at <= last.at) return null;
    this.points.push({ at, value });
    while (this.points.length > 1 && this.points[1]!.at <= at - this.overMs) this.points.shift();
    const first = this.points[0]!;
    return at - first.at >= this.overMs ? value - first.value : null;
  }
}
