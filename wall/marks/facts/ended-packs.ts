import { stillHolds } from "../../../model/alert.ts";
import { asOf } from "../../../model/moments.ts";
import type { Lang } from "../../../model/numerals.ts";
import { packOf } from "../../../model/pack-fact.ts";
import { phrases } from "../../../model/phrases.ts";
import type { AlertRecord } from "../../../model/records.ts";
import { parseTime } from "../../../model/time.ts";

const say = phrases({ "{at} 起": "since {at}", "等 {n} 个专题": " and others ({n})" });
/** Panels that name such a topic among the sources. */
const TELLS: ReadonlySet<string> = new Set(["trust", "sources"]);

/** True where no panel of a scene names the topics whose code was ended: then the line under the strip does. */
export const areUntold = (panels: Iterable<{ readonly panel: string }>): boolean => ![...panels].some(({ panel }) => TELLS.has(panel));

/** 水利 专题代码超时已停用, and since when, of the first of them; null while all run. */
export function endedWords(alerts: Iterable<AlertRecord>, { now, lang }: { readonly now: number; readonly lang: Lang }): { readonly what: string; readonly since: string } | null {
  const t = say(lang);
  const ended = [...alerts].filter((alert) => packOf(alert.indicator) !== null && stillHolds(alert)).sort((a, b) => (a.raisedAt < b.raisedAt ? -1 : 1));
  const [first] = ended;
  if (!first) return null;
  return { what: `${first.indicatorTitle}${ended.length > 1 ? t("等 {n} 个专题", { n: ended.length }) : ""}`, since: t("{at} 起", { at: asOf(parseTime(first.raisedAt) ?? now, now, 0, lang) }) };
}
