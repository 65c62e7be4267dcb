import { dayText } from "../../model/moments.ts";
import { grouped } from "../../model/numerals.ts";
import { chinaTime, DAY, daysApart } from "../../model/time.ts";
import { linePx, TYPE_U } from "../../themes/scale.ts";
import type { Breaks } from "./choropleth.ts";
import { cellMarks, keyMarks } from "./heat-cells.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { caption, figureRuns, type Figure } from "./panel-text.ts";
import { digitsOf, MOST_DIGITS } from "./trend.ts";
import { fitLine, lineWidth } from "./words.ts";

export const spec = { kind: "calendar", minU: [28, 15], titled: true } as const;

export interface CalendarDay {
  /** Its midnight, epoch ms. */
  readonly at: number;
  /** null = nobody reported it. */
  readonly value: number | null;
}
export interface CalendarData {
  readonly label: string;
  readonly figure: Figure;
  /** Every day once, oldest first; as many weeks as there is room for are drawn. */
  readonly days: readonly CalendarDay[];
  readonly breaks: Breaks;
  readonly unit: string;
  readonly decimals: number;
  readonly words: {
    readonly none: string;
    /** Monday first. */
    readonly weekdays: readonly string[];
    readonly month: (month: number) => string;
  };
}
const HEAD_U = 2.4;
const MONTHS_U = 1.45;
const KEY_U = 1.7;
const LEFT_U = 1.6;
const LEAST_CELL_U = 0.9;
const SEAM_U = 0.12;
/** A day is never much higher than wide, nor wider than high. */
const HIGHER = 1.35;
const WIDER = 1.8;
/** Monday is the first row. */
const rowOf = (at: number): number => (chinaTime(at).weekday + 6) % 7;

/** Weeks beside each other, Monday on top, each day in its class; a day that nobody reported is hatched, the newest is framed. */
export function marks({ days: all, breaks, unit, words, ...head }: CalendarData, size: Size): Mark[] {
  const { u, width, height } = size;
  const top = (HEAD_U + MONTHS_U) * u;
  const heightPx = (height - top - KEY_U * u) / 7;
  const newest = all.at(-1);
  const column = ({ at }: CalendarDay): number => (newest ? Math.round((daysApart(at, newest.at) - rowOf(newest.at) + rowOf(at)) / 7) : 0);
  const most = Math.floor((width - LEFT_U * u) / (LEAST_CELL_U * u));
  const days = all.filter((day) => column(day) < most);
  const weeks = Math.max(1, ...days.map((day) => column(day) + 1));
  const wide = Math.min((width - LEFT_U * u) / weeks, WIDER * heightPx);
  const high = Math.min(heightPx, HIGHER * wide);
  const seam = SEAM_U * u;
  const x = (day: CalendarDay): number => LEFT_U * u + (weeks - 1 - column(day)) * wide;
  const y = (day: CalendarDay): number => top + rowOf(day.at) * high;
  const out: Mark[] = [...heading(head, all, size)];
  for (const row of [0, 2, 4, 6]) out.push(caption(words.weekdays[row]!, 0, top + (row + 0.5) * high, size, { id: `weekday-${row}`, baseline: "middle", role: "axis" }));
  let free = 0;
  for (const day of days.filter(({ at }) => rowOf(at) === 0)) {
    const { month, day: date } = chinaTime(day.at);
    if (date > 7) continue;
    const said = caption(words.month(month), x(day), (HEAD_U + 1) * u, size, { id: `month-${month}`, role: "axis" });
    if (said.x < free || said.x + lineWidth(said, size) > width) continue;
    out.push(said);
    free = said.x + lineWidth(said, size) + 0.5 * u;
  }
  for (const day of days) out.push(...cellMarks({ x: x(day) + seam / 2, y: y(day) + seam / 2, width: wide - seam, height: high - seam, value: day.value }, breaks));
  const last = days.at(-1);
  if (last) out.push({ kind: "rect", x: x(last) + seam / 2, y: y(last) + seam / 2, width: wide - seam, height: high - seam, stroke: "focus", widthPx: linePx(2, u) });
  const digits = digitsOf(breaks, MOST_DIGITS);
  return [...out, ...keyMarks(breaks, { write: (bound) => grouped(bound, digits), unit, none: words.none }, 0, top + 7 * high + 1.3 * u, width, size)];
}
function heading({ label, figure }: Pick<CalendarData, "label" | "figure">, days: readonly CalendarDay[], size: Size): Mark[] {
  const { u } = size;
  const [value, ...unit] = figureRuns(figure, TYPE_U.row * u, u);
  const newest = days.findLast(({ value: known }) => known !== null);
  const day: Run[] = newest && (figure.isNumber ?? true) ? [{ text: dayText(newest.at), sizePx: u, ink: "t3", gapPx: 0.7 * u, role: "asOf" }] : [];
  const [first, ...tail] = fitLine([{ text: label, sizePx: TYPE_U.body * u, ink: "t2" }, { ...value, gapPx: 0.6 * u }, ...unit, ...day], size.width, size);
  return [{ kind: "text", id: "heading", ...first!, tail, x: 0, y: (HEAD_U - 0.55) * u }];
}

/** The newest day, the highest, and how many are not known. */
export function sentence({ label, figure, days, unit, decimals }: CalendarData): string {
  const known = days.filter((day): day is CalendarDay & { value: number } => day.value !== null);
  const newest = known.at(-1);
  if (!newest) return `${label}：${figure.isNumber === false ? figure.text : "没有数据"}。`;
  const top = known.reduce((best, day) => (day.value > best.value ? day : best));
  const write = (value: number): string => `${grouped(value, decimals)} ${unit}`.trim();
  const weeks = Math.round((days.at(-1)!.at - days[0]!.at) / (7 * DAY));
  const missing = days.length - known.length;
  return `${label}：${dayText(newest.at)} ${write(newest.value)}${top === newest ? "，为最高" : `；近 ${weeks} 周最高 ${write(top.value)}（${dayText(top.at)}）`}${missing > 0 ? `，缺 ${missing} 日` : ""}。`;
}
