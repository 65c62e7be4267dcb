import type { Ink } from "../../themes/ink.ts";
import { linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { figureRuns, type Figure } from "./panel-text.ts";
import { fitLine, lineWidth } from "./words.ts";

export const spec = { kind: "share-bar", minU: [24, 12], titled: true } as const;

export interface SharePart {
  readonly id: string;
  readonly name: string;
  /** null = not known: then nobody knows anybody's share. */
  readonly value: number | null;
  readonly figure: Figure;
  /** 42%; absent where a part is missing. */
  readonly share?: Figure;
}
export interface ShareBarData {
  /** Six at most, in their order. */
  readonly parts: readonly SharePart[];
  /** 合计, with ≥ where a part is missing. */
  readonly total: Figure;
  readonly totalTitle: string;
  /** 缺 {n} 项，不算占比. */
  readonly missing: string;
}
const BAR_U = 1.4;
const HEAD_U = 1.9;
const ROW_U = 1.9;
const CELL_U = 11.5;
const INKS: readonly Ink[] = ["c5", "c3", "c4", "c2", "t2", "hair2"];
/** How much of the bar says that there is more, when nobody knows how much. */
const UNKNOWN_SHARE = 0.14;

/** What a whole is made of: one bar, and each part with its number and its share. With a part missing the bar has an open end, and there are no shares. */
export function marks({ parts, total, totalTitle, missing }: ShareBarData, size: Size): Mark[] {
  const { u, width, height } = size;
  const known = parts.filter(({ value }) => value !== null && value > 0);
  const sum = known.reduce((all, { value }) => all + value!, 0);
  const isPartial = parts.some(({ value }) => value === null);
  const gap = 0.15 * u;
  const room = width * (isPartial ? 1 - UNKNOWN_SHARE : 1);
  const barTop = HEAD_U * u;
  const out: Mark[] = [];
  const heads: Run[] = [{ text: totalTitle, sizePx: u, ink: "t3" }, ...figureRuns(total, TYPE_U.figure * u, u).map((run, i): Run => (i === 0 ? { ...run, gapPx: 0.4 * u } : run)), ...(isPartial ? [{ text: missing, sizePx: u, ink: "t1" as const, gapPx: 1 * u }] : [])];
  const [first, ...tail] = fitLine(heads, width, size);
  if (first) out.push({ kind: "text", id: "total", ...first, tail, x: 0, y: 1.35 * u });
  let x = 0;
  for (const { id, value } of known) {
    const wide = (room * value!) / (sum || 1);
    out.push({ kind: "rect", x, y: barTop, width: Math.max(linePx(1, u), wide - gap), height: BAR_U * u, fill: inkOf(parts, id), stroke: "hair2", widthPx: linePx(1, u) });
    x += wide;
  }
  if (isPartial) out.push({ kind: "rect", x: known.length > 0 ? room : 0, y: barTop, width: (known.length > 0 ? width - room : width) - linePx(1, u), height: BAR_U * u, stroke: "t2", widthPx: linePx(1, u), dash: [0.3 * u, 0.25 * u] });
  const below = barTop + (BAR_U + 0.3) * u;
  const columns = Math.max(1, Math.min(parts.length, Math.floor((width + u) / ((CELL_U + 1) * u))));
  const rows = Math.ceil(parts.length / columns);
  const rowU = Math.max(ROW_U, Math.min(2.6, (height - below) / u / rows));
  const cell = (width - (columns - 1) * u) / columns;
  parts.forEach((part, i) => {
    const left = (i % columns) * (cell + u);
    const base = below + (Math.floor(i / columns) * rowU + rowU / 2 + 0.5) * u;
    out.push(part.value === null
      ? { kind: "rect", x: left, y: base - 0.8 * u, width: 0.8 * u, height: 0.8 * u, stroke: "t2", widthPx: linePx(1, u), dash: [0.2 * u, 0.15 * u] }
      : { kind: "rect", x: left, y: base - 0.8 * u, width: 0.8 * u, height: 0.8 * u, fill: inkOf(parts, part.id), stroke: "hair2", widthPx: linePx(1, u) });
    // The share stands at the cell's end, so that shares stand under each other; the number where there is room for it, too.
    const share = figureRuns({ ...(part.share ?? part.figure), tag: "", ...(part.share ? {} : { unit: part.figure.order ?? "" }) }, TYPE_U.figure * u, u);
    const shareWide = lineWidth({ text: "", sizePx: u, ink: "t1", tail: share }, size);
    out.push({ kind: "text", id: `${part.id}.share`, ...share[0], tail: share.slice(1), x: left + cell, y: base, anchor: "end" });
    const amount = part.share ? figureRuns({ ...part.figure, unit: part.figure.order ?? "", tag: "" }, TYPE_U.figure * u, u, 400) : [];
    const name: Run = { text: part.name, sizePx: u, ink: "t1" };
    const free = cell - 1.2 * u - shareWide - 0.6 * u;
    const isBoth = amount.length > 0 && lineWidth({ ...name, tail: amount }, size) + 0.6 * u <= free;
    const [word, ...more] = fitLine(isBoth ? [name, { ...amount[0]!, gapPx: 0.6 * u }, ...amount.slice(1)] : [name], free, size, "middle");
    if (word) out.push({ kind: "text", id: `${part.id}.name`, ...word, tail: more, x: left + 1.2 * u, y: base });
  });
  return out;
}
const inkOf = (parts: readonly SharePart[], id: string): Ink => INKS[parts.findIndex((part) => part.id === id) % INKS.length]!;

/** The parts with their shares, or what is missing of them. */
export function sentence({ parts, total, missing }: ShareBarData, title: string): string {
  const known = parts.filter(({ value }) => value !== null);
  if (known.length === 0) return `${title}：没有数。`;
  const told = ({ name, figure, share }: SharePart): string => `${name} ${share ? `${share.text}${share.unit ?? ""}` : `${figure.text}${figure.unit ? ` ${figure.unit}` : ""}`}`;
  return `${title} ${total.prefix ?? ""}${total.text}${total.unit ? ` ${total.unit}` : ""}：${known.map(told).join("、")}${known.length < parts.length ? `；${missing}` : ""}。`;
}
