import { dayText, hourText } from "../../../model/moments.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import type { SeriesPoint } from "../../../model/sample.ts";
import { CHINA_OFFSET, DAY, HOUR } from "../../../model/time.ts";
import { sentence, type BumpData, type BumpUnit } from "../bump.ts";
import { standingValue } from "./amounts.ts";
import type { CardFacts } from "./card.ts";
import { isFloor, limitsOf } from "./limits.ts";
import { cardOf, inOneOrder, nameOf, readListed, type ListedConfig, type ListedFrom } from "./listed.ts";
import type { Reader } from "./reader.ts";

export interface BumpConfig extends ListedConfig {
  /** How long a period is, and how many of them there are with the one that runs now. */
  readonly everyHours: number;
  readonly periods: number;
}
const say = phrases({ "另 {n} 处": "{n} more" });
type Seen = ReturnType<typeof read>;

export function read(reader: Reader, config: BumpConfig) {
  const listed = readListed(reader, config);
  const windowMs = config.everyHours * config.periods * HOUR;
  return { ...listed, series: new Map([...listed.view.cells.keys()].map((place) => [place, reader.series(config.indicator, place, windowMs).points])) };
}
/** A place of a period is that of its last number in it; now it is that of the number that stands. */
export function data({ view, series }: Seen, config: BumpConfig, from: ListedFrom): BumpData {
  const { lang, words, here: { simNow } } = from;
  const everyMs = config.everyHours * HOUR;
  const ends = endsOf(simNow, everyMs, config.periods);
  const cells = [...view.cells.values()];
  const { figures } = inOneOrder(cells, words.indicator(config.indicator), from);
  const lowFirst = isFloor(limitsOf(words.rulesOf(config.indicator)));
  const values = ends.map((end, i) => new Map(cells.map((cell) => [cell.place, i === ends.length - 1 ? standingValue(cell) : lastIn(series.get(cell.place) ?? [], end - everyMs, end)] as const)));
  const ranks = values.map((of) => ranksOf(of, lowFirst));
  const units = cells.map((cell): BumpUnit => ({ id: cell.place, name: nameOf(cell.place, from), ranks: ranks.map((of) => of.get(cell.place) ?? null), figure: figures.get(cell.place)!, ...(config.focus !== undefined && config.focus.region.startsWith(cell.place) && { looked: true }) }));
  return {
    periods: ends.map((end, i) => (i === ends.length - 1 ? hourText(simNow, simNow, lang) : everyMs >= DAY ? dayText(end - 1, lang).replace(/^\d+月/, "") : hourText(end, simNow, lang))),
    units: units.sort((a, b) => (a.ranks.at(-1) ?? Infinity) - (b.ranks.at(-1) ?? Infinity) || (a.id < b.id ? -1 : 1)), more: (n) => say(lang)("另 {n} 处", { n }),
  };
}
/** Periods end on the clock's own hours and days, the last one now. */
function endsOf(now: number, everyMs: number, periods: number): number[] {
  const began = Math.floor((now + CHINA_OFFSET) / everyMs) * everyMs - CHINA_OFFSET;
  return Array.from({ length: periods }, (_, i) => (i === periods - 1 ? now : began - (periods - 2 - i) * everyMs));
}
function lastIn(points: readonly SeriesPoint[], from: number, to: number): number | null {
  return points.findLast(([at, value]) => at > from && at <= to && value !== null)?.[1] ?? null;
}
function ranksOf(values: ReadonlyMap<string, number | null>, lowFirst: boolean): ReadonlyMap<string, number> {
  const known = [...values].filter((one): one is [string, number] => one[1] !== null).sort(([idA, a], [idB, b]) => (lowFirst ? a - b : b - a) || (idA < idB ? -1 : 1));
  return new Map(known.map(([id], i) => [id, i + 1]));
}
export const card = (seen: Seen, config: BumpConfig, from: ListedFrom): CardFacts => cardOf(seen, config, from, inOneOrder([...seen.view.cells.values()], from.words.indicator(config.indicator), from).unit);
export const spoken = (seen: Seen, config: BumpConfig, from: ListedFrom): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang));
export const briefly = spoken;
