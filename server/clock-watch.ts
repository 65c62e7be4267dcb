import type { Clock, Stop } from "../model/ports.ts";
import { SECOND } from "../model/time.ts";
import { STEP_MS, type SteadyTime } from "../model/timer.ts";

const LOOKED_AT_MS = SECOND;

export interface ClockWatch extends SteadyTime {
  /** Looks by itself from now on, each second. */
  start(): Stop;
}

/**
 * Watches the machine's clock against its monotonic one. A machine that slept looks like one whose clock was set forward: while it slept nobody was served.
 */
export function createClockWatch(clock: Clock): ClockWatch {
  const listeners = new Set<(byMs: number) => void>();
  const between = (): number => clock.now() - clock.monotonic();
  let known = between();
  function look(): void {
    const by = between() - known;
    known += by;
    if (Math.abs(by) > STEP_MS) for (const listener of listeners) listener(by);
  }
  return {
    steady: () => clock.monotonic() + known,
    look,
    onStep(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start: () => clock.every(LOOKED_AT_MS, look),
  };
}
