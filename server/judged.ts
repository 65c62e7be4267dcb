import { united, within, type Stretch } from "../model/stretch.ts";

/** Which of a situation's time its rules have judged from end to end: what they found says nothing of any other. */
export interface Judged {
  /** The last goes on with the clock. */
  stretches(): readonly Stretch[];
  /** The clock stood at `from` and was set to `to`: what lies between is not judged, and what lies later than `to` not yet. */
  set(from: number, to: number): void;
}

/** The oldest are forgotten. */
const MOST_KEPT = 100;

/** @param kept as it stood when the clock was last saved; none = it begins at `now` */
export function createJudged(kept: readonly Stretch[] | undefined, now: number): Judged {
  let all: readonly Stretch[] = kept && kept.length > 0 ? kept : [{ from: now }];
  return {
    stretches: () => all,
    set(from, to) {
      const past = all.map((one) => (one.to === undefined ? { ...one, to: Math.max(one.from, from) } : one));
      all = united([...past.flatMap((one) => within(one, [{ from: Number.NEGATIVE_INFINITY, to }])), { from: to }]).slice(-MOST_KEPT);
    },
  };
}
