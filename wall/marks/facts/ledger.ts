import { asOf } from "../../../model/moments.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import type { Cell } from "../../../model/sample.ts";
import { coverageText } from "../../../model/wording.ts";
import { sentence, type LedgerData } from "../ledger.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { figureOf } from "./figures.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

export interface LedgerConfig {
  readonly region?: string;
  /** The key indicator of each topic, in the order of the topics' numbers. */
  readonly rows: readonly { readonly topic: string; readonly indicator: string }[];
}
const say = phrases({ 专题常态: "Topics", "{n} 项指标 · {m} 项有数据": "{m} of {n} indicators have data", 正在取数: "fetching", "另 {n} 个专题": "{n} more topics" });
type From = Pick<Standpoint, "lang" | "here" | "words">;
type Seen = ReturnType<typeof read>;

export const read = (reader: Reader, { rows, region = "44" }: LedgerConfig) =>
  rows.map(({ indicator }): { readonly cell: Cell | undefined; readonly isAwaited: boolean } => {
    const { cells, status } = reader.cells(indicator, region, "province");
    return { cell: cells.get(region), isAwaited: status === "loading" };
  });

export function data(seen: Seen, config: LedgerConfig, { lang, here, words }: From): LedgerData {
  return {
    rows: config.rows.map(({ topic: topicId, indicator: indicatorId }, i) => {
      const cell = seen[i]?.cell;
      const [topic, indicator] = [words.topic(topicId), words.indicator(indicatorId)];
      const figure = figureOf(cell, indicator, { lang, here });
      return {
        topic: topicId, figure,
        title: topic ? wordsIn(topic.title, lang) : topicId,
        indicator: indicator ? wordsIn(indicator.title, lang) : indicatorId,
        ...(cell && cell.observedAt !== null && figure.truth && { asOf: { state: figure.truth.state, at: asOf(cell.observedAt, here.simNow, indicator?.cadence ?? 0, lang), coverage: coverageText(cell.coverage, lang).replace("到达 ", "") } }),
      };
    }),
    more: (n) => say(lang)("另 {n} 个专题", { n }),
  };
}
export function card(seen: Seen, { rows }: LedgerConfig, { lang }: From): CardFacts {
  const t = say(lang);
  const reporting = seen.flatMap(({ cell }) => (cell && cell.value !== null ? [cell] : []));
  const worst = worstOf(reporting);
  return {
    heading: t("专题常态"), note: seen.some(({ isAwaited }) => isAwaited) ? t("正在取数") : t("{n} 项指标 · {m} 项有数据", { n: rows.length, m: reporting.length }),
    observedAt: reporting.length > 0 ? worst.observedAt : undefined, state: worst.state,
  };
}
export const spoken = (seen: Seen, config: LedgerConfig, from: From): string => sentence(data(seen, config, from));
