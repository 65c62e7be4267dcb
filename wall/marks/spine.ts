import { scaleLinear } from "d3";
import { clockText } from "../../model/time.ts";
import { levelInk } from "../../themes/level.ts";
import { linePx } from "../../themes/scale.ts";
import type { Severity } from "../../model/words.ts";
import type { Mark, Point, Size } from "./mark.ts";
import { caption } from "./panel-text.ts";
import { timeAxis } from "./trend.ts";
import { lineWidth, shorten } from "./words.ts";

export const spec = { kind: "spine", minU: [60, 6.5] } as const;

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
  readonly severity?: Severity;
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
}

/** Time from left to right, now as a bright line; what has been decided or expected stands on it. */
export function marks(data: SpineData, size: Size): Mark[] {
  const { u, width, height } = size;
  const axis = height - 2 * u;
  const x = scaleLinear([data.from, data.to], [0, width]);
  const out: Mark[] = [...series(data, x, axis, size), { kind: "line", points: [[0, axis], [width, axis]], stroke: "hair2", widthPx: linePx(1, u) }];
  for (const phase of data.phases ?? []) out.push(...phaseMarks(phase, data, x, size));
  const times = timeAxis(data, x, axis, { ...size, height });
  out.push(...times, ...flags(data, x, axis, size));
  return out;
}

function series({ series: points = [], seriesMax, from, to }: SpineData, x: (at: number) => number, axis: number, { u }: Size): Mark[] {
  const seen = points.filter(([at]) => at >= from && at <= to);
  const high = seriesMax ?? Math.max(1e-9, ...seen.map(([, v]) => v ?? 0));
  const areas: Mark[] = [];
  let run: Point[] = [];
  const close = (): void => {
    if (run.length > 1) areas.push({ kind: "area", rings: [[[run[0]![0], axis], ...run, [run.at(-1)![0], axis]]], fill: "c2" });
    run = [];
  };
  for (const [at, value] of seen) {
    if (value === null) close();
    else run.push([x(at), axis - (value / high) * 2.6 * u]);
  }
  close();
  return areas;
}

function phaseMarks({ from, to, label, severity, notActual }: SpinePhase, data: SpineData, x: (at: number) => number, size: Size): Mark[] {
  const { u } = size;
  const [a, b] = [Math.max(0, x(Math.max(from, data.from))), Math.min(size.width, x(Math.min(to, data.to)))];
  if (b <= a) return [];
  if (notActual) {
    const text = shorten(label, b - a - 0.6 * u, 1.1 * u, 500, size, "end");
    return [
      { kind: "rect", x: a, y: 0.7 * u, width: b - a, height: size.height - 2.9 * u, fill: "w3", stroke: "w1", widthPx: linePx(1.5, u), dash: [0.3 * u, 0.2 * u] },
      ...(b - a > 3 * u ? [{ kind: "text" as const, x: (a + b) / 2, y: 1.9 * u, anchor: "middle" as const, text, sizePx: 1.1 * u, weight: 500 as const, ink: "w1" as const }] : []),
    ];
  }
  const stroke = severity ? levelInk(severity, "line") : ("t2" as const);
  const split = Math.min(b, Math.max(a, x(data.now)));
  const bar: Mark[] = [];
  if (split > a) bar.push({ kind: "line", points: [[a, 0.55 * u], [split, 0.55 * u]], stroke, widthPx: 0.22 * u });
  if (b > split) bar.push({ kind: "line", points: [[split, 0.55 * u], [b, 0.55 * u]], stroke, widthPx: 0.22 * u, dash: [0.4 * u, 0.25 * u] });
  return [...bar, ...(label ? [caption(label, a + 0.2 * u, 1.75 * u, size, { ink: "t2" })] : [])];
}

/** The frame of a drill takes this much of a display's edge. */
const EDGE_U = 0.4;

/** Flags keep clear of each other: by weight, then the nearest to now; the others keep their tick. */
function flags(data: SpineData, x: (at: number) => number, axis: number, size: Size): Mark[] {
  const { u, width } = size;
  const rows = Math.max(1, Math.floor((axis - 1.2 * u) / (1.5 * u)));
  const taken: { from: number; to: number; row: number }[] = data.now >= data.from && data.now <= data.to ? Array.from({ length: rows }, (_, row) => ({ from: x(data.now) - 0.3 * u, to: x(data.now) + 0.3 * u, row })) : [];
  const order = data.marks.filter(({ at }) => at >= data.from && at < data.to).sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || Math.abs(a.at - data.now) - Math.abs(b.at - data.now));
  for (const phase of data.phases ?? []) if (phase.notActual) taken.push({ from: x(Math.max(phase.from, data.from)), to: x(Math.min(phase.to, data.to)), row: 0 });
  const free = (from: number, to: number, px: number, row: number): boolean =>
    from >= 0 && to <= width - EDGE_U * u && !taken.some((t) => (t.row === row && from < t.to && t.from < to) || (t.row > row && px > t.from && px < t.to));
  return order.flatMap((mark): Mark[] => {
    const px = x(mark.at);
    const ink = mark.notActual ? ("w1" as const) : ("t1" as const);
    const badge = mark.severity ? 1.2 * u : 0;
    const words = `${clockText(mark.at)} ${mark.label}`;
    const wide = lineWidth({ text: words, sizePx: 1.1 * u, ink, weight: 500 }, size) + (badge ? badge + 0.3 * u : 0) + 0.6 * u;
    const found = Array.from({ length: rows }, (_, i) => rows - 1 - i)
      .flatMap((row) => [{ row, from: px, to: px + wide }, { row, from: px - wide, to: px }])
      .find(({ row, from, to }) => free(from, to, px, row));
    const top = found ? axis - (rows - found.row) * 1.5 * u : axis - 0.6 * u;
    const tick: Mark = { kind: "line", points: [[px, top + 0.1 * u], [px, axis]], stroke: mark.notActual ? "w1" : mark.severity ? levelInk(mark.severity, "line") : "t2", widthPx: linePx(1.5, u), ...(mark.notActual ? { dash: [0.25 * u, 0.2 * u] } : {}) };
    if (!found) return [tick];
    taken.push(found);
    const start = found.from + 0.3 * u;
    const shape: Mark[] = mark.severity ? [{ kind: "badge", cx: start + badge / 2, cy: top + 0.72 * u, heightPx: badge, severity: mark.severity, look: mark.issued ? "filled" : "hollow" }] : [];
    return [tick, ...shape, { kind: "text", id: `mark-${mark.id}`, x: start + (badge ? badge + 0.3 * u : 0), y: top + 1.1 * u, text: words, sizePx: 1.1 * u, weight: 500, ink }];
  });
}
export function sentence({ marks: all, now }: SpineData): string {
  const next = all.filter(({ at }) => at > now).sort((a, b) => a.at - b.at)[0];
  return next ? `下一时刻：${clockText(next.at)} ${next.label}${next.notActual ? "（外推）" : ""}。` : "此后没有已知时刻。";
}
