import { grouped } from "../../model/numerals.ts";
import { percentAt } from "../../model/share.ts";
import { linePx, TYPE_U } from "../../themes/scale.ts";
import { moved } from "./moved.ts";
import type { Mark, Paint, Run, Size } from "./mark.ts";
import { caption, countedRuns, figureInk, figureRuns, runsWidth, type Figure } from "./panel-text.ts";
import { rowMarks, type Column } from "./rows.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "plan-progress", minU: [30, 10.5], titled: true } as const;

export interface PlanProgressData {
  readonly total: ProgressRow;
  /** 须于 12:00 前完成; empty where no deadline is known. */
  readonly due: string;
  /** The share of the time that has gone, 0 to 1: who is behind it is slow. */
  readonly pace?: number;
  /** What the tick on the bars means: 按时应达. */
  readonly paceWord: string;
  /** 落后. */
  readonly behindWord: string;
  /** Those furthest from their plan first; what is not known comes last. */
  readonly rows: readonly ProgressRow[];
  readonly more: (n: number) => string;
}
export interface ProgressRow {
  readonly id: string;
  readonly name: string;
  /** Done of the plan, 0 to 1 and beyond; null = not known, which is not nothing. */
  readonly share: number | null;
  readonly done: Figure;
  /** /12.8 of the plan in the same unit; empty where the number is itself a share. */
  readonly plan: string;
}
const HEAD_U = 3.4;
const ROW_U = 1.8;
const MOST_ROW_U = 2.6;
const MORE_U = 1.4;
const NAME_U = 3.4;
const GAP_U = 1.9;
const LIST_U = 22;
const BAR_U = 0.85;

/** The whole in large figures with its deadline, then each place: a bar on its plan, a tick where it should be by now, those behind in full ink. */
export function marks(data: PlanProgressData, size: Size): Mark[] {
  const { u, width, height } = size;
  const { rows, more, pace } = data;
  const out = head(data, size);
  const most = Math.max(1, Math.floor((width / u + GAP_U) / (LIST_U + GAP_U)));
  const lines = Math.max(1, Math.floor((height / u - HEAD_U) / ROW_U + 0.01));
  const lists = Math.min(most, Math.max(1, Math.ceil(rows.length / lines)));
  const room = rows.length <= lists * lines ? lines : Math.max(1, Math.floor((height / u - HEAD_U - MORE_U) / ROW_U + 0.01));
  const kept = Math.min(rows.length, lists * room);
  const depth = Math.max(1, Math.ceil(kept / lists));
  const rowU = Math.max(ROW_U, Math.min(MOST_ROW_U, (height / u - HEAD_U - (kept < rows.length ? MORE_U : 0)) / depth));
  const wide = (width - (lists - 1) * GAP_U * u) / lists;
  const shown = rows.slice(0, kept);
  const doneU = Math.max(3.2, ...shown.map((row) => lineWidth({ text: "", sizePx: u, ink: "t1", tail: doneRuns(row, isBehind(row, pace), u) }, size) / u));
  for (let list = 0; list < lists; list++) out.push(...moved(listMarks(shown.slice(list * depth, (list + 1) * depth), doneU, rowU, pace, { ...size, width: wide }), list * (wide + GAP_U * u), HEAD_U * u));
  if (kept < rows.length) out.push(caption(more(rows.length - kept), 0, (HEAD_U + depth * rowU + 1.1) * u, size, { id: "more" }));
  return out;
}
function head({ total, due, pace, paceWord }: PlanProgressData, size: Size): Mark[] {
  const { u, width } = size;
  const [value, ...unit] = figureRuns(total.done, TYPE_U.value * u, u);
  const plan: Run[] = total.plan ? [{ text: total.plan, sizePx: TYPE_U.figure * u, ink: "t3", family: "num", gapPx: 0.2 * u }] : [];
  const share: Run[] = total.plan && total.share !== null ? [{ text: percentText(total.share), sizePx: TYPE_U.figure * u, ink: "t2", family: "num", weight: 500, gapPx: 0.9 * u }] : [];
  const line = { kind: "text", id: "total", ...value, tail: [...unit, ...plan, ...share], x: 0, y: 2.15 * u } as const;
  const out: Mark[] = [line];
  const left = lineWidth(line, size) + u;
  const said = [due, pace === undefined ? "" : `${paceWord} ${Math.round(100 * pace)}%`].filter(Boolean);
  // The deadline outweighs the pace.
  const words = [said.join("　"), said[0] ?? ""].find((text) => text !== "" && left + runsWidth(countedRuns(text, { sizePx: u, ink: "t2" }, u), size) <= width);
  if (words) {
    const [first, ...tail] = countedRuns(words, { sizePx: u, ink: "t2" }, u);
    out.push({ kind: "text", id: "due", ...first, tail, x: width, y: 2.15 * u, anchor: "end" });
  }
  return [...out, ...bar(total, 0, 2.6 * u, width, 0.5, pace, u)];
}
function listMarks(rows: readonly ProgressRow[], doneU: number, rowU: number, pace: number | undefined, size: Size): Mark[] {
  const { u } = size;
  const columns: Column[] = [{ widthU: NAME_U, cut: "middle" }, {}, { widthU: doneU, align: "end" }];
  return rowMarks(columns, rows.map((row) => {
    const behind = isBehind(row, pace);
    return {
      id: row.id, cells: [
        [{ text: row.name, sizePx: TYPE_U.body * u, weight: behind ? (600 as const) : (400 as const), ink: row.share === null ? ("t3" as const) : isDone(row) ? ("t3" as const) : ("t1" as const) }],
        ({ x, width, top, height }) => (row.share === null ? [] : bar(row, x, top + (height - BAR_U * u) / 2, width, BAR_U, pace, u)),
        doneRuns(row, behind, u),
      ],
    };
  }), size, { rowU, gapU: 0.6 });
}
function doneRuns({ done, plan, share }: ProgressRow, behind: boolean, u: number): Run[] {
  const runs = figureRuns({ ...done, ...(plan && { unit: "" }) }, TYPE_U.figure * u, u, behind ? 600 : 500);
  return share === null || !plan ? runs : [...runs, { text: plan, sizePx: TYPE_U.figure * u, ink: "t3", family: "num" }];
}
const percentText = (share: number): string => `${grouped(percentAt(100 * share, 1), 1)}%`;
const isDone = ({ share }: ProgressRow): boolean => share !== null && share >= 1;
export const isBehind = ({ share }: ProgressRow, pace: number | undefined): boolean => share !== null && pace !== undefined && share < pace && share < 1;

