import { difference, grouped } from "../../../model/numerals.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import { levelOf, type Level } from "../../../model/region.ts";
import type { SeriesPoint } from "../../../model/sample.ts";
import { DAY, HOUR, MINUTE } from "../../../model/time.ts";
import { unitOf } from "../../../model/units.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type CurveData, type CurveFact } from "../curve.ts";
import type { Figure } from "../panel-text.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { isComputed } from "./computed.ts";
import { figureOf } from "./figures.ts";
import { limitLines, type StatedLimit } from "./limit-lines.ts";
import { lookedAt, PROVINCE, titled, type Looks } from "./looked-at.ts";
import { raised, raisedScale } from "./raised.ts";
import type { Reader } from "./reader.ts";
import type { Measured, Standpoint } from "./standpoint.ts";
import { standing } from "./stands.ts";
import { moment } from "./time-words.ts";
import { gapOf } from "./traces.ts";
import { firstWeeks, readUsual } from "./usual.ts";

export interface CurveConfig extends Pick<Looks, "focus"> {
  readonly title: Words;
  readonly indicator: string;
  /** Absent = where the wall looks. */
  readonly place?: string;
  /** Of a `place` that is a site, "site"; then `title` names it. */
  readonly level?: Level | "site";
  /** How far back it reaches; absent = a day. */
  readonly hours?: number;
  /** The same line 24 hours earlier. */
  readonly yesterday?: boolean;
  /** An indicator whose number, told at one time, speaks of so many hours later. */
  readonly forecast?: { readonly indicator: string; readonly aheadH: number };
  /** Absent = what the rules of the indicator say. */
  readonly limits?: readonly StatedLimit[];
  /** A second number beside it: 备用率. */
  readonly reserve?: { readonly indicator: string; readonly title?: Words };
}
const say = phrases({ 昨日: "yesterday", 预测: "forecast", 当前: "now", 较昨日同时: "vs yesterday", 个百分点: "pp", 未取到: "failed", 正在取数: "fetching", "这段时间没有数": "no numbers over this time" });
const HOURS = 24;
const STEP_MS = 5 * MINUTE;
/** Room behind now, as a share of what lies before it: with yesterday's line there is something to see. */
const AHEAD = { alone: 0.02, yesterday: 1 / 6 } as const;
type From = Pick<Standpoint, "lang" | "here" | "words" | "names" | "ended">;
type Seen = ReturnType<typeof read>;

const placeOf = ({ place, focus }: CurveConfig): string => lookedAt({ ...(place !== undefined && { region: place }), ...(focus && { focus }) });
export function read(reader: Reader, config: CurveConfig) {
  const place = placeOf(config);
  const { indicator, level = levelOf(place), hours = HOURS, yesterday, forecast, reserve } = config;
  // Sites are asked for together, by the region that they lie in.
  const cell = (id: string) => reader.cells(id, level === "site" ? PROVINCE : place, level);
  return {
    now: cell(indicator), place,
    series: reader.series(indicator, place, hours * HOUR + (yesterday ? DAY : 0)),
    told: forecast && { cell: cell(forecast.indicator).cells.get(place), series: reader.series(forecast.indicator, place, (forecast.aheadH + 1) * HOUR) },
    reserve: reserve && cell(reserve.indicator).cells.get(place),
    usual: readUsual(reader, indicator, place),
  };
}

