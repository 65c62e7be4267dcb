import { linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { figureInk, figureRuns, runsWidth, type Figure } from "./panel-text.ts";
import { rowMarks, rowsThatFit, type Column } from "./rows.ts";

export const spec = { kind: "receipt", minU: [18, 5.6], titled: true } as const;

export interface ReceiptData {
  /** 发, 收, 到, 办: how many orders went out, and how many of them came so far. */
  readonly steps: readonly { readonly id: string; readonly word: string; readonly count: number; readonly figure: Figure }[];
  /** Who owes most first: of how many orders each of the steps came. */
  readonly rows: readonly { readonly id: string; readonly unit: string; readonly counts: readonly number[]; readonly isLate: boolean }[];
  /** Over the names of the units. */
  readonly heading: string;
  /** 另 {n} 个单位, for those without a row. */
  readonly more: (n: number) => string;
}
const TALL_U = 2.5;
const ROW_U = 2.2;
const MORE_U = 1.3;
const COUNT_U = 3.2;

/** One strip: of all orders that went out, how many were got, how many units are there, how many are done; below, who owes what. */
export function marks({ steps, rows, heading, more }: ReceiptData, size: Size): Mark[] {
  const { u, width, height } = size;
  const wide = width / Math.max(1, steps.length);
  const all = steps[0]?.count ?? 0;
  const fits = (sizeU: number): boolean => steps.every(({ figure }) => runsWidth(figureRuns(figure, sizeU * u, u), size) + 1.6 * u <= wide - 0.4 * u);
  const sizeU = height >= 4 * u && fits(TALL_U) ? TALL_U : fits(TYPE_U.row) ? TYPE_U.row : TYPE_U.figure;
  const stripU = sizeU + 0.9;
  const baseline = (stripU / 2 + 0.36 * sizeU) * u;
  const out = steps.flatMap(({ id, word, count, figure }, i): Mark[] => {
    const x = i * wide + (i > 0 ? 0.4 * u : 0);
    const [value] = figureRuns(figure, sizeU * u, u);
    return [
      ...(i > 0 ? [{ kind: "line" as const, points: [[i * wide, 0.3 * u], [i * wide, (stripU - 0.3) * u]] as const, stroke: "hair" as const, widthPx: linePx(1, u) }] : []),
      // What came of what went out: the strip fills as answers come.
      ...(all > 0 && count > 0 ? [{ kind: "rect" as const, x, y: (stripU - 0.25) * u, width: ((wide - 0.8 * u) * count) / all, height: 0.25 * u, fill: "c4" as const }] : []),
      { kind: "text", id: `step-${id}`, text: word, sizePx: TYPE_U.body * u, ink: "t2", x, y: baseline, tail: [{ ...value, ink: count === 0 ? "t3" : figureInk(figure), gapPx: 0.3 * u }] },
    ];
  });
  const top = (stripU + 0.4) * u;
  if (height - top < (ROW_U + 1.6) * u || rows.length === 0) return out;
  const columns: Column[] = [{ cut: "middle" }, ...steps.map(() => ({ widthU: COUNT_U, align: "end" as const }))];
  const head = (text: string): Run[] => [{ text, sizePx: u, ink: "t3" }];
  out.push(...rowMarks(columns, [{ id: "head", cells: [head(heading), ...steps.map(({ word }) => head(word))] }], size, { rowU: 1.5, top }));
  const from = top + 1.5 * u;
  const fit = rowsThatFit(rows.length, height - from, ROW_U * u, MORE_U * u);
  out.push(...rowMarks(columns, rows.slice(0, fit).map(({ id, unit, counts, isLate }) => ({
    id, cells: [
      [{ text: unit, sizePx: TYPE_U.body * u, weight: isLate ? (600 as const) : (400 as const), ink: counts.at(-1)! >= counts[0]! ? ("t3" as const) : ("t1" as const), ...(isLate && { ink: "bg" as const, box: { fill: "t1" as const, padPx: 0.2 * u } }) }],
      ...counts.map((count, i): Run[] => [{ text: String(count), sizePx: TYPE_U.figure * u, weight: 500, family: "num", ink: count >= counts[0]! && i > 0 ? "t3" : "t1" }]),
    ],
  })), size, { rowU: ROW_U, top: from }));
  if (fit < rows.length) out.push({ kind: "text", id: "more", x: 0, y: from + (fit * ROW_U + 1) * u, text: more(rows.length - fit), sizePx: u, ink: "t3" });
  return out;
}
/** How many of the orders came how far, and who is late. */
export function sentence({ steps, rows }: ReceiptData, most = 3): string {
  if ((steps[0]?.count ?? 0) === 0) return "尚未下发指令。";
  const late = rows.filter(({ isLate }) => isLate);
  return `收应办：${steps.map(({ word, figure }) => `${word} ${figure.text}`).join("、")}${late.length > 0 ? `；超时 ${late.slice(0, most).map(({ unit }) => unit).join("、")}${late.length > most ? "等" : ""}` : ""}。`;
}
