import { scaleLinear } from "d3";
import type { EarsDay } from "../../model/ears.ts";
import { dayText } from "../../model/moments.ts";
import { grouped } from "../../model/numerals.ts";
import { DAY } from "../../model/time.ts";
import { linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Point, Run, Size } from "./mark.ts";
import { moved } from "./moved.ts";
import { noNumbers } from "./no-numbers.ts";
import { caption, figureRuns, runsWidth, type Figure } from "./panel-text.ts";
import { couldBe, ticksIn, timeAxis } from "./trend.ts";
import { fitLine, lineWidth } from "./words.ts";

export const spec = { kind: "epi-curve", minU: [28, 15], titled: true } as const;

export interface EpiDay extends EarsDay {
  /** Its midnight, epoch ms. */
  readonly at: number;
  /** null = nobody reported it. */
  readonly value: number | null;
  /** Computed, not reported. */
  readonly notActual?: true;
}
export interface EpiCurveData {
  readonly label: string;
  readonly figure: Figure;
  /** Every day once, oldest first; as many of the newest as there is room for are drawn. */
  readonly days: readonly EpiDay[];
  /** So many of the newest days are not yet fully reported. */
  readonly delayDays: number;
  readonly now: number;
  readonly stopped?: string;
  readonly stands?: readonly string[];
  readonly unit: string;
  readonly decimals: number;
  /** Said in place of the picture: no number is in it. Absent while there is one, or nobody knows yet. */
  readonly none?: string;
  readonly words: {
    /** 超出 */
    readonly exceeds: string;
    /** 前 7 日常值至上限 */
    readonly band: string;
    /** 未报齐 */
    readonly delayed: string;
  };
}
const HEAD_U = 2.4;
const KEY_U = 1.5;
const TOP_U = 1.9;
const AXIS_U = 1.6;
/** A mark over a bar is as wide as its day, and a day is never narrower than this. */
const LEAST_DAY_U = 0.6;
const MARK_U = 0.75;
const BAR_SHARE = 0.72;
/** From this height on every method has its own mark over a day. */
const STACKED_FROM_U = 16;
const METHODS = ["c1", "c2", "c3"] as const;
type Method = (typeof METHODS)[number];
const BY_REACH = ["c2", "c1", "c3"] as const;
const nameOf = (method: Method): string => method.toUpperCase();
export const exceeded = (day: EarsDay): Method[] => METHODS.filter((method) => day[method]?.exceeds);

