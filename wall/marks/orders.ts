import type { TaskState } from "../../model/task.ts";
import { TYPE_U, type Weight } from "../../themes/scale.ts";
import type { Ink } from "../../themes/ink.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { rule } from "./panel-text.ts";
import { rowMarks, type Column } from "./rows.ts";
import { lineWidth, wrap } from "./words.ts";

export const spec = { kind: "orders", minU: [28, 5], titled: true } as const;

export interface OrdersData {
  /** The most urgent first. */
  readonly rows: readonly OrderRow[];
  /** 另 {n} 条, for what has no row. */
  readonly more: (n: number) => string;
}
/** One order, its words ready. */
export interface OrderRow {
  readonly id: string;
  readonly state: TaskState;
  readonly text: string;
  /** Who carries it out. */
  readonly unit: string;
  /** Something is still awaited of the unit. */
  readonly isAwaited: boolean;
  /** Neither closed nor withdrawn nor returned. */
  readonly isOpen: boolean;
  /** How much time is left, or what became of it; pressing = somebody must act: overdue, returned. */
  readonly due?: { readonly text: string; readonly isPressing: boolean };
  /** 有困难, when the unit says so. */
  readonly difficulty?: string;
  /** 发, 收, 到, 办, 核, each with the time at which it came; null = awaited. */
  readonly receipts: readonly { readonly word: string; readonly at: string | null }[];
}
/** Rows in u: the words of the order, a further line of them, its unit and receipts. */
const WIDE = { textU: 1.58, lineU: 1.5, unitU: 1.32, blockPadU: 0.2, titleU: TYPE_U.title, weight: 600, dueU: TYPE_U.body, moreU: 1.2 } as const;
/**
 * Room for one order only: its words have the line for themselves, and a second one where there is room; below stand its unit, how far it has come,
 * what comes next, by when, and how many have no row.
 */
const LOW = { textU: 1.1, lineU: 1.5, unitU: 1.15, blockPadU: 0.15, titleU: TYPE_U.body, weight: 500, dueU: TYPE_U.caption, moreU: 0 } as const;
/** One order in two lines, its unit, and the line that counts the rest. */
const LOW_BELOW_U = WIDE.textU + WIDE.lineU + WIDE.unitU + WIDE.moreU;
const NARROW_BELOW_U = 34;
const GAP_U = 0.9;
/** Above and below an order, as its row needs it (VISUAL: 4.8 u, where its words take two lines), and at most. */
const AIR_U = 0.2;
const MOST_AIR_U = 0.35;

/** Each order whole or not at all: what is to be done and by when, then who does it and which of the five receipts have come. */
export function marks({ rows, more }: OrdersData, size: Size): Mark[] {
  const { u, height } = size;
  const low = isLow(size);
  const look = low ? LOW : WIDE;
  const dueU = low ? 0 : widestU(rows.map((row) => due(row, look, u)), size);
  const columns: Column[] = dueU > 0 ? [{}, { widthU: dueU, align: "end" }] : [{}];
  const textPx = size.width - (dueU > 0 ? dueU + GAP_U : 0) * u;
  const linesOf = (row: OrderRow, most: number): string[] => wrap(row.text, textPx, look.titleU * u, weightOf(row, look), size, isOver(row) ? 1 : most);
  const rowPx = (lines: number, airU: number): number => (look.textU + (lines - 1) * look.lineU + look.unitU + 2 * airU) * u;
  // Two in the room of one would stand in each other's lines.
  const said = wholeRows(low ? rows.slice(0, 1) : rows, height, look.moreU * u, (row) => {
    const lines = linesOf(row, 2);
    return { lines, px: rowPx(lines.length, low ? 0 : AIR_U) };
  });
  // The most urgent order stands in any case, with as much of its words as has room.
  if (said.length === 0 && rows[0]) said.push(linesOf(rows[0], height - (rows.length > 1 ? look.moreU * u : 0) + 0.5 >= rowPx(2, 0) ? 2 : 1));
  const shown = rows.slice(0, said.length);
  const rest = rows.length - shown.length;
  const left = height - said.reduce((sum, lines) => sum + rowPx(lines.length, 0), 0) - (rest > 0 ? look.moreU * u : 0);
  // What is left parts the orders from the lines between them.
  const air = low ? 0 : Math.max(0, Math.min(MOST_AIR_U * u, left / shown.length / 2));
  let top = 0;
  const out: Mark[] = [];
  for (const [r, row] of shown.entries()) {
    top += air;
    for (const [i, text] of said[r]!.entries()) {
      const lineU = i === 0 ? look.textU : look.lineU;
      const words: Run = { text, sizePx: look.titleU * u, weight: weightOf(row, look), ink: inkOf(row), ...(i === 0 && { data: { task: row.id, state: row.state } }) };
      out.push(...rowMarks(columns, [{ id: `${row.id}.text${i}`, cells: [[words], ...(dueU > 0 ? [i === 0 ? due(row, look, u) : []] : [])] }], size, { rowU: lineU, top, gapU: GAP_U, ruled: false }));
      top += lineU * u;
    }
    out.push(...under(row, shown, low && rest > 0 ? more(rest) : "", top, size));
    top += look.unitU * u + air;
    if (!low) out.push(rule(top, size.width, u));
  }
  if (rest > 0 && !low) out.push({ kind: "text", id: "more", x: 0, y: top + u, text: more(rest), sizePx: u, ink: "t3" });
  return out;
}
/** As many of the first orders as have room, each whole, with the line that counts the others. */
function wholeRows(rows: readonly OrderRow[], heightPx: number, morePx: number, of: (row: OrderRow) => { readonly lines: string[]; readonly px: number }): string[][] {
  const fit: string[][] = [];
  let counted = 0;
  let taken = 0;
  for (const [i, row] of rows.entries()) {
    const { lines, px } = of(row);
    taken += px;
    if (taken > heightPx + 0.5) break;
    fit.push(lines);
    if (taken + (i < rows.length - 1 ? morePx : 0) <= heightPx + 0.5) counted = i + 1;
  }
  return fit.slice(0, counted);
}
/** What the unit still owes stands out, what waits for its check does not, and what is over recedes altogether. */
const weightOf = ({ isAwaited }: OrderRow, { weight }: Pick<typeof WIDE | typeof LOW, "weight">): Weight => (isAwaited ? weight : 400);
const inkOf = (row: OrderRow): Ink => (row.isAwaited ? "t1" : isOver(row) ? "t3" : "t2");
const isOver = ({ state }: OrderRow): boolean => state === "closed" || state === "withdrawn";

