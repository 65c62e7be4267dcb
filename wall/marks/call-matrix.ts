import { coarseSpan } from "../../model/moments.ts";
import { grouped } from "../../model/numerals.ts";
import type { Severity } from "../../model/words.ts";
import type { Ink } from "../../themes/ink.ts";
import { BADGE_U, TYPE_U } from "../../themes/scale.ts";
import { ascending } from "d3";
import { ANSWER_LOOK } from "./answer-look.ts";
import { fold, type FoldedKind } from "./call-fold.ts";
import { CALL_STATES, mostPressing, type CallState } from "./call-state.ts";
import type { Mark, Run, Size, TextMark } from "./mark.ts";
import { rule, type Figure } from "./panel-text.ts";
import { fitLine, lineWidth } from "./words.ts";

export const spec = { kind: "call-matrix", minU: [34, 14], titled: true } as const;

export interface CallMatrixData {
  /** 市 14/21, 县 114/122, 镇街 1,749/1,757: how many of those that are called have answered. */
  readonly totals: readonly { readonly id: string; readonly word: string; readonly figure: Figure; readonly of: string }[];
  /** 模: what all answers are, where they are no reports; empty where they are. */
  readonly tag?: string;
  /** Said in place of the totals where nobody is called. */
  readonly none: string;
  /** What the looks of a cell mean, in the order in which they are explained. */
  readonly key: readonly { readonly state: CallState; readonly word: string }[];
  /** Grouped by the highest level in the city, the gravest first, late ones first in each group. */
  readonly rows: readonly CallRow[];
  /** 另 {n}: how many counties of a row have no room. */
  readonly rest: (n: number) => string;
  /** What is said of rows that lost their place. */
  readonly folded: (kind: FoldedKind, rows: readonly CallRow[]) => string;
}
export interface CallRow {
  readonly id: string;
  readonly name: string;
  /** The most pressing state in it, and its longest delay in minutes. */
  readonly state: CallState;
  readonly late: number;
  /** The highest level that stands anywhere in it. */
  readonly level?: Severity;
  /** The character that stands for the level; absent = its own. */
  readonly char?: string;
  readonly cells: readonly CallCell[];
  /** Towns that answered of those that are called: 60/63; empty = none is called there. `untold` = how many of them lie in counties that never told. */
  readonly towns: { readonly have: string; readonly of: string; readonly untold?: number };
  /** 超时 3 镇 +3 分，8 镇未报 where some are missing for another reason, 超时 3 镇 +3 分, and +3 分 where there is little room. */
  readonly end?: { readonly full?: string; readonly long: string; readonly short: string };
}
export interface CallCell {
  readonly id: string;
  /** 徐闻; of a city without counties 直管 23 镇街. */
  readonly name: string;
  readonly state: CallState;
  /** +3 or 余 2, said in the cell where more than one of the row is late or waits. */
  readonly time?: string;
}

const HEAD_U = 2.1;
/** Rows stand apart as far as there is room (VISUAL §10). */
const ROW_U = 2.1;
const MOST_ROW_U = 2.6;
const CELL_U = 1.6;
const CITY_AT_U = 1.8;
const CITY_U = 2.5;
const CELLS_AT_U = CITY_AT_U + CITY_U + 0.5;
const GAP_U = 0.6;
/** Room around a name in its cell and between two cells, wide and narrow. */
const AIR = [{ padU: 0.32, gapU: 0.42 }, { padU: 0.22, gapU: 0.28 }, { padU: 0.13, gapU: 0.16 }] as const;
type Air = (typeof AIR)[number];

/** One row for each city, its counties by name, so that a hole names itself; what has no row is counted by name, the late ones first. */
export function marks(data: CallMatrixData, size: Size): Mark[] {
  const { u, width, height } = size;
  const room = Math.max(1, Math.floor((height / u - HEAD_U) / ROW_U + 0.01));
  const { open, lines } = fold(data.rows, room);
  const rowU = Math.max(ROW_U, Math.min(MOST_ROW_U, (height / u - HEAD_U) / Math.max(1, open.length + lines.length)));
  const townsU = Math.max(0, ...open.map((row) => lineWidth({ text: "", sizePx: u, ink: "t3", tail: townRuns(row, u) }, size))) / u;
  const shape = shapeOf(open, townsU, size);
  const out: Mark[] = [...head(data, size)];
  let y = HEAD_U * u;
  open.forEach((row, i) => {
    out.push(...rowMarks(row, row.level !== undefined && row.level !== open[i - 1]?.level, y, rowU, townsU, shape, data.rest, size));
    y += rowU * u;
  });
  for (const { kind, rows } of lines) {
    out.push(...foldedLine(kind, data.folded(kind, rows), y, rowU, size), rule(y + rowU * u, width, u));
    y += rowU * u;
  }
  return out;
}

