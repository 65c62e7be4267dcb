import type { Clock, Stop } from "./ports.ts";
import { Problem } from "./problem.ts";
import type { ClockState } from "./situation.ts";
import { formatTime } from "./time.ts";

export const SLOWEST = 1;
export const FASTEST = 3600;

/** The clock of a drill or a replay: it runs on the monotonic clock, so that stepping the wall clock moves no data. */
export interface SituationClock {
  /** Situation time, epoch ms; never past the end of the span. */
  now(): number;
  /** What pages need to compute the same time; at the end of the span it says paused. */
  state(): ClockState;
  ended(): boolean;
  pause(): void;
  resume(): void;
  /** @param speed how many times as fast as people's time, 1 to 3600; throws Problem `bad_request` outside */
  setSpeed(speed: number): void;
  /** The only way back in time: whatever was built from data must be built anew. Throws Problem `bad_time` outside the span. */
  seek(to: number): void;
  /** Called after any change of the clock's course: pause, resume, speed, seek. */
  onChange(listener: (state: ClockState) => void): Stop;
}

export function createSituationClock(needs: {
  readonly clock: Clock;
  readonly start: number;
  readonly speed: number;
  readonly span: { readonly from: number; readonly to: number };
  readonly paused?: boolean;
}): SituationClock {
  const { clock, span } = needs;
  const changeListeners = new Set<(state: ClockState) => void>();
  let speed = checkedSpeed(needs.speed);
  let paused = needs.paused ?? false;
  let anchorSim = checkedTime(needs.start);
  let anchorMono = clock.monotonic();

  function checkedTime(at: number): number {
    if (Number.isFinite(at) && at >= span.from && at <= span.to) return at;
    throw new Problem("bad_time", `The record runs from ${formatTime(span.from)} to ${formatTime(span.to)}; choose a time in between.`);
  }
  const exact = (): number => (paused ? anchorSim : Math.min(span.to, anchorSim + (clock.monotonic() - anchorMono) * speed));
  const now = (): number => Math.floor(exact());
  const ended = (): boolean => now() >= span.to;
  const state = (): ClockState => ({ at: clock.now(), simAt: now(), speed, paused: paused || ended() });
  const course = (change: () => void): void => {
    anchorSim = exact();
    anchorMono = clock.monotonic();
    change();
  };
  const tell = (): void => changeListeners.forEach((listener) => listener(state()));

  return {
    now,
    state,
    ended,
    pause() {
      course(() => (paused = true));
      tell();
    },
    resume() {
      course(() => (paused = false));
      tell();
    },
    setSpeed(next) {
      checkedSpeed(next);
      course(() => (speed = next));
      tell();
    },
    seek(to) {
      checkedTime(to);
      course(() => (anchorSim = to));
      tell();
    },
    onChange: (listener) => subscribe(changeListeners, listener),
  };
}

function checkedSpeed(speed: number): number {
  if (speed >= SLOWEST && speed <= FASTEST) return speed;
  throw new Problem("bad_request", `Speed ${speed} is outside ${SLOWEST} to ${FASTEST} times people's time.`);
}

function subscribe<L>(listeners: Set<L>, listener: L): Stop {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
