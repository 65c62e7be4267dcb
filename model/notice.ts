import { DAY } from "./time.ts";

/** A unit that was supervised (督办) so often within so long is to be named to those above it (通报): governance a7, operational default. */
export const NOTICE_TIMES = 3;
export const NOTICE_WITHIN_MS = 30 * DAY;

/** Of the times at which a unit was supervised, epoch ms, those that count at `now`. */
export const stillCounting = (times: readonly number[], now: number): readonly number[] => times.filter((at) => at > now - NOTICE_WITHIN_MS);
