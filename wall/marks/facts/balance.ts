import { phrases, wordsIn } from "../../../model/phrases.ts";
import { levelOf } from "../../../model/region.ts";
import type { Cell } from "../../../model/sample.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type BalanceData, type BalanceNode } from "../balance.ts";
import { lessOf, standingValue, sumOf } from "./amounts.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { figureOf } from "./figures.ts";
import type { ListedFrom } from "./listed.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";

interface Node {
  readonly indicator: string;
  readonly title: Words;
  /** Absent = the panel's own place. */
  readonly place?: string;
}
export interface BalanceConfig extends Pick<Looks, "focus"> {
  readonly title: Words;
  /** Absent = where the wall looks. */
  readonly region?: string;
  /** Indicators of one unit: what comes in, and what goes out. */
  readonly sources: readonly Node[];
  readonly sinks: readonly Node[];
  /** 供, 用. */
  readonly supply?: Words;
  readonly use?: Words;
}
const say = phrases({ 供: "in", 用: "out", 差额: "difference", 尚无上报: "nothing reported yet" });
type Seen = ReturnType<typeof read>;
const placeOf = ({ region, focus }: BalanceConfig): string => lookedAt({ ...(region !== undefined && { region }), ...(focus && { focus }) });

export function read(reader: Reader, config: BalanceConfig) {
  const own = placeOf(config);
  const views = [...config.sources, ...config.sinks].map(({ indicator, place = own }) => ({ place, view: reader.cells(indicator, place, levelOf(place)) }));
  const cells = views.map(({ place, view }) => view.cells.get(place));
  return { views: views.map(({ view }) => view), sources: cells.slice(0, config.sources.length), sinks: cells.slice(config.sources.length) };
}
export function data({ sources, sinks }: Seen, config: BalanceConfig, from: ListedFrom): BalanceData {
  const { lang, words } = from;
  const t = say(lang);
  const nodesOf = (nodes: readonly Node[], cells: readonly (Cell | undefined)[]): BalanceNode[] => nodes.map(({ indicator, title, place }, i) => ({ id: `${indicator}@${place ?? ""}`, name: wordsIn(title, lang), value: standingValue(cells[i]), figure: figureOf(cells[i], words.indicator(indicator), from) }));
  const measured = words.indicator(config.sources[0]?.indicator ?? "");
  const [supply, use] = [sumOf("sum(sources)", sources, measured, from), sumOf("sum(sinks)", sinks, measured, from)];
  const rest = lessOf("sources-sinks", supply, use, measured, from);
  return { sources: nodesOf(config.sources, sources), sinks: nodesOf(config.sinks, sinks), words: { supply: config.supply ? wordsIn(config.supply, lang) : t("供"), use: config.use ? wordsIn(config.use, lang) : t("用"), difference: t("差额") }, supply, use, ...(rest && { difference: rest }) };
}
export function card({ views, sources, sinks }: Seen, config: BalanceConfig, { lang, words, names }: ListedFrom): CardFacts {
  const known = [...sources, ...sinks].filter((cell) => cell !== undefined);
  const worst = worstOf(known);
  const measured = words.indicator(config.sources[0]?.indicator ?? "");
  const refused = views.find(({ status }) => status === "refused");
  return {
    heading: titled(wordsIn(config.title, lang), placeOf(config), config, names), note: measured?.unit ?? "", status: refused ? "refused" : views.every(({ status }) => status === "ready") ? "ready" : "loading", code: refused?.code ?? "",
    observedAt: known.length > 0 ? worst.observedAt : undefined, cadenceMs: measured?.cadence ?? 0, state: worst.state, empty: known.length > 0 && known.every(({ state }) => state === "never") ? say(lang)("尚无上报") : "",
  };
}
export const spoken = (seen: Seen, config: BalanceConfig, from: ListedFrom): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang));
export const briefly = spoken;
