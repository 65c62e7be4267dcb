import { DAY, HOUR, MINUTE, SECOND } from "../../model/time.ts";
import type { Chance } from "./chance.ts";

/** What may go wrong. Each seed has some of them: faults that always come together hide what one alone would show. */
export const FAULTS = ["crash", "refused", "answerLost", "unknowable", "full", "gone", "clock", "repeat", "reuse", "late", "outOfOrder"] as const;
export type Fault = (typeof FAULTS)[number];

export function swarmOf(chance: Chance): ReadonlySet<Fault> {
  return new Set(FAULTS.filter(() => chance.oneIn(2)));
}
/** By how much somebody sets a clock. */
export const clockStep = (chance: Chance): number => chance.pick([5 * SECOND, HOUR, DAY]) * chance.pick([1, -1]);
/** How long nothing happens. */
export const passes = (chance: Chance): number =>
  chance.weighted([[30, chance.between(0, 20)], [25, chance.between(20, 1_000)], [20, chance.between(1, 60) * SECOND], [10, chance.between(1, 15) * MINUTE], [1, chance.between(1, 4) * HOUR], [chance.oneIn(8) ? 1 : 0, DAY]]);
