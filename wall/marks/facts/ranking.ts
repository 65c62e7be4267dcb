import { phrases, wordsIn } from "../../../model/phrases.ts";
import { levelOf, type Level } from "../../../model/region.ts";
import type { Cell } from "../../../model/sample.ts";
import type { Words } from "../../../model/words.ts";
import { unitOf } from "../../../model/units.ts";
import type { Figure } from "../panel-text.ts";
import { sentence, type RankingData } from "../ranking.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { figureOf } from "./figures.ts";
import { titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Measured, Standpoint } from "./standpoint.ts";

export interface RankingConfig extends Pick<Looks, "focus"> {
  readonly title: Words;
  readonly indicator: string;
  readonly region: string;
  readonly level: Level;
  /** Over the numbers, where the card's title is too long; absent = the indicator's unit. */
  readonly value?: Words;
  /** A second number of each place. */
  readonly also?: { readonly indicator: string; readonly title: Words };
}
const say = phrases({ 尚无上报: "nothing reported yet", 市: "City", 地区: "Place", "另 {n} 市": "{n} more cities", "另 {n} 处": "{n} more" });
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;

export const read = (reader: Reader, { indicator, region, level, also }: RankingConfig) => ({
  view: reader.cells(indicator, region, level), whole: reader.cells(indicator, region, levelOf(region)).cells.get(region), also: also && reader.cells(also.indicator, region, level).cells,
});

/** Without a value comes last: it is not known to be small. */
export function data({ view, also }: Seen, { indicator: id, level, value, also: second }: RankingConfig, from: From): RankingData {
  const { lang, words, names } = from;
  const t = say(lang);
  const indicator = words.indicator(id);
  const cells = [...view.cells.values()].sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.place < b.place ? -1 : 1));
  return {
    rows: cells.map((cell) => ({
      id: cell.place, name: names.of(cell.place), value: cell.value, figure: told(cell, indicator, from),
      ...(also && second && { also: told(also.get(cell.place), words.indicator(second.indicator), from) }),
    })),
    headings: [t(level === "city" ? "市" : "地区"), value ? wordsIn(value, lang) : (indicator ? unitOf(indicator, from.lang) : ""), ...(second ? [wordsIn(second.title, lang)] : [])] as unknown as RankingData["headings"],
    more: (n) => t(level === "city" ? "另 {n} 市" : "另 {n} 处", { n }),
  };
}
/** The unit stands over the list; what of it belongs to each number, its order, stays with the number. */
function told(cell: Cell | undefined, indicator: Measured | undefined, from: From): Figure {
  const figure = figureOf(cell, indicator, from);
  const own = indicator ? unitOf(indicator, from.lang) : "";
  const order = figure.unit?.endsWith(own) ? figure.unit.slice(0, figure.unit.length - own.length).trimEnd() : figure.unit;
  return order ? { ...figure, order } : figure;
}
export function card({ view: { status, code, cells }, whole }: Seen, config: RankingConfig, { lang, words, names }: From): CardFacts {
  const { title, indicator: id, region } = config;
  const worst = worstOf(whole ? [whole] : []);
  const indicator = words.indicator(id);
  return {
    heading: titled(wordsIn(title, lang), region, config, names), note: indicator ? unitOf(indicator, lang) : "", status, code, observedAt: whole ? worst.observedAt : undefined, cadenceMs: indicator?.cadence ?? 0, state: worst.state, coverage: whole?.coverage,
    empty: status === "ready" && cells.size > 0 && [...cells.values()].every((cell) => cell.state === "never") ? say(lang)("尚无上报") : "",
  };
}
export const spoken = (seen: Seen, config: RankingConfig, from: From): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang));
export const briefly = (seen: Seen, config: RankingConfig, from: From): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang), 1);
