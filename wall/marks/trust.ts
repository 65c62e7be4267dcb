import type { Freshness } from "../../model/freshness.ts";
import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size, TextMark } from "./mark.ts";
import { countedRuns, freshnessMark } from "./panel-text.ts";
import { stateLine, stateLineWidth, type StateCount } from "./state-line.ts";
import { lineWidth, shorten } from "./words.ts";

export const spec = { kind: "trust", minU: [33, 4.6] } as const;

export interface TrustData {
  readonly title: string;
  /** 5 路. */
  readonly note: string;
  /** One for each state that is told, in the order of the legend. */
  readonly states: readonly StateCount[];
  /** Topics whose code does not run, or is throttled: what they bring is missing whatever the sources say. */
  readonly ended: readonly TrustSource[];
  /** The worst first. */
  readonly sources: readonly TrustSource[];
  /** 正在取数 {n} 路: asked for, nothing known of them yet; empty when there is none. */
  readonly awaited: string;
  /** 全部按时, and which of them is the oldest; said when nothing is late. */
  readonly allOnTime: string;
  /** 另 {n} 路, for what has no room. */
  readonly more: (n: number) => string;
}
export interface TrustSource {
  readonly id: string;
  readonly title: string;
  readonly state: Freshness;
  /** 到达 118/122 县; empty when whole. */
  readonly coverage: string;
  /** 08:00; or what its silence is called. */
  readonly when: string;
}
const FIRST_U = 1.95;
const SECOND_U = 3.75;
const GAP_U = 1.1;
/** The mark of a state before its word. */
const GLYPH_U = 0.9;

/** Two lines: how many sources stand in each state, then by name those that are not on time, as many as there is room for. */
export function marks(data: TrustData, size: Size): Mark[] {
  return [...legend(data, size), ...worst(data, size)];
}
/** Every state with its count; where not all have room, the number of sources is left unsaid first, then the title, then a state in which nothing stands. */
function legend({ title, note, states }: TrustData, size: Size): Mark[] {
  const { u, width } = size;
  const y = FIRST_U * u;
  const head = (tail: readonly Run[]): TextMark => ({ kind: "text", id: "title", x: 0, y, text: title, sizePx: TYPE_U.title * u, weight: 600, ink: "t1", tail });
  const after = (first: TextMark | undefined): number => (first ? lineWidth(first, size) + GAP_U * u : 0);
  const tries = [head(countedRuns(note, { sizePx: u, ink: "t3", gapPx: 0.6 * u }, u)), head([]), undefined];
  const first = tries.find((one) => after(one) + stateLineWidth(states, size) <= width);
  return [...(first ? [first] : []), ...stateLine(states, after(first), y, size)];
}
/** Silence is normal: only what is not on time is named. */
function worst({ ended, sources, awaited, allOnTime, more }: TrustData, size: Size): Mark[] {
  const { u, width } = size;
  const y = SECOND_U * u;
  const late = [...ended, ...sources.filter(({ state }) => state !== "fresh")];
  if (late.length === 0 && !awaited) return [{ kind: "text", id: "all", x: 0, y, text: allOnTime, sizePx: TYPE_U.body * u, ink: "t3" }];
  const count = (n: number): Run => ({ text: more(n), sizePx: u, ink: "t3" });
  const out: Mark[] = [];
  let x = 0;
  if (awaited) {
    const coming: Run = { text: awaited, sizePx: TYPE_U.body * u, ink: "t2" };
    out.push({ kind: "text", id: "awaited", x, y, ...coming });
    x = lineWidth(coming, size) + GAP_U * u;
  }
  for (const [i, source] of late.entries()) {
    const rest = late.length - i - 1;
    const room = width - x - (rest > 0 ? GAP_U * u + lineWidth(count(rest), size) : 0);
    // The worst is named in any case, with its time.
    const [first, ...tail] = i === 0 ? shortened(namedRuns(source, u), room - GLYPH_U * u, size) : namedRuns(source, u);
    const wide = GLYPH_U * u + lineWidth({ ...first, tail }, size);
    if (wide > room && i > 0) {
      out.push({ kind: "text", id: "more", x, y, ...count(rest + 1) });
      break;
    }
    out.push(...freshnessMark(source.state, x + 0.3 * u, y - 0.43 * u, u), { kind: "text", id: `source-${source.id}`, x: x + GLYPH_U * u, y, ...first, tail });
    x += wide + GAP_U * u;
  }
  return out;
}
/** Without room for all of it a source leaves its coverage unsaid, then loses the middle of its name. */
function shortened(runs: [Run, ...Run[]], room: number, size: Size): [Run, ...Run[]] {
  if (runs.reduce((sum, run) => sum + lineWidth(run, size), 0) <= room) return runs;
  const [name, when] = runs;
  return [{ ...name, text: shorten(name.text, room - lineWidth(when!, size), name.sizePx, 400, size) }, when!];
}
const namedRuns = ({ title, state, coverage, when }: TrustSource, u: number): [Run, ...Run[]] => [
  { text: title, sizePx: TYPE_U.body * u, ink: "t1" },
  { text: when, sizePx: TYPE_U.body * u, ink: state === "stale" || state === "down" ? "t1" : "t2", gapPx: 0.4 * u, role: "asOf" },
  ...(coverage ? [{ text: coverage, sizePx: u, ink: "t3" as const, gapPx: 0.4 * u, role: "asOf" as const }] : []),
];

/** The same in one sentence: how many of how many are on time, and the worst by name. */
export function sentence({ title, states, ended, sources, awaited }: Pick<TrustData, "title" | "states" | "ended" | "sources" | "awaited">): string {
  const onTime = states.find((s) => s.state === "fresh")?.count ?? 0;
  const off = ended.map(({ title, when }) => `；${title}（${when}）`).join("");
  if (sources.length === 0 && awaited) return `${title}：${awaited}${off}。`;
  const named = sources.filter((s) => s.state !== "fresh").slice(0, 3);
  return `${title}：${sources.length} 路中 ${onTime} 路按时${off}${named.length > 0 ? `；${named.map((s) => `${s.title}${states.find((x) => x.state === s.state)?.word ?? ""}`).join("、")}` : ""}${awaited ? `；${awaited}` : ""}。`;
}
