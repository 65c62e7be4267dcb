import type { Freshness } from "../../model/freshness.ts";
import { SPACE_U, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { figureRuns, freshnessMark, runsWidth, type Figure } from "./panel-text.ts";
import { rowMarks, rowsThatFit, type CellRoom } from "./rows.ts";
import { lineWidth, shorten } from "./words.ts";

export const spec = { kind: "ledger", minU: [26, 18], titled: true } as const;

export interface LedgerData {
  readonly rows: readonly LedgerRow[];
  /** 另 {n} 个专题, for what has no row. */
  readonly more: (n: number) => string;
}
export interface LedgerRow {
  readonly topic: string;
  readonly title: string;
  readonly indicator: string;
  readonly figure: Figure;
  /** Absent where nothing was ever reported. */
  readonly asOf?: { readonly state: Freshness; readonly at: string; readonly coverage: string };
}
const LEAST_ROW_U = 2.55;
const MORE_U = 1.35;
/** 9月14日 12:00 with its mark; 1,749/1,757 镇街 where there is room for it. */
const TIME_U = 7.4;
const WIDE_TIME_U = 8.4;
const NARROW_BELOW_U = 34;

/** One key number for each topic in one column, its time and coverage beside it; rows grow with the room, type does not. */
export function marks({ rows, more }: LedgerData, size: Size): Mark[] {
  const { u, width, height } = size;
  const fit = rowsThatFit(rows.length, height, LEAST_ROW_U * u, MORE_U * u);
  const rest = rows.length - fit;
  const rowU = Math.min(SPACE_U.ledgerRow, Math.max(LEAST_ROW_U, (height / u - (rest > 0 ? MORE_U : 0)) / fit));
  const out = rowMarks(
    [{}, { widthU: Math.max(6, ...rows.map(({ figure }) => runsWidth(figureRuns(figure, TYPE_U.row * u, u), size) / u)) }, { widthU: width < NARROW_BELOW_U * u ? TIME_U : WIDE_TIME_U }],
    rows.slice(0, fit).map((row) => ({ id: row.topic, cells: [name(row, size), value(row, size), time(row, size)] })),
    size,
    { rowU },
  );
  if (rest > 0) out.push({ kind: "text", id: "more", x: 0, y: fit * rowU * u + u, text: more(rest), sizePx: u, ink: "t3" });
  return out;
}
const name = ({ topic, title, indicator }: LedgerRow, size: Size) => ({ x, width, top, height }: CellRoom): Mark[] => {
  const { u } = size;
  const middle = top + height / 2;
  return [
    { kind: "text", id: `${topic}.title`, x, y: middle - 0.15 * u, text: shorten(title, width, TYPE_U.body * u, 500, size), sizePx: TYPE_U.body * u, weight: 500, ink: "t1" },
    { kind: "text", id: `${topic}.indicator`, x, y: middle + 0.98 * u, text: shorten(indicator, width, u, 400, size, "end"), sizePx: u, ink: "t3" },
  ];
};
const value = ({ topic, figure }: LedgerRow, size: Size) => ({ x, width, top, height }: CellRoom): Mark[] => {
  const [first, ...tail] = figureRuns(figure, TYPE_U.row * size.u, size.u);
  return [{ kind: "text", id: `${topic}.value`, ...first, tail, x: x + width, y: top + height / 2, anchor: "end", baseline: "middle" }];
};
const time = ({ topic, asOf }: LedgerRow, size: Size) => ({ x, width, top, height }: CellRoom): Mark[] => {
  if (!asOf) return [];
  const { u } = size;
  const ink = asOf.state === "stale" || asOf.state === "down" ? ("t1" as const) : ("t3" as const);
  const middle = top + height / 2;
  const right = x + width;
  const at: Run = { text: asOf.at, sizePx: u, ink, role: "asOf" };
  const base = asOf.coverage ? middle - 0.15 * u : middle + 0.36 * u;
  const out: Mark[] = [...freshnessMark(asOf.state, right - lineWidth(at, size) - 0.6 * u, base - 0.36 * u, u), { kind: "text", id: `${topic}.at`, ...at, x: right, y: base, anchor: "end" }];
  // Where the unit has no room the fraction still says how much is missing; half a fraction would lie.
  const coverage = [asOf.coverage, asOf.coverage.split(" ")[0]!].map((text): Run => ({ text, sizePx: u, ink: "t3", role: "asOf" })).find((run) => lineWidth(run, size) <= width);
  if (asOf.coverage && coverage) out.push({ kind: "text", id: `${topic}.coverage`, ...coverage, x: right, y: middle + 0.98 * u, anchor: "end" });
  return out;
};

export const sentence = ({ rows }: LedgerData): string =>
  `${rows.map(({ title, indicator, figure, asOf }) => `${title}：${indicator} ${figure.prefix ?? ""}${figure.text}${figure.unit ?? ""}${asOf ? `（${[asOf.at, asOf.coverage].filter(Boolean).join("，")}）` : ""}`).join("；")}。`;