const due = (row: OrderRow, { dueU, blockPadU }: Pick<typeof WIDE | typeof LOW, "dueU" | "blockPadU">, u: number): Run[] =>
  !row.due ? [] : row.due.isPressing ? [block(row.due.text, dueU * u, blockPadU * u)] : [{ text: row.due.text, sizePx: dueU * u, weight: row.isAwaited ? 500 : 400, ink: inkOf(row) }];
/** Not a severity: inverse, whatever the level (VISUAL §5). */
const block = (text: string, sizePx: number, padPx: number): Run => ({ text, sizePx, weight: 600, ink: "bg", box: { fill: "t1", padPx } });

/** Who does it, and its receipts, which stand in the same columns for all orders; a narrow panel leaves out that it was sent. */
function under(row: OrderRow, shown: readonly OrderRow[], rest: string, top: number, size: Size): Mark[] {
  const { id, unit, receipts } = row;
  const { u } = size;
  const low = isLow(size);
  const tight = low || size.width < NARROW_BELOW_U * u;
  const small = (text: string, ink: Ink): Run => ({ text, sizePx: u, ink });
  // One order alone has no columns to keep: the last that came and the next that is awaited say it all.
  const come = receipts.filter(({ at }) => at !== null).length;
  const [first, end] = low ? [Math.max(1, come - 1), come + 1] : [tight ? 1 : 0, receipts.length];
  const told = (of: OrderRow): Run[][] => of.receipts.slice(first, end).map(({ word, at }) => [small(word, at === null || isOver(of) ? "t3" : "t2"), { ...small(at ?? "—", at === null || isOver(of) ? "t3" : "t1"), family: "num", gapPx: 0.3 * u, role: "asOf" }]);
  // Nobody is called to a difficulty of what is over.
  const troubled = (of: OrderRow): Run[] => (!of.difficulty ? [] : isOver(of) ? [small(of.difficulty, "t3")] : [block(of.difficulty, u, 0.15 * u)]);
  const troubledU = widestU(shown.map(troubled), size);
  const receiptU = widestU(shown.flatMap(told), size);
  const by = low ? due(row, LOW, u) : [];
  const columns: Column[] = [{ cut: "middle" }, ...(troubledU > 0 ? [{ widthU: troubledU }] : []), ...told(row).map((receipt) => ({ widthU: low ? widestU([receipt], size) : receiptU })), ...(by.length > 0 ? [{ widthU: widestU([by], size) }] : []), ...(rest ? [{ widthU: widestU([[small(rest, "t3")]], size) + 0.6, align: "end" as const }] : [])];
  const cells: Run[][] = [[small(`→ ${unit}`, isOver(row) ? "t3" : "t2")], ...(troubledU > 0 ? [troubled(row)] : []), ...told(row), ...(by.length > 0 ? [by] : []), ...(rest ? [[small(rest, "t3")]] : [])];
  return rowMarks(columns, [{ id: `${id}.under`, cells }], size, { rowU: (low ? LOW : WIDE).unitU, top, gapU: tight ? 0.5 : 0.8, ruled: false });
}
const isLow = ({ height, u }: Size): boolean => height < LOW_BELOW_U * u;
const widestU = (lines: readonly (readonly Run[])[], size: Size): number => Math.max(0, ...lines.map((tail) => lineWidth({ text: "", sizePx: size.u, ink: "t1", tail }, size))) / size.u;

/** The same in one sentence: how many, how many of them are not over, and the most urgent. */
export const sentence = (data: OrdersData): string => told(data, ({ text }) => text);
/** Without what the most urgent one says: who has it and how late it is. */
export const brief = (data: OrdersData): string => told(data, () => "");
function told({ rows }: OrdersData, wordsOf: (row: OrderRow) => string): string {
  const [first] = rows;
  if (!first) return "没有指令。";
  return `指令 ${rows.length} 条，未办结 ${rows.filter((row) => row.isOpen).length} 条；首条：${[wordsOf(first), first.unit, first.due?.text, first.difficulty].filter(Boolean).join("，")}。`;
}
