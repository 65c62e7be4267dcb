import { phrases, wordsIn } from "../../../model/phrases.ts";
import { DAY, HOUR } from "../../../model/time.ts";
import type { Series } from "../../../model/view.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type SpineData } from "../spine.ts";
import { countedUnder, isNamed, lookedAt, placeInTitle, windPlaces, type Looks } from "./looked-at.ts";
import { levelsFor } from "./findings-around.ts";
import { momentLookedAt } from "./moment.ts";
import type { Reader } from "./reader.ts";
import { spineMarks, spinePhases } from "./spine-view.ts";
import type { Standpoint } from "./standpoint.ts";
import { standing } from "./stands.ts";
import { arrivals } from "./storm-view.ts";
import { endWord } from "./world-word.ts";

/** The part of the wall's line of time that this display shows, hours around now. */
export interface SpineConfig extends Looks {
  readonly fromH: number;
  readonly toH: number;
  /** Which part of the line this is, from 0. */
  readonly part?: number;
  /** Of how many. */
  readonly parts?: number;
  /** Where the whole line begins and ends; absent = this part is the whole. */
  readonly lineH?: readonly [fromH: number, toH: number];
  /** What runs behind the line, of the whole region. Its title does not say of which: that is said before it. */
  readonly series?: SpineSeries;
  /** What runs there where of that nothing is known, and something of this. */
  readonly instead?: SpineSeries;
}
interface SpineSeries {
  readonly indicator: string;
  readonly title: Words;
  /** How far back its highest is known, hours; absent = as far as the line reaches. */
  readonly hours?: number;
}
const say = phrases({ 无数据: "no data", "均为 0": "all 0", 正在取数: "fetching", 未取到: "failed", 最多: "most", "等 {n} 档": "{n} levels" });
/** The line moves on by whole steps, so that words do not creep. */
const STEP_MS = 5 * 60_000;
/** From so long a line on, what stands on it is told by its day. */
const BY_DAY_H = 7 * 24;
type From = Pick<Standpoint, "lang" | "here" | "words" | "names" | "ended">;
type Seen = ReturnType<typeof read>;

export function read(reader: Reader, config: SpineConfig) {
  const { fromH, lineH } = config;
  const region = lookedAt(config);
  const places = windPlaces(region);
  const hazard = reader.hazard();
  const reach = (indicator: string) => (hazard?.kind === "storm" && places ? arrivals(reader.cells(indicator, region, places).cells.values()) : []);
  // All parts measure the series by the same highest value, so each listens to the whole line.
  const told = (of: SpineSeries | undefined) => {
    const backMs = of ? Math.ceil((of.hours ?? -(lineH?.[0] ?? fromH)) * HOUR) : 0;
    return of && backMs > 0 ? { of, series: reader.series(of.indicator, region, backMs) } : undefined;
  };
  const wanted = told(config.series);
  const isKnown = (one: typeof wanted): boolean => one?.series.points.some(([, value]) => value !== null) ?? false;
  // The other is listened to only where of the wanted nothing is known.
  const instead = wanted?.series.status === "ready" && !isKnown(wanted) ? told(config.instead) : undefined;
  const drawn = isKnown(instead) ? instead : wanted;
  const [found, tasks] = [levelsFor(reader, region), reader.tasks(region)];
  return {
    region, places, hazard, levels: found.levels, tasks: [...tasks.records.values()], r7: reach("met.storm.arrival.r7"), r10: reach("met.storm.arrival.r10"),
    of: drawn?.of ?? config.series, series: drawn?.series,
    isAwaited: found.isAwaited || [tasks, reader.hazards()].some(({ status }) => status === "loading"),
  };
}
/** Hours of another world than this one would lie: of one that has gone, and was never seen here, no line is drawn. */
export const knowsNoTime = ({ here, ended }: Pick<From, "here" | "ended">): boolean => ended !== undefined && here.stoodAt === null;

