import { scaleLinear } from "d3";
import { asOf, dayText } from "../../model/moments.ts";
import { clockText } from "../../model/time.ts";
import { SEVERITY_WORDS } from "../../model/words.ts";
import { linePx } from "../../themes/scale.ts";
import { meets, type LabelBox } from "./labels.ts";
import type { Mark, Point, Size, TextMark } from "./mark.ts";
import { caption } from "./panel-text.ts";
import type { SpineData, SpinePhase } from "./spine-data.ts";
import { flagMarks } from "./spine-flags.ts";
import { levelMarks } from "./spine-levels.ts";
import { momentMarks } from "./spine-moment.ts";
import { crossesNow, EDGE_U, isFree, ROW_U, ROWS, ROWS_U, whole, type Taking } from "./spine-room.ts";
import { timeAxis } from "./trend.ts";
import { lineWidth, textBox } from "./words.ts";

export type { SpineData, SpineMark, SpinePhase } from "./spine-data.ts";
export const spec = { kind: "spine", minU: [46, 6.5] } as const;

/** The axis stands so far above the lower edge, in u. */
const BELOW_U = 1.9;
/** How high the series behind the line climbs. */
const SERIES_U = 2.6;
/** Half as wide is a value that has no other beside it. */
const LONE_U = 0.15;

/** Time from left to right, now as a bright line; what has been decided or expected stands on it. */
export function marks(data: SpineData, size: Size): Mark[] {
  const { u, width, height } = size;
  const axis = height - BELOW_U * u;
  const x = scaleLinear([data.from, data.to], [0, width]);
  const taken: Taking = { words: [], ticks: [] };
  const named = data.title ? title(data.title, size, taken) : [];
  const looked = momentMarks(data, x, axis, size, taken);
  const out: Mark[] = [...series(data, x, axis, size), ...stepNumbers(data, x, axis, size, taken, named.map((mark) => textBox(mark, size))), ...named, { kind: "line", points: [[0, axis], [width, axis]], stroke: "hair2", widthPx: linePx(1, u) }];
  for (const phase of data.phases ?? []) if (phase.notActual) out.push(...windowMarks(phase, data, x, axis, size, taken));
  return [...out, ...looked, ...levelMarks(data, x, size), ...timeAxis(data, x, axis, size, { apartU: 7, edgeU: EDGE_U + 0.2, ...(data.byDay && { byDay: true }) }), ...flagMarks(data, x, axis, size, taken)];
}

function series({ series: points = [], seriesMax, seriesEveryMs = 0, from, to }: SpineData, x: (at: number) => number, axis: number, { u }: Size): Mark[] {
  const seen = points.filter(([at]) => at >= from && at - seriesEveryMs <= to);
  const inside = (at: number): number => x(Math.max(from, Math.min(to, at)));
  const high = seriesMax ?? Math.max(1e-9, ...seen.map(([, v]) => v ?? 0));
  const areas: Mark[] = [];
  let run: Point[] = [];
  const close = (): void => {
    // A value that stands alone is a sliver, not nothing.
    if (run.length === 1) run = [[run[0]![0] - LONE_U * u, run[0]![1]], [run[0]![0] + LONE_U * u, run[0]![1]]];
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
function stepNumbers({ series: points = [], seriesMax, seriesEveryMs = 0, mostWord = "", from, to, now, stands }: SpineData, x: (at: number) => number, axis: number, size: Size, taken: Taking, standing: readonly LabelBox[]): Mark[] {
  const { u, width } = size;
  if (seriesEveryMs <= 0) return [];
  const high = seriesMax ?? 0;
  return points.flatMap(([at, value]): Mark[] => {
    const middle = at - seriesEveryMs / 2;
    if (value === null || middle < from || middle > to) return [];
    const most = value === high && value > 0;
    const room = x(at) - x(at - seriesEveryMs) - 0.6 * u;
    const words = [...(most && mostWord ? [`${mostWord} ${value}`] : []), String(value)]
      .map((text) => caption(text, 0, 0, size, { family: "num", anchor: "middle", ...(most ? { ink: stands ? "t3" : "t1", weight: 500 } : { ink: stands ? "t3" : "t2" }) }))
      .find((text) => lineWidth(text, size) <= room);
    if (!words) return [];
    const half = lineWidth(words, size) / 2;
    // Whole on its own display.
    const px = Math.max(half + EDGE_U * u, Math.min(width - half - EDGE_U * u, x(middle)));
    const y = axis - (Math.max(0, value) / (high || 1)) * SERIES_U * u - 0.35 * u;
    if (crossesNow({ from: px - half, to: px + half }, x(now), u) || standing.some((box) => meets(box, textBox({ ...words, x: px, y }, size), 0.2 * u))) return [];
    for (let row = 0; row < ROWS; row++)
      if (y > (ROWS_U + row * ROW_U) * u && y - u < (ROWS_U + (row + 1) * ROW_U) * u) taken.words.push({ from: px - half, to: px + half, row });
    return [{ ...words, x: px, y }];
  });
}
function title(text: string, size: Size, taken: Taking): TextMark[] {
  const { u } = size;
  const mark = caption(text, 0, ROWS_U * u + 0.9 * u, size, { ink: "t2" });
  taken.words.push({ from: 0, to: lineWidth(mark, size) + u, row: 0 });
  return [mark];
}

/** A window in which something is expected: a dashed block with its words inside, or beside it when it is narrow. */
function windowMarks({ from, to, label }: SpinePhase, data: SpineData, x: (at: number) => number, axis: number, size: Size, taken: Taking): Mark[] {
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
  const stretches = inside ? [{ from: (a + b - wide) / 2, to: (a + b + wide) / 2 }] : [{ from: b, to: b + wide }, { from: a - wide, to: a }];
  const place = Array.from({ length: ROWS }, (_, row) => stretches.map((stretch) => ({ ...stretch, row }))).flat().find((at) => whole(at, x(data.now), size) && isFree(taken, at));
  if (!place) return out;
  taken.words.push(place);
  return [...out, { ...words, x: place.from + 0.4 * u, y: (ROWS_U + place.row * ROW_U + 1.05) * u, ...(inside ? {} : { halo: "bg" as const }) }];
}

/** The levels that have stood, each since when and until when if none followed at once, and the next known moment. */
export function sentence({ marks: all, phases = [], now, exactly = now, byDay, stopped, awaited, where }: SpineData): string {
  if (stopped) return `${stopped}。`;
  if (awaited) return `${awaited}。`;
  const when = (at: number): string => (byDay ? dayText(at) : asOf(at, exactly, 0));
  const levels = phases.filter(({ severity }) => severity).sort((a, b) => a.from - b.from);
  const stood = levels.map(({ severity, from, to }, i) => `${when(from)} ${to < (levels[i + 1]?.from ?? exactly) ? `至 ${when(to)} ` : "起"}${SEVERITY_WORDS[severity!].zh}`).join("、");
  const next = all.filter(({ at }) => at > exactly).sort((a, b) => a.at - b.at)[0];
  return `${where ? `${where}：` : ""}${stood ? `系统研判：${stood}；` : ""}${next ? `下一时刻：${byDay ? dayText(next.at) : clockText(next.at)} ${next.label}${next.notActual ? "（外推）" : ""}` : "此后没有已知时刻"}。`;
}
