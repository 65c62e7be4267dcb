import type { Clock, Stop } from "./ports.ts";

/** The only place that reads the machine's time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  every(ms, run) {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  private elapsed = 0;
  private offset: number;
  private waiting: { dueAt: number; run: () => void; everyMs?: number }[] = [];

  constructor(start: number) {
    this.offset = start;
  }
  now(): number {
    return this.offset + this.elapsed;
  }
  monotonic(): number {
    return this.elapsed;
  }
  every(ms: number, run: () => void): Stop {
    return this.wait({ dueAt: this.elapsed + ms, run, everyMs: ms });
  }
  after(ms: number, run: () => void): Stop {
    return this.wait({ dueAt: this.elapsed + ms, run });
  }
  /** Moves both times on, running what falls due in order. */
  advance(ms: number): void {
    const end = this.elapsed + ms;
    for (;;) {
      const due = this.waiting.filter((w) => w.dueAt <= end).sort((a, b) => a.dueAt - b.dueAt)[0];
      if (!due) break;
      this.elapsed = Math.max(this.elapsed, due.dueAt);
      if (due.everyMs === undefined) this.waiting = this.waiting.filter((w) => w !== due);
      else due.dueAt += due.everyMs;
      due.run();
    }
    this.elapsed = end;
  }
  /** Steps the wall clock only, as an operator or NTP would. */
  step(ms: number): void {
    this.offset += ms;
  }
  private wait(entry: { dueAt: number; run: () => void; everyMs?: number }): Stop {
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((w) => w !== entry);
    };
  }
}
