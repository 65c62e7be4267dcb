import { TYPE_U } from "../../themes/scale.ts";
import { ANSWER_LOOK } from "./answer-look.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { figureRuns, runsWidth, type Figure } from "./panel-text.ts";
import { fitLine, lineWidth } from "./words.ts";

/** The cities of the province in five columns (VISUAL §10: 5 × 2.2 each). */
export const spec = { kind: "rollcall", minU: [32, 11], titled: true } as const;

/** All answered; some did not, or so many that a standard is met; the source is lost; nothing was ever reported. */
export type RollState = "all" | "some" | "low" | "cut" | "unreported";
export interface RollcallData {
  /** The share of the whole. */
  readonly total: Figure;
  /** 齐 18, 未齐 2, 断线 0, 未上报 1. */
  readonly counts: readonly { readonly state: RollState; readonly word: string; readonly count: number }[];
  /** Who did not answer first, then by code. */
  readonly cells: readonly RollCell[];
  /** 另 {n} 处应答齐, or 另 {n} 处 where not all of them did. */
  readonly more: (n: number, areAll: boolean) => string;
}
export interface RollCell {
  readonly id: string;
  readonly name: string;
  readonly state: RollState;
  /** 98.2 %; of those that all answered a word. */
  readonly figure: Figure;
}
const HEAD_U = 3;
const CELL_U = 5.6;
const ROW_U = 2.2;
const MOST_ROW_U = 3;
const GAP_U = 0.4;
const PAD_U = 0.3;

/** Each place by name, so that a hole names itself: who answered recedes, who did not stands out. */
export function marks({ total, counts, cells, more }: RollcallData, size: Size): Mark[] {
  const { u, width, height } = size;
  const out = head(total, counts, size);
  const wantU = Math.max(CELL_U, ...cells.map((cell) => lineWidth({ text: "", sizePx: u, ink: "t1", tail: runsOf(cell, u) }, size) / u + 2 * PAD_U));
  const columns = Math.max(1, Math.floor((width / u + GAP_U) / (wantU + GAP_U)));
  const wide = (width - (columns - 1) * GAP_U * u) / columns;
  const lines = Math.max(1, Math.floor((height / u - HEAD_U) / ROW_U + 0.01));
  const kept = cells.length <= lines * columns ? cells.length : Math.max(1, (lines - 1) * columns);
  const rowU = Math.max(ROW_U, Math.min(MOST_ROW_U, (height / u - HEAD_U) / Math.max(1, Math.ceil(kept / columns) + Number(kept < cells.length))));
  cells.slice(0, kept).forEach((cell, i) => out.push(...cellMarks(cell, (i % columns) * (wide + GAP_U * u), (HEAD_U + Math.floor(i / columns) * rowU) * u, wide, rowU, size)));
  if (kept < cells.length) out.push({ kind: "text", id: "more", text: more(cells.length - kept, cells.slice(kept).every(({ state }) => state === "all")), sizePx: TYPE_U.body * u, ink: cells.slice(kept).every(({ state }) => state === "all") ? "t3" : "t1", x: 0, y: (HEAD_U + Math.ceil(kept / columns) * rowU + 1.4) * u });
  return out;
}
function head(total: Figure, counts: RollcallData["counts"], size: Size): Mark[] {
  const { u, width } = size;
  const baseline = 2 * u;
  const [value, ...unit] = figureRuns(total, TYPE_U.value * u, u);
  const left = runsWidth([value, ...unit], size) + 1.4 * u;
  const out: Mark[] = [{ kind: "text", id: "total", ...value, tail: unit, x: 0, y: baseline }];
  const words = (all: typeof counts): Run[] => all.flatMap(({ word, count, state }, i): Run[] => [
    { text: word, sizePx: TYPE_U.body * u, ink: "t2", gapPx: i === 0 ? 0 : 1 * u },
    { text: String(count), sizePx: TYPE_U.figure * u, weight: 500, family: "num", ink: count === 0 || state === "all" ? "t3" : "t1", gapPx: 0.3 * u },
  ]);
  // Where there is no room for all, what nobody stands in is left unsaid.
  const shown = [counts, counts.filter(({ count }) => count > 0)].find((all) => left + lineWidth({ text: "", sizePx: u, ink: "t1", tail: words(all) }, size) <= width) ?? [];
  const [first, ...tail] = words(shown);
  if (first) out.push({ kind: "text", id: "counts", ...first, tail, x: width, y: baseline, anchor: "end" });
  return out;
}
function cellMarks(cell: RollCell, x: number, top: number, wide: number, rowU: number, size: Size): Mark[] {
  const { u } = size;
  const room = { x, y: top + 0.15 * u, width: wide, height: (rowU - 0.3) * u };
  const baseline = top + (rowU / 2 + 0.36 * TYPE_U.body) * u;
  const [name, ...value] = runsOf(cell, u);
  // With the gap before it.
  const right = lineWidth({ ...value[0]!, tail: value.slice(1) }, size);
  const [fitted] = fitLine([name!], wide - 2 * PAD_U * u - right + 0.5, size, "middle");
  return [
    { kind: "rect", ...room, ...LOOK[cell.state](u).box },
    { kind: "text", id: `${cell.id}.name`, ...(fitted ?? name!), x: x + PAD_U * u, y: baseline },
    { kind: "text", id: `${cell.id}.value`, ...value[0]!, gapPx: 0, tail: value.slice(1), x: x + wide - PAD_U * u - right + (value[0]!.gapPx ?? 0), y: baseline },
  ];
}
function runsOf({ name, state, figure }: RollCell, u: number): Run[] {
  const { ink } = LOOK[state](u);
  const [value, ...unit] = figureRuns(figure, TYPE_U.figure * u, u);
  return [{ text: name, sizePx: TYPE_U.body * u, weight: LOOK[state](u).weight, ink }, { ...value, ink, gapPx: 0.3 * u }, ...unit.map((run) => ({ ...run, ink }))];
}
const LOOK = { all: ANSWER_LOOK.answered, some: ANSWER_LOOK.waiting, low: ANSWER_LOOK.overdue, cut: ANSWER_LOOK.cut, unreported: ANSWER_LOOK.unreported } as const;
/** The share of the whole, and who did not answer. */
export function sentence({ total, counts, cells }: RollcallData, title: string, most = 3): string {
  const missing = cells.filter(({ state }) => state === "some" || state === "low");
  const named = missing.slice(0, most).map(({ name, figure }) => `${name} ${figure.text}${figure.unit ? ` ${figure.unit}` : ""}`);
  const rest = counts.filter(({ state, count }) => state !== "some" && state !== "low" && count > 0).map(({ word, count }) => `${word} ${count} 处`);
  return `${title} ${total.prefix ?? ""}${total.text}${total.unit ? ` ${total.unit}` : ""}：${[...(missing.length > 0 ? [`未齐 ${missing.length} 处（${named.join("、")}${missing.length > most ? "等" : ""}）`] : []), ...rest].join("，")}。`;
}
