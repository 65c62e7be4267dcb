import { scaleLinear } from "d3";
import { LINE, linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Point, Run, Size } from "./mark.ts";
import { caption, figureRuns, type Figure } from "./panel-text.ts";
import { fitLine, lineWidth } from "./words.ts";

export const spec = { kind: "bump", minU: [26, 12], titled: true } as const;

export interface BumpUnit {
  readonly id: string;
  readonly name: string;
  /** From the first period to the last; null = no place, because nothing was known of it then. */
  readonly ranks: readonly (number | null)[];
  readonly figure: Figure;
  /** The wall looks at it. */
  readonly looked?: boolean;
}
export interface BumpData {
  readonly periods: readonly string[];
  /** In the order of the last period; those without a place in it come last. */
  readonly units: readonly BumpUnit[];
  /** 另 {n} 市. */
  readonly more: (n: number) => string;
}
const AXIS_U = 1.6;
const ROW_U = 1.4;
/** From this height of a row on a number stands in it. */
const FIGURE_ROW_U = 1.75;
const MOST_ROW_U = 2.4;
const RANK_U = 1.9;
const NAME_U = 3.6;
/** So many lead. */
const LEADERS = 3;

/** Who stands where, from period to period: lines that cross are places changed. Who had no place then has no line there. */
export function marks({ periods, units, more }: BumpData, size: Size): Mark[] {
  const { u, width, height } = size;
  const ranked = units.filter(({ ranks }) => ranks.at(-1) != null);
  const placeless = units.length - ranked.length;
  const roomU = height / u - AXIS_U;
  const all = Math.floor(roomU / ROW_U + 0.01);
  const closes = placeless > 0 || ranked.length > all;
  const kept = Math.min(ranked.length, Math.max(1, Math.floor((roomU - (closes ? 1.4 : 0)) / ROW_U + 0.01)));
  const rowU = Math.min(MOST_ROW_U, (roomU - (closes ? 1.4 : 0)) / Math.max(1, kept));
  const shown = ranked.slice(0, kept);
  const withFigures = rowU >= FIGURE_ROW_U;
  const runsOf = (figure: Figure): Run[] => figureRuns({ ...figure, unit: figure.order ?? "", tag: "" }, TYPE_U.figure * u, u, 400);
  const figureWide = withFigures ? Math.max(0, ...shown.map(({ figure }) => lineWidth({ text: "", sizePx: u, ink: "t1", tail: runsOf(figure) }, size))) + 0.6 * u : 0;
  const right = width - (RANK_U + NAME_U) * u - figureWide;
  const x = scaleLinear([0, Math.max(1, periods.length - 1)], [RANK_U * u, right]);
  const bottom = AXIS_U * u + kept * rowU * u;
  // A place further down than there are rows lies under the last one: the line comes up from there.
  const y = (rank: number): number => AXIS_U * u + (Math.min(rank, kept + 0.5) - 0.5) * rowU * u;
  const out: Mark[] = [];
  periods.forEach((period, i) => {
    out.push({ kind: "line", points: [[x(i), AXIS_U * u], [x(i), bottom]], stroke: "hair", widthPx: linePx(1, u) });
    const word: Run = { text: period, sizePx: u, ink: "t3", role: "axis" };
    const wide = lineWidth(word, size);
    const step = Math.max(1, Math.ceil((wide + 0.8 * u) / Math.max(1, x(1) - x(0))));
    if ((periods.length - 1 - i) % step === 0) out.push({ kind: "text", id: `period-${i}`, ...word, x: Math.max(wide / 2, Math.min(width - wide / 2, x(i))), y: 1.05 * u, anchor: "middle" });
  });
  // Those behind first, so that the leaders lie on top.
  for (const [i, unit] of [...shown.entries()].toReversed()) {
    const isLeader = i < LEADERS;
    const stroke = unit.looked ? ("focus" as const) : isLeader ? ("obs" as const) : ("hair2" as const);
    const widthPx = unit.looked || isLeader ? LINE.dataU * 1.3 * u : linePx(2, u);
    for (const piece of pieces(unit.ranks)) {
      for (const [[at, rank], next] of piece.map((one, n) => [one, piece[n + 1]] as const)) {
        // Between two places below the last row there is nothing to be seen.
        if (next && (rank <= kept || next[1] <= kept)) out.push({ kind: "line", points: [[x(at), y(rank)], [x(next[0]), y(next[1])]], stroke, widthPx, cap: "round" });
      }
      for (const [cx, cy] of piece.filter(([, rank]) => rank <= kept).map(([at, rank]): Point => [x(at), y(rank)])) out.push({ kind: "circle", cx, cy, r: (isLeader || unit.looked ? 0.32 : 0.22) * u, fill: stroke, stroke: "bg", widthPx: linePx(1, u) });
    }
  }
  shown.forEach(({ id, name, figure, looked }, i) => {
    const base = y(i + 1) + 0.38 * u;
    const left = right + 0.7 * u;
    out.push(caption(String(i + 1), right + (RANK_U - 0.2) * u, base, size, { id: `${id}.rank`, anchor: "end", family: "num", role: "axis", ink: "t3" }));
    const [word] = fitLine([{ text: name, sizePx: u, weight: looked || i < LEADERS ? 600 : 400, ink: looked || i < LEADERS ? "t1" : "t2" }], (NAME_U - 0.9) * u, size, "middle");
    if (word) out.push({ kind: "text", id: `${id}.name`, ...word, x: left + (RANK_U - 0.6) * u, y: base });
    if (withFigures) {
      const [first, ...tail] = runsOf(figure);
      if (first) out.push({ kind: "text", id: `${id}.value`, ...first, tail, x: width, y: base + 0.12 * u, anchor: "end" });
    }
  });
  if (closes && units.length > kept) out.push(caption(more(units.length - kept), width, bottom + 1.05 * u, size, { id: "more", anchor: "end" }));
  return out;
}
function pieces(ranks: readonly (number | null)[]): (readonly [at: number, rank: number])[][] {
  const out: (readonly [number, number])[][] = [[]];
  ranks.forEach((rank, at) => {
    if (rank === null) out.push([]);
    else out.at(-1)!.push([at, rank]);
  });
  return out.filter((piece) => piece.length > 0);
}

/** The first three, and who rose and who fell most. */
export function sentence({ units }: BumpData, title: string): string {
  const ranked = units.filter(({ ranks }) => ranks.at(-1) != null);
  if (ranked.length === 0) return `${title}：没有数。`;
  const moves = ranked.flatMap(({ name, ranks }) => {
    const before = ranks.slice(0, -1).findLast((rank) => rank !== null);
    return before == null ? [] : [{ name, by: before - ranks.at(-1)! }];
  });
  const up = moves.filter(({ by }) => by > 0).sort((a, b) => b.by - a.by)[0];
  const down = moves.filter(({ by }) => by < 0).sort((a, b) => a.by - b.by)[0];
  const unknown = units.length - ranked.length;
  return `${title}：前三 ${ranked.slice(0, 3).map(({ name }) => name).join("、")}${up ? `；${up.name}升 ${up.by} 位` : ""}${down ? `，${down.name}降 ${-down.by} 位` : ""}${unknown > 0 ? `；${unknown} 处无数` : ""}。`;
}
