import { phrases } from "../../../model/phrases.ts";
import { clockText, parseTime } from "../../../model/time.ts";
import type { Looks } from "./looked-at.ts";
import type { Standpoint } from "./standpoint.ts";
import { moment } from "./time-words.ts";

const say = phrases({ "所看时刻 {at}": "looking at {at}", "所看时刻 {at}，各数仍为 {now}": "looking at {at}; all numbers are of {now}" });

/** The moment that the wall was sent to (`wall.focus {at}`), on the situation's clock; undefined where it looks at now. */
export function momentLookedAt({ focus }: Looks, { lang, here }: Pick<Standpoint, "lang" | "here">): { readonly at: number; readonly words: string } | undefined {
  const at = focus?.at === undefined ? null : parseTime(focus.at);
  return at === null ? undefined : { at, words: say(lang)("所看时刻 {at}", { at: moment(at, here.simNow) }) };
}
/** 所看时刻 13:20，各数仍为 16:10: what stands on the wall is of the situation's clock, whatever moment is spoken of. */
export function momentSaid(looks: Looks, { lang, here }: Pick<Standpoint, "lang" | "here">): string {
  const looked = momentLookedAt(looks, { lang, here });
  return looked ? say(lang)("所看时刻 {at}，各数仍为 {now}", { at: moment(looked.at, here.simNow), now: clockText(here.simNow) }) : "";
}
