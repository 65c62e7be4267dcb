import { TYPE_U } from "../../themes/scale.ts";
import { asOfMarks, type AsOf } from "./as-of.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { caption, runsWidth } from "./panel-text.ts";
import { rowMarks, rowsThatFit, type CellRoom, type Column } from "./rows.ts";
import { sparkMarks } from "./spark.ts";
import { runsOf, toldTile, type Tile } from "./tile.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "spark-band", minU: [34, 10.5], titled: true } as const;

export type SparkBandRow = Tile & { readonly label: string };
export interface SparkBandData {
  readonly rows: readonly SparkBandRow[];
  readonly more: (n: number) => string;
}
const ROW_U = { least: 2.55, most: 3.6 } as const;
const MORE_U = 1.4;
const NAME_U = 8;
const TIME_U = 7.4;
const VALUE_U = 5;
const SPARK_U = { least: 5, height: 2.2 } as const;
const GAP_U = 0.8;

/** Indicators under each other: name, the last day over what is usual, number, time. Where no line has room the number stands alone. */
export function marks({ rows, more }: SparkBandData, size: Size): Mark[] {
  const { u, height, width } = size;
  const fit = rowsThatFit(rows.length, height, ROW_U.least * u, MORE_U * u);
  const shown = rows.slice(0, fit);
  const rowU = Math.min(ROW_U.most, (height / u - (fit < rows.length ? MORE_U : 0)) / Math.max(1, fit));
  const valueU = Math.max(VALUE_U, ...shown.map((row) => runsWidth(runsOf(row, TYPE_U.row * u, u), size) / u));
  const isLined = width / u - NAME_U - valueU - TIME_U - 3 * GAP_U >= SPARK_U.least;
  const nameU = isLined ? Math.max(NAME_U, Math.min(15, 0.5 * (width / u - valueU - TIME_U - 3 * GAP_U))) : undefined;
  const columns: readonly Column[] = [{ ...(nameU !== undefined && { widthU: nameU }) }, ...(isLined ? [{}] : []), { widthU: valueU, align: "end" }, { widthU: TIME_U }];
  return [
    ...rowMarks(columns, shown.map((row) => ({
      id: row.id,
      cells: [
        [{ text: row.label, sizePx: TYPE_U.body * u, weight: 500, ink: "t1" }] satisfies Run[],
        ...(isLined ? [({ x, width: wide, top, height: high }: CellRoom): Mark[] => (row.trace ? sparkMarks(row.trace, { x, y: top + (high - SPARK_U.height * u) / 2, width: wide, height: SPARK_U.height * u, u }) : [])] : []),
        runsOf(row, TYPE_U.row * u, u),
        ({ x, width: wide, top, height: high }: CellRoom): Mark[] => (row.asOf ? timeMarks(row.asOf, row.id, x, top + high / 2, wide, size) : []),
      ],
    })), size, { rowU, gapU: GAP_U }),
    ...(fit < rows.length ? [caption(more(rows.length - fit), 0, (fit * rowU + 1) * u, size, { id: "more" })] : []),
  ];
}
/** The time over its coverage. */
function timeMarks(asOf: AsOf, id: string, x: number, middle: number, width: number, size: Size): Mark[] {
  const { u } = size;
  const { last: _last, coverage, ...time } = asOf;
  const at = asOfMarks({ ...time, coverage: "" }, `${id}.at`, x, coverage ? middle - 0.15 * u : middle + 0.36 * u, width, size);
  // Where its unit has no room the fraction still says how much is missing.
  const share = [coverage, coverage.split(" ")[0]!].map((text) => caption(text, x + 0.75 * u, middle + 0.98 * u, size, { id: `${id}.coverage`, role: "asOf" })).find((said) => lineWidth(said, size) <= width - 0.75 * u);
  return coverage && share ? [...at, share] : at;
}
export const sentence = ({ rows }: SparkBandData): string => `${rows.map(toldTile).join("；")}。`;