/** What is done on the track of what is to be done; where it should be by now stands a tick. */
function bar(row: ProgressRow, x: number, y: number, width: number, highU: number, pace: number | undefined, u: number): Mark[] {
  const { share, done } = row;
  const ink = figureInk(done);
  // What nobody has observed is hollow and dashed (VISUAL §1); the name of who is behind stands in full weight all the same.
  const paint: Paint = ink === "w1" ? { fill: "w3", stroke: "w1", widthPx: linePx(1, u), dash: [0.3 * u, 0.2 * u] } : { fill: ink === "t3" ? "hair2" : isBehind(row, pace) ? "t1" : "c4" };
  return [
    { kind: "rect", x, y, width, height: highU * u, fill: "band" },
    ...(share !== null && share > 0 ? [{ kind: "rect" as const, x, y, width: Math.max(1, width * Math.min(1, share)), height: highU * u, ...paint }] : []),
    ...(pace !== undefined ? [{ kind: "line" as const, points: [[x + width * pace, y - 0.2 * u], [x + width * pace, y + (highU + 0.2) * u]] as const, stroke: "focus" as const, widthPx: linePx(2, u) }] : []),
  ];
}
/** How much of the whole, until when, and who is behind. */
export function sentence({ total, due, rows, pace, behindWord }: PlanProgressData, title: string, most = 3): string {
  if (total.share === null && rows.every(({ share }) => share === null)) return `${title}：没有数。`;
  const late = rows.filter((row) => isBehind(row, pace));
  const slow = pace === undefined ? rows.filter(({ share }) => share !== null && share < 1) : late;
  const told = slow.slice(0, most).map(({ name, share }) => `${name} ${percentText(share!)}`);
  const unknown = rows.filter(({ share }) => share === null).length;
  return `${title}：${total.done.prefix ?? ""}${total.done.text}${total.done.unit ? ` ${total.done.unit}` : ""}${total.plan}${due ? `，${due}` : ""}${told.length > 0 ? `；${pace === undefined ? "最少 " : `${behindWord} ${late.length} 处，`}${told.join("、")}` : ""}${unknown > 0 ? `；${unknown} 处无数` : ""}。`;
}
