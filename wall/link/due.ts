import type { Clock, Stop } from "../../model/ports.ts";
import type { Frame } from "../../model/wire/frame.ts";

/** No frame waits longer than this, whatever its `applyAt` says: a wrong clock must not freeze the picture. */
export const LONGEST_WAIT_MS = 2_000;

interface Waiting {
  readonly frame: Frame;
  readonly latest: number;
}

/** Holds the frames of one channel, in order, until the server time at which every display shows them; late ones go at once. */
export class Due {
  private waiting: Waiting[] = [];
  private timer: Stop | null = null;
  private readonly clock: Pick<Clock, "monotonic" | "after">;
  private readonly serverNow: () => number;
  private readonly apply: (frame: Frame) => void;

  constructor(clock: Pick<Clock, "monotonic" | "after">, serverNow: () => number, apply: (frame: Frame) => void) {
    this.clock = clock;
    this.serverNow = serverNow;
    this.apply = apply;
  }

  put(frame: Frame): void {
    this.waiting.push({ frame, latest: this.clock.monotonic() + LONGEST_WAIT_MS });
    this.run();
  }

  clear(): void {
    this.waiting = [];
    this.timer?.();
    this.timer = null;
  }

  private run(): void {
    this.timer?.();
    this.timer = null;
    for (let first = this.waiting[0]; first; first = this.waiting[0]) {
      const waitMs = Math.min(first.frame.applyAt - this.serverNow(), first.latest - this.clock.monotonic());
      if (waitMs > 0) {
        this.timer = this.clock.after(waitMs, () => this.run());
        return;
      }
      this.waiting.shift();
      this.apply(first.frame);
    }
  }
}
