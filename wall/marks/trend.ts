import { scaleLinear } from "d3";
import { dayText, hourText } from "../../model/moments.ts";
import { amount, grouped, type Amount } from "../../model/numerals.ts";
import { CHINA_OFFSET, chinaTime, DAY, HOUR, monthBegins } from "../../model/time.ts";
import type { Ink } from "../../themes/ink.ts";
import { LINE, linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Point, Size } from "./mark.ts";
import { noNumbers } from "./no-numbers.ts";
import { caption, type Figure } from "./panel-text.ts";
import { stretches } from "./stretches.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "trend", minU: [22, 11] } as const;

/** Epoch ms and value; null is a known gap. */
export type TrendPoint = readonly [at: number, value: number | null];
export interface TrendLimit {
  readonly value: number;
  /** As printed at the end of its rule: 警戒 11.0, 8级. */
  readonly label: string;
}
export interface TrendData {
  readonly observed: readonly TrendPoint[];
  /** Not observed: drawn dashed in wisteria. */
  readonly ahead?: readonly TrendPoint[];
  /** What that line is called, at its end. */
  readonly aheadLabel?: string;
  /** The same at another time, laid over these hours: a thin grey line, called so at its end (昨日). */
  readonly earlier?: { readonly points: readonly TrendPoint[]; readonly label: string };
  /** Between what and what it will lie, not observed: an area with a dashed edge. */
  readonly cone?: readonly (readonly [at: number, low: number | null, high: number | null])[];
  /** The picture is alone under numbers of another order: its axis says its unit and follows the values closely, and the highest value is named where it stands. */
  readonly isWhole?: boolean;
  /** Normal range at the same hours: drawn as a band. */
  readonly band?: readonly (readonly [at: number, low: number, high: number])[];
  readonly limits?: readonly TrendLimit[];
  readonly from: number;
  readonly to: number;
  readonly now: number;
  /** The word of a world that does not run any more (已停止): it stands where 现在 stands. */
  readonly stopped?: string;
  /** The display is cut off: when its picture stands, the fullest words first (画面停在 13:20, 13:20). They stand where 现在 stands, and `now` is that moment. */
  readonly stands?: readonly string[];
  readonly unit: string;
  /** The lowest is the gravest, as of a storm's pressure: that is the one that is told aloud. */
  readonly lowIsGrave?: boolean;
  /** The line is computed, not observed: dashed, in wisteria. */
  readonly notActual?: boolean;
  /** Each value is put together from many places, and how many of them it holds is not known of earlier ones: it is what was reported, not what was. */
  readonly ofMany?: boolean;
  /** Given: the axis names no value that the indicator cannot have. */
  readonly decimals?: number;
  /** Longer silence than this is a gap in the line, ms. */
  readonly gapMs?: number;
  /** What the axis shows at least; a value beyond it makes it longer. */
  readonly range?: readonly [number, number];
  /** Said in place of the picture: no number is in it. Absent while there is one, or nobody knows yet. */
  readonly none?: string;
}

/** What stands beside the picture's time, px: numbers of its axis at the left, names of its rules at the right. */
export interface Sides {
  readonly left: number;
  readonly right: number;
}
/** The room that a picture of this height needs beside its time. */
export function sidesOf(data: TrendData, size: Size): Sides {
  const { u } = size;
  const ends = endsOf(data);
  const { axis } = upright(data, size);
  return {
    left: Math.max(...axis.ticks.map((tick) => lineWidth({ text: axis.write(tick), sizePx: u, ink: "t3", family: "num" }, size))) + 0.5 * u,
    right: Math.max(0, ...ends.map(({ label }) => lineWidth({ text: label, sizePx: u, ink: "t3" }, size))) + (ends.length > 0 ? 0.6 * u : 0.3 * u),
  };
}
function upright(data: TrendData, { height, u }: Size): { readonly top: number; readonly bottom: number; readonly axis: ReturnType<typeof yTicks> } {
  const [top, bottom] = [(data.isWhole ? 1.9 : 0.8) * u, height - 1.6 * u];
  return { top, bottom, axis: yTicks(data, ticksIn(bottom - top, u, 4)) };
}

/**
 * A line of samples over time, with a rule at each limit. A gap in the data is a gap in the line.
 * @param sides where its time begins and ends; absent = as near the edges as its own words leave it
 */
