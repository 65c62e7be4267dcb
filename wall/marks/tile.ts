import { TYPE_U } from "../../themes/scale.ts";
import { asOfMarks, type AsOf } from "./as-of.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { figureRuns, runsWidth, type Figure } from "./panel-text.ts";
import { sparkMarks, type Trace } from "./spark.ts";
import { shorten } from "./words.ts";

/** One number with its name, its time and its last hours. */
export interface Tile {
  readonly id: string;
  /** Absent where the panel's title says it. */
  readonly label?: string;
  readonly figure: Figure;
  /** 偏高, 偏低: it lies beyond what is usual. */
  readonly deviates?: string;
  /** 常态初: what is drawn as usual is of too few weeks. */
  readonly usualIs?: string;
  /** Absent where it is of no time, or the panel's title band says it for all. */
  readonly asOf?: AsOf;
  readonly trace?: Trace;
}
export interface TileRoom {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** A line of words reaches so far above its baseline, and so far below. */
const ASCENT_EM = 0.88;
const DESCENT_EM = 0.2;
const AIR_U = 0.2;
/** A lower picture shows nothing. */
const LEAST_SPARK_U = 1.6;
/** Beside the number a line needs so much width. */
const BESIDE_U = 6;
const GAP_U = 1.2;
const SIZES_U = [TYPE_U.valueLarge, TYPE_U.value, TYPE_U.row, TYPE_U.figure];

/** A number beyond what is usual stands in white and says so; that is no level and has no colour of one. */
export function runsOf({ figure, deviates, usualIs }: Pick<Tile, "figure" | "deviates" | "usualIs">, sizePx: number, u: number): [Run, ...Run[]] {
  const [first, ...own] = figureRuns(figure, sizePx, u);
  // Boxed as what a number is worth, and in words, since it is the band that is worth less.
  const tail: Run[] = usualIs === undefined ? own : [...own, { text: usualIs, sizePx: u, ink: "t2", gapPx: 0.4 * u, box: { stroke: "hair2", dashed: false, padPx: 0.25 * u } }];
  if (!deviates) return [first, ...tail];
  const white = (run: Run): Run => (run.ink === "t1" ? { ...run, ink: "focus" } : run);
  return [white(first), ...tail.map(white), { text: deviates, sizePx: TYPE_U.body * u, ink: "focus", weight: 600, gapPx: 0.5 * u }];
}
const labelUOf = ({ label }: Pick<Tile, "label">): number => (label === undefined ? 0 : TYPE_U.body * (ASCENT_EM + DESCENT_EM) + AIR_U);
/** The largest size of the scale in which each of these numbers stands in its tile, u. */
export function sizeFor(tiles: readonly Tile[], { width, height }: Pick<TileRoom, "width" | "height">, size: Size, mostU: number): number {
  const { u } = size;
  const fits = (sizeU: number): boolean =>
    tiles.every((tile) => (labelUOf(tile) + (ASCENT_EM + DESCENT_EM) * sizeU + (tile.asOf ? ASCENT_EM + DESCENT_EM + AIR_U : 0)) * u <= height + 0.5 && runsWidth(runsOf(tile, sizeU * u, u), size) <= width + 0.5);
  return SIZES_U.filter((each) => each <= mostU).find(fits) ?? TYPE_U.figure;
}
/** Name, number, time, under each other, and the line under or beside them, wherever there is more room. */
export function tileMarks(tile: Tile, room: TileRoom, size: Size, sizeU: number): Mark[] {
  const { id, label, asOf, trace } = tile;
  const { u } = size;
  const { x, y, width, height } = room;
  const labelU = labelUOf(tile);
  const [first, ...tail] = runsOf(tile, sizeU * u, u);
  const valueBaseU = labelU + ASCENT_EM * sizeU;
  const timeBaseU = valueBaseU + DESCENT_EM * sizeU + AIR_U + ASCENT_EM;
  const usedU = asOf ? timeBaseU + DESCENT_EM : valueBaseU + DESCENT_EM * sizeU;
  const out: Mark[] = [
    ...(label === undefined ? [] : [{ kind: "text" as const, id: `${id}.label`, text: shorten(label, width, TYPE_U.body * u, 400, size, "end"), sizePx: TYPE_U.body * u, ink: "t2" as const, x, y: y + ASCENT_EM * TYPE_U.body * u }]),
    { kind: "text", id: `${id}.value`, ...first, tail, x, y: y + valueBaseU * u },
    ...(asOf ? asOfMarks(asOf, `${id}.at`, x, y + timeBaseU * u, width, size) : []),
  ];
  if (!trace) return out;
  const below = height - (usedU + 0.5) * u;
  const beside = width - runsWidth([first, ...tail], size) - GAP_U * u;
  if (below >= LEAST_SPARK_U * u) out.push(...sparkMarks(trace, { x, y: y + height - below, width, height: below, u }));
  else if (beside >= BESIDE_U * u) {
    const high = Math.min(1.1 * sizeU * u, height - labelU * u);
    out.push(...sparkMarks(trace, { x: x + width - beside, y: y + (valueBaseU + 0.1) * u - high * 0.9, width: beside, height: high, u }));
  }
  return out;
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** How many of them have a place. */
  readonly kept: number;
}
/** Tiles in as few rows as their least size allows; where not all have a place, one line below is kept for counting them. */
export function gridOf(count: number, [leastW, leastH]: readonly [number, number], gapU: readonly [across: number, down: number], size: Size, moreU = 0): Grid {
  const { u, width } = size;
  const most = Math.max(1, Math.floor((width / u + gapU[0]) / (leastW + gapU[0]) + 0.01));
  const rowsIn = (heightPx: number): number => Math.max(1, Math.floor((heightPx / u + gapU[1]) / (leastH + gapU[1]) + 0.01));
  const isWhole = count <= most * rowsIn(size.height);
  const height = isWhole ? size.height : size.height - moreU * u;
  const kept = isWhole ? count : most * rowsIn(height);
  const rows = Math.max(1, Math.ceil(kept / most));
  // Evenly: seven stand four and three, not six and one.
  const columns = Math.max(1, Math.ceil(kept / rows));
  return { columns, rows, kept, widthPx: (width - (columns - 1) * gapU[0] * u) / columns, heightPx: (height - (rows - 1) * gapU[1] * u) / rows };
}
export const placeIn = ({ columns, widthPx, heightPx }: Grid, i: number, gapU: readonly [across: number, down: number], u: number): TileRoom => ({
  x: (i % columns) * (widthPx + gapU[0] * u), y: Math.floor(i / columns) * (heightPx + gapU[1] * u), width: widthPx, height: heightPx,
});
/** 停电用户数 1,234 户（14:31，118/122 县）. */
export const toldTile = ({ label, figure, deviates, usualIs, asOf }: Pick<Tile, "label" | "figure" | "deviates" | "usualIs" | "asOf">): string =>
  `${label === undefined ? "" : `${label} `}${figure.prefix ?? ""}${figure.text}${figure.unit ? ` ${figure.unit}` : ""}${deviates ? `，${deviates}` : ""}${usualIs ? `，${usualIs}` : ""}${asOf ? `（${[asOf.last ?? asOf.at, asOf.coverage].filter(Boolean).join("，")}）` : ""}`;
