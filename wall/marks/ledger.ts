import type { Freshness } from "../../model/freshness.ts";
import { SPACE_U, TYPE_U } from "../../themes/scale.ts";
import { closingLines } from "./closing-lines.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { figureRuns, freshnessMark, runsWidth, type Figure } from "./panel-text.ts";
import { rowMarks, type CellRoom, type Column, type RowCell } from "./rows.ts";
import { sparkMarks, type Trace } from "./spark.ts";
import { lineWidth, shorten } from "./words.ts";

export const spec = { kind: "ledger", minU: [26, 11.75], titled: true } as const;

export interface LedgerData {
  readonly rows: readonly LedgerRow[];
  /** 另 {n} 个专题, for what has no row. */
  readonly more: (n: number) => string;
  /** 从未上报：, before the indicators that never reported: a topic of which other numbers have come is not silent. */
  readonly never: string;
  /** 等 {n} 项指标: how many those are, where not all of them are named. */
  readonly inAll: (n: number) => string;
}
export interface LedgerRow {
  readonly topic: string;
  readonly title: string;
  readonly indicator: string;
  readonly figure: Figure;
  /** The wall was sent to it: its title stands in an inverse block. */
  readonly looked?: boolean;
  /** Absent where nothing was ever reported. */
  readonly asOf?: { readonly state: Freshness; readonly at: string; readonly coverage: string };
  /** The last 24 hours; absent where nothing is known of them. */
  readonly trace?: Trace;
}
const LEAST_ROW_U = 2.55;
const CLOSING_U = 1.4;
const MOST_CLOSING = 4;
/** 9月14日 12:00 with its mark; 1,749/1,757 镇街 where there is room for it. */
const TIME_U = 7.4;
const WIDE_TIME_U = 8.4;
const VALUE_U = 6;
const SPARK_U = { width: 5, most: 12, height: 2.2 } as const;
/** A title and its indicator stand whole from here on; what is more is the line's. */
const NAME_U = 15;
const GAP_U = 0.8;
const LOOKED_PAD_U = 0.35;
/** A column that is narrower has no line, and none is narrower than the second. */
const LINED_FROM_U = 34;
const COLUMN_U = 26;

/**
 * One key number for each topic with its last 24 hours, its time and its coverage; rows grow with the room, type does not.
 * Where all have a row they keep their order, in two columns where there is room for two. Elsewhere the one that the wall was sent
 * to comes first, then those that report, and those that never did are gathered in the closing line.
 */