export function marks(data: TrendData, size: Size, sides?: Sides): Mark[] {
  if (data.none !== undefined) return noNumbers(data.none, size);
  const { u } = size;
  const limits = data.limits ?? [];
  const ends = endsOf(data);
  const { top, bottom, axis } = upright(data, size);
  const { left, right } = sides ?? sidesOf(data, size);
  const x = scaleLinear([data.from, data.to], [left, size.width - right]);
  const y = scaleLinear(axis.domain, [bottom, top]);
  const out: Mark[] = [];
  for (const tick of axis.ticks) {
    out.push({ kind: "line", points: [[left, y(tick)], [size.width - right, y(tick)]], stroke: "hair", widthPx: linePx(1, u) });
    // The lowest stands a little above its line, clear of the hour at the left end.
    out.push(caption(axis.write(tick), left - 0.4 * u, Math.min(y(tick), bottom - 0.25 * u), size, { anchor: "end", baseline: "middle", family: "num", role: "axis" }));
  }
  const band = (data.band ?? []).filter(([at]) => at >= data.from && at <= data.to);
  if (band.length > 1)
    out.push({ kind: "area", rings: [[...band.map(([at, , high]): Point => [x(at), y(high)]), ...[...band].reverse().map(([at, low]): Point => [x(at), y(low)])]], fill: "band" });
  out.push(...coneMarks(data, x, y, u));
  for (const { value } of limits) out.push({ kind: "line", points: [[left, y(value)], [size.width - right, y(value)]], stroke: "t2", widthPx: linePx(1.5, u) });
  const named = apart(ends.map(({ value }) => y(value)), 1.15 * u, bottom);
  for (const [i, { label, ink }] of ends.entries()) out.push(caption(label, size.width - right + 0.4 * u, named[i]!, size, { ink, baseline: "middle", role: "axis" }));
  out.push(...timeAxis(data, x, bottom, size));
  for (const piece of stretches((data.earlier?.points ?? []).filter(([at]) => at >= data.from && at <= data.to), data.gapMs ?? Infinity))
    if (piece.length > 1) out.push({ kind: "line", points: piece.map(([at, value]): Point => [x(at), y(value)]), stroke: "t3", widthPx: Math.max(linePx(1.5, u), EARLIER_U * u), cap: "round" });
  const pieces = stretches(data.observed.filter(([at]) => at >= data.from && at <= data.to), data.gapMs ?? Infinity);
  for (const piece of pieces) {
    const points = piece.map(([at, value]): Point => [x(at), y(value)]);
    if (points.length > 1) out.push({ kind: "line", points, ...(data.notActual ? { stroke: "w1" as const, dash: [0.4 * u, 0.25 * u] } : { stroke: "obs" as const, cap: "round" as const }), widthPx: LINE.dataU * u });
    else out.push({ kind: "circle", cx: points[0]![0], cy: points[0]![1], r: 0.16 * u, fill: data.notActual ? "w1" : "obs" });
  }
  for (const ahead of stretches((data.ahead ?? []).filter(([at]) => at <= data.to), Infinity))
    if (ahead.length > 1) out.push({ kind: "line", points: ahead.map(([at, value]): Point => [x(at), y(value)]), stroke: "w1", widthPx: LINE.dataU * u, dash: [0.4 * u, 0.25 * u] });
  const last = pieces.at(-1)?.at(-1);
  if (last) out.push({ kind: "circle", cx: x(last[0]), cy: y(last[1]), r: 0.3 * u, fill: data.stands ? "t3" : "t1" });
  if (data.isWhole) {
    const unit = caption(data.unit, 0, 0.9 * u, size, { id: "unit", role: "axis" });
    if (data.unit) out.push(unit);
    if (last) out.push(...highestMarks(data, pieces.flat(), x, y, [Math.max(left, lineWidth(unit, size) + 0.4 * u), size.width - right], size));
  }
  return out;
}
/** A line of another time is thinner than that of now. */
const EARLIER_U = 0.1;

