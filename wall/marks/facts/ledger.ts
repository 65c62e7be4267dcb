import { asOf } from "../../../model/moments.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import { levelOf } from "../../../model/region.ts";
import type { Cell } from "../../../model/sample.ts";
import { DAY } from "../../../model/time.ts";
import type { Series } from "../../../model/view.ts";
import { coverageText } from "../../../model/wording.ts";
import { brief, sentence, type LedgerData } from "../ledger.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { figureOf } from "./figures.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { traceOf } from "./traces.ts";

export interface LedgerConfig extends Looks {
  /** The key indicator of each topic, in the order of the topics' numbers. */
  readonly rows: readonly { readonly topic: string; readonly indicator: string }[];
}
const say = phrases({ 专题常态: "Topics", "{n} 项指标 · {m} 项有数据": "{m} of {n} indicators have data", 正在取数: "fetching", "另 {n} 个专题": "{n} more topics", "从未上报：": "never reported: ", "等 {n} 项指标": "… {n} indicators in all" });
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;

export function read(reader: Reader, config: LedgerConfig) {
  const region = lookedAt(config);
  return config.rows.map(({ indicator }): { readonly cell: Cell | undefined; readonly isAwaited: boolean; readonly day: Series } => {
    const { cells, status } = reader.cells(indicator, region, levelOf(region));
    return { cell: cells.get(region), isAwaited: status === "loading", day: reader.series(indicator, region, DAY) };
  });
}

export function data(seen: Seen, config: LedgerConfig, from: From): LedgerData {
  const { lang, here, words } = from;
  const t = say(lang);
  return {
    rows: config.rows.map(({ topic: topicId, indicator: indicatorId }, i) => {
      const cell = seen[i]?.cell;
      const [topic, indicator] = [words.topic(topicId), words.indicator(indicatorId)];
      const figure = figureOf(cell, indicator, { lang, here });
      const trace = traceOf(seen[i]!.day, indicator, here);
      return {
        topic: topicId, figure, ...(config.focus?.topic === topicId && { looked: true }), ...(trace && { trace }),
        title: topic ? wordsIn(topic.title, lang) : topicId,
        indicator: indicator ? wordsIn(indicator.title, lang) : indicatorId,
        ...(cell && cell.observedAt !== null && figure.truth && { asOf: { state: figure.truth.state, at: asOf(cell.observedAt, here.simNow, indicator?.cadence ?? 0, lang), coverage: coverageText(cell.coverage, lang).replace("到达 ", "") } }),
      };
    }),
    more: (n) => t("另 {n} 个专题", { n }), never: t("从未上报："), inAll: (n) => t("等 {n} 项指标", { n }),
  };
}
export function card(seen: Seen, config: LedgerConfig, { lang, names }: From): CardFacts {
  const { rows } = config;
  const t = say(lang);
  const reporting = seen.flatMap(({ cell }) => (cell && cell.value !== null ? [cell] : []));
  const worst = worstOf(reporting);
  return {
    heading: titled(t("专题常态"), lookedAt(config), config, names), note: seen.some(({ isAwaited }) => isAwaited) ? t("正在取数") : t("{n} 项指标 · {m} 项有数据", { n: rows.length, m: reporting.length }),
    observedAt: reporting.length > 0 ? worst.observedAt : undefined, state: worst.state,
  };
}
export const spoken = (seen: Seen, config: LedgerConfig, from: From): string => sentence(data(seen, config, from));
export const briefly = (seen: Seen, config: LedgerConfig, from: From): string => brief(data(seen, config, from));
