import { dayText, durationText } from "../../../model/moments.ts";
import { PEACE_FEED } from "../../../model/feed.ts";
import { phrases } from "../../../model/phrases.ts";
import { chinaTime, clockText, MINUTE, parseTime } from "../../../model/time.ts";
import { sentence, type BannerBlock, type BannerData, type Tag } from "../banner.ts";
import type { Reader } from "./reader.ts";
import { headOf, inForce, isOneDeclaration, kindName, kindsInShort, kindsOf, partsOf, unknownSaid } from "./responses.ts";
import type { Standpoint } from "./standpoint.ts";
import { isPartlySimulated, withoutPartly, worldWord } from "./world-word.ts";

export interface BannerConfig {
  /** What the wall looks at. */
  readonly focus?: { readonly region: string };
}
const say = phrases({
  广东省域治理态势: "Guangdong situation", "平时 · 值守": "routine · on watch", 常态布局: "routine layout", "战时 · 指挥": "emergency · command",
  "按 {y} 年日历推算，不对外发送": "computed by the calendar of {y}; nothing is sent outside", "{y} 年实录推进，不对外发送": "record of {y}; nothing is sent outside", "未启动应急响应": "no response level in force", "只读，控制无效": "read-only",
  已暂停: "paused", 含模拟数据: "partly simulated", "{n} 倍速": "{n}×", 演示系统: "demonstration",
  "{where} {at} 启动": "{where}, since {at}", "{where} 现实时间 {at} 启动": "{where}, since {at} in real time", "{where} {at} 启动{kind}": "{kind}: {where}, since {at}", "{where} 现实时间 {at} 启动{kind}": "{kind}: {where}, since {at} in real time", "{where}启动{kind}": "{kind}: {where}", "已持续 {d}": "for {d}", "{n} 分": "{n} min", 刚启动: "just started",
});
type From = Pick<Standpoint, "lang" | "here" | "ended" | "mode">;
type Seen = ReturnType<typeof read>;

export const read = (reader: Reader, { focus }: BannerConfig) => reader.responses(focus?.region ?? "44");

export function data(seen: Seen, _: BannerConfig, from: From): BannerData {
  const { lang, here } = from;
  const t = say(lang);
  const { here: own, within } = inForce(seen.records.values());
  // Beside a level 平时 would deny it: the mode is only how the wall is set out (DESIGN §3, a level never waits for glass).
  const routine = own.length + within.length > 0 && !from.ended ? t("常态布局") : t("平时 · 值守");
  const mode = { text: from.mode === "emergency" ? t("战时 · 指挥") : routine };
  const parts = partsOf(within, lang);
  // Where none is told because the list did not come, that is said: silence would be read as none. At the start of a page it is on its way.
  const unknown = own.length === 0 && seen.status === "refused" && !from.ended ? unknownSaid(seen.status, lang).unknown : undefined;
  const tags: Tag[] = [...simulatedTag(from), ...(unknown ? [{ text: unknown }] : []), ...(parts ? [{ ...parts, notActual: !here.isLive }] : []), mode];
  if (from.ended) return { title: "", tags: [mode], block: otherWorld(from, false) };
  if (own.length > 0) return { title: "", tags, block: response(own, from) };
  if (here.isLive) return { title: t("广东省域治理态势"), tags: [...tags, { text: t("演示系统") }] };
  return { title: "", tags, block: otherWorld(from, seen.status === "ready" && within.length === 0) };
}
export const spoken = (seen: Seen, config: BannerConfig, from: From): string => sentence(data(seen, config, from));

/** Computed numbers among those of a record: what says so never gives way (DESIGN §4). A world that is computed altogether says it in its head. */
const simulatedTag = (from: From): Tag[] => (isPartlySimulated(from) ? [{ text: say(from.lang)("含模拟数据"), notActual: true, stays: true }] : []);
const worldName = ({ lang, here: { info } }: From): string => (lang === "en" ? (info?.title.en ?? "") : withoutPartly(info?.banner ?? "").replace(/^(?:演练|回放)\s*·\s*/, ""));
const paceOf = ({ lang, here: { info } }: From): string => (info ? (info.clock.paused ? say(lang)("已暂停") : say(lang)("{n} 倍速", { n: info.clock.speed })) : "");

/** Who started it, when, and for how long it lasts: by people's time, as all that people decide. Of several declarations that is said of the gravest and longest standing alone. */
function response(own: ReturnType<typeof inForce>["here"], from: From): BannerBlock {
  const { lang, here } = from;
  const t = say(lang);
  const [first] = own;
  const since = parseTime(first!.levelSince) ?? here.peopleNow;
  const lasts = Math.max(0, here.peopleNow - since);
  const at = `${dayText(since, lang)} ${clockText(since)}`;
  const where = first!.regionName;
  const kind = isOneDeclaration(own) ? "" : kindName(first!, lang);
  const began = kind === "" ? t(here.isOneTime ? "{where} {at} 启动" : "{where} 现实时间 {at} 启动", { where, at }) : t(here.isOneTime ? "{where} {at} 启动{kind}" : "{where} 现实时间 {at} 启动{kind}", { where, at, kind });
  const by = kind === "" ? where : t("{where}启动{kind}", { where, kind });
  // To the minute: what stands on a wall does not run.
  const lasting = lasts < MINUTE ? t("刚启动") : t("已持续 {d}", { d: lasts < 10 * MINUTE ? t("{n} 分", { n: Math.floor(lasts / MINUTE) }) : durationText(lasts, lang) });
  const common = { level: first!.level, head: headOf(first!.level, lang), name: kindsOf(own, lang), briefs: kindsInShort(own, lang), below: [`${began}　${lasting}`, began, `${by}　${lasting}`, by] };
  if (here.isLive) return { ...common, notes: [began, lasting] };
  return { ...common, exercise: worldWord(from), notes: [`${began}　${lasting}`, [worldName(from), paceOf(from)].filter(Boolean).join("　")] };
}
function otherWorld(from: From, isUnresponded: boolean): BannerBlock {
  const { lang, here: { info, simNow }, ended } = from;
  const t = say(lang);
  if (ended) return { head: ended.word, name: ended.what, notes: [ended.advice, ""] };
  const year = chinaTime(info?.span ? info.span.from : simNow).year;
  return {
    head: worldWord(from),
    name: worldName(from),
    notes: [info?.kind === "replay" ? t("只读，控制无效") : t(info?.feed === PEACE_FEED ? "按 {y} 年日历推算，不对外发送" : "{y} 年实录推进，不对外发送", { y: year }), [paceOf(from), isUnresponded ? t("未启动应急响应") : ""].filter(Boolean).join("　")],
  };
}