/** Bars of days over what the week before lets expect. A day beyond a limit has that method's own mark over it, one without a report a short cross, and the newest stand hollow in their shade until all have reported. */
export function marks(data: EpiCurveData, size: Size): Mark[] {
  const { u, width, height } = size;
  const { unit, decimals, now, words, none } = data;
  if (none !== undefined) return [...head(data, size), ...moved(noNumbers(none, size), 0, HEAD_U * u)];
  const top = (HEAD_U + KEY_U + TOP_U) * u;
  const bottom = height - AXIS_U * u;
  const most = Math.floor((width - axisPx(data, data.days, size)) / (LEAST_DAY_U * u));
  const days = data.days.slice(-most);
  const high = Math.max(1, ...days.map(({ value, c2 }) => Math.max(value ?? 0, c2?.limit ?? 0)));
  // Without height a day has one mark, of the method that finds the most.
  const marksOf = (day: EpiDay): Method[] => (height >= STACKED_FROM_U * u ? exceeded(day) : BY_REACH.filter((method) => day[method]?.exceeds).slice(0, 1));
  const stacked = Math.max(0, ...days.map((day) => marksOf(day).length));
  const highPx = top + stacked * MARK_U * u;
  const y = scaleLinear([0, high], [bottom, highPx]).nice(ticksIn(bottom - highPx, u, 4));
  const ticks = y.ticks(ticksIn(bottom - highPx, u, 4)).filter((tick) => tick > 0 && couldBe(tick, decimals));
  const left = axisPx(data, days, size);
  const out: Mark[] = [...head(data, size), ...key(data, days, size)];
  for (const tick of ticks) {
    out.push({ kind: "line", points: [[left, y(tick)], [width, y(tick)]], stroke: "hair", widthPx: linePx(1, u) });
    out.push(caption(grouped(tick, 0), left - 0.4 * u, y(tick), size, { anchor: "end", baseline: "middle", family: "num", role: "axis" }));
  }
  const from = days[0]?.at ?? now - 30 * DAY;
  const end = (days.at(-1)?.at ?? now - DAY) + DAY;
  const to = Math.max(end, now) + DAY / 2;
  const x = scaleLinear([from, to], [left, width]);
  const dayPx = x(from + DAY) - x(from);
  const open = days.length > 0 ? Math.min(data.delayDays, days.length) : 0;
  if (open > 0) out.push({ kind: "rect", x: x(end - open * DAY), y: (HEAD_U + KEY_U) * u, width: open * dayPx, height: bottom - (HEAD_U + KEY_U) * u, fill: "band", fillAlpha: 0.55 });
  out.push(...bandMarks(days, x, y, u));
  for (const [i, { at, value, notActual }] of days.entries()) {
    const start = x(at) + ((1 - BAR_SHARE) / 2) * dayPx;
    const wide = BAR_SHARE * dayPx;
    if (value === null) out.push(...cross(start + wide / 2, bottom, Math.min(wide / 2, 0.28 * u), u));
    else if (value > 0) {
      const isOpen = i >= days.length - open;
      const edge = linePx(2, u);
      out.push({ kind: "rect", x: start, y: y(value), width: wide, height: bottom - y(value), ...(isOpen ? { fill: "bg", stroke: notActual ? "w1" : "obs", widthPx: edge } : notActual ? { fill: "w3", stroke: "w1", widthPx: edge } : { fill: "obs" }) });
    }
  }
  out.push({ kind: "line", points: [[left, bottom], [width, bottom]], stroke: "hair2", widthPx: linePx(1, u) });
  out.push(...timeAxis({ from, to, now, ...(data.stopped && { stopped: data.stopped }), ...(data.stands && { stands: data.stands }) }, x, bottom, size, { byDay: true }).map((mark) => raised(mark, (HEAD_U + KEY_U) * u)));
  for (const day of days) {
    marksOf(day).forEach((method, n) => out.push(...signOf(method, x(day.at) + dayPx / 2, y(day.value ?? 0) - (0.3 + 0.5 * MARK_U + n * MARK_U) * u, Math.min(MARK_U * u, dayPx) * 0.8, u)));
  }
  out.push(...highest(days, { x, dayPx, left, right: open > 0 ? x(end - open * DAY) : Math.min(width, x(now)) }, { unit, decimals, isOld: data.stands !== undefined, topOf: (day) => y(day.value ?? 0) - marksOf(day).length * MARK_U * u }, size));
  if (open > 0) {
    const said = caption(words.delayed, 0, (HEAD_U + 1.05) * u, size, { id: "delayed" });
    out.push({ ...said, x: width - lineWidth(said, size) });
  }
  return out;
}
const axisPx = ({ decimals }: EpiCurveData, days: readonly EpiDay[], size: Size): number => {
  const high = Math.max(1, ...days.map(({ value, c2 }) => Math.max(value ?? 0, c2?.limit ?? 0)));
  const ticks = scaleLinear([0, high], [0, 1]).nice(4).ticks(4).filter((tick) => couldBe(tick, decimals));
  return Math.max(...ticks.map((tick) => lineWidth({ text: grouped(tick, 0), sizePx: size.u, ink: "t3", family: "num" }, size))) + 0.5 * size.u;
};
/** The line of now begins under the words over the picture. */
const raised = (mark: Mark, top: number): Mark => (mark.kind === "line" && mark.points[0]![1] === 0 ? { ...mark, points: mark.points.map(([px, py]): Point => [px, Math.max(top, py)]) } : mark);

function head({ label, figure, days }: EpiCurveData, size: Size): Mark[] {
  const { u } = size;
  const [value, ...unit] = figureRuns(figure, TYPE_U.row * u, u);
  const newest = days.findLast(({ value: known }) => known !== null);
  const day: Run[] = newest && (figure.isNumber ?? true) ? [{ text: dayText(newest.at), sizePx: u, ink: "t3", gapPx: 0.7 * u, role: "asOf" }] : [];
  const [first, ...tail] = fitLine([{ text: label, sizePx: TYPE_U.body * u, ink: "t2" }, { ...value, gapPx: 0.6 * u }, ...unit, ...day], size.width, size);
  return [{ kind: "text", id: "heading", ...first!, tail, x: 0, y: (HEAD_U - 0.55) * u }];
}
/** What the marks mean: each sign beside its name, the band as a patch of itself; the newest that exceeded is named by its day. */
function key({ words, delayDays }: EpiCurveData, days: readonly EpiDay[], size: Size): Mark[] {
  const { u, width } = size;
  const y = (HEAD_U + 1.05) * u;
  const room = width - (delayDays > 0 ? lineWidth(caption(words.delayed, 0, 0, size), size) + u : 0);
  const out: Mark[] = [];
  let x = 0;
  const add = (text: string, sign: (cx: number) => Mark[], id: string): void => {
    const said = caption(text, x + 1.05 * u, y, size, { id, ink: "t2", role: "axis" });
    const wide = 1.05 * u + lineWidth(said, size);
    if (x + wide > room) return;
    out.push(...sign(x + 0.45 * u), said);
    x += wide + 0.8 * u;
  };
  const seen = METHODS.filter((method) => days.some((day) => day[method]?.exceeds));
  seen.forEach((method, i) => add(i === 0 ? `${words.exceeds} ${nameOf(method)}` : nameOf(method), (cx) => signOf(method, cx, y - 0.36 * u, 0.8 * MARK_U * u, u), `key-${method}`));
  if (days.some(({ c2 }) => c2)) add(words.band, (cx) => [{ kind: "rect", x: cx - 0.45 * u, y: y - 0.75 * u, width: 0.9 * u, height: 0.8 * u, fill: "band" }, { kind: "line", points: [[cx - 0.45 * u, y - 0.75 * u], [cx + 0.45 * u, y - 0.75 * u]], stroke: "t2", widthPx: linePx(1.5, u) }], "key-band");
  return out;
}
/** From the mean to the limit of C2, a step a day; its upper edge is a line. */
function bandMarks(days: readonly EpiDay[], x: (at: number) => number, y: (value: number) => number, u: number): Mark[] {
  const runs: EpiDay[][] = [];
  for (const [i, day] of days.entries()) {
    if (!day.c2) continue;
    if (days[i - 1]?.c2) runs.at(-1)!.push(day);
    else runs.push([day]);
  }
  return runs.flatMap((run): Mark[] => {
    const edge = (of: (day: EpiDay) => number): Point[] => run.flatMap((day): Point[] => [[x(day.at), y(of(day))], [x(day.at + DAY), y(of(day))]]);
    const limit = edge(({ c2 }) => c2!.limit);
    return [{ kind: "area", rings: [[...limit, ...edge(({ c2 }) => c2!.mean).reverse()]], fill: "band" }, { kind: "line", points: limit, stroke: "t2", widthPx: linePx(1.5, u) }];
  });
}
const cross = (cx: number, bottom: number, r: number, u: number): Mark[] =>
  [-1, 1].map((sign): Mark => ({ kind: "line", points: [[cx - r, bottom - 0.3 * u - (1 + sign) * r], [cx + r, bottom - 0.3 * u - (1 - sign) * r]], stroke: "t3", widthPx: linePx(1.5, u) }));
