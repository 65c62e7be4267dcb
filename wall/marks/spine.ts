import { scaleLinear } from "d3";
import { dayText } from "../../model/moments.ts";
import { clockText } from "../../model/time.ts";
import { levelInk } from "../../themes/level.ts";
import { linePx } from "../../themes/scale.ts";
import type { Severity } from "../../model/words.ts";
import { meets, type LabelBox } from "./labels.ts";
import type { Mark, Point, Size, TextMark } from "./mark.ts";
import { caption } from "./panel-text.ts";
import { timeAxis } from "./trend.ts";
import { lineWidth, textBox } from "./words.ts";

export const spec = { kind: "spine", minU: [46, 6.5] } as const;

export interface SpineMark {
  readonly id: string;
  readonly at: number;
  readonly label: string;
  /** Extrapolated or forecast: wisteria, dashed. */
  readonly notActual?: boolean;
  readonly severity?: Severity;
  readonly issued?: boolean;
  /** The greater stays when two words want the same room. */
  readonly weight?: number;
}
export interface SpinePhase {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** A level that has stood: a bar at the top, its shape where it begins. */
  readonly severity?: Severity;
  readonly issued?: boolean;
  /** A window that is expected: wisteria block. */
  readonly notActual?: boolean;
}
/** One part of the wall's line of time; the parts of all displays together are the whole. */
export interface SpineData {
  readonly from: number;
  readonly to: number;
  readonly now: number;
  readonly marks: readonly SpineMark[];
  readonly phases?: readonly SpinePhase[];
  /** A series behind: rain of each hour, events of each quarter. */
  readonly series?: readonly (readonly [at: number, value: number | null])[];
  readonly seriesMax?: number;
  /** Each value stands for so long a time that ends at its own: a step, not a slope. */
  readonly seriesEveryMs?: number;
  /** Before the highest of all steps: 最多. */
  readonly mostWord?: string;
  /** Marks are told by their day: the line is so long that hours say nothing. */
  readonly byDay?: boolean;
  /** The word of a world that does not run any more (已停止): it stands where 现在 stood, and nothing is ahead. */
  readonly stopped?: string;
  /** The moment itself, where `now` moves on in steps: what has been by then is not ahead. Absent = `now`. */
  readonly exactly?: number;
  /** What stands on the line has not come yet: 正在取数. */
  readonly awaited?: string;
  /** What the series is; only on the first part. */
  readonly title?: string;
}

/** The frame of a drill takes this much of a display's edge. */
const EDGE_U = 0.4;
/** Bar of levels on top, two rows of words, short ticks, the axis; all from the top, in u. */
const BAR_U = 0.6;
/** Of a level that comes from before, so much line before its shape. */
const LEAD_U = 1.2;
const ROWS_U = 1.2;
const ROW_U = 1.45;
const ROWS = 2;
const TICK_U = 0.4;
const BELOW_U = 1.9;
/** How high the series behind the line climbs. */
const SERIES_U = 2.6;

/** Room that words have taken, by row, and the ticks that run down to the axis from a row. */
interface Taken {
  readonly words: { readonly from: number; readonly to: number; readonly row: number }[];
  readonly ticks: { readonly px: number; readonly row: number }[];
}

/** Time from left to right, now as a bright line; what has been decided or expected stands on it. */
export function marks(data: SpineData, size: Size): Mark[] {
  const { u, width, height } = size;
  const axis = height - BELOW_U * u;
  const x = scaleLinear([data.from, data.to], [0, width]);
  const taken: Taken = { words: [], ticks: [] };
  if (data.now >= data.from && data.now <= data.to) for (let row = 0; row < ROWS; row++) taken.words.push({ from: x(data.now) - 0.3 * u, to: x(data.now) + 0.3 * u, row });
  const named = data.title ? title(data.title, size, taken) : [];
  const out: Mark[] = [...series(data, x, axis, size), ...stepNumbers(data, x, axis, size, taken, named.map((mark) => textBox(mark, size))), ...named, { kind: "line", points: [[0, axis], [width, axis]], stroke: "hair2", widthPx: linePx(1, u) }];
  for (const phase of data.phases ?? []) out.push(...(phase.notActual ? windowMarks(phase, data, x, axis, size, taken) : barMarks(phase, data, x, size)));
  return [...out, ...timeAxis(data, x, axis, size, { apartU: 7, ...(data.byDay && { byDay: true }) }), ...flags(data, x, axis, size, taken)];
}

