import type { IncidentState } from "../../model/incident.ts";
import type { Grade } from "../../model/words.ts";
import { linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { countedRuns, figureInk, figureRuns, rule, runsWidth, type Figure } from "./panel-text.ts";
import { ownName } from "./place-name.ts";
import { columnEdges, rowMarks, rowsThatFit, type CellRoom, type Column, type RowCell } from "./rows.ts";
import { lineWidth, wrap } from "./words.ts";

export const spec = { kind: "incidents", minU: [28, 10], titled: true } as const;

export interface IncidentsData {
  /** In the order of work. */
  readonly stages: readonly { readonly id: string; readonly word: string; readonly count: number; readonly figure: Figure }[];
  /** The gravest first, what is over last. */
  readonly rows: readonly IncidentRow[];
  /** Said when there is none. */
  readonly none: string;
  /** 另 {n} 起, for what has no row. */
  readonly more: (n: number) => string;
}
/** One incident, its words ready. */
export interface IncidentRow {
  readonly id: string;
  readonly state: IncidentState;
  readonly grade?: Grade;
  readonly at: string;
  readonly place: string;
  readonly title: string;
  readonly stage: string;
  /** 指令 1/2, 未派. */
  readonly orders: string;
  readonly isOver: boolean;
}
const COUNT_U = 2;
const ROW_U = 2.05;
const MORE_U = 1.2;
const GAP_U = 0.7;
/** Below this width an incident has two lines: what happened, then where and how far it is. */
const NARROW_BELOW_U = 34;
const LINE_U = 1.55;
const PLACE_U = 6;
const columns = (placeU: number, ordersU: number): readonly Column[] => [{ widthU: 1.5 }, { widthU: 3 }, { widthU: placeU, cut: "middle" }, {}, { widthU: 2.5 }, { widthU: ordersU, align: "end" }];
const FIRST: readonly Column[] = [{ widthU: 1.5 }, {}];
const second = (ordersU: number): readonly Column[] => [{ widthU: 1.5 }, { widthU: 3 }, { cut: "middle" }, { widthU: 2.5 }, { widthU: ordersU, align: "end" }];
const ROMAN: Readonly<Record<Grade, string>> = { 1: "I", 2: "II", 3: "III", 4: "IV" };

/** How many stand at each stage in one line, then one row for each that is worked on, as many as there is room for. */
export function marks({ stages, rows, none, more }: IncidentsData, size: Size): Mark[] {
  const { u, width, height } = size;
  const body = TYPE_U.body * u;
  const fits = stages.every(({ figure }) => runsWidth(figureRuns(figure, COUNT_U * u, u), size) <= width / stages.length - 1.2 * u);
  const narrow = width < NARROW_BELOW_U * u;
  const rowU = narrow ? 2 * LINE_U + 0.2 : ROW_U;
  // Where one row and the count of the rest would not both find room beneath, the counts are smaller: nothing is cut.
  const leastU = 1.3 + COUNT_U + rowU + (rows.length > 1 ? MORE_U : 0);
  const countU = fits && leastU * u <= height ? COUNT_U : TYPE_U.figure;
  const top = (1.3 + countU) * u;
  const out = stages.flatMap((stage, i) => stageMarks(stage, (i * width) / stages.length, i > 0, countU, u));
  if (rows.length === 0) return [...out, ...wrap(none, width, body, 400, size, 2).map((text, i): Mark => ({ kind: "text", id: `none-${i}`, x: 0, y: top + (1.4 + 1.5 * i) * u, text, sizePx: body, ink: "t3" }))];
  const fit = rowsThatFit(rows.length, height - top, rowU * u, MORE_U * u);
  const shown = rows.slice(0, fit);
  // Long names have what the titles can spare.
  const widest = Math.max(...shown.map(({ place }) => lineWidth({ text: place, sizePx: body, ink: "t1" }, size))) / u;
  const placeU = Math.max(PLACE_U, Math.min(widest, 0.3 * (width / u - 28)));
  const ordersU = Math.max(...shown.map((row) => lineWidth({ text: "", sizePx: u, ink: "t2", tail: ordersOf(row, u) }, size))) / u;
  for (const [i, row] of shown.entries()) out.push(...(narrow ? twoLines(row, ordersU, top + i * rowU * u, size) : oneLine(row, placeU, ordersU, top + i * rowU * u, size)));
  if (fit < rows.length) out.push({ kind: "text", id: "more", x: 0, y: top + (fit * rowU + 1) * u, text: more(rows.length - fit), sizePx: u, ink: "t3" });
  return out;
}
function oneLine(row: IncidentRow, placeU: number, ordersU: number, top: number, size: Size): Mark[] {
  const { grade, at, place, title, stage, orders } = cellsOf(named(row, placeU * size.u, size), size.u);
  return rowMarks(columns(placeU, ordersU), [{ id: row.id, cells: [grade, at, place, title, stage, orders] }], size, { rowU: ROW_U, top, gapU: GAP_U });
}
function twoLines(row: IncidentRow, ordersU: number, top: number, size: Size): Mark[] {
  const { u, width } = size;
  const { grade, at, place, title, stage, orders } = cellsOf(named(row, columnEdges(second(ordersU), width, u, GAP_U)[2]![1], size), u);
  const look = { rowU: LINE_U, gapU: GAP_U, ruled: false };
  return [
    ...rowMarks(FIRST, [{ id: row.id, cells: [grade, title] }], size, { ...look, top: top + 0.1 * u }),
    ...rowMarks(second(ordersU), [{ id: `${row.id}.2`, cells: [[], at, place, stage, orders] }], size, { ...look, top: top + (0.1 + LINE_U) * u }),
    rule(top + (2 * LINE_U + 0.2) * u, width, u),
  ];
}
/** A name that has no room lets its city go before it is cut. */
const named = (row: IncidentRow, widthPx: number, size: Size): IncidentRow =>
  lineWidth({ text: row.place, sizePx: TYPE_U.body * size.u, ink: "t1" }, size) <= widthPx + 0.5 ? row : { ...row, place: ownName(row.place) };
function stageMarks({ id, word, count, figure }: IncidentsData["stages"][number], left: number, isParted: boolean, countU: number, u: number): Mark[] {
  const [value] = figureRuns(figure, countU * u, u);
  const x = left + (isParted ? 0.6 * u : 0);
  return [
    ...(isParted ? [{ kind: "line" as const, points: [[left, 0], [left, (1.2 + countU) * u]] as const, stroke: "hair" as const, widthPx: linePx(1, u) }] : []),
    { kind: "text", id: `${id}.word`, x, y: 0.95 * u, text: word, sizePx: u, ink: "t3" },
    { kind: "text", id: `${id}.count`, ...value, ink: count === 0 ? "t3" : figureInk(figure), x, y: (0.95 + countU) * u },
  ];
}
function cellsOf({ id, state, grade, at, place, title, stage, orders, isOver }: IncidentRow, u: number): Readonly<Record<"grade" | "at" | "place" | "title" | "stage" | "orders", RowCell>> {
  const words = (text: string, ink: Run["ink"], more: Partial<Run> = {}): Run[] => [{ text, sizePx: TYPE_U.body * u, ink: isOver ? "t3" : ink, ...more }];
  return {
    grade: grade ? gradeMark(id, grade, isOver, u) : [],
    at: words(at, "t3", { family: "num", role: "asOf" }),
    place: words(place, "t1"),
    title: words(title, "t1", { weight: isOver ? 400 : 500, data: { incident: id, state } }),
    stage: words(stage, "t2"),
    orders: ordersOf({ orders, isOver }, u),
  };
}
/** 指令 1/2: how many of how many is read from the seats. */
const ordersOf = ({ orders, isOver }: Pick<IncidentRow, "orders" | "isOver">, u: number): Run[] => countedRuns(orders, { sizePx: TYPE_U.body * u, ink: isOver ? "t3" : "t2" }, u);
/** A Latin numeral in a plain box, solid for the two gravest: neither shape nor colour of a warning, for a grade says what has happened. */
const gradeMark = (id: string, grade: Grade, isOver: boolean, u: number) => ({ x, width, top, height }: CellRoom): Mark[] => {
  const isSolid = grade <= 2;
  const ink = isOver ? ("t3" as const) : ("t1" as const);
  const middle = top + height / 2;
  return [
    { kind: "rect", x, y: middle - 0.62 * u, width, height: 1.24 * u, ...(isSolid ? { fill: ink } : { stroke: ink, widthPx: linePx(2, u) }) },
    { kind: "text", id: `${id}.grade`, x: x + width / 2, y: middle, anchor: "middle", baseline: "middle", text: ROMAN[grade], sizePx: u, weight: 600, family: "num", ink: isSolid ? "bg" : ink },
  ];
};

/** The same in one sentence: how many stand at each stage, and the first of the list; its orders are told by theirs. */
export const sentence = (data: IncidentsData): string => told(data, ({ title }) => title);
/** Without the title of the first. */
export const brief = (data: IncidentsData): string => told(data, () => "");
function told({ stages, rows, none }: IncidentsData, titleOf: (row: IncidentRow) => string): string {
  const [first] = rows;
  if (!first) return `${none}。`;
  const counts = stages.filter(({ count }) => count > 0).map(({ word, figure }) => `${word} ${figure.text}`).join("、");
  return `在办事件 ${rows.filter((row) => !row.isOver).length} 起（${counts}）；首起：${[first.grade && `${ROMAN[first.grade]} 级`, first.place, titleOf(first), rows.length > 1 && first.stage].filter(Boolean).join("，")}。`;
}