export function data(all: Seen, config: SpineConfig, { lang, here, words, names, ended }: From): SpineData {
  const { fromH, toH, part = 0, lineH = [fromH, toH] } = config;
  const { series: drawn, of: series, isAwaited, region, places, ...others } = all;
  const t = say(lang);
  // Cut off, the line stands where the picture stands: nothing is known of since then.
  const held = standing(here, lang);
  const exactly = held?.at ?? here.simNow;
  const now = Math.floor(exactly / STEP_MS) * STEP_MS;
  const everyMs = series ? (words.indicator(series.indicator)?.cadence ?? 0) : 0;
  const byDay = lineH[1] - lineH[0] >= BY_DAY_H;
  const { info } = here;
  const begins = now + fromH * HOUR;
  const points = drawn?.points ?? [];
  const seen = { ...others, series: points, now: exactly };
  return {
    from: begins, to: now + toH * HOUR, now, exactly,
    // What has ended before the line begins is told on none of its parts.
    phases: spinePhases({ ...seen, isPassThrough: (place) => names.isPassThrough(place), unit: countedUnder(places, lang) }).filter(({ to }) => to >= now + lineH[0] * HOUR), levelsWord: (n) => t("等 {n} 档", { n }), ...(part === 0 && { first: true }),
    ...(part === 0 && (drawn || isNamed(region, config)) && { title: [titleOf(region, drawn && series, config, { lang, names }), ...(drawn ? unseen(drawn, [now + lineH[0] * HOUR, now + lineH[1] * HOUR], everyMs >= DAY ? everyMs : 0, t) : [])].join("　") }),
    ...(isNamed(region, config) && { where: placeInTitle(region, names) }),
    ...lookedIn(config, { lang, here }, now),
    ...(isAwaited && { awaited: t("正在取数") }),
    ...(points.length > 0 && {
      series: points.map(([at, value]) => [at, value] as const), seriesMax: Math.max(1, ...points.map(([, value]) => value ?? 0)),
      ...(everyMs >= DAY && { seriesEveryMs: everyMs, mostWord: t("最多") }),
    }),
    ...(byDay && { byDay }),
    ...(ended && { stopped: ended.word }),
    ...(held && { stands: held.stands }),
    marks: spineMarks({ ...seen, everyMs, clock: info?.clock, ...(info?.span && { ends: { at: info.span.to, label: endWord({ here }) } }), nameOf: (code) => names.of(code) }),
  };
}
/** Why nothing of a series that is named is seen behind the line: nobody takes an empty line for a quiet one. */
function unseen({ points, status }: Series, [from, to]: readonly [number, number], everyMs: number, t: (text: "正在取数" | "未取到" | "无数据" | "均为 0") => string): string[] {
  if (status !== "ready") return [t(status === "loading" ? "正在取数" : "未取到")];
  const known = points.flatMap(([at, value]) => (value !== null && at >= from && at - everyMs <= to ? [value] : []));
  if (known.length === 0) return [t("无数据")];
  return known.every((value) => value === 0) ? [t("均为 0")] : [];
}
/** Behind an edge it is told by the part that ends there. */
function lookedIn(config: SpineConfig, from: Pick<From, "lang" | "here">, now: number): Pick<SpineData, "looked"> {
  const moment = momentLookedAt(config, from);
  if (!moment) return {};
  const { fromH, toH, part = 0, parts = 1, lineH = [fromH, toH] } = config;
  const beyond = moment.at < now + lineH[0] * HOUR ? "before" : moment.at >= now + lineH[1] * HOUR ? "after" : undefined;
  if (beyond !== undefined && part !== (beyond === "before" ? 0 : parts - 1)) return {};
  return { looked: { ...moment, ...(beyond && { beyond }) } };
}
/** 全省网格事件上报; of a place alone its name, so that nobody takes its levels for the province's. */
function titleOf(region: string, series: SpineSeries | undefined, config: SpineConfig, { lang, names }: Pick<From, "lang" | "names">): string {
  const place = isNamed(region, config) || lang === "zh" ? placeInTitle(region, names) : "";
  const title = series ? wordsIn(series.title, lang) : "";
  return title.includes(place) ? title : [place, title].filter(Boolean).join(lang === "zh" ? "" : " ");
}
export const spoken = (seen: Seen, config: SpineConfig, from: From): string => (knowsNoTime(from) ? `${from.ended!.brief}。` : sentence(data(seen, config, from)));
export const briefly = (seen: Seen, config: SpineConfig, from: From): string => (knowsNoTime(from) ? spoken(seen, config, from) : sentence({ ...data(seen, config, from), phases: [] }));
