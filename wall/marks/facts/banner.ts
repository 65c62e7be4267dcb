import { phrases } from "../../../model/phrases.ts";
import { chinaTime } from "../../../model/time.ts";
import { sentence, type BannerBlock, type BannerData } from "../banner.ts";
import type { Standpoint } from "./standpoint.ts";

export type BannerConfig = Readonly<Record<string, never>>;
const say = phrases({
  广东省域治理态势: "Guangdong situation", 演练: "DRILL", 回放: "REPLAY", "平时 · 值守": "routine · on watch", "战时 · 指挥": "emergency · command",
  "{y} 年实录推进，不对外发送": "record of {y}; nothing is sent outside", "未启动应急响应": "no response level in force", "只读，控制无效": "read-only",
  已暂停: "paused", "{n} 倍速": "{n}×", 演示系统: "demonstration",
});
type From = Pick<Standpoint, "lang" | "here" | "ended" | "mode">;

export const read = (): null => null;

export function data(_seen: null, _: BannerConfig, from: From): BannerData {
  const t = say(from.lang);
  const mode = { text: from.mode === "emergency" ? t("战时 · 指挥") : t("平时 · 值守") };
  return from.here.isLive ? { title: t("广东省域治理态势"), tags: [mode, { text: t("演示系统") }] } : { title: "", tags: [mode], block: otherWorld(from) };
}
export const spoken = (seen: null, config: BannerConfig, from: From): string => sentence(data(seen, config, from));

function otherWorld({ lang, here: { info, simNow }, ended, mode }: From): BannerBlock {
  const t = say(lang);
  if (ended) return { head: ended.word, name: ended.what, notes: [ended.advice, ""] };
  const replay = info?.kind === "replay";
  const year = chinaTime(info?.span ? info.span.from : simNow).year;
  const pace = info ? (info.clock.paused ? t("已暂停") : t("{n} 倍速", { n: info.clock.speed })) : "";
  return {
    head: replay ? t("回放") : t("演练"),
    name: lang === "en" ? (info?.title.en ?? "") : (info?.banner ?? "").replace(/^(?:演练|回放)\s*·\s*/, ""),
    notes: [replay ? t("只读，控制无效") : t("{y} 年实录推进，不对外发送", { y: year }), [pace, mode === "emergency" ? "" : t("未启动应急响应")].filter(Boolean).join("　")],
  };
}
