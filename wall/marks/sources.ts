import type { Freshness } from "../../model/freshness.ts";
import { linePx, TYPE_U } from "../../themes/scale.ts";
import type { Ink } from "../../themes/ink.ts";
import { closingLines } from "./closing-lines.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { freshnessMark } from "./panel-text.ts";
import { rowMarks, type CellRoom, type Column } from "./rows.ts";
import { stateLine } from "./state-line.ts";
import { sentence as trustSentence, type TrustData, type TrustSource } from "./trust.ts";

export const spec = { kind: "sources", minU: [34, 10], titled: true } as const;

export interface SourcesData extends Omit<TrustData, "note"> {
  /** 从未上报：, before those that never reported. */
  readonly never: string;
  /** 等 {n} 路, where not all of those are named. */
  readonly inAll: (n: number) => string;
}
const COUNTS_U = 1.7;
const BAR_U = { top: 2.1, height: 0.7 } as const;
const LIST_U = 3.2;
const ROW_U = 1.9;
const CLOSING_U = 1.5;
/** Between the last row and the closing line. */
const APART_U = 0.25;
const MOST_CLOSING = 4;
const COLUMNS: readonly Column[] = [{ widthU: 0.9 }, { cut: "middle" }, { widthU: 10, align: "end" }, { widthU: 5.5, align: "end" }];
/** What is on time recedes into the ground's own green; what is not comes forward. */
const PART: Readonly<Record<Freshness, { readonly fill: Ink } | { readonly stroke: Ink }>> = {
  fresh: { fill: "c3" }, ageing: { fill: "t3" }, stale: { fill: "t2" }, down: { fill: "t1" }, never: { stroke: "hair2" }, withheld: { stroke: "hair2" },
};

/** How many sources stand in each state, in figures and as parts of one bar; then each by name, the worst first, and in the closing line those that never reported. */
export function marks(data: SourcesData, size: Size): Mark[] {
  const { u, height } = size;
  const told = [...data.ended, ...data.sources.filter(({ state }) => state !== "never")];
  const silent = data.sources.filter(({ state }) => state === "never");
  const room = height - LIST_U * u;
  const all = Math.floor(room / (ROW_U * u) + 0.01);
  const closes = silent.length > 0 || data.awaited !== "" || told.length > all;
  const fit = Math.min(told.length, Math.max(0, closes ? Math.floor((room - (CLOSING_U + APART_U) * u) / (ROW_U * u) + 0.01) : all));
  const most = Math.max(1, Math.min(MOST_CLOSING, Math.floor((room - (fit * ROW_U + APART_U) * u) / (CLOSING_U * u) + 0.01)));
  const more = [data.awaited, fit < told.length ? data.more(told.length - fit) : ""].filter(Boolean).join("　");
  const closing = closes ? closingLines({ more, lead: data.never, names: silent, inAll: data.inAll }, most, size) : [];
  return [
    ...stateLine(data.states, 0, (COUNTS_U - 0.55) * u, size),
    ...bar(data, size),
    ...rowMarks(COLUMNS, told.slice(0, fit).map((source, i) => ({ id: `${source.id}.${i}`, cells: cellsOf(source, u) })), size, { rowU: ROW_U, top: LIST_U * u, gapU: 0.5, ruled: false }),
    ...closing.map(([first, ...tail], i): Mark => ({ kind: "text", id: `closing-${i}`, ...first, tail, x: 0, y: (LIST_U + fit * ROW_U + APART_U + 1.15 + i * CLOSING_U) * u })),
  ];
}
function bar({ states }: SourcesData, { u, width }: Size): Mark[] {
  const count = states.reduce((sum, state) => sum + state.count, 0);
  let x = 0;
  return states.filter((state) => state.count > 0).map((state): Mark => {
    const wide = (width * state.count) / count;
    const part = PART[state.state];
    const inset = "stroke" in part ? linePx(1, u) / 2 : 0;
    const mark: Mark = { kind: "rect", x: x + inset, y: BAR_U.top * u + inset, width: Math.max(1, wide - 2 * inset - linePx(2, u)), height: BAR_U.height * u - 2 * inset, ...part, ...("stroke" in part && { widthPx: linePx(1, u) }) };
    x += wide;
    return mark;
  });
}
function cellsOf({ title, state, coverage, when }: TrustSource, u: number): (readonly Run[] | ((room: CellRoom) => Mark[]))[] {
  const isLate = state !== "fresh";
  const glyph = ({ x, baseline }: CellRoom): Mark[] => freshnessMark(state, x + 0.3 * u, baseline - 0.43 * u, u);
  const name: Run = { text: title, sizePx: TYPE_U.body * u, ink: isLate ? "t1" : "t2" };
  const at: Run = { text: when, sizePx: u, ink: state === "stale" || state === "down" ? "t1" : "t3", role: "asOf" };
  const part: Run = { text: coverage, sizePx: u, ink: "t3", role: "asOf" };
  return [glyph, [name], coverage ? [part] : [], [at]];
}

export const sentence = (data: SourcesData): string => trustSentence(data);
