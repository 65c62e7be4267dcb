import { PEACE_FEED } from "../../../model/feed.ts";
import { phrases } from "../../../model/phrases.ts";
import { clockText } from "../../../model/time.ts";
import { sentence, type ClockData } from "../clock.ts";
import type { Standpoint } from "./standpoint.ts";
import { secondsText } from "./time-words.ts";

export type ClockConfig = Readonly<Record<string, never>>;
const say = phrases({ 演练: "DRILL", 回放: "REPLAY", 模拟: "SIMULATED", "现实时间 {at}": "real time {at}", 已暂停: "paused", "{n} 倍速": "{n}×", 北京时间: "Beijing time", 演示系统: "demonstration" });
type From = Pick<Standpoint, "lang" | "here" | "ended">;

export const read = (): null => null;

export function data(_seen: null, _: ClockConfig, { lang, here, ended }: From): ClockData {
  const t = say(lang);
  const { simNow, serverNow, isLive, info, linked, stoodAt } = here;
  const common = { at: simNow, cut: !linked, lang };
  const note = t("现实时间 {at}", { at: `${clockText(serverNow)}:${secondsText(serverNow)}` });
  if (ended) return { ...common, at: stoodAt, stopped: ended.word, seconds: false, note };
  if (isLive) return { ...common, note: t("北京时间"), tag: t("演示系统") };
  const pace = info?.clock.paused ? t("已暂停") : info ? t("{n} 倍速", { n: info.clock.speed }) : "";
  return { ...common, seconds: (info?.clock.speed ?? 60) <= 10, notActual: [t(info?.kind === "replay" ? "回放" : info?.feed === PEACE_FEED ? "模拟" : "演练"), pace].filter(Boolean).join("　"), note };
}
export const spoken = (seen: null, config: ClockConfig, from: From): string => sentence(data(seen, config, from));
