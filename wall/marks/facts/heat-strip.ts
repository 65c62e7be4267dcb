import { phrases, wordsIn } from "../../../model/phrases.ts";
import { levelOf, type Level } from "../../../model/region.ts";
import type { SeriesPoint } from "../../../model/sample.ts";
import { HOUR } from "../../../model/time.ts";
import { unitOf } from "../../../model/units.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type HeatStripData } from "../heat-strip.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { areCities, readChildren, type Worse } from "./children.ts";
import { figureOf } from "./figures.ts";
import { lookedAt, orderedPlaces, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { standing } from "./stands.ts";
import { gapOf } from "./traces.ts";

export interface HeatStripConfig extends Looks {
  readonly title: Words;
  readonly indicator: string;
  /** Absent = the next level below the region. */
  readonly level?: Level;
  /** Absent = a day. */
  readonly hours?: number;
  /** Lower bounds of all classes but the first; fixed, so that two days compare. */
  readonly breaks: readonly number[];
  /** Which end comes first, and counts of an hour with several numbers; absent = higher. */
  readonly worse?: Worse;
}
const say = phrases({ 无数据: "no data", "另 {n} 市": "{n} more cities", "另 {n} 处": "{n} more", 尚无上报: "nothing reported yet" });
const HOURS = 24;
type From = Pick<Standpoint, "lang" | "here" | "words" | "names" | "ended">;
type Seen = ReturnType<typeof read>;

const regionOf = (config: HeatStripConfig): string => lookedAt(config, "town");
const levelIn = (region: string, { level }: HeatStripConfig): Level => level ?? (levelOf(region) === "town" ? "village" : orderedPlaces(region));
export function read(reader: Reader, config: HeatStripConfig) {
  const region = regionOf(config);
  const { indicator, hours = HOURS, worse } = config;
  return readChildren(reader, { indicator, region, own: levelOf(region), level: levelIn(region, config), windowMs: (hours + 1) * HOUR, ...(worse && { worse }) });
}

/** The worst of each full hour that ends at it or within it; an hour in which nothing came has what was told before, as long as that stands for it. */
export function hourly(points: readonly SeriesPoint[], from: number, hours: number, holdsMs: number, worse: Worse): (number | null)[] {
  const worst = worse === "higher" ? Math.max : Math.min;
  return Array.from({ length: hours }, (_, i) => {
    const [begins, ends] = [from + i * HOUR, from + (i + 1) * HOUR];
    const inside = points.filter(([at]) => at > begins && at <= ends);
    const known = inside.flatMap(([, value]) => (value === null ? [] : [value]));
    if (known.length > 0) return worst(...known);
    const before = inside.length > 0 ? undefined : points.findLast(([at]) => at <= begins);
    return before && ends - before[0] <= holdsMs ? before[1] : null;
  });
}

export function data({ all }: Seen, config: HeatStripConfig, from: From): HeatStripData {
  const { indicator: id, hours = HOURS, breaks, worse = "higher" } = config;
  const { lang, here, words, names, ended } = from;
  const t = say(lang);
  const measured = words.indicator(id);
  const held = standing(here, lang);
  const now = held?.at ?? here.simNow;
  // The hour that runs is the last column.
  const to = Math.ceil(now / HOUR) * HOUR;
  const begins = to - hours * HOUR;
  const region = regionOf(config);
  const isCity = areCities(region, levelIn(region, config));
  return {
    rows: all.filter(({ cell }) => !names.isPassThrough(cell.place)).map(({ cell, points, isAwaited }) => ({
      id: cell.place, name: names.of(cell.place).split(" ").at(-1)!, figure: figureOf(cell, measured, from),
      hours: hourly(points, begins, hours, HOUR + (measured ? gapOf(measured, hours * HOUR, here) : 0), worse), ...(isAwaited && { isAwaited }),
    })),
    from: begins, to, now, ...(ended && { stopped: ended.word }), ...(held && { stands: held.stands }), breaks, unit: measured ? unitOf(measured, lang) : "",
    words: { none: t("无数据"), more: (n) => t(isCity ? "另 {n} 市" : "另 {n} 处", { n }) },
  };
}
export function card({ slice: { status, code, cells }, whole }: Seen, config: HeatStripConfig, { lang, words, names }: From): CardFacts {
  const worst = worstOf(whole ? [whole] : []);
  const indicator = words.indicator(config.indicator);
  return {
    heading: titled(wordsIn(config.title, lang), regionOf(config), config, names), note: indicator ? unitOf(indicator, lang) : "", status, code,
    observedAt: whole ? worst.observedAt : undefined, cadenceMs: indicator?.cadence ?? 0, state: worst.state, coverage: whole?.coverage,
    empty: status === "ready" && cells.size > 0 && [...cells.values()].every((cell) => cell.state === "never") ? say(lang)("尚无上报") : "",
  };
}
export const spoken = (seen: Seen, config: HeatStripConfig, from: From): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang));
export const briefly = (seen: Seen, config: HeatStripConfig, from: From): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang), 1);