/** What is written behind the picture's right edge: rules by their names, and lines that need one. */
function endsOf({ limits = [], earlier, ahead = [], aheadLabel, to }: TrendData): { readonly value: number; readonly label: string; readonly ink: Ink }[] {
  const end = (points: readonly TrendPoint[]): number | undefined => points.findLast(([at, value]) => value !== null && at <= to)?.[1] ?? undefined;
  const [before, next] = [earlier && end(earlier.points), end(ahead)];
  return [
    ...limits.map(({ value, label }) => ({ value, label, ink: "t2" as const })),
    ...(before !== undefined ? [{ value: before, label: earlier!.label, ink: "t3" as const }] : []),
    ...(next !== undefined && aheadLabel !== undefined ? [{ value: next, label: aheadLabel, ink: "w1" as const }] : []),
  ];
}
/** Where either edge is not known there is no area. */
function coneMarks({ cone = [], from, to }: TrendData, x: (at: number) => number, y: (value: number) => number, u: number): Mark[] {
  const known = cone.filter(([at]) => at >= from && at <= to).map(([at, low, high]) => (low === null || high === null ? [at, null, 0] as const : [at, low, high] as const));
  return stretches(known, Infinity).filter(({ length }) => length > 1).flatMap((piece): Mark[] => {
    const [low, high] = [piece.map(([at, value]): Point => [x(at), y(value)]), piece.map(([at, , value]): Point => [x(at), y(value)])];
    const edge = { kind: "line", stroke: "w2", widthPx: linePx(1.5, u), dash: [0.3 * u, 0.2 * u] } as const;
    return [{ kind: "area", rings: [[...high, ...[...low].reverse()]], fill: "w3" }, { ...edge, points: low }, { ...edge, points: high }];
  });
}
/** The highest of what is drawn, with its number above it; beside the line of now, never on it. Where it stands now it needs no second number. */
function highestMarks({ decimals, now, stands, notActual = false }: TrendData, points: readonly (readonly [at: number, value: number])[], x: (at: number) => number, y: (value: number) => number, [left, right]: readonly [number, number], size: Size): Mark[] {
  const { u } = size;
  const [at, value] = points.reduce((best, point) => (point[1] > best[1] ? point : best));
  const [lastAt, last] = points.at(-1)!;
  // Under the dot of now it would say the same in other digits.
  if (value === last || Math.hypot(x(lastAt) - x(at), y(last) - y(value)) < 0.6 * u) return [];
  // As the axis writes it, four digits at most where it has so many before the point.
  const words = caption(grouped(value, Math.min(decimals ?? digitsOf([value], MOST_DIGITS), Math.max(0, 4 - Math.trunc(Math.abs(value)).toString().length))), 0, y(value) - 0.55 * u, size, { id: "highest", sizePx: TYPE_U.figure * u, ink: stands ? "t3" : "t1", weight: 500, family: "num", halo: "bg", anchor: "middle" });
  const half = lineWidth(words, size) / 2;
  const end = x(at) <= x(now) ? Math.min(right, x(now) - 0.3 * u) : right;
  if (end - left < 2 * half) return [];
  return [{ kind: "circle", cx: x(at), cy: y(value), r: 0.22 * u, fill: "bg", stroke: notActual ? "w1" : "obs", widthPx: linePx(2, u) }, { ...words, x: Math.max(left + half, Math.min(end - half, x(at))) }];
}

/** How many numbers stand above each other on an axis of this height without crowding. */
export const ticksIn = (heightPx: number, u: number, most: number): number => Math.max(1, Math.min(most, Math.floor(heightPx / (1.6 * u))));
/** Names of rules that lie close together stand apart, from the lowest up, in the order of their rules. */
function apart(at: readonly number[], leastPx: number, bottom: number): number[] {
  const placed = [...at];
  let below = bottom + 0.1 * leastPx + leastPx;
  for (const i of at.map((_, n) => n).sort((a, b) => at[b]! - at[a]!)) {
    placed[i] = Math.min(at[i]!, below - leastPx);
    below = placed[i]!;
  }
  return placed;
}