/** How many answered, and what the cells look like; the explanation gives way first, and of it what explains itself. */
function head({ totals, tag, none, key, rows }: CallMatrixData, size: Size): Mark[] {
  const { u, width } = size;
  const baseline = (HEAD_U / 2 + 0.36 * TYPE_U.body) * u;
  const out: Mark[] = [];
  const words: Run[] = totals.flatMap(({ word, figure, of }, i): Run[] => [
    { text: word, sizePx: TYPE_U.body * u, ink: "t2", gapPx: i === 0 ? 0 : 0.9 * u },
    { text: figure.text, sizePx: TYPE_U.figure * u, weight: 500, ink: figure.truth?.state === "stale" ? "t3" : "t1", family: "num", gapPx: 0.3 * u, ...(figure.truth && { truth: figure.truth }) },
    { text: `/${of}`, sizePx: TYPE_U.figure * u, ink: "t3", family: "num" },
  ]);
  if (tag && words.length > 0) words.push({ text: tag, sizePx: u, ink: "w1", gapPx: 0.5 * u, box: { stroke: "w2", dashed: true, padPx: 0.25 * u } });
  const [first, ...tail] = words.length > 0 ? words : [{ text: none, sizePx: TYPE_U.body * u, ink: "t2" as const }];
  const line: TextMark = { kind: "text", id: "totals", ...first!, tail, x: 0, y: baseline };
  out.push(line);
  const left = lineWidth(line, size) + 1.2 * u;
  // Only what stands below is explained.
  const seen = new Set(rows.flatMap(({ cells }) => cells.map(({ state }) => state)));
  let shown = key.filter(({ state }) => seen.has(state));
  const wide = (all: typeof key): number => all.reduce((sum, { word }) => sum + cellWidth(word, "", AIR[1], u, size), (all.length - 1) * 0.5 * u);
  while (shown.length > 0 && left + wide(shown) > width) shown = shown.slice(1);
  let x = width - wide(shown);
  for (const { state, word } of shown) {
    out.push(...cellMarks({ id: `key-${state}`, name: word, state }, "", AIR[1], x, (HEAD_U / 2) * u, baseline, u, size));
    x += cellWidth(word, "", AIR[1], u, size) + 0.5 * u;
  }
  out.push(rule(HEAD_U * u, width, u));
  return out;
}

