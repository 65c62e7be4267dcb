import type { Mark, Size } from "./mark.ts";
import { caption, figureMark, figureRuns, runsWidth, type Figure } from "./panel-text.ts";
import { lineWidth, shorten } from "./words.ts";

export const spec = { kind: "ranked-bar", minU: [20, 1.8] } as const;

export interface RankingRow {
  readonly id: string;
  readonly name: string;
  readonly value: number | null;
  readonly figure: Figure;
  /** The whole that the value is part of, drawn as the bar's track. */
  readonly of?: number;
}
export interface RankingData {
  readonly rows: readonly RankingRow[];
  /** Right end of the scale; absent = the greatest value. */
  readonly max?: number;
  /** Ink of the bars: observed, or wisteria for what is computed ahead. */
  readonly notActual?: boolean;
  readonly rowU?: number;
}

/** Rows as given, one bar each, numbers in one right-hand column; what does not fit is counted. */
export function marks({ rows, max, notActual, rowU = 2 }: RankingData, size: Size): Mark[] {
  const { u, width, height } = size;
  const fits = Math.max(1, Math.floor(height / (rowU * u)));
  const room = rows.length > fits ? Math.max(1, fits - 1) : fits;
  const shown = rows.slice(0, room);
  const nameWidth = Math.min(width * 0.4, Math.max(0, ...shown.map((row) => lineWidth({ text: row.name, sizePx: 1.2 * u, ink: "t1" }, size))) + 0.8 * u);
  const figureWidth = Math.max(0, ...shown.map((row) => runsWidth(figureRuns(row.figure, 1.5 * u, u), size))) + 0.8 * u;
  const end = width - figureWidth;
  const top = max ?? Math.max(1e-9, ...rows.map((row) => row.of ?? row.value ?? 0));
  const long = (value: number): number => Math.max(0, Math.min(1, value / top)) * (end - nameWidth);
  const out = shown.flatMap((row, i): Mark[] => {
    const y = (i + 0.5) * rowU * u;
    const bar: Mark[] = [];
    if (row.of !== undefined) bar.push({ kind: "rect", x: nameWidth, y: y - 0.5 * u, width: long(row.of), height: u, fill: "band" });
    if (row.value !== null && row.value > 0)
      bar.push(notActual ? { kind: "rect", x: nameWidth, y: y - 0.5 * u, width: long(row.value), height: u, fill: "w3", stroke: "w1", widthPx: 1.5, dash: [4, 3] } : { kind: "rect", x: nameWidth, y: y - 0.5 * u, width: long(row.value), height: u, fill: "c3" });
    return [
      { kind: "text", id: `name-${row.id}`, x: 0, y, baseline: "middle", text: shorten(row.name, nameWidth - 0.5 * u, 1.2 * u, 400, size), sizePx: 1.2 * u, ink: row.value === null ? "t3" : "t1" },
      ...bar,
      figureMark(row.figure, 1.5 * u, u, { id: `value-${row.id}`, x: width, y, anchor: "end", baseline: "middle" }),
    ];
  });
  if (shown.length < rows.length) out.push(caption(`另 ${rows.length - shown.length} 处`, width, (shown.length + 0.5) * rowU * u, size, { anchor: "end", baseline: "middle", ink: "t2" }));
  return out;
}

export function sentence({ rows }: RankingData, title: string): string {
  const top = rows.filter((row) => row.value !== null).slice(0, 3);
  return top.length === 0 ? `${title}：没有数据。` : `${title}：${top.map((row) => `${row.name} ${row.figure.text}${row.figure.unit ?? ""}`).join("、")}${rows.length > 3 ? `，共 ${rows.length} 处` : ""}。`;
}
