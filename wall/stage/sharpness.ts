import type { Clock, Stop } from "../../model/ports.ts";

/** Of the pixels of each side. */
const SOFT_SHARE = 0.5;
/** So long nothing was painted: what was new has come. */
const QUIET_MS = 1_000;
/** A picture that is never quiet is not soft for ever. */
const SOFT_AT_MOST_MS = 8_000;

/**
 * How many pixels a stage has whose graphics card is played by a processor. There a paint of 3840×2160 holds up the page for a third of a
 * second while its numbers still come, or its camera moves: a wholly new picture, and one that moves, has a quarter of them until it is quiet.
 */
export class Sharpness {
  /** Share of the pixels of each side, 1 = all. */
  share = 1;
  private newAt = 0;
  private waiting: Stop | undefined;
  private readonly clock: Pick<Clock, "monotonic" | "after">;
  private readonly sharpen: () => void;

  /** @param sharpen `share` is 1 again: what stands is to be painted once more */
  constructor(clock: Pick<Clock, "monotonic" | "after">, sharpen: () => void) {
    this.clock = clock;
    this.sharpen = sharpen;
  }
  /** A wholly new picture comes, or a step of a move. True when `share` has changed by it. */
  soften(): boolean {
    const before = this.share;
    this.share = SOFT_SHARE;
    this.newAt = this.clock.monotonic();
    return before !== this.share;
  }
  painted(): void {
    this.drop();
    if (this.share === 1) return;
    const left = SOFT_AT_MOST_MS - (this.clock.monotonic() - this.newAt);
    this.waiting = this.clock.after(Math.max(0, Math.min(QUIET_MS, left)), () => {
      this.share = 1;
      this.sharpen();
    });
  }
  /** Nobody will paint any more, or somebody else with all pixels. */
  drop(): void {
    this.waiting?.();
    this.waiting = undefined;
  }
}
