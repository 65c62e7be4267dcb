import type { Lang } from "../../../model/numerals.ts";
import { phrases } from "../../../model/phrases.ts";
import { simTime } from "../../../model/situation.ts";
import type { HereNow } from "./standpoint.ts";
import { moment } from "./time-words.ts";

const say = phrases({ "画面停在 {at}": "the picture stands at {at}" });

/** The sentence for a moment that the picture stands at. */
export const standsAt = (at: string, lang: Lang): string => say(lang)("画面停在 {at}", { at });

export interface Standing {
  /** The moment on the situation's clock, epoch ms. */
  readonly at: number;
  /** What stands where 现在 stood, the fullest first. */
  readonly stands: readonly string[];
}
/**
 * When the picture of a display that is cut off stands, on the situation's clock; undefined while it is not. A drill's time is
 * given alone: the sentence beside it is said elsewhere of the real time.
 */
export function standing({ standsSince, info, isLive, simNow }: Pick<HereNow, "standsSince" | "info" | "isLive" | "simNow">, lang: Lang): Standing | undefined {
  if (standsSince === null) return undefined;
  const at = info ? simTime(info.clock, standsSince) : simNow;
  const time = moment(at, simNow);
  return { at, stands: isLive ? [standsAt(time, lang), time] : [time] };
}
