import { Problem } from "../model/problem.ts";

/** So much may wait for the store in memory (samples, their roll-ups, findings), some 200 bytes each; sources keep what comes after. */
export const MOST_UNWRITTEN = 1_000_000;
const RETRY_AFTER_S = 5;

/** Keeps the door of samples shut while too many wait for the store: what is taken must have somewhere to go. */
export function createBackPressure(unwritten: () => number, most = MOST_UNWRITTEN) {
  const reason = (): string | null => {
    const waiting = unwritten();
    return waiting < most ? null : `${waiting} samples, roll-ups and findings wait for the store and at most ${most} may: new samples are refused until it has written them.`;
  };
  return {
    /** Why samples are refused now; null when they are taken. */
    reason,
    /** @throws Problem too_many while they are refused */
    admit(): void {
      const why = reason();
      if (why) throw new Problem("too_many", `${why} Keep the samples and send them again after Retry-After; those that were already taken count as duplicates.`, { retryAfterS: RETRY_AFTER_S });
    },
  };
}