function series({ series: points = [], seriesMax, seriesEveryMs = 0, from, to }: SpineData, x: (at: number) => number, axis: number, { u }: Size): Mark[] {
  const seen = points.filter(([at]) => at >= from && at - seriesEveryMs <= to);
  const inside = (at: number): number => x(Math.max(from, Math.min(to, at)));
  const high = seriesMax ?? Math.max(1e-9, ...seen.map(([, v]) => v ?? 0));
  const areas: Mark[] = [];
  let run: Point[] = [];
  const close = (): void => {
    if (run.length > 1) areas.push({ kind: "area", rings: [[[run[0]![0], axis], ...run, [run.at(-1)![0], axis]]], fill: "c2" });
    run = [];
  };
  for (const [at, value] of seen) {
    const y = axis - (Math.max(0, value ?? 0) / high) * SERIES_U * u;
    if (value === null) close();
    else if (seriesEveryMs > 0) run.push([inside(at - seriesEveryMs), y], [inside(at), y]);
    else run.push([x(at), y]);
  }
  close();
  return areas;
}
/** A step that is wide enough bears its number, unless the line's title stands there; the highest of all is named where its name has room. */
function stepNumbers({ series: points = [], seriesMax, seriesEveryMs = 0, mostWord = "", from, to }: SpineData, x: (at: number) => number, axis: number, size: Size, taken: Taken, standing: readonly LabelBox[]): Mark[] {
  const { u, width } = size;
  if (seriesEveryMs <= 0) return [];
  const high = seriesMax ?? 0;
  return points.flatMap(([at, value]): Mark[] => {
    const middle = at - seriesEveryMs / 2;
    if (value === null || middle < from || middle > to) return [];
    const most = value === high && value > 0;
    const room = x(at) - x(at - seriesEveryMs) - 0.6 * u;
    const words = [...(most && mostWord ? [`${mostWord} ${value}`] : []), String(value)]
      .map((text) => caption(text, 0, 0, size, { family: "num", anchor: "middle", ...(most ? { ink: "t1", weight: 500 } : { ink: "t2" }) }))
      .find((text) => lineWidth(text, size) <= room);
    if (!words) return [];
    const half = lineWidth(words, size) / 2;
    // Whole on its own display.
    const px = Math.max(half + EDGE_U * u, Math.min(width - half - EDGE_U * u, x(middle)));
    const y = axis - (Math.max(0, value) / (high || 1)) * SERIES_U * u - 0.35 * u;
    if (standing.some((box) => meets(box, textBox({ ...words, x: px, y }, size), 0.2 * u))) return [];
    for (let row = 0; row < ROWS; row++)
      if (y > (ROWS_U + row * ROW_U) * u && y - u < (ROWS_U + (row + 1) * ROW_U) * u) taken.words.push({ from: px - half, to: px + half, row });
    return [{ ...words, x: px, y }];
  });
}
function title(text: string, size: Size, taken: Taken): TextMark[] {
  const { u } = size;
  const mark = caption(text, 0, ROWS_U * u + 0.9 * u, size, { ink: "t2" });
  taken.words.push({ from: 0, to: lineWidth(mark, size) + u, row: 0 });
  return [mark];
}

/** A level that has stood until now, or stands: its shape where it begins or comes in, a bar as long as it lasted; thin when only a machine found it. */
function barMarks({ from, to, severity, issued = false }: SpinePhase, data: SpineData, x: (at: number) => number, { width, u }: Size): Mark[] {
  const [a, b] = [Math.max(0, x(from)), Math.min(width, x(to))];
  if (b <= a) return [];
  if (severity === undefined) return [{ kind: "line", points: [[a, BAR_U * u], [b, BAR_U * u]], stroke: "t2", widthPx: 0.12 * u }];
  const shape = 1.1 * u;
  // A level that comes from before has its line on both sides of its shape: no part of the line is told by colour alone.
  const before = from < data.from ? Math.min(LEAD_U * u, Math.max(0, b - a - shape)) : 0;
  const cx = Math.min(a + before, b - shape) + shape / 2;
  const bar = (x0: number, x1: number): Mark[] => (x1 > x0 ? [{ kind: "line", points: [[x0, BAR_U * u], [x1, BAR_U * u]], stroke: levelInk(severity, "line"), widthPx: (issued ? 0.22 : 0.12) * u }] : []);
  const gap = shape / 2 + 0.15 * u;
  return [...bar(a, cx - gap), ...bar(cx + gap, b), { kind: "badge", cx, cy: BAR_U * u, heightPx: shape, severity, look: issued ? "filled" : "hollow" }];
}

