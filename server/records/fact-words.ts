import type { Alert } from "../../model/alert.ts";
import { CLOCK_FACT, CLOCK_WORDS } from "../../model/clock-fact.ts";
import { darkWords, displayOf } from "../../model/display.ts";
import { GATEWAY_WORDS, gatewayIn } from "../../model/gateway-fact.ts";
import { JOURNAL_FACT, JOURNAL_WORDS } from "../../model/journal-fact.ts";
import { CODE_WORDS, FAULT_WORDS, faultOf, packOf } from "../../model/pack-fact.ts";
import { ASIDE_WORDS, ruleOf } from "../../model/rule-fact.ts";
import { STORE_FACT, STORE_WORDS } from "../../model/store-fact.ts";
import type { Names } from "./shelves.ts";

/** What an alert says that speaks of the house itself; undefined for one of the province. */
export function factWords(alert: Pick<Alert, "indicator" | "rule">, { topic, walls, gateway, indicator }: Pick<Names, "topic" | "walls" | "gateway" | "indicator">): string | undefined {
  const pack = packOf(alert.indicator);
  const fault = faultOf(alert);
  if (pack !== null) return `${topic(pack)?.title.zh ?? pack} ${(fault ? FAULT_WORDS[fault] : CODE_WORDS).zh}`;
  const glass = displayOf(alert.indicator);
  if (glass) return darkWords(walls.find(({ id }) => id === glass.wall)?.title.zh ?? glass.wall, glass.n);
  const at = gatewayIn(alert.indicator);
  if (at !== null) return `${gateway(at)?.name ?? at} ${GATEWAY_WORDS.zh}`;
  const rule = ruleOf(alert.indicator);
  if (rule !== null) return `${indicator(rule.split("#")[0]!)?.title.zh ?? rule}（${rule}）${ASIDE_WORDS.zh}`;
  if (alert.indicator === JOURNAL_FACT) return JOURNAL_WORDS.zh;
  if (alert.indicator === STORE_FACT) return STORE_WORDS.zh;
  return alert.indicator === CLOCK_FACT ? CLOCK_WORDS.zh : undefined;
}
export const factUnit = (indicator: string): string => (displayOf(indicator) || indicator === CLOCK_FACT || indicator === STORE_FACT ? "s" : "");
