import { scaleLinear } from "d3";
import { dayText, hourText } from "../../model/moments.ts";
import { grouped } from "../../model/numerals.ts";
import { DAY } from "../../model/time.ts";
import { linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Size } from "./mark.ts";
import { noNumbers } from "./no-numbers.ts";
import { caption, figureRuns, runsWidth } from "./panel-text.ts";
import { couldBe, digitsOf, MOST_DIGITS, ticksIn, timeAxis, type Sides } from "./trend.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "bars", minU: [22, 9] } as const;

/** Amounts per interval, e.g. rain of an hour, each standing over the interval that ends at `at`. */
export interface BarsData {
  readonly bars: readonly { readonly at: number; readonly value: number | null; /** Computed, not observed. */ readonly notActual?: boolean }[];
  readonly intervalMs: number;
  readonly from: number;
  readonly to: number;
  readonly now: number;
  /** The word of a world that does not run any more (已停止): it stands where 现在 stands. */
  readonly stopped?: string;
  /** The display is cut off: when its picture stands, the fullest words first (画面停在 13:20, 13:20). They stand where 现在 stands, and `now` is that moment. */
  readonly stands?: readonly string[];
  readonly unit: string;
  /** Given: the axis names no value that the indicator cannot have. */
  readonly decimals?: number;
  /** Highest value of the axis at least, so that drizzle does not look like a flood. */
  readonly atLeast?: number;
  /** Each value is put together from many places, and how many of them it holds is not known of earlier ones: it is what was reported, not what was. */
  readonly ofMany?: boolean;
  /** Said in place of the picture: no number is in it. Absent while there is one, or nobody knows yet. */
  readonly none?: string;
}

const drawnOf = ({ bars, from, to }: Pick<BarsData, "bars" | "from" | "to">) => bars.filter(({ at }) => at > from && at <= to);

/** A sum over fewer of its intervals than this is one of what was reported. */
const MOSTLY = 0.8;
/** Above the highest bar its number. */
const TOP_U = 1.9;

/** The room that a picture of this height needs beside its time, px. */
export function sidesOf(data: BarsData, size: Size): Sides {
  const { u } = size;
  const { ticks } = upright(data, size);
  return { left: Math.max(0, ...ticks.map((tick) => lineWidth({ text: String(tick), sizePx: u, ink: "t3", family: "num" }, size))) + 0.5 * u, right: 0.3 * u };
}
function upright({ bars, from, to, decimals, atLeast = 1 }: BarsData, { height, u }: Size) {
  const high = Math.max(atLeast, ...drawnOf({ bars, from, to }).map(({ value }) => value ?? 0));
  const bottom = height - 1.6 * u;
  const y = scaleLinear([0, high], [bottom, TOP_U * u]).nice(3);
  return { bottom, y, ticks: y.ticks(ticksIn(bottom - TOP_U * u, u, 3)).filter((tick) => tick > 0 && couldBe(tick, decimals)) };
}

/**
 * Bars from the ground up; an interval without a report is a short cross, never a zero.
 * @param sides where its time begins and ends; absent = as near the edges as its own words leave it
 */
export function marks(data: BarsData, size: Size, sides?: Sides): Mark[] {
  const { bars, intervalMs, from, to, now, stopped, stands, unit, decimals, none } = data;
  if (none !== undefined) return noNumbers(none, size);
  const { u } = size;
  const shown = drawnOf({ bars, from, to });
  const { bottom, y, ticks } = upright(data, size);
  const { left, right } = sides ?? sidesOf(data, size);
  const x = scaleLinear([from, to], [left, size.width - right]);
  const out: Mark[] = [];
  for (const tick of ticks) {
    out.push({ kind: "line", points: [[left, y(tick)], [size.width, y(tick)]], stroke: "hair", widthPx: linePx(1, u) });
    out.push(caption(String(tick), left - 0.4 * u, y(tick), size, { anchor: "end", baseline: "middle", family: "num", role: "axis" }));
  }
  const width = x(from + intervalMs) - x(from);
  for (const { at, value, notActual } of shown) {
    const start = x(at - intervalMs) + width * 0.1;
    if (value === null) {
      const c = start + width * 0.4;
      const r = Math.min(width * 0.3, 0.25 * u);
      out.push({ kind: "line", points: [[c - r, bottom - 2.5 * r], [c + r, bottom - 0.5 * r]], stroke: "t3", widthPx: linePx(1, u) }, { kind: "line", points: [[c + r, bottom - 2.5 * r], [c - r, bottom - 0.5 * r]], stroke: "t3", widthPx: linePx(1, u) });
    } else if (value > 0) out.push({ kind: "rect", x: start, y: y(value), width: width * 0.8, height: bottom - y(value), ...(notActual ? { fill: "w3" as const, stroke: "w1" as const, widthPx: linePx(1, u) } : { fill: "obs" as const }) });
  }
  out.push({ kind: "line", points: [[left, bottom], [size.width, bottom]], stroke: "hair2", widthPx: linePx(1, u) });
  out.push(...timeAxis({ from, to, now, ...(stopped && { stopped }), ...(stands && { stands }) }, x, bottom, size));
  const top = shown.reduce<{ at: number; value: number } | null>((best, b) => (b.value !== null && b.value > (best?.value ?? 0) ? { at: b.at, value: b.value } : best), null);
  if (top) {
    const [value, ...tail] = figureRuns({ text: written(top.value, decimals), unit }, TYPE_U.figure * u, u);
    const half = runsWidth([value, ...tail], size) / 2;
    // Beside the line of now, never on it.
    const end = now <= to ? x(now) - 0.3 * u : size.width;
    out.push({ kind: "text", id: "highest", ...value, ...(stands && { ink: "t3" as const }), tail, x: Math.min(end - half, Math.max(left + half, x(top.at - intervalMs / 2))), y: y(top.value) - 0.4 * u, anchor: "middle", halo: "bg" });
  }
  return out;
}

/** The same in one sentence: only of what is drawn. */
export function sentence({ bars: all, from, to, intervalMs, unit, decimals, now, ofMany = false }: BarsData, title: string): string {
  const bars = drawnOf({ bars: all, from, to });
  const known = bars.filter((b): b is { at: number; value: number } => b.value !== null);
  const sum = Math.round(known.reduce((s, b) => s + b.value, 0) * 10) / 10;
  const top = known.reduce<{ at: number; value: number } | null>((best, b) => (best === null || b.value > best.value ? b : best), null);
  const missing = bars.length - known.length;
  // What a whole day came to is told of that day, not of the midnight at its end.
  const when = (at: number): string => (intervalMs >= DAY ? dayText(at - intervalMs) : hourText(at, now));
  if (!top) return `${title}：没有观测。`;
  // Where most of the span was never told of, the sum is of what was.
  const spans = Math.floor((Math.min(now, to) - from) / intervalMs);
  const reported = ofMany || bars.length < spans * MOSTLY ? "所报" : "";
  // Where nothing was there is no greatest, and no hour of it.
  const greatest = top.value === 0 ? "" : `，${reported}最大 ${written(top.value, decimals)} ${unit}（${when(top.at)}）`;
  return `${title}：${reported}${missing > 0 ? "至少" : "共"} ${written(sum, decimals)} ${unit}${greatest}${missing > 0 ? `，缺 ${missing} 个时段` : ""}。`;
}
/** As it stands over the highest bar: 3,401. */
const written = (value: number, decimals: number | undefined): string => grouped(value, decimals ?? digitsOf([value], MOST_DIGITS));