/** A window in which something is expected: a dashed block with its words inside, or beside it when it is narrow. */
function windowMarks({ from, to, label }: SpinePhase, data: SpineData, x: (at: number) => number, axis: number, size: Size, taken: Taken): Mark[] {
  const { u, width } = size;
  const [a, b] = [Math.max(0, x(from)), Math.min(width, x(to))];
  if (b <= a) return [];
  const top = (ROWS_U - 0.1) * u;
  const edge = (x0: number, y0: number, x1: number, y1: number): Mark => ({ kind: "line", points: [[x0, y0], [x1, y1]], stroke: "w1", widthPx: linePx(1.5, u), dash: [0.3 * u, 0.2 * u] });
  const out: Mark[] = [{ kind: "rect", x: a, y: top, width: b - a, height: axis - top, fill: "w3", fillAlpha: 0.7 }, edge(a, top, b, top)];
  for (const [at, px] of [[from, a], [to, b]] as const) {
    if (at < data.from || at > data.to) continue;
    out.push(edge(px, top, px, axis));
    taken.ticks.push({ px, row: -1 });
  }
  const words = caption(label, 0, 0, size, { sizePx: 1.1 * u, weight: 500, ink: "w1" });
  const wide = lineWidth(words, size) + 0.8 * u;
  // A window that two displays share is named once, where the most of it is seen.
  if ((b - a) / (x(to) - x(from)) < 0.5) return out;
  const inside = b - a >= wide;
  const after = b + wide <= width - EDGE_U * u;
  const start = inside ? (a + b - wide) / 2 : after ? b : Math.max(EDGE_U * u, a - wide);
  taken.words.push({ from: start, to: start + wide, row: 0 });
  return [...out, { ...words, x: start + 0.4 * u, y: (ROWS_U + 1.05) * u, ...(inside ? {} : { halo: "bg" as const }) }];
}

/** Flags keep clear of each other and of each other's ticks: by weight, then the nearest to now; the others keep their tick. */
function flags(data: SpineData, x: (at: number) => number, axis: number, size: Size, taken: Taken): Mark[] {
  const { u, width } = size;
  const order = data.marks.filter(({ at }) => at >= data.from && at < data.to).sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || Math.abs(a.at - data.now) - Math.abs(b.at - data.now));
  const free = (from: number, to: number, px: number, row: number): boolean =>
    from >= EDGE_U * u && to <= width - EDGE_U * u &&
    !taken.words.some((t) => (t.row === row && from < t.to && t.from < to) || (t.row > row && px > t.from && px < t.to)) &&
    !taken.ticks.some((t) => t.row < row && t.px > from && t.px < to);
  return order.flatMap((mark): Mark[] => {
    const isAhead = mark.at > (data.exactly ?? data.now);
    const px = isAhead ? x(mark.at) : Math.min(x(mark.at), x(Math.max(data.now, data.from)));
    const ink = mark.notActual ? ("w1" as const) : ("t1" as const);
    const badge = mark.severity ? 1.2 * u : 0;
    const words = `${data.byDay ? dayText(mark.at) : clockText(mark.at)} ${mark.label}`;
    const wide = lineWidth({ text: words, sizePx: 1.1 * u, ink, weight: 500 }, size) + (badge ? badge + 0.3 * u : 0) + 0.6 * u;
    // What happens now is told beside the line of now: what has been to its left, what is ahead to its right, and never on the other side.
    const off = Math.abs(px - x(data.now)) < 0.35 * u ? 0.35 * u : 0;
    const [left, right] = off > 0 ? [x(data.now) - off, x(data.now) + off] : [px, px];
    const rows = Array.from({ length: ROWS }, (_, i) => ROWS - 1 - i);
    const onRight = (row: number) => ({ row, from: right, to: right + wide });
    const onLeft = (row: number) => ({ row, from: left - wide, to: left });
    const places = off === 0 ? rows.flatMap((row) => [onRight(row), onLeft(row)]) : isAhead ? rows.map(onRight) : rows.map(onLeft);
    const found = places.find(({ row, from, to }) => free(from, to, px, row));
    const top = found ? (ROWS_U + found.row * ROW_U) * u : axis - TICK_U * u;
    const tick: Mark = { kind: "line", points: [[px, found ? top + 0.1 * u : top], [px, axis]], stroke: mark.notActual ? "w1" : mark.severity ? levelInk(mark.severity, "line") : "t2", widthPx: linePx(1.5, u), ...(mark.notActual && found ? { dash: [0.25 * u, 0.2 * u] } : {}) };
    if (!found) return [tick];
    taken.words.push(found);
    taken.ticks.push({ px, row: found.row });
    const start = found.from + 0.3 * u;
    const shape: Mark[] = mark.severity ? [{ kind: "badge", cx: start + badge / 2, cy: top + 0.72 * u, heightPx: badge, severity: mark.severity, look: mark.issued ? "filled" : "hollow" }] : [];
    return [tick, ...shape, { kind: "text", id: `mark-${mark.id}`, x: start + (badge ? badge + 0.3 * u : 0), y: top + 1.1 * u, text: words, sizePx: 1.1 * u, weight: 500, ink }];
  });
}
export function sentence({ marks: all, now, exactly = now, byDay, stopped, awaited }: SpineData): string {
  if (stopped) return `${stopped}。`;
  if (awaited) return `${awaited}。`;
  const next = all.filter(({ at }) => at > exactly).sort((a, b) => a.at - b.at)[0];
  return next ? `下一时刻：${byDay ? dayText(next.at) : clockText(next.at)} ${next.label}${next.notActual ? "（外推）" : ""}。` : "此后没有已知时刻。";
}
