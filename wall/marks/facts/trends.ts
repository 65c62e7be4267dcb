import { phrases, wordsIn } from "../../../model/phrases.ts";
import { levelOf, type Level } from "../../../model/region.ts";
import type { Cell } from "../../../model/sample.ts";
import { DAY, HOUR } from "../../../model/time.ts";
import type { Words } from "../../../model/words.ts";
import { brief, sentence, type Plot } from "../trends.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { isComputed } from "./computed.ts";
import { figureOf } from "./figures.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { standing } from "./stands.ts";

export interface TrendsConfig extends Pick<Looks, "focus"> {
  readonly title: Words;
  /** Absent = where the wall looks. */
  readonly place?: string;
  /** Absent = the place's own. */
  readonly level?: Level;
  /** How far back it reaches at most, hours; a record that begins later is shown from its beginning. */
  readonly hours: number;
  /** One picture each; `bars` for what is counted anew in every interval. */
  readonly plots: readonly { readonly indicator: string; readonly title?: Words; readonly bars?: boolean }[];
}
const say = phrases({ "这段时间没有数": "no numbers over this time", 未取到: "failed", 正在取数: "fetching" });
/** A young record is not blown up: a picture shows a week at least. */
const LEAST_MS = 7 * DAY;
/** A point stands for its interval; longer silence than this many is a gap. */
const GAP_INTERVALS = 1.5;
/** Room behind now, as a share of the time shown. */
const AHEAD = 0.02;
type From = Pick<Standpoint, "lang" | "here" | "words" | "names" | "ended">;
type Seen = ReturnType<typeof read>;

const placeOf = ({ place, focus }: TrendsConfig): string => lookedAt({ ...(place !== undefined && { region: place }), ...(focus && { focus }) });
export function read(reader: Reader, config: TrendsConfig) {
  const place = placeOf(config);
  const { level = levelOf(place), hours, plots } = config;
  return plots.map(({ indicator }) => ({ cell: reader.cells(indicator, place, level).cells.get(place), series: reader.series(indicator, place, hours * HOUR) }));
}

export function data(seen: Seen, { hours, plots }: TrendsConfig, from: From): Plot[] {
  const { lang, here, words, ended } = from;
  const t = say(lang);
  const held = standing(here, lang);
  const now = Math.floor((held?.at ?? here.simNow) / HOUR) * HOUR;
  const begins = Math.min(now - LEAST_MS, Math.max(now - hours * HOUR, here.info?.span?.from ?? -Infinity));
  return plots.map(({ indicator: id, title, bars }, i): Plot => {
    const { cell, series: { points, status } } = seen[i]!;
    const indicator = words.indicator(id);
    const common = { from: begins, to: now + (now - begins) * AHEAD, now, ...(ended && { stopped: ended.word }), ...(held && { stands: held.stands }), unit: indicator?.unit ?? "", ...(indicator && { decimals: indicator.decimals }), ...(isOfMany(cell) && { ofMany: true }), ...(status === "ready" && points.every(([at, value]) => value === null || at < begins) && { none: t("这段时间没有数") }) };
    const everyMs = indicator?.cadence ?? DAY;
    return {
      label: `${title ? wordsIn(title, lang) : indicator ? wordsIn(indicator.title, lang) : id}${status === "refused" ? `　✕ ${t("未取到")}` : status === "loading" ? `　${t("正在取数")}` : ""}`, figures: [{ figure: figureOf(cell, indicator, from), large: true }],
      picture: bars
        ? { bars: { ...common, bars: points.map(([at, value, quality]) => ({ at, value, ...(isComputed(quality, here) && { notActual: true }) })), intervalMs: everyMs } }
        : { trend: { ...common, observed: points.map(([at, value]) => [at, value] as const), ...(isComputed(points.at(-1)?.[2] ?? "good", here) && { notActual: true }), gapMs: GAP_INTERVALS * everyMs } },
    };
  });
}
/** Only the number that stands now says of how many places it is. */
const isOfMany = (cell: Cell | undefined): boolean => cell === undefined || cell.coverage.of > 1;
export function card(seen: Seen, config: TrendsConfig, { lang, words, names }: From): CardFacts {
  const { title, plots } = config;
  const cells = seen.flatMap(({ cell }) => (cell ? [cell] : []));
  const worst = worstOf(cells);
  return {
    heading: titled(wordsIn(title, lang), placeOf(config), config, names), status: seen.every(({ series }) => series.status === "loading") ? "loading" : "ready",
    observedAt: cells.length > 0 ? worst.observedAt : undefined, cadenceMs: words.indicator(plots[0]?.indicator ?? "")?.cadence ?? 0, state: worst.state, coverage: cells[0]?.coverage,
  };
}
export const spoken = (seen: Seen, config: TrendsConfig, from: From): string => sentence(data(seen, config, from));
export const briefly = (seen: Seen, config: TrendsConfig, from: From): string => brief(data(seen, config, from));
