import type { Clock, Stop } from "../../model/ports.ts";

/** A key or finger held down: done after `forMs`, cancelled by letting go before. */
export class Holding {
  private startedAt: number | null = null;
  private stops: Stop[] = [];
  private readonly clock: Clock;
  private readonly forMs: number;
  private readonly progress: (share: number) => void;
  private readonly done: () => void;

  constructor(needs: { clock: Clock; forMs: number; progress: (share: number) => void; done: () => void }) {
    this.clock = needs.clock;
    this.forMs = needs.forMs;
    this.progress = needs.progress;
    this.done = needs.done;
  }
  get held(): boolean {
    return this.startedAt !== null;
  }
  /** A key that repeats while it is held starts nothing new. */
  start(): void {
    if (this.held) return;
    const from = this.clock.monotonic();
    this.startedAt = from;
    this.stops = [
      this.clock.every(16, () => this.progress(Math.min(1, (this.clock.monotonic() - from) / this.forMs))),
      this.clock.after(this.forMs, () => {
        this.end(1);
        this.done();
      }),
    ];
  }
  cancel(): void {
    if (this.held) this.end(0);
  }
  private end(share: number): void {
    this.startedAt = null;
    for (const stop of this.stops) stop();
    this.stops = [];
    this.progress(share);
  }
}
/** How long Enter is held instead of a slide (CONTRACT §1). */
export const HOLD_MS = 1_200;
