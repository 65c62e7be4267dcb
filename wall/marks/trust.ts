import type { Freshness } from "../../model/freshness.ts";
import { linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Paint, Run, Size } from "./mark.ts";
import { figureRuns, freshnessMark, type Figure } from "./panel-text.ts";
import { rowMarks, rowsThatFit } from "./rows.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "trust", minU: [34, 10] } as const;

export interface TrustData {
  /** One for each state that is told, in the order of the legend. */
  readonly states: readonly { readonly state: Freshness; readonly word: string; readonly count: number; readonly figure: Figure }[];
  /** The worst first. */
  readonly sources: readonly TrustSource[];
  /** 另 {n} 路, for what has no row. */
  readonly more: (n: number) => string;
}
export interface TrustSource {
  readonly id: string;
  readonly title: string;
  readonly state: Freshness;
  /** 到达 118/122 县; empty when whole. */
  readonly coverage: string;
  /** 14:00 · 应每 6 小时; or what its silence is called. */
  readonly when: string;
}
const BAR_TOP_U = 0.3;
const BAR_U = 0.85;
const LEGEND_TOP_U = BAR_TOP_U + BAR_U + 0.35;
const LEGEND_U = 1.7;
const ROW_U = 1.9;
const MORE_U = 1.35;

/** A bar of shares by state, the legend that counts them, then the sources, the worst first. */
export function marks({ states, sources, more }: TrustData, size: Size): Mark[] {
  const { u, height } = size;
  const top = (LEGEND_TOP_U + LEGEND_U) * u;
  const fit = rowsThatFit(sources.length, height - top, ROW_U * u, MORE_U * u);
  const out = [...bar(states, size), ...legend(states, size), ...rows(sources.slice(0, fit), top, size)];
  const rest = sources.length - fit;
  if (rest > 0) out.push({ kind: "text", id: "more", x: 0, y: top + fit * ROW_U * u + u, text: more(rest), sizePx: u, ink: "t3" });
  return out;
}
function bar(states: TrustData["states"], { u, width }: Size): Mark[] {
  const known = states.filter(({ count }) => count > 0);
  const all = known.reduce((sum, { count }) => sum + count, 0);
  const gap = Math.max(2, u / 12);
  const room = width - gap * (known.length - 1);
  let x = 0;
  return known.map(({ state, count }): Mark => {
    const wide = (room * count) / all;
    const mark: Mark = { kind: "rect", x, y: BAR_TOP_U * u, width: wide, height: BAR_U * u, ...PAINT[state](u) };
    x += wide + gap;
    return mark;
  });
}
const PAINT: Readonly<Record<Freshness, (u: number) => Paint>> = {
  fresh: () => ({ fill: "c4" }),
  ageing: () => ({ fill: "t3" }),
  stale: (u) => ({ stroke: "t1", widthPx: linePx(1.5, u), dash: [0.4 * u, 0.3 * u] }),
  down: () => ({ fill: "t1" }),
  never: (u) => ({ stroke: "hair2", widthPx: linePx(1, u) }),
  withheld: (u) => ({ stroke: "hair2", widthPx: linePx(1, u) }),
};
function legend(states: TrustData["states"], size: Size): Mark[] {
  const { u } = size;
  const y = (LEGEND_TOP_U + 0.65 * LEGEND_U) * u;
  let x = 0;
  return states.flatMap(({ state, word, count, figure }): Mark[] => {
    const sizePx = TYPE_U.body * u;
    const ink = count === 0 ? ("t3" as const) : ("t1" as const);
    const [value, ...unit] = figureRuns(figure, sizePx, 400);
    const words: Run = { text: word, sizePx, ink };
    const tail = [{ ...value, ink, gapPx: 0.4 * u }, ...unit];
    const at = x;
    x += 0.9 * u + lineWidth({ ...words, tail }, size) + 1.6 * u;
    return [...freshnessMark(state, at + 0.3 * u, y - 0.43 * u, u), { kind: "text", id: `state-${state}`, x: at + 0.9 * u, y, ...words, tail }];
  });
}
function rows(sources: readonly TrustSource[], top: number, size: Size): Mark[] {
  const { u } = size;
  const body = { sizePx: TYPE_U.body * u };
  const widest = (text: (source: TrustSource) => string, sizePx: number): number => Math.max(0, ...sources.map((s) => lineWidth({ text: text(s), sizePx, ink: "t2" }, size))) / u;
  return rowMarks(
    [{ widthU: 0.9 }, {}, { widthU: widest((s) => s.coverage, u), align: "end" }, { widthU: widest((s) => s.when, body.sizePx), align: "end" }],
    sources.map(({ id, title, state, coverage, when }) => ({
      id,
      cells: [
        ({ x, baseline }) => freshnessMark(state, x + 0.3 * u, baseline - 0.43 * u, u),
        [{ ...body, text: title, ink: "t1" }],
        [{ text: coverage, sizePx: u, ink: "t3" }],
        [{ ...body, text: when, ink: state === "stale" || state === "down" ? "t1" : "t2" }],
      ],
    })),
    size,
    { rowU: ROW_U, top },
  );
}

/** The same in one sentence: how many of how many are on time, and the worst by name. */
export function sentence({ states, sources }: TrustData): string {
  const onTime = states.find((s) => s.state === "fresh")?.count ?? 0;
  const worst = sources.filter((s) => s.state !== "fresh").slice(0, 3);
  return `数据可信：${sources.length} 路中 ${onTime} 路按时${worst.length > 0 ? `；${worst.map((s) => `${s.title}${states.find((x) => x.state === s.state)?.word ?? ""}`).join("、")}` : ""}。`;
}
