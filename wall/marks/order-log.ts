import type { TaskState } from "../../model/task.ts";
import type { Mark, Size } from "./mark.ts";
import { caption, rule } from "./panel-text.ts";
import { lineWidth, shorten, wrap } from "./words.ts";

export const spec = { kind: "order-log", minU: [24, 4.8] } as const;

/** One order, words ready: 14:02 №47 省三防 → 江门市. */
export interface OrderRow {
  readonly id: string;
  readonly at: string;
  readonly no: string;
  readonly fromTo: string;
  readonly text: string;
  readonly state: TaskState;
  /** 收 1/1 办 0/1, or 签收 14:05. */
  readonly receipts: string;
  /** +3 分 past its deadline. */
  readonly overdue?: string;
}
export interface OrderLogData {
  readonly rows: readonly OrderRow[];
  readonly empty: string;
}
export const TASK_SHORT: Readonly<Record<TaskState, string>> = {
  dispatched: "待签收", accepted: "已签收", onScene: "已到场", handling: "处置中", finished: "待核", closed: "办结", returned: "退回", withdrawn: "撤回",
};
const DONE: ReadonlySet<TaskState> = new Set(["closed", "withdrawn"]);

/** Newest first; finished orders recede. */
export function marks({ rows, empty }: OrderLogData, size: Size): Mark[] {
  const { u, width, height } = size;
  if (rows.length === 0) return [{ kind: "text", id: "empty", x: 0, y: 1.6 * u, text: empty, sizePx: 1.2 * u, ink: "t2" }];
  const out: Mark[] = [];
  let y = 0;
  let shown = 0;
  for (const row of rows) {
    const lines = wrap(row.text, width, 1.2 * u, 500, size, 2);
    const tall = (1.6 + 1.55 * lines.length + 1.75) * u;
    const last = shown === rows.length - 1;
    if (y + tall + (last ? 0 : 1.4 * u) > height && shown > 0) break;
    out.push(...rowMarks(row, lines, y, tall, size));
    y += tall;
    shown++;
  }
  if (shown < rows.length) out.push(caption(`另 ${rows.length - shown} 条`, width, Math.min(height - 0.3 * u, y + 1.15 * u), size, { anchor: "end", ink: "t2" }));
  return out;
}

function rowMarks(row: OrderRow, lines: readonly string[], top: number, tall: number, size: Size): Mark[] {
  const { u, width } = size;
  const ink = DONE.has(row.state) ? ("t3" as const) : ("t1" as const);
  const y0 = top + 1.25 * u;
  const receipt = top + tall - 0.65 * u;
  const timeWidth = lineWidth({ text: row.at, sizePx: 1.1 * u, weight: 600, ink, family: "num" }, size);
  const out: Mark[] = [
    { kind: "text", id: `order-${row.id}`, x: 0, y: y0, text: row.at, sizePx: 1.1 * u, weight: 600, ink, family: "num", data: { task: row.id, state: row.state },
      tail: [{ text: row.no, sizePx: u, ink: "t3", gapPx: 0.6 * u, family: "num" }, { text: shorten(row.fromTo, width - timeWidth - 6 * u, 1.05 * u, 400, size), sizePx: 1.05 * u, ink: "t2", gapPx: 0.6 * u }] },
    ...lines.map((text, i): Mark => ({ kind: "text", id: `order-${row.id}-${i}`, x: 0, y: y0 + (1.6 + 1.5 * i) * u, text, sizePx: 1.2 * u, weight: 500, ink })),
    { kind: "text", id: `receipt-${row.id}`, x: 0, y: receipt, text: TASK_SHORT[row.state], sizePx: u, ink: DONE.has(row.state) ? "t3" : "t2", weight: 500, tail: [{ text: row.receipts, sizePx: u, ink: "t3", gapPx: 0.6 * u }] },
    rule(top + tall - 0.1 * u, width, u),
  ];
  if (row.overdue) out.push({ kind: "text", id: `overdue-${row.id}`, x: width, y: receipt, anchor: "end", text: `超时 ${row.overdue}`, sizePx: u, weight: 600, ink: "bg", box: { fill: "focus", padPx: 0.3 * u } });
  return out;
}
export function sentence({ rows, empty }: OrderLogData): string {
  const open = rows.filter((row) => !DONE.has(row.state));
  return rows.length === 0 ? `${empty}。` : `指令 ${rows.length} 条，未办结 ${open.length} 条，超时 ${rows.filter((r) => r.overdue).length} 条。`;
}
