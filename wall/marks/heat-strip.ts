import { scaleLinear } from "d3";
import { grouped } from "../../model/numerals.ts";
import { HOUR } from "../../model/time.ts";
import { TYPE_U } from "../../themes/scale.ts";
import type { Breaks } from "./choropleth.ts";
import { cellMarks, keyMarks } from "./heat-cells.ts";
import type { Mark, Size } from "./mark.ts";
import { caption, figureRuns, runsWidth, type Figure } from "./panel-text.ts";
import { rowsThatFit } from "./rows.ts";
import { digitsOf, MOST_DIGITS, timeAxis } from "./trend.ts";
import { lineWidth, shorten } from "./words.ts";

export const spec = { kind: "heat-strip", minU: [30, 14], titled: true } as const;

export interface HeatRow {
  readonly id: string;
  readonly name: string;
  /** What stands now. */
  readonly figure: Figure;
  /** One for each hour from `from` on; null = nothing is known of it. */
  readonly hours: readonly (number | null)[];
  /** What was before has not come yet: that is not no data. */
  readonly isAwaited?: boolean;
}
export interface HeatStripData {
  /** In the order in which they stand. */
  readonly rows: readonly HeatRow[];
  /** The full hour with which the first column begins. */
  readonly from: number;
  readonly to: number;
  readonly now: number;
  readonly stopped?: string;
  readonly stands?: readonly string[];
  readonly breaks: Breaks;
  readonly unit: string;
  readonly words: { readonly none: string; readonly more: (n: number) => string };
}
const ROW_U = { least: 1.8, most: 2.6 } as const;
const AXIS_U = 1.6;
const KEY_U = 1.6;
const NAME_U = 4;
const VALUE_U = 3.6;
const GAP_U = 0.6;
/** Between rows the ground shows. */
const SEAM_U = 0.14;

/** Places under each other, an hour a column; the worst now comes first, and what has no row is counted. */
export function marks({ rows, from, to, now, stopped, stands, breaks, unit, words }: HeatStripData, size: Size): Mark[] {
  const { u, width, height } = size;
  const room = height - (AXIS_U + KEY_U) * u;
  const fit = rowsThatFit(rows.length, room, ROW_U.least * u, ROW_U.least * u);
  const shown = rows.slice(0, fit);
  const lines = shown.length + (fit < rows.length ? 1 : 0);
  const rowPx = Math.min(ROW_U.most * u, room / Math.max(1, lines));
  const values = shown.map(({ figure }) => figureRuns(bare(figure), TYPE_U.figure * u, u));
  const valuePx = Math.max(VALUE_U * u, ...values.map((value) => runsWidth(value, size)));
  const namePx = Math.min(7 * u, Math.max(NAME_U * u, ...shown.map(({ name }) => lineWidth({ text: name, sizePx: TYPE_U.body * u, weight: 500, ink: "t1" }, size))));
  const left = namePx + GAP_U * u;
  const right = width - valuePx - GAP_U * u;
  const x = scaleLinear([from, to], [left, right]);
  const bottom = lines * rowPx;
  const out: Mark[] = shown.flatMap(({ id, name, figure, hours, isAwaited = false }, i): Mark[] => {
    const top = i * rowPx;
    const middle = top + rowPx / 2;
    const [first, ...tail] = values[i]!;
    return [
      { kind: "text", id: `${id}.name`, text: shorten(name, namePx, TYPE_U.body * u, 500, size), sizePx: TYPE_U.body * u, weight: 500, ink: figure.isNumber === false ? "t3" : "t1", x: 0, y: middle, baseline: "middle" },
      // Ground alone until its hours come (VISUAL §12).
      ...(isAwaited ? [{ kind: "rect" as const, x: left, y: top + (SEAM_U / 2) * u, width: right - left, height: rowPx - SEAM_U * u, fill: "land" as const }] : stretchesOf(hours, breaks).flatMap(({ value, from: begins, to: ends }) => cellMarks({ x: x(from + begins * HOUR), width: x(from + ends * HOUR) - x(from + begins * HOUR), y: top + (SEAM_U / 2) * u, height: rowPx - SEAM_U * u, value }, breaks))),
      { kind: "text", id: `${id}.value`, ...first, tail, x: width, y: middle, anchor: "end", baseline: "middle" },
    ];
  });
  if (fit < rows.length) out.push(caption(words.more(rows.length - fit), 0, fit * rowPx + rowPx / 2, size, { id: "more", baseline: "middle" }));
  const axis = timeAxis({ from, to, now, ...(stopped && { stopped }), ...(stands && { stands }) }, x, bottom, size);
  const digits = digitsOf(breaks, MOST_DIGITS);
  return [...out, ...axis, ...keyMarks(breaks, { write: (bound) => grouped(bound, digits), unit, none: words.none }, 0, bottom + (AXIS_U + 1.2) * u, width, size)];
}
const bare = (figure: Figure): Figure => ({ ...figure, unit: figure.order ?? "", tag: "", ...(figure.isNumber === false && { text: "—" }) });

interface Stretch {
  readonly value: number | null;
  readonly from: number;
  readonly to: number;
}
/** Hours of one class as one piece: a row of a day is a few shapes, not twenty-four. */
function stretchesOf(hours: readonly (number | null)[], breaks: Breaks): Stretch[] {
  const classOf = (value: number | null): number | null => (value === null ? null : breaks.filter((bound) => value >= bound).length);
  const out: Stretch[] = [];
  for (const [i, value] of hours.entries()) {
    const last = out.at(-1);
    if (last && classOf(last.value) === classOf(value)) out[out.length - 1] = { ...last, to: i + 1 };
    else out.push({ value, from: i, to: i + 1 });
  }
  return out;
}

/** The first three by what stands now, and how many are not known. */
export function sentence({ rows }: HeatStripData, title: string, most = 3): string {
  const known = rows.filter(({ figure }) => figure.isNumber ?? true);
  const first = known.slice(0, most).map(({ name, figure }) => `${name} ${figure.prefix ?? ""}${figure.text}${figure.unit ? ` ${figure.unit}` : ""}`);
  const unknown = rows.length - known.length;
  return `${title}：${first.length > 0 ? first.join("、") : "没有数"}${unknown > 0 && first.length > 0 ? `，${unknown} 处无数` : ""}。`;
}
