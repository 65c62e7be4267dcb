import { grouped } from "../../../model/numerals.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import { levelOf, type Level } from "../../../model/region.ts";
import { HOUR } from "../../../model/time.ts";
import { unitOf } from "../../../model/units.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type SmallMultiplesData } from "../small-multiples.ts";
import type { Tile } from "../tile.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { areCities, readChildren, type Worse } from "./children.ts";
import { lookedAt, orderedPlaces, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { DAY_HOURS, tileOf } from "./tiles.ts";

export interface SmallMultiplesConfig extends Looks {
  readonly title: Words;
  readonly indicator: string;
  /** Absent = the next level below the region. */
  readonly level?: Level;
  /** Absent = a day. */
  readonly hours?: number;
  /** What stands at that end comes first; absent = in the order of their codes, so that each has its place. */
  readonly worse?: Worse;
}
const say = phrases({ "同一标尺 {low}—{high}，近 {n} 小时": "one scale {low}–{high}, last {n} h", "近 {n} 小时": "last {n} h", "另 {n} 市": "{n} more cities", "另 {n} 处": "{n} more", 尚无上报: "nothing reported yet" });
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;

const regionOf = (config: SmallMultiplesConfig): string => lookedAt(config, "town");
const levelIn = (region: string, { level }: SmallMultiplesConfig): Level => level ?? (levelOf(region) === "town" ? "village" : orderedPlaces(region));
export function read(reader: Reader, config: SmallMultiplesConfig) {
  const region = regionOf(config);
  const { indicator, hours = DAY_HOURS, worse } = config;
  return readChildren(reader, { indicator, region, own: levelOf(region), level: levelIn(region, config), windowMs: hours * HOUR, ...(worse ? { worse } : { inOrder: true }) });
}
export function data({ all }: Seen, config: SmallMultiplesConfig, from: From): SmallMultiplesData {
  const { indicator, hours = DAY_HOURS } = config;
  const { lang, words, names } = from;
  const t = say(lang);
  const measured = words.indicator(indicator);
  const tiles = all.filter(({ cell }) => !names.isPassThrough(cell.place)).map(({ cell, points }): Tile & { readonly label: string } => {
    // The panel's title band says the time for all of them.
    const { asOf: _time, ...tile } = tileOf({ cell, series: { points } }, { indicator }, from, hours);
    return { ...tile, id: cell.place, label: names.of(cell.place).split(" ").at(-1)! };
  });
  const values = tiles.flatMap(({ trace }) => trace?.points.filter(([at]) => at >= trace.from).flatMap(([, value]) => (value === null ? [] : [value])) ?? []);
  const [low, high] = [Math.min(0, ...values), Math.max(...values)];
  const region = regionOf(config);
  const isCity = areCities(region, levelIn(region, config));
  const write = (value: number): string => grouped(value, measured?.decimals ?? 0);
  const unit = measured ? unitOf(measured, lang) : "";
  return {
    tiles, ...(values.length > 0 && { range: [low, high] }),
    scale: values.length > 0 ? t("同一标尺 {low}—{high}，近 {n} 小时", { low: write(low), high: `${write(high)}${unit && ` ${unit}`}`, n: hours }) : t("近 {n} 小时", { n: hours }),
    more: (n) => t(isCity ? "另 {n} 市" : "另 {n} 处", { n }),
  };
}
export function card({ slice: { status, code, cells }, whole }: Seen, config: SmallMultiplesConfig, { lang, words, names }: From): CardFacts {
  const worst = worstOf(whole ? [whole] : []);
  return {
    heading: titled(wordsIn(config.title, lang), regionOf(config), config, names), status, code,
    observedAt: whole ? worst.observedAt : undefined, cadenceMs: words.indicator(config.indicator)?.cadence ?? 0, state: worst.state, coverage: whole?.coverage,
    empty: status === "ready" && cells.size > 0 && [...cells.values()].every((cell) => cell.state === "never") ? say(lang)("尚无上报") : "",
  };
}
export const spoken = (seen: Seen, config: SmallMultiplesConfig, from: From): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang));
export const briefly = (seen: Seen, config: SmallMultiplesConfig, from: From): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang), 1);