/** A triangle, a diamond, a square: what exceeds is seen by its shape, in no colour of a level. */
function signOf(method: Method, cx: number, cy: number, sidePx: number, u: number): Mark[] {
  const r = sidePx / 2;
  const ring: Point[] = method === "c1" ? [[cx, cy - r], [cx + r, cy + 0.8 * r], [cx - r, cy + 0.8 * r]] : method === "c2" ? [[cx, cy - r], [cx + r, cy], [cx, cy + r], [cx - r, cy]] : [[cx - 0.8 * r, cy - 0.8 * r], [cx + 0.8 * r, cy - 0.8 * r], [cx + 0.8 * r, cy + 0.8 * r], [cx - 0.8 * r, cy + 0.8 * r]];
  return [{ kind: "area", rings: [ring], ...(method === "c2" ? { fill: "focus" as const } : { fill: "bg" as const, stroke: "focus" as const, widthPx: linePx(1.5, u) }) }];
}
interface Room {
  x(at: number): number;
  readonly dayPx: number;
  readonly left: number;
  readonly right: number;
}
/** The highest day by its number, over its marks. */
function highest(days: readonly EpiDay[], { x, dayPx, left, right }: Room, { unit, decimals, isOld, topOf }: { readonly unit: string; readonly decimals: number; readonly isOld: boolean; topOf(day: EpiDay): number }, size: Size): Mark[] {
  const { u } = size;
  const top = days.reduce<EpiDay | null>((best, day) => (day.value !== null && day.value > (best?.value ?? 0) ? day : best), null);
  if (!top) return [];
  const [value, ...tail] = figureRuns({ text: grouped(top.value!, decimals), unit }, TYPE_U.figure * u, u);
  const half = runsWidth([value, ...tail], size) / 2;
  const at = Math.min(right - half - 0.3 * u, Math.max(left + half, x(top.at) + dayPx / 2));
  if (at - half < left) return [];
  const under = days.filter((day) => x(day.at) < at + half && x(day.at) + dayPx > at - half);
  return [{ kind: "text", id: "highest", ...value, ...(isOld && { ink: "t3" as const }), tail, x: at, y: Math.min(...under.map(topOf)) - 0.45 * u, anchor: "middle", halo: "bg" }];
}

/** The newest day, the highest, which days stand out of their week, and what is not told yet. */
export function sentence({ label, figure, days, delayDays, unit, decimals }: EpiCurveData): string {
  const known = days.filter((day): day is EpiDay & { value: number } => day.value !== null);
  const newest = known.at(-1);
  if (!newest) return `${label}：${figure.isNumber === false ? figure.text : "没有日报"}。`;
  const top = known.reduce((best, day) => (day.value > best.value ? day : best));
  const write = (value: number): string => `${grouped(value, decimals)} ${unit}`.trim();
  const beyond = days.filter((day) => exceeded(day).length > 0).slice(-TOLD);
  const missing = days.length - known.length;
  return `${label}：${[
    `${dayText(newest.at)} ${write(newest.value)}${top === newest ? "，为最高" : `，最高 ${write(top.value)}（${dayText(top.at)}）`}`,
    beyond.length === 0 ? "没有超出前 7 日上限的日子" : `${beyond.map((day) => `${dayText(day.at)}超出 ${exceeded(day).map(nameOf).join("、")}`).join("，")}`,
    missing > 0 ? `缺 ${missing} 日` : "", delayDays > 0 ? `最近 ${delayDays} 日未报齐` : "",
  ].filter(Boolean).join("；")}。`;
}
/** The newest of those that stand out. */
const TOLD = 3;
