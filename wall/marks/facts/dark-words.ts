import { dayText } from "../../../model/moments.ts";
import type { Lang } from "../../../model/numerals.ts";
import { phrases } from "../../../model/phrases.ts";
import { clockText, daysApart, parseTime } from "../../../model/time.ts";
import type { DarkDisplay } from "../../../model/wall.ts";

const say = phrases({ "显示屏 {n} 黑屏": "Display {n} dark", "{at} 起": "since {at}", "最早 {at} 起": "the first since {at}", "现实时间 {at}": "{at} real time", "、": ", " });
/** From where it is said: the display that says it, the server's time, and whether the large clock shows people's time. */
export interface DarkSeen {
  readonly own: number;
  readonly now: number;
  readonly isOneTime: boolean;
  readonly lang: Lang;
}

/** 显示屏 2 黑屏, and 14:31 起 in people's time; null when all others of the wall are lit. Of itself no display says so. */
export function darkWords(dark: readonly DarkDisplay[], { own, now, isOneTime, lang }: DarkSeen): { readonly what: string; readonly since: string } | null {
  const t = say(lang);
  const others = dark.filter(({ n }) => n !== own);
  const [first] = others;
  if (!first) return null;
  const at = parseTime(first.since) ?? now;
  const told = `${daysApart(at, now) === 0 ? "" : `${dayText(at, lang)} `}${clockText(at)}`;
  const when = isOneTime ? told : t("现实时间 {at}", { at: told });
  return {
    what: t("显示屏 {n} 黑屏", { n: others.map(({ n }) => n).sort((a, b) => a - b).join(t("、")) }),
    since: t(others.length === 1 ? "{at} 起" : "最早 {at} 起", { at: when }),
  };
}
