import { linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Paint, Size } from "./mark.ts";
import { moved } from "./moved.ts";
import { caption, figureInk, figureRuns, runsWidth, type Figure } from "./panel-text.ts";
import { rowMarks, type Column, type Row } from "./rows.ts";

export const spec = { kind: "ranking", minU: [20, 8], titled: true } as const;

export interface RankingRow {
  /** The place. */
  readonly id: string;
  readonly name: string;
  /** null = not known: it gets no bar, which is not a short one. */
  readonly value: number | null;
  readonly figure: Figure;
  /** A second number of the same place: what is new in it. */
  readonly also?: Figure;
}
export interface RankingData {
  /** In the order in which they stand. */
  readonly rows: readonly RankingRow[];
  /** Over the names, the numbers and the second numbers. */
  readonly headings: readonly [name: string, value: string, also?: string];
  /** 另 {n} 市, for those without a row. */
  readonly more: (n: number) => string;
}

const HEAD_U = 1.5;
/** Rows stand apart as far as there is room (VISUAL §4, §10). */
const ROW_U = [2.2, 1.8] as const;
const MOST_ROW_U = 2.8;
const GAP_U = 1.9;
/** Least width of one list, with and without second numbers. */
const LIST_U = { plain: 15.5, also: 17.5 } as const;
const NAME_U = 3.4;
/** Columns of numbers are as wide as their widest, and as this at least. */
const VALUE_U = 4.1;
const ALSO_U = 3.6;
const BAR_U = 0.8;
/** A shorter room compares nothing: then the numbers stand alone. */
const LEAST_BAR_U = 2.5;
const COLUMN_GAP_U = 0.6;

/** Places under each other by one number, its bar beside it; a long list is folded into as many columns as there is room for. */
export function marks({ rows, headings, more }: RankingData, size: Size): Mark[] {
  const { u } = size;
  const also = rows.some((row) => row.also);
  const most = Math.max(1, Math.floor((size.width / u + GAP_U) / ((also ? LIST_U.also : LIST_U.plain) + GAP_U)));
  const { lists, rowU, depth } = fold(rows.length, size.height / u - HEAD_U, most);
  const kept = rows.length <= lists * depth ? rows.length : lists * depth - 1;
  const width = (size.width - (lists - 1) * GAP_U * u) / lists;
  // All lists have the same columns, or a bar would stand in one and not in the next.
  const shown = rows.slice(0, kept);
  const widest = (least: number, figures: readonly Figure[]): number => Math.max(least, ...figures.filter(({ isNumber = true }) => isNumber).map((figure) => runsWidth(figureRuns(figure, TYPE_U.figure * u, u), size) / u));
  const wide = { valueU: widest(VALUE_U, shown.map((row) => bare(row.figure))), alsoU: widest(ALSO_U, shown.flatMap((row) => (row.also ? [bare(row.also)] : []))) };
  const high = Math.max(1, ...rows.map(({ value }) => value ?? 0));
  return Array.from({ length: lists }, (_, i) => {
    const own = rows.slice(i * depth, Math.min(kept, (i + 1) * depth));
    const out = list(own, i, headings, also, wide, high, rowU, { ...size, width });
    if (kept < rows.length && i === lists - 1) out.push(caption(more(rows.length - kept), 0, (HEAD_U + own.length * rowU + rowU / 2) * u, size, { id: "more", baseline: "middle" }));
    return moved(out, i * (width + GAP_U * u), 0);
  }).flat();
}

/** As few lists as show all, in wide rows before narrow ones; else as many as there is room for. */
function fold(count: number, heightU: number, most: number): { readonly lists: number; readonly rowU: number; readonly depth: number } {
  for (const rowU of ROW_U)
    for (let lists = 1; lists <= most; lists++) {
      const depth = Math.ceil(count / lists);
      if (depth * rowU <= heightU + 0.01) return { lists, rowU: Math.max(rowU, Math.min(MOST_ROW_U, heightU / depth)), depth };
    }
  return { lists: most, rowU: ROW_U[1], depth: Math.max(1, Math.floor(heightU / ROW_U[1] + 0.01)) };
}

function list(rows: readonly RankingRow[], at: number, headings: RankingData["headings"], also: boolean, { valueU, alsoU }: { readonly valueU: number; readonly alsoU: number }, high: number, rowU: number, size: Size): Mark[] {
  const { u } = size;
  const body = TYPE_U.body * u;
  const columns: Column[] = [{ widthU: NAME_U, cut: "middle" }, {}, { widthU: valueU, align: "end" }, ...(also ? [{ widthU: alsoU, align: "end" } as const] : [])];
  const heads: Column[] = [{ widthU: NAME_U }, { align: "end" }, ...columns.slice(3)];
  const head = (text = "") => (text === "" ? [] : [{ text, sizePx: u, ink: "t3" } as const]);
  const row = ({ id, name, value, figure, also: second }: RankingRow): Row => ({
    id,
    cells: [
      [{ text: name, sizePx: body, weight: 500, ink: value === null ? "t3" : "t1" }],
      ({ x, width, top, height }) => (value === null || value <= 0 || width < LEAST_BAR_U * u ? [] : [{ kind: "rect", x, y: top + (height - BAR_U * u) / 2, width: Math.max(1, (width * value) / high), height: BAR_U * u, ...barPaint(figure, u) }]),
      figureRuns(bare(figure), TYPE_U.figure * u, u),
      // The first number has said why there is none; the narrow column says only that there is none.
      ...(also ? [second ? figureRuns(second.isNumber === false ? { ...bare(second), prefix: "", text: "—" } : bare(second), TYPE_U.figure * u, u, 400) : []] : []),
    ],
  });
  return [
    ...rowMarks(heads, [{ id: `head-${at}`, cells: [head(headings[0]), head(headings[1]), ...(also ? [head(headings[2])] : [])] }], size, { rowU: HEAD_U, gapU: COLUMN_GAP_U, ruled: false }),
    ...rowMarks(columns, rows.map(row), size, { rowU, top: HEAD_U * u, gapU: COLUMN_GAP_U }),
  ];
}

const bare = (figure: Figure): Figure => ({ ...figure, unit: figure.order ?? "", tag: "" });
/** What nobody has observed is hollow and dashed (VISUAL §1). */
const barPaint = (figure: Figure, u: number): Paint => {
  const ink = figureInk(figure);
  return ink === "w1" ? { fill: "w3", stroke: "w1", widthPx: linePx(1, u), dash: [0.3 * u, 0.2 * u] } : { fill: ink === "t3" ? "band" : "c4" };
};

/** The first three by name, and of how many nothing is known. */
export function sentence({ rows }: RankingData, title: string): string {
  const known = rows.filter(({ value }) => value !== null);
  const first = known.slice(0, 3).map(({ name, figure }) => `${name} ${figure.prefix ?? ""}${figure.text}${figure.unit ? ` ${figure.unit}` : ""}`);
  const unknown = rows.length - known.length;
  return `${title}：${first.length > 0 ? first.join("、") : "没有数"}${unknown > 0 && first.length > 0 ? `，${unknown} 处无数` : ""}。`;
}
