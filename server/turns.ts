import type { Clock, Pace, Yield } from "../model/ports.ts";

/** So long may one piece of work keep all others waiting; no single part of it is much longer. */
export const TURN_MS = 20;

/**
 * Cuts long work into turns. Whoever waits for a turn stands in one line: between two turns, whosever they are, commands,
 * reads and beats are served.
 */
export function createTurns(clock: Pick<Clock, "monotonic">, others: Yield, turnMs = TURN_MS): () => Pace {
  let line: Promise<unknown> = Promise.resolve();
  return () => {
    let begun = clock.monotonic();
    return () => {
      if (clock.monotonic() - begun < turnMs) return undefined;
      const mine = line.then(() => others());
      line = mine;
      return mine.then(() => void (begun = clock.monotonic()));
    };
  };
}
