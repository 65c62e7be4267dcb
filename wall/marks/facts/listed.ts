import { phrases, wordsIn } from "../../../model/phrases.ts";
import { LEVELS, levelOf, type Level, type RegionCode } from "../../../model/region.ts";
import { amount, orderOf } from "../../../model/numerals.ts";
import type { Slice } from "../../../model/view.ts";
import { unitOf } from "../../../model/units.ts";
import type { Cell } from "../../../model/sample.ts";
import type { Words } from "../../../model/words.ts";
import type { Figure } from "../panel-text.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { figureOf } from "./figures.ts";
import { lookedAt, PROVINCE, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import { siteName } from "./site-name.ts";
import type { Measured, Standpoint } from "./standpoint.ts";

/** A panel about one indicator at the places of a level, or at its facilities. */
export interface ListedConfig extends Pick<Looks, "focus"> {
  readonly title: Words;
  readonly indicator: string;
  /** Absent = where the wall looks. */
  readonly region?: string;
  readonly level: Level | "site";
}
const say = phrases({ 尚无上报: "nothing reported yet", 这里没有点位: "no site of this kind here" });
export type ListedFrom = Pick<Standpoint, "lang" | "here" | "words" | "names" | "sites">;

/** Within which region: the one that the wall looks at, unless it has no places of that level below it. */
export function regionOf({ region, focus, level }: Pick<ListedConfig, "region" | "focus" | "level">): RegionCode {
  const place = lookedAt({ ...(region !== undefined && { region }), ...(focus && { focus }) });
  return level === "site" || LEVELS.indexOf(levelOf(place)) < LEVELS.indexOf(level) ? place : PROVINCE;
}
/** The places, and the region's own number, which says how much of them has come. */
export function readListed(reader: Reader, config: ListedConfig): { readonly view: Slice; readonly whole: Cell | undefined } {
  const region = regionOf(config);
  return { view: reader.cells(config.indicator, region, config.level), whole: reader.cells(config.indicator, region, levelOf(region)).cells.get(region) };
}
/** A facility by its own name, a region by the one that lists have. */
export function nameOf(place: string, { sites, names, lang }: Pick<ListedFrom, "sites" | "names" | "lang">): string {
  const site = sites.one(place);
  // Facilities come in one answer; until then nobody is called by an id.
  return site ? siteName(site, lang) : /^\d+$/.test(place) ? names.of(place) : "··";
}
/** Numbers of one column in one order of magnitude, which stands over them with the unit: 万人. */
export function inOneOrder(cells: readonly Cell[], measured: Measured | undefined, from: Pick<ListedFrom, "lang" | "here">): { readonly figures: ReadonlyMap<string, Figure>; readonly unit: string } {
  const own = measured ? unitOf(measured, from.lang) : "";
  const high = Math.max(0, ...cells.map(({ value }) => Math.abs(value ?? 0)));
  const order = measured && measured.unit !== "h" ? orderOf(high, measured.decimals, from.lang) : 0;
  const unit = order === 0 || !measured ? own : amount(high, { decimals: measured.decimals, unit: own, order, lang: from.lang }).unit;
  const figures = new Map(cells.map((cell) => {
    const figure = figureOf(cell, measured, from);
    if (order === 0 || !measured || figure.isNumber === false || cell.value === null) return [cell.place, figure] as const;
    return [cell.place, { ...figure, ...amount(cell.value, { decimals: measured.decimals, unit: own, order, lang: from.lang }) }] as const;
  }));
  return { figures, unit };
}
export function cardOf({ view: { status, code, cells }, whole }: { readonly view: Slice; readonly whole?: Cell | undefined }, config: ListedConfig, { lang, words, names }: ListedFrom, unit?: string): CardFacts {
  const t = say(lang);
  const measured = words.indicator(config.indicator);
  const all = [...cells.values()];
  const worst = worstOf(whole ? [whole] : all);
  return {
    heading: titled(wordsIn(config.title, lang), regionOf(config), config, names), note: unit ?? (measured ? unitOf(measured, lang) : ""), status, code,
    observedAt: all.length > 0 ? worst.observedAt : undefined, cadenceMs: measured?.cadence ?? 0, state: worst.state, ...(whole && { coverage: whole.coverage }),
    empty: status !== "ready" ? "" : all.length === 0 ? (config.level === "site" ? t("这里没有点位") : "") : all.every(({ state }) => state === "never") ? t("尚无上报") : "",
  };
}
