import { dayText } from "../../../model/moments.ts";
import type { Lang } from "../../../model/numerals.ts";
import { phrases } from "../../../model/phrases.ts";
import { chinaTime, clockText, daysApart, MINUTE, parseTime } from "../../../model/time.ts";
import type { Looks } from "./looked-at.ts";
import type { Standpoint } from "./standpoint.ts";

const say = phrases({ "所看时刻 {at}": "looking at {at}", "所看时刻 {at}，各数仍为 {now}": "looking at {at}; all numbers are of {now}" });

/** 13:20, of another day 4日 09:00, of another month 9月4日 09:00, of another year 2014年9月4日 09:00: what is not said is as now. */
function dated(at: number, now: number, lang: Lang): string {
  const [then, today, clock] = [chinaTime(at), chinaTime(now), clockText(at)];
  if (daysApart(at, now) === 0) return clock;
  const isYear = then.year === today.year;
  if (lang === "en") return `${dayText(at, lang)}${isYear ? "" : ` ${then.year}`} ${clock}`;
  if (isYear && then.month === today.month) return `${then.day}日 ${clock}`;
  return `${isYear ? "" : `${then.year}年`}${dayText(at)} ${clock}`;
}
/** The moment that the wall was sent to (`wall.focus {at}`), on the situation's clock; undefined where it looks at now. */
export function momentLookedAt({ focus }: Looks, { lang, here }: Pick<Standpoint, "lang" | "here">): { readonly at: number; readonly words: string } | undefined {
  const at = focus?.at === undefined ? null : parseTime(focus.at);
  return at === null ? undefined : { at, words: say(lang)("所看时刻 {at}", { at: dated(at, here.simNow, lang) }) };
}
/** 所看时刻 13:20，各数仍为 16:10: what stands on the wall is of the situation's clock, whatever moment is spoken of. Of this very minute there is nothing to tell apart. */
export function momentSaid(looks: Looks, { lang, here }: Pick<Standpoint, "lang" | "here">): string {
  const looked = momentLookedAt(looks, { lang, here });
  if (!looked || Math.floor(looked.at / MINUTE) === Math.floor(here.simNow / MINUTE)) return "";
  return say(lang)("所看时刻 {at}，各数仍为 {now}", { at: dated(looked.at, here.simNow, lang), now: clockText(here.simNow) });
}
