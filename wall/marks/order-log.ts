import type { TaskState } from "../../model/task.ts";
import type { Ink } from "../../themes/ink.ts";
import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { rule } from "./panel-text.ts";
import { rowMarks, type Column } from "./rows.ts";
import { lineWidth, wrap } from "./words.ts";

export const spec = { kind: "order-log", minU: [24, 10], titled: true } as const;

export interface OrderLogData {
  /** What is overdue first, then the newest. */
  readonly rows: readonly OrderLogRow[];
  /** 另 {n} 条, for what has no row. */
  readonly more: (n: number) => string;
}
/** One order as it went out, its words ready. */
export interface OrderLogRow {
  readonly id: string;
  readonly state: TaskState;
  /** When it went out, its number in the journal, and from whom to whom: 08:09, №1,047, 省 → 阳江市三防办. */
  readonly at: string;
  readonly no: string;
  readonly way: string;
  readonly text: string;
  /** Pressing = overdue or returned. */
  readonly due?: { readonly text: string; readonly isPressing: boolean };
  /** 收, 到, 办, each with the time at which it came; null = awaited. */
  readonly receipts: readonly { readonly word: string; readonly at: string | null }[];
  readonly isAwaited: boolean;
  readonly isOver: boolean;
}
const HEAD_U = 1.9;
const LINE_U = 1.55;
const RECEIPTS_U = 1.8;
const AIR_U = 0.15;
const MOST_AIR_U = 0.4;
const MORE_U = 1.3;
const GAP_U = 0.6;

/** What went out, when, from whom to whom, and which receipts came back: each order whole or not at all. */
export function marks({ rows, more }: OrderLogData, size: Size): Mark[] {
  const { u, width, height } = size;
  const lines = rows.map((row) => wrap(row.text, width, TYPE_U.title * u, weightOf(row), size, row.isOver ? 1 : 2));
  const high = (i: number, airU: number): number => (HEAD_U + lines[i]!.length * LINE_U + RECEIPTS_U + 2 * airU) * u;
  let kept = 0;
  let taken = 0;
  for (; kept < rows.length; kept++) {
    const next = taken + high(kept, AIR_U);
    if (next + (kept < rows.length - 1 ? MORE_U * u : 0) > height + 0.5) break;
    taken = next;
  }
  // The first stands in any case, in one line of its words.
  if (kept === 0 && rows.length > 0) {
    lines[0] = wrap(rows[0]!.text, width, TYPE_U.title * u, weightOf(rows[0]!), size, 1);
    kept = 1;
    taken = high(0, AIR_U);
  }
  const rest = rows.length - kept;
  const air = Math.max(0, Math.min(MOST_AIR_U, AIR_U + (height - taken - (rest > 0 ? MORE_U * u : 0)) / Math.max(1, kept) / 2 / u));
  const widest = timesWidth(rows.slice(0, kept), size);
  const out: Mark[] = [];
  let y = 0;
  for (const [i, row] of rows.slice(0, kept).entries()) {
    y += air * u;
    out.push(...head(row, y, size));
    y += HEAD_U * u;
    for (const [n, text] of lines[i]!.entries()) {
      out.push({ kind: "text", id: `${row.id}.text${n}`, text, sizePx: TYPE_U.title * u, weight: weightOf(row), ink: inkOf(row), x: 0, y: y + (LINE_U / 2 + 0.36 * TYPE_U.title) * u, ...(n === 0 && { data: { task: row.id, state: row.state } }) });
      y += LINE_U * u;
    }
    out.push(...foot(row, widest, y, size));
    y += (RECEIPTS_U + air) * u;
    out.push(rule(y, width, u));
  }
  if (rest > 0) out.push({ kind: "text", id: "more", x: 0, y: y + u, text: more(rest), sizePx: u, ink: "t3" });
  return out;
}
const weightOf = ({ isAwaited }: OrderLogRow) => (isAwaited ? (600 as const) : (400 as const));
const inkOf = ({ isAwaited, isOver }: OrderLogRow): Ink => (isAwaited ? "t1" : isOver ? "t3" : "t2");

function head(row: OrderLogRow, top: number, size: Size): Mark[] {
  const { u } = size;
  const at: Run = { text: row.at, sizePx: TYPE_U.figure * u, weight: row.isOver ? 400 : 500, ink: row.isOver ? "t3" : "t1", family: "num" };
  const small = (text: string, ink: Ink): Run => ({ text, sizePx: u, ink });
  const columns: Column[] = [{ widthU: widthU([at], size) }, { widthU: widthU([small(row.no, "t3")], size) }, { cut: "middle" }];
  return rowMarks(columns, [{ id: `${row.id}.head`, cells: [[at], [small(row.no, "t3")], [small(row.way, row.isOver ? "t3" : "t2")]] }], size, { rowU: HEAD_U, top, gapU: GAP_U, ruled: false });
}
/** Receipts stand in the same columns for all orders; what is overdue ends the line in an inverse block. */
function foot(row: OrderLogRow, receiptU: number, top: number, size: Size): Mark[] {
  const { u } = size;
  const due: Run[] = !row.due ? [] : row.due.isPressing ? [{ text: row.due.text, sizePx: TYPE_U.body * u, weight: 600, ink: "bg", box: { fill: "t1", padPx: 0.25 * u } }] : [{ text: row.due.text, sizePx: TYPE_U.body * u, weight: row.isAwaited ? 500 : 400, ink: inkOf(row) }];
  const columns: Column[] = [...row.receipts.map(() => ({ widthU: receiptU })), { align: "end" }];
  return rowMarks(columns, [{ id: `${row.id}.foot`, cells: [...row.receipts.map((receipt) => receiptRuns(receipt, row.isOver, u)), due] }], size, { rowU: RECEIPTS_U, top, gapU: GAP_U, ruled: false });
}
const receiptRuns = ({ word, at }: OrderLogRow["receipts"][number], isOver: boolean, u: number): Run[] => [
  { text: word, sizePx: u, ink: at === null || isOver ? "t3" : "t2" },
  { text: at ?? "—", sizePx: u, ink: at === null || isOver ? "t3" : "t1", family: "num", gapPx: 0.3 * u, role: "asOf" },
];
const widthU = (tail: readonly Run[], size: Size): number => lineWidth({ text: "", sizePx: size.u, ink: "t1", tail }, size) / size.u;
const timesWidth = (rows: readonly OrderLogRow[], size: Size): number => Math.max(0, ...rows.flatMap((row) => row.receipts.map((receipt) => widthU(receiptRuns(receipt, false, size.u), size))));

/** How many went out, how many are overdue, and the first of the list. */
export const sentence = (data: OrderLogData): string => told(data, ({ text }) => text);
export const brief = (data: OrderLogData): string => told(data, () => "");
function told({ rows }: OrderLogData, wordsOf: (row: OrderLogRow) => string): string {
  const [first] = rows;
  if (!first) return "没有指令。";
  const late = rows.filter(({ due }) => due?.isPressing).length;
  return `指令流 ${rows.length} 条${late > 0 ? `，超时或退回 ${late} 条` : ""}；首条：${[`${first.at} ${first.way}`, wordsOf(first), first.due?.text].filter(Boolean).join("，")}。`;
}