function yTicks({ observed, ahead = [], earlier, cone = [], band = [], limits = [], range, decimals, isWhole }: TrendData, count: number): { domain: [number, number]; ticks: number[]; write: (v: number) => string } {
  const values = [...observed, ...ahead, ...(earlier?.points ?? [])].flatMap(([, v]) => (v === null ? [] : [v])).concat(cone.flatMap(([, low, high]) => (low === null || high === null ? [] : [low, high])), limits.map((l) => l.value), band.flatMap(([, low, high]) => [low, high]));
  const all = [...values, ...(range ?? [])];
  let [low, high] = all.length > 0 ? [Math.min(...all), Math.max(...all)] : [0, 1];
  const least = 10 ** -(decimals ?? 0);
  const isFlat = high - low < least;
  const value = high;
  // A change of the last digit is no cliff. A flat line at zero is no reason to draw what lies below it.
  const wide = Math.max(Math.abs(low), Math.abs(high)) >= LEAST_STEPS * least ? LEAST_STEPS * least : isFlat ? 2 * least : 0;
  if (high - low < wide) [low, high] = low === 0 && isFlat ? [0, least] : [(low + high - wide) / 2, (low + high + wide) / 2];
  // One value, or the same all along, says nothing of a scale: its own line is the axis.
  if (isFlat && value !== 0 && all.length > 0) return { domain: [low, high], ticks: [value], write: (v) => grouped(v, decimals ?? digitsOf([value], MOST_DIGITS)) };
  const scale = scaleLinear([low, high], [0, 1]).nice(isWhole ? FINE_STEPS : count);
  const [a, b] = scale.domain() as [number, number];
  const ticks = scale.ticks(count).filter((tick) => couldBe(tick, decimals));
  const digits = digitsOf(ticks, decimals ?? MOST_DIGITS);
  return { domain: [a, b], ticks, write: (v) => grouped(v, digits) };
}

/** So many digits behind the point as these numbers need, and no more. */
export const digitsOf = (numbers: readonly number[], most: number): number => Array.from({ length: most + 1 }, (_, n) => n).find((n) => numbers.every((v) => couldBe(v, n))) ?? most;
export const MOST_DIGITS = 3;
/** An axis that follows its values closely ends at a step of so many. */
const FINE_STEPS = 10;
/** An axis is as many steps of the last digit long at least. */
const LEAST_STEPS = 10;

/** Half a case is no number of cases. */
export const couldBe = (tick: number, decimals: number | undefined): boolean =>
  decimals === undefined || Math.abs(tick * 10 ** decimals - Math.round(tick * 10 ** decimals)) < 1e-6;
/** Room for the word of now on each side of its line, at least; and what it keeps free beyond a longer one. */
const NOW_HALF_U = 1.3;
const NOW_AIR_U = 0.3;

/**
 * Hours, days or months below, the line of now through all.
 * @param options.apartU how far two of them stand from each other at least, in u
 * @param options.byDay no hours
 * @param options.edgeU how far every word keeps from both edges, in u
 */
export function timeAxis({ from, to, now, stopped, stands = [] }: Pick<TrendData, "from" | "to" | "now" | "stopped" | "stands">, x: (at: number) => number, y: number, size: Size, { apartU = 5.2, byDay = false, edgeU = 0 }: { readonly apartU?: number; readonly byDay?: boolean; readonly edgeU?: number } = {}): Mark[] {
  const { u } = size;
  const out: Mark[] = [];
  const pxPerMs = (x(to) - x(from)) / (to - from);
  const hours = HOUR_STEPS.find((h) => (!byDay || h >= 24) && pxPerMs * h * HOUR >= apartU * u);
  // A day is named once, where it begins to be another one than now's.
  let day = now;
  // At an edge of the picture, which may be the edge of a display, the word stays whole inside it.
  const [first, last] = [edgeU * u, size.width - edgeU * u];
  const isOld = stopped !== undefined || stands.length > 0;
  const wordOf = (text: string) => caption(text, 0, y + 1.25 * u, size, { anchor: "middle", ink: isOld ? "t3" : "t1", weight: 500, ...(stands.includes(text) && { role: "asOf" as const }) });
  const halfOf = (text: string): number => Math.max(NOW_HALF_U * u, lineWidth(wordOf(text), size) / 2);
  const said = stopped ?? stands.find((text) => x(now) - halfOf(text) >= first && x(now) + halfOf(text) <= last) ?? stands.at(-1) ?? "现在";
  const half = halfOf(said);
  const besides = half > NOW_HALF_U * u ? half + NOW_AIR_U * u : 1.5 * u;
  const word = Math.max(first + half, Math.min(last - half, x(now)));
  for (const at of hours === undefined ? months(from, to, (apartU * u) / pxPerMs) : steps(from, to, hours * HOUR)) {
    const text = caption(!byDay && (hours ?? Infinity) < DAYS_ALONE_H ? hourText(at, day) : dayText(at), x(at), y + 1.25 * u, size, { anchor: "middle", role: "axis" });
    if (now >= from && now <= to && Math.abs(x(at) - word) < lineWidth(text, size) / 2 + besides) continue;
    if (x(at) - lineWidth(text, size) / 2 < first || x(at) + lineWidth(text, size) / 2 > last) continue;
    out.push(text);
    day = at;
  }
  if (out.length === 0) {
    // Too narrow for any step: the beginning is named, so that the span is known.
    const beginning = caption(byDay || to - from >= DAYS_ALONE_H * HOUR ? dayText(from) : hourText(Math.ceil(from / HOUR) * HOUR, now), x(from), y + 1.25 * u, size, { role: "axis" });
    if (x(from) + lineWidth(beginning, size) <= Math.min(last, now >= from && now <= to ? word - besides : Infinity)) out.push(beginning);
  }
  if (now >= from && now <= to) {
    out.push({ kind: "line", points: [[x(now), 0], [x(now), y + 0.2 * u]], stroke: isOld ? "t3" : "focus", widthPx: LINE.nowU * u });
    out.push({ ...wordOf(said), x: word });
  }
  return out;
}