export function data({ now: slice, place, series, told, reserve: spare, usual }: Seen, config: CurveConfig, from: From): CurveData {
  const { indicator: id, hours = HOURS, yesterday, forecast, limits, reserve } = config;
  const { lang, here, words, ended } = from;
  const t = say(lang);
  const measured = words.indicator(id);
  const cell = slice.cells.get(place);
  const figure = figureOf(cell, measured, from);
  const held = standing(here, lang);
  const now = Math.ceil((held?.at ?? here.simNow) / STEP_MS) * STEP_MS;
  const begins = now - hours * HOUR;
  const to = now + (forecast ? forecast.aheadH * HOUR : hours * HOUR * (yesterday ? AHEAD.yesterday : AHEAD.alone));
  const windowMs = hours * HOUR + (yesterday ? DAY : 0);
  const within = ([at]: readonly [number, ...unknown[]]): boolean => at >= begins && at <= to;
  const observed = series.points.map(([at, value]) => [at, value] as const).filter(within);
  const earlier = yesterday ? series.points.map(([at, value]) => [at + DAY, value] as const).filter(within) : [];
  const ahead = forecast && told ? told.series.points.map(([at, value]) => [at + forecast.aheadH * HOUR, value] as const).filter(([at]) => at >= now && at <= to) : [];
  const gapMs = measured ? gapOf(measured, windowMs, here) : HOUR;
  const change = yesterday && cell?.value != null && cell.observedAt !== null ? changed(figure, cell.value, valueAt(series.points, cell.observedAt - DAY, gapMs), measured, t("个百分点"), lang) : undefined;
  const spared = reserve && words.indicator(reserve.indicator);
  const facts: [CurveFact, ...CurveFact[]] = [
    { caption: `${!measured ? id : wordsIn(measured.title, lang) === wordsIn(config.title, lang) ? t("当前") : wordsIn(measured.title, lang)}${series.status === "refused" ? `　✕ ${t("未取到")}` : series.status === "loading" ? `　${t("正在取数")}` : ""}`, figure },
    ...(change ? [{ caption: t("较昨日同时"), figure: change }] : []),
    ...(reserve ? [{ caption: reserve.title ? wordsIn(reserve.title, lang) : spared ? wordsIn(spared.title, lang) : reserve.indicator, figure: figureOf(spare, spared, from) }] : []),
    ...(forecast && told ? [{ caption: t("预测"), ...(told.cell?.observedAt != null && { at: moment(told.cell.observedAt + forecast.aheadH * HOUR, here.simNow) }), figure: { ...figureOf(told.cell, words.indicator(forecast.indicator), from), notActual: true } }] : []),
  ];
  const known = [...observed, ...earlier, ...ahead].flatMap(([, value]) => (value === null ? [] : [value]));
  const scale = raisedScale(measured, cell?.value ?? Math.max(0, ...known), lang);
  const line = {
    from: begins, to, now, ...(ended && { stopped: ended.word }), ...(held && { stands: held.stands }), unit: measured ? unitOf(measured, lang) : "", ...(measured && { decimals: measured.decimals }),
    observed, gapMs, isWhole: true, ...(known.length === 0 && series.status === "ready" && { none: t("这段时间没有数") }),
    // What nobody has observed is not drawn as if somebody had.
    ...(isComputed(series.points.findLast(within)?.[2] ?? "good", here) && { notActual: true }),
    ...(earlier.length > 0 && { earlier: { points: earlier, label: t("昨日") } }),
    ...(ahead.length > 0 && { ahead, aheadLabel: t("预测") }),
    // Its middle stands for an hour.
    ...(usual.length > 0 && { band: usual.map(({ from: hour, low, high }) => [hour + HOUR / 2, low, high] as const).filter(within) }),
    limits: limits || known.length > 0 ? limitLines(id, limits, known, from, scale?.by) : [],
  };
  return { facts, trend: raised(line, scale) };
}
/** What was told last until then, unless that is longer ago than a gap. */
function valueAt(points: readonly SeriesPoint[], at: number, gapMs: number): number | null {
  const last = points.findLast(([when]) => when <= at);
  return last && at - last[0] <= gapMs ? last[1] : null;
}
/** A share of what it was; of percents and of nothing the difference. It is as old and as good as the number itself. */
function changed({ truth }: Figure, value: number, before: number | null, measured: Measured | undefined, points: string, lang: From["lang"]): Figure | undefined {
  if (before === null || !measured || !truth) return undefined;
  const change = measured.unit === "%" || before === 0 ? value - before : (100 * (value - before)) / Math.abs(before);
  const isShare = measured.unit !== "%" && before !== 0;
  const text = difference(change, isShare ? 1 : measured.decimals, lang);
  const unit = !/\d/.test(text) ? "" : isShare ? "%" : measured.unit === "%" ? points : measured.unit;
  return { text, unit, truth: { ...truth, indicator: `${measured.id}.since-yesterday`, value: Number(grouped(Math.abs(change), 4).replaceAll(",", "")) * Math.sign(change) } };
}

export function card({ now: { status, code }, now: { cells }, place, usual }: Seen, config: CurveConfig, { lang, words, names }: From): CardFacts {
  const cell = cells.get(place);
  const worst = worstOf(cell ? [cell] : []);
  const note = firstWeeks(usual, { lang });
  return {
    heading: config.level === "site" ? wordsIn(config.title, lang) : titled(wordsIn(config.title, lang), place, config, names), status, code, ...(note && { note }),
    observedAt: cell ? worst.observedAt : undefined, cadenceMs: words.indicator(config.indicator)?.cadence ?? 0, state: worst.state, coverage: cell?.coverage,
  };
}
const told = (seen: Seen, config: CurveConfig, from: From, most: number): string => {
  const { facts, ...rest } = data(seen, config, from);
  const measured = from.words.indicator(config.indicator);
  return sentence({ ...rest, facts: facts.slice(0, most) as unknown as CurveData["facts"] }, measured ? wordsIn(measured.title, from.lang) : config.indicator);
};
export const spoken = (seen: Seen, config: CurveConfig, from: From): string => told(seen, config, from, Infinity);
export const briefly = (seen: Seen, config: CurveConfig, from: From): string => told(seen, config, from, 1);