interface Shape {
  readonly air: Air;
  /** Rows say at their end how many towns are late, and how many never told. */
  readonly said: Said;
}
type Said = (typeof SAID)[number];
const SAID = ["full", "long", "short"] as const;
const endOf = ({ full, long, short }: NonNullable<CallRow["end"]>, said: Said): string => (said === "short" ? short : said === "full" ? (full ?? long) : long);
/** As much air and as many words as all rows have room for. */
function shapeOf(rows: readonly CallRow[], townsU: number, size: Size): Shape {
  for (const said of SAID)
    for (const air of AIR) if (rows.every((row) => taken(row, air, said, false, townsU, size) <= size.width)) return { air, said };
  return { air: AIR.at(-1)!, said: "short" };
}
/** What of a row has room, in its order: the pressing before what is done. What has none is counted, and looks as the most pressing of it would. */
export function fitCells(row: CallRow, widthPx: number, restWord: CallMatrixData["rest"], widthOf: (cells: readonly CallCell[]) => number): readonly CallCell[] {
  if (widthOf(row.cells) <= widthPx) return row.cells;
  const byNeed = row.cells.map((cell, i) => ({ cell, i })).sort((a, b) => ascending(CALL_STATES.indexOf(a.cell.state), CALL_STATES.indexOf(b.cell.state)) || a.i - b.i);
  for (let kept = row.cells.length - 1; ; kept--) {
    const rest = byNeed.slice(kept).map(({ cell }) => cell);
    const shown = [...byNeed.slice(0, kept).sort((a, b) => a.i - b.i).map(({ cell }) => cell), { id: `${row.id}.rest`, name: restWord(rest.length), state: mostPressing(rest.map(({ state }) => state)) }];
    if (kept === 0 || widthOf(shown) <= widthPx) return shown;
  }
}
function taken({ cells, end }: CallRow, air: Air, said: Said, isTimed: boolean, townsU: number, size: Size): number {
  const { u } = size;
  const inCells = cells.reduce((sum, { name, time = "" }) => sum + cellWidth(name, isTimed ? time : "", air, u, size), (cells.length - 1) * air.gapU * u);
  const endPx = end ? endWidth(endOf(end, said), u, size) + GAP_U * u : 0;
  return CELLS_AT_U * u + inCells + GAP_U * u + endPx + townsU * u;
}
function rowMarks(row: CallRow, isFirst: boolean, top: number, rowU: number, townsU: number, { air, said }: Shape, restWord: CallMatrixData["rest"], size: Size): Mark[] {
  const { u, width } = size;
  const middle = top + (rowU / 2) * u;
  const baseline = middle + 0.36 * TYPE_U.body * u;
  const spent = CELLS_AT_U * u + GAP_U * u + (row.end ? endWidth(endOf(row.end, said), u, size) + GAP_U * u : 0) + townsU * u;
  const cells = fitCells(row, width - spent, restWord, (all) => all.reduce((sum, { name: of }) => sum + cellWidth(of, "", air, u, size), (all.length - 1) * air.gapU * u));
  const isTimed = cells.length === row.cells.length && row.cells.filter(({ time }) => time).length > 1 && taken(row, air, said, true, townsU, size) <= width;
  const out: Mark[] = [];
  // Found by machines: hollow. One for the whole group.
  if (isFirst) out.push({ kind: "badge", cx: 0.65 * BADGE_U.row * u, cy: middle, heightPx: BADGE_U.row * u, severity: row.level!, look: "hollow", ...(row.char && { char: row.char }) });
  const [name] = fitLine([{ text: row.name, sizePx: TYPE_U.body * u, weight: row.level === undefined ? 400 : 500, ink: row.level === undefined ? "t3" : "t1" }], CITY_U * u, size, "middle");
  out.push({ kind: "text", id: `${row.id}.city`, ...name!, x: CITY_AT_U * u, y: baseline });
  let x = CELLS_AT_U * u;
  for (const cell of cells) {
    const time = isTimed ? (cell.time ?? "") : "";
    out.push(...cellMarks(cell, time, air, x, middle, baseline, u, size));
    x += cellWidth(cell.name, time, air, u, size) + air.gapU * u;
  }
  const [first, ...tail] = townRuns(row, u);
  if (first) out.push({ kind: "text", id: `${row.id}.towns`, ...first, tail, x: width, y: baseline, anchor: "end" });
  if (row.end) {
    const words = endOf(row.end, said);
    const wide = endWidth(words, u, size);
    const at = width - townsU * u - GAP_U * u - wide;
    const isLate = row.state === "overdue";
    const [lead, ...rest] = timeRuns(words, isLate ? "bg" : row.state === "waiting" ? "t1" : "t2", u);
    if (isLate) out.push({ kind: "rect", x: at, y: middle - (CELL_U / 2) * u, width: wide, height: CELL_U * u, fill: "t1" });
    out.push({ kind: "text", id: `${row.id}.end`, ...lead!, tail: rest, x: at + END_PAD_U * u, y: baseline });
  }
  out.push(rule(top + rowU * u, width, u));
  return out;
}
const townRuns = ({ towns, state }: CallRow, u: number): Run[] => (towns.of === "" ? [] : [
  { text: towns.have, sizePx: TYPE_U.figure * u, ink: state === "answered" ? "t3" : "t1", weight: 500, family: "num" },
  { text: `/${towns.of}`, sizePx: TYPE_U.figure * u, ink: "t3", family: "num" },
]);
const END_PAD_U = 0.3;
/** Words with their digits large enough for the seats. */
const timeRuns = (text: string, ink: Ink, u: number): Run[] =>
  text.split(/([+]?\d[\d,]*)/).filter(Boolean).map((piece): Run => (/\d/.test(piece) ? { text: piece, sizePx: TYPE_U.figure * u, weight: 600, ink, family: "num" } : { text: piece, sizePx: TYPE_U.body * u, weight: 600, ink }));