const HOUR_STEPS = [1, 2, 3, 6, 12, 24, 48, 96, 168, 336];
/** From steps of so many hours on, every word is a day and midnight need not be said. */
const DAYS_ALONE_H = 48;
const MONTH_STEPS = [1, 2, 3, 4, 6, 12];

/** Steps lie on Guangdong's clock. */
function* steps(from: number, to: number, step: number): Generator<number> {
  for (let at = Math.ceil((from + CHINA_OFFSET) / step) * step - CHINA_OFFSET; at <= to; at += step) yield at;
}
/** First days of months, as many months apart as the words need. */
function* months(from: number, to: number, apartMs: number): Generator<number> {
  const every = MONTH_STEPS.find((n) => n * MONTH_MS - 3 * DAY >= apartMs) ?? 12;
  const { year, month } = chinaTime(from);
  for (let n = Math.floor((month - 1) / every) * every + 1; ; n += every) {
    const at = monthBegins(year, n);
    if (at > to) return;
    if (at >= from) yield at;
  }
}
/** On average; the shortest run of months falls short of it by less than three days. */
const MONTH_MS = 30.4 * DAY;

/**
 * The same in one sentence, with its time: only of what is drawn.
 * @param figures the numbers over the picture: what stands last is told as one of them writes it
 */
export function sentence({ observed, unit, decimals, now, from, to, lowIsGrave = false, ofMany = false }: TrendData, title: string, figures: readonly Figure[] = []): string {
  const known = observed.filter((p): p is readonly [number, number] => p[1] !== null && p[0] >= from && p[0] <= to);
  const last = known.at(-1);
  if (!last) return `${title}：没有观测。`;
  const top = known.reduce((a, b) => ((lowIsGrave ? b[1] < a[1] : b[1] > a[1]) ? b : a));
  const most = `${ofMany ? "所报" : ""}${lowIsGrave ? "最低" : "最高"}`;
  // A label that ends in the unit says it once for all its numbers.
  const own = title.endsWith(` ${unit}`) ? "" : unit;
  const digits = digitsOf(known.map(([, value]) => value), decimals ?? MOST_DIGITS);
  const write = (value: number): string => spaced(amount(value, { decimals: decimals ?? digits, unit: own }));
  const when = (at: number): string => (to - from > 14 * DAY ? dayText(at) : hourText(at, now));
  const above = figures.find(({ truth, unit: its = "" }) => truth?.value === last[1] && its.endsWith(unit));
  // Of one value, the same all along, or one that only came together within the hour that is told, nothing is the highest.
  const isAlone = known.every(([at, value]) => value === last[1] || when(at) === when(last[0]));
  const highest = top[1] !== last[1] ? `，${most} ${write(top[1])}（${when(top[0])}）` : isAlone ? "" : `，为${most}`;
  return `${title}：${when(last[0])} ${above ? `${above.prefix ?? ""}${spaced({ text: above.text, unit: above.unit ?? "" })}` : `${ofMany ? "所报 " : ""}${write(last[1])}`}${highest}。`;
}
const spaced = ({ text, unit }: Amount): string => `${text} ${unit}`.trim();
