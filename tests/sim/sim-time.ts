import type { Clock, Stop } from "../../model/ports.ts";

interface Waiting {
  readonly dueAt: number;
  readonly nth: number;
  readonly run: () => void;
}
/** The clocks of one start of the machine's program; what it waits for dies with it. */
export interface MachineClock extends Clock {
  end(): void;
}

/**
 * Time as it truly passes, in whole ms since the simulation began, and the machine's clock beside it, which somebody may set.
 * Whatever is promised to happen is run in its order, and all that it leads to has happened before the next.
 */
export class SimTime {
  private passed = 0;
  private offset: number;
  private nth = 0;
  private waiting: Waiting[] = [];

  constructor(machineStart: number) {
    this.offset = machineStart;
  }
  /** True ms since the simulation began. */
  now(): number {
    return this.passed;
  }
  /** What the machine's clock tells less what has truly passed. */
  machineOffset(): number {
    return this.offset;
  }
  /** Somebody sets the machine's clock. */
  step(byMs: number): void {
    this.offset += byMs;
  }
  after(ms: number, run: () => void): Stop {
    const one: Waiting = { dueAt: this.passed + Math.max(0, Math.ceil(ms)), nth: ++this.nth, run };
    this.waiting.push(one);
    return () => {
      const at = this.waiting.indexOf(one);
      if (at >= 0) this.waiting.splice(at, 1);
    };
  }
  /** Lets time pass. */
  async advance(ms: number): Promise<void> {
    const end = this.passed + ms;
    await settled();
    for (let next = this.next(end); next; next = this.next(end)) {
      this.waiting.splice(this.waiting.indexOf(next), 1);
      this.passed = Math.max(this.passed, next.dueAt);
      next.run();
      await settled();
    }
    this.passed = end;
  }
  private next(end: number): Waiting | undefined {
    let first: Waiting | undefined;
    for (const one of this.waiting) if (one.dueAt <= end && (!first || one.dueAt < first.dueAt || (one.dueAt === first.dueAt && one.nth < first.nth))) first = one;
    return first;
  }
  /** The clocks of a program that starts now: its monotonic clock begins at 0. */
  start(): MachineClock {
    const bootedAt = this.passed;
    const stops = new Set<Stop>();
    let isOver = false;
    const after = (ms: number, run: () => void): Stop => {
      if (isOver) return () => {};
      const stop = this.after(ms, () => {
        stops.delete(stop);
        run();
      });
      stops.add(stop);
      return () => {
        stops.delete(stop);
        stop();
      };
    };
    return {
      now: () => this.offset + this.passed,
      monotonic: () => this.passed - bootedAt,
      after,
      every(ms, run) {
        let stop: Stop = () => {};
        const again = (): void => {
          stop = after(ms, () => {
            again();
            run();
          });
        };
        again();
        return () => stop();
      },
      end() {
        isOver = true;
        for (const stop of stops) stop();
        stops.clear();
      },
    };
  }
}

/** Everything that waits for nothing but others has run. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