const endWidth = (text: string, u: number, size: Size): number => lineWidth({ text: "", sizePx: u, ink: "t1", tail: timeRuns(text, "t1", u) }, size) + 2 * END_PAD_U * u;
const cellWidth = (name: string, time: string, { padU }: Air, u: number, size: Size): number =>
  lineWidth({ text: name, sizePx: TYPE_U.body * u, ink: "t1", tail: time ? timed(time, "t1", u) : [] }, size) + 2 * padU * u;
const timed = (time: string, ink: Ink, u: number): Run[] => timeRuns(time, ink, u).map((run, i) => (i === 0 ? { ...run, gapPx: 0.25 * u } : run));

/** Acknowledged recedes on its ground, what waits is hollow, what is late is inverse, what is cut off dashed, what never reported hatched as on a map; where nobody is called only the name stands. */
function cellMarks({ id, name, state }: CallCell, time: string, air: Air, x: number, middle: number, baseline: number, u: number, size: Size): Mark[] {
  const { box, ink, weight } = ANSWER_LOOK[state](u);
  const room = { x, y: middle - (CELL_U / 2) * u, width: cellWidth(name, time, air, u, size), height: CELL_U * u };
  return [
    ...(box ? [{ kind: "rect" as const, ...room, ...box }] : []),
    { kind: "text", id: `${id}.cell`, text: name, sizePx: TYPE_U.body * u, weight, ink, x: x + air.padU * u, y: baseline, tail: time ? timed(time, ink, u) : [], data: { call: id, state } },
  ];
}
/** 另 5 市超时 17 县，最长 +42 分; what is done in the same line of words, receding. */
function foldedLine(kind: FoldedKind, said: string, top: number, rowU: number, size: Size): Mark[] {
  const { u, width } = size;
  const baseline = top + (rowU / 2 + 0.36 * TYPE_U.body) * u;
  const ink: Ink = kind === "overdue" ? "bg" : kind === "open" ? "t1" : "t3";
  const pad = kind === "overdue" ? END_PAD_U * u : 0;
  const [first] = fitLine([{ text: said, sizePx: TYPE_U.body * u, weight: kind === "quiet" ? 400 : 600, ink }], width - 2 * pad, size);
  if (!first) return [];
  return [
    ...(kind === "overdue" ? [{ kind: "rect" as const, x: 0, y: top + ((rowU - CELL_U) / 2) * u, width: lineWidth(first, size) + 2 * pad, height: CELL_U * u, fill: "t1" as const }] : []),
    { kind: "text", id: `folded-${kind}`, ...first, x: pad, y: baseline },
  ];
}

/** How many answered of those that are called, and where it is late. */
export function sentence({ totals, none, rows }: CallMatrixData, most = 3): string {
  if (totals.length === 0) return `叫应：${none}。`;
  const late = rows.filter(({ state }) => state === "overdue");
  const of = (state: CallState): number => rows.reduce((sum, { cells }) => sum + cells.filter((cell) => cell.state === state).length, 0);
  const untold = rows.reduce((sum, { towns }) => sum + (towns.untold ?? 0), 0);
  const named = late.toSorted((a, b) => b.late - a.late).slice(0, most).map(({ name, cells, late: minutes }) => `${name} ${cells.filter(({ state }) => state === "overdue").map((cell) => cell.name).slice(0, most).join("、")} +${coarseSpan(minutes, "zh")}`);
  const parts = [
    `已应 ${totals.map(({ word, figure, of: all }) => `${word} ${figure.text}/${all}`).join("、")}`,
    ...(late.length > 0 ? [`超时 ${of("overdue")} 县（${named.join("；")}${late.length > most ? "等" : ""}）`] : []),
    ...([["waiting", "待应"], ["cut", "断线"], ["unreported", "未上报"]] as const).flatMap(([state, word]) => (of(state) > 0 ? [`${word} ${of(state)} 县${state === "unreported" && untold > 0 ? `（${grouped(untold, 0)} 镇街）` : ""}`] : [])),
  ];
  return `叫应：${parts.join("，")}。`;
}