export function marks(data: LedgerData, size: Size): Mark[] {
  const { u, width, height } = size;
  const { rows } = data;
  const columns = columnsFor(rows.length, size);
  const perColumn = Math.ceil(rows.length / columns);
  const columnPx = (width - (columns - 1) * SPACE_U.panelAcross * u) / columns;
  if (columnPx >= LINED_FROM_U * u && perColumn * LEAST_ROW_U * u <= height + 0.5) return table(rows, rows, columns, perColumn, Math.min(SPACE_U.ledgerRow, height / u / perColumn), size);
  // What the wall was sent to has its row, and the first one, also where it never reported.
  const reporting = [...rows.filter(({ looked }) => looked), ...rows.filter((row) => !row.looked && !isSilent(row))];
  const silent = rows.filter((row) => !row.looked && isSilent(row));
  const fitIn = (px: number): number => columns * Math.floor(px / (LEAST_ROW_U * u) + 0.01);
  const closes = silent.length > 0 || reporting.length > fitIn(height);
  const fit = Math.min(reporting.length, Math.max(columns, fitIn(closes ? height - CLOSING_U * u : height)));
  const each = Math.ceil(fit / columns);
  const lines = closes
    ? closingLines({ more: fit < reporting.length ? data.more(reporting.length - fit) : "", lead: data.never, names: silent.map(({ indicator, figure: { truth } }) => ({ title: indicator, ...(truth && { truth }) })), inAll: data.inAll },
      Math.max(1, Math.min(MOST_CLOSING, Math.floor((height - each * LEAST_ROW_U * u) / (CLOSING_U * u) + 0.01))), size)
    : [];
  const rowU = each === 0 ? 0 : Math.min(SPACE_U.ledgerRow, (height / u - lines.length * CLOSING_U) / each);
  return [
    ...table(reporting.slice(0, fit), rows, columns, each, rowU, size),
    ...lines.map(([first, ...tail], i): Mark => ({ kind: "text", id: `closing-${i}`, ...first, tail, x: 0, y: (each * rowU + 1.1 + i * CLOSING_U) * u })),
  ];
}
/** Whether it is known that nothing ever came; what is awaited is not. */
const isSilent = ({ figure }: LedgerRow): boolean => figure.truth?.state === "never";
function columnsFor(count: number, { u, width, height }: Size): 1 | 2 {
  const two = (columnU: number): boolean => width >= (2 * columnU + SPACE_U.panelAcross) * u - 0.5;
  return two(LINED_FROM_U) || (two(COLUMN_U) && count * LEAST_ROW_U * u > height) ? 2 : 1;
}
/** @param all whose numbers share one edge, also with those that have no row here */
function table(rows: readonly LedgerRow[], all: readonly LedgerRow[], columns: number, perColumn: number, rowU: number, size: Size): Mark[] {
  const { u } = size;
  const width = (size.width - (columns - 1) * SPACE_U.panelAcross * u) / columns;
  const isLined = width >= LINED_FROM_U * u - 0.5;
  const valueU = Math.max(VALUE_U, ...all.map(({ figure }) => runsWidth(figureRuns(figure, TYPE_U.row * u, u), size) / u));
  const timeU = isLined ? WIDE_TIME_U : TIME_U;
  const sparkU = Math.max(SPARK_U.width, Math.min(SPARK_U.most, width / u - NAME_U - valueU - timeU - 3 * GAP_U));
  const edges: readonly Column[] = [{}, { widthU: valueU }, ...(isLined ? [{ widthU: sparkU }] : []), { widthU: timeU }];
  return Array.from({ length: columns }, (_, c) => c).flatMap((c) =>
    rowMarks(
      edges,
      rows.slice(c * perColumn, (c + 1) * perColumn).map((row) => ({ id: row.topic, cells: [name(row, size), value(row, size), ...(isLined ? [line(row, size)] : []), time(row, size)] })),
      size,
      { rowU, width, left: c * (width + SPACE_U.panelAcross * u), gapU: GAP_U },
    ));
}
const name = ({ topic, title, indicator, looked }: LedgerRow, size: Size) => ({ x, width, top, height }: CellRoom): Mark[] => {
  const { u } = size;
  const middle = top + height / 2;
  const padPx = looked ? LOOKED_PAD_U * u : 0;
  return [
    { kind: "text", id: `${topic}.title`, x: x + padPx, y: middle - 0.15 * u, text: shorten(title, width - 2 * padPx, TYPE_U.body * u, 500, size), sizePx: TYPE_U.body * u, weight: 500, ink: looked ? "bg" : "t1", ...(looked && { box: { fill: "focus" as const, padPx } }) },
    { kind: "text", id: `${topic}.indicator`, x, y: middle + 0.98 * u, text: shorten(indicator, width, u, 400, size, "end"), sizePx: u, ink: "t3" },
  ];
};
const value = ({ topic, figure }: LedgerRow, size: Size) => ({ x, width, top, height }: CellRoom): Mark[] => {
  const [first, ...tail] = figureRuns(figure, TYPE_U.row * size.u, size.u);
  return [{ kind: "text", id: `${topic}.value`, ...first, tail, x: x + width, y: top + height / 2, anchor: "end", baseline: "middle" }];
};
const line = ({ trace }: LedgerRow, { u }: Size): RowCell => ({ x, width, top, height }: CellRoom): Mark[] =>
  trace ? sparkMarks(trace, { x, y: top + (height - SPARK_U.height * u) / 2, width, height: SPARK_U.height * u, u }) : [];
const time = ({ topic, asOf }: LedgerRow, size: Size) => ({ x, width, top, height }: CellRoom): Mark[] => {
  if (!asOf) return [];
  const { u } = size;
  const ink = asOf.state === "stale" || asOf.state === "down" ? ("t1" as const) : ("t3" as const);
  const middle = top + height / 2;
  const right = x + width;
  const at: Run = { text: asOf.at, sizePx: u, ink, role: "asOf" };
  const base = asOf.coverage ? middle - 0.15 * u : middle + 0.36 * u;
  const out: Mark[] = [...freshnessMark(asOf.state, right - lineWidth(at, size) - 0.6 * u, base - 0.36 * u, u), { kind: "text", id: `${topic}.at`, ...at, x: right, y: base, anchor: "end" }];
  // Where the unit has no room the fraction still says how much is missing; half a fraction would lie.
  const coverage = [asOf.coverage, asOf.coverage.split(" ")[0]!].map((text): Run => ({ text, sizePx: u, ink: "t3", role: "asOf" })).find((run) => lineWidth(run, size) <= width);
  if (asOf.coverage && coverage) out.push({ kind: "text", id: `${topic}.coverage`, ...coverage, x: right, y: middle + 0.98 * u, anchor: "end" });
  return out;
};

export const sentence = ({ rows }: LedgerData): string => `${rows.map(told).join("；")}。`;
/** How many have a number, and the first of them. */
export function brief({ rows }: LedgerData): string {
  const known = rows.filter(({ figure }) => figure.isNumber ?? true);
  return `${[`${rows.length} 项指标中 ${known.length} 项有数据`, ...known.slice(0, TOLD_BRIEFLY).map(told)].join("；")}。`;
}
const TOLD_BRIEFLY = 2;
const told = ({ title, indicator, figure, asOf }: LedgerRow): string => `${title}：${indicator} ${figure.prefix ?? ""}${figure.text}${figure.unit ?? ""}${asOf ? `（${[asOf.at, asOf.coverage].filter(Boolean).join("，")}）` : ""}`;
