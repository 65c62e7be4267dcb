import { grouped } from "../../../model/numerals.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import { levelOf } from "../../../model/region.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type ShareBarData } from "../share-bar.ts";
import { standingValue, sumOf } from "./amounts.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { figureOf } from "./figures.ts";
import type { ListedFrom } from "./listed.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";

export interface ShareBarConfig extends Pick<Looks, "focus"> {
  readonly title: Words;
  /** Absent = where the wall looks. */
  readonly region?: string;
  /** Indicators of one unit that add up to a whole, each with its name. */
  readonly parts: readonly { readonly indicator: string; readonly title: Words }[];
}
const say = phrases({ 合计: "total", "缺 {n} 项，不算占比": "{n} missing, no shares", 尚无上报: "nothing reported yet" });
type Seen = ReturnType<typeof read>;
const placeOf = ({ region, focus }: ShareBarConfig): string => lookedAt({ ...(region !== undefined && { region }), ...(focus && { focus }) });

export function read(reader: Reader, config: ShareBarConfig) {
  const place = placeOf(config);
  const views = config.parts.map(({ indicator }) => reader.cells(indicator, place, levelOf(place)));
  return { views, cells: views.map(({ cells }) => cells.get(place)) };
}
export function data({ cells }: Seen, { parts }: ShareBarConfig, from: ListedFrom): ShareBarData {
  const { lang, words } = from;
  const t = say(lang);
  const values = cells.map(standingValue);
  const missing = values.filter((value) => value === null).length;
  // A part that is itself only partly known is a part of unknown size.
  const isWhole = missing === 0 && cells.every((cell) => cell!.coverage.have >= cell!.coverage.of);
  const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0);
  return {
    parts: parts.map(({ indicator, title }, i) => {
      const figure = figureOf(cells[i], words.indicator(indicator), from);
      return { id: indicator, name: wordsIn(title, lang), value: values[i] ?? null, figure, ...(isWhole && sum > 0 && { share: { ...figure, text: grouped((100 * values[i]!) / sum, 1), unit: "%", ...(figure.truth && { truth: { ...figure.truth, indicator: `${indicator}/sum` } }) } }) };
    }),
    total: sumOf(`sum(${parts.map(({ indicator }) => indicator).join()})`, cells, words.indicator(parts[0]?.indicator ?? ""), from), totalTitle: t("合计"), missing: missing > 0 ? t("缺 {n} 项，不算占比", { n: missing }) : "",
  };
}
export function card({ views, cells }: Seen, config: ShareBarConfig, { lang, words, names }: ListedFrom): CardFacts {
  const known = cells.filter((cell) => cell !== undefined);
  const worst = worstOf(known);
  const measured = words.indicator(config.parts[0]?.indicator ?? "");
  const refused = views.find(({ status }) => status === "refused");
  return {
    heading: titled(wordsIn(config.title, lang), placeOf(config), config, names), note: measured?.unit ?? "", status: refused ? "refused" : views.every(({ status }) => status === "ready") ? "ready" : "loading", code: refused?.code ?? "",
    observedAt: known.length > 0 ? worst.observedAt : undefined, cadenceMs: measured?.cadence ?? 0, state: worst.state, empty: known.length > 0 && known.every(({ state }) => state === "never") ? say(lang)("尚无上报") : "",
  };
}
export const spoken = (seen: Seen, config: ShareBarConfig, from: ListedFrom): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang));
export const briefly = spoken;
