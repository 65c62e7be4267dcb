import { group } from "d3";
import { inOrder, tally } from "../../../model/alert-order.ts";
import { stillHolds } from "../../../model/alert.ts";
import { grouped } from "../../../model/numerals.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import type { AlertRecord } from "../../../model/records.ts";
import { clockText } from "../../../model/time.ts";
import { SEVERITY_WORDS, type Severity } from "../../../model/words.ts";
import { sentence, type AlertTallyData } from "../alert-tally.ts";
import type { CardFacts } from "./card.ts";
import { countOf } from "./figures.ts";
import { findingsFor } from "./findings-around.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

export type AlertTallyConfig = Looks;
const say = phrases({ 告警计数: "Alert tally", "系统研判，未发布": "machine findings, nothing issued", 不含敏感类: "nothing sensitive", "未确认 {n}": "{n} open", 专题: "Topic", "无未消告警（{at} 核）": "no open alert (checked {at})", "另 {n} 个专题": "{n} more topics" });
const LEVELS: readonly Severity[] = [1, 2, 3, 4];
type From = Pick<Standpoint, "lang" | "here" | "words" | "names" | "isDisplay">;
type Seen = ReturnType<typeof read>;

export const read = (reader: Reader, config: AlertTallyConfig) => findingsFor(reader, lookedAt(config));

export function data(seen: Seen, config: AlertTallyConfig, { lang, here, words }: From): AlertTallyData {
  const t = say(lang);
  const holding = inOrder(seen.records.values()).filter(stillHolds);
  const counts = tally(seen.records.values());
  const at = (severity: Severity, among: readonly AlertRecord[]): AlertRecord[] => among.filter((alert) => alert.severity === severity);
  const topics = [...group(holding, ({ topic }) => topic)].map(([id, own]) => {
    const topic = words.topic(id);
    return { id, title: topic ? wordsIn(topic.title, lang) : id, counts: LEVELS.map((severity) => at(severity, own).length) };
  });
  return {
    levels: LEVELS.map((severity) => {
      const open = at(severity, holding).filter(({ state }) => state === "unacknowledged").length;
      const isKnown = seen.status === "ready";
      return {
        severity, count: counts[severity], ...(lang === "en" && { char: SEVERITY_WORDS[severity].letter }), open: open > 0 ? t("未确认 {n}", { n: grouped(open, 0) }) : "",
        figure: { ...countOf({ id: `alerts.open.${severity}`, place: lookedAt(config), value: counts[severity], observedAt: seen.simAt || null, tick: seen.tick, have: isKnown ? 1 : 0 }, here), ...(isKnown && { text: grouped(counts[severity], 0) }) },
      };
    }),
    topics: topics.sort((a, b) => graver(a.counts, b.counts)), heading: t("专题"),
    none: t("无未消告警（{at} 核）", { at: seen.status === "ready" ? clockText(here.checkedAt(seen)) : "··" }), more: (n) => t("另 {n} 个专题", { n }),
  };
}
/** More of the gravest first. */
function graver(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((count, i) => count !== b[i]);
  return at < 0 ? 0 : b[at]! - a[at]!;
}
export function card(seen: Seen, config: AlertTallyConfig, { lang, here, names, isDisplay }: From): CardFacts {
  const t = say(lang);
  return {
    heading: titled(t("告警计数"), lookedAt(config), config, names), note: [t("系统研判，未发布"), ...(isDisplay ? [t("不含敏感类")] : [])].join(" · "), status: seen.status, code: seen.code,
    observedAt: seen.status === "ready" ? here.checkedAt(seen) : undefined, state: here.linked ? "fresh" : "stale",
  };
}
export const spoken = (seen: Seen, config: AlertTallyConfig, from: From): string => `${sentence(data(seen, config, from))}${from.isDisplay ? "不含敏感类。" : ""}`;
