import { grouped } from "../../model/numerals.ts";
import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";
import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { caption, countedRuns, figureInk, figureRuns, rule, runsWidth, type Figure } from "./panel-text.ts";
import { rowMarks, rowsThatFit, type Column } from "./rows.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "alert-tally", minU: [28, 6.5], titled: true } as const;

export interface AlertTallyData {
  /** The gravest first. */
  readonly levels: readonly TallyLevel[];
  /** Topics in which something was found, the gravest first, with how many at each level. */
  readonly topics: readonly { readonly id: string; readonly title: string; readonly counts: readonly number[] }[];
  readonly heading: string;
  /** Said under the levels where there is none. */
  readonly none: string;
  readonly more: (n: number) => string;
}
export interface TallyLevel {
  readonly severity: Severity;
  /** The character inside its shape; absent = its own. */
  readonly char?: string;
  readonly count: number;
  readonly figure: Figure;
  /** 未确认 12; empty where nobody is waited for. */
  readonly open: string;
}
const ROW_U = 2.2;
const MORE_U = 1.3;
const COUNT_U = 3.6;

/** How many findings hold at each level: a level without any keeps its shape, hollow and grey, and its 0. */
export function marks({ levels, topics, heading, none, more }: AlertTallyData, size: Size): Mark[] {
  const { u, width, height } = size;
  const cell = width / levels.length;
  const hasOpen = height >= 5 * u && levels.some(({ open }) => open !== "");
  const look = ([[2.7, TYPE_U.valueLarge, 3.5], [2.2, TYPE_U.value, 3.5], [1.8, TYPE_U.row, 3]] as const).find(([badgeU, countU, highU]) => highU * u <= height && (countU < TYPE_U.valueLarge || height >= 6 * u) && levels.every(({ figure }) => (1.2 * badgeU + 1.1) * u + runsWidth(figureRuns(figure, countU * u, u), size) <= cell));
  const [badgeU, countU, stripU] = look ?? [1.8, TYPE_U.figure, 2.8];
  const cy = (stripU / 2) * u;
  // Digits reach lower than the shapes beside them.
  const belowU = Math.max(stripU, stripU / 2 + 0.57 * countU);
  const out = levels.flatMap(({ severity, char, count, figure, open }, i): Mark[] => {
    const x = i * cell;
    const [value] = figureRuns(figure, countU * u, u);
    const [first, ...tail] = countedRuns(open || " ", { sizePx: u, ink: "t1" }, u);
    return [
      { kind: "badge", cx: x + 0.62 * badgeU * u, cy, heightPx: badgeU * u, severity, look: count === 0 ? "none" : "hollow", ...(char && { char }) },
      { kind: "text", id: `count-${severity}`, ...value, ink: count === 0 ? "t3" : figureInk(figure), x: x + (1.2 * badgeU + 0.6) * u, y: cy, baseline: "middle" },
      ...(hasOpen && open !== "" && lineWidth({ ...first, tail }, size) <= cell - 0.4 * u ? [{ kind: "text" as const, id: `open-${severity}`, ...first, tail, x, y: (belowU + 1.35) * u }] : []),
    ];
  });
  let top = (hasOpen ? belowU + 2 : Math.max(belowU, stripU + 0.4)) * u;
  if (topics.length === 0) return height - top >= 1.4 * u && levels.every(({ count }) => count === 0) ? [...out, caption(none, 0, top + u, size, { id: "none", sizePx: TYPE_U.body * u })] : out;
  if (height - top < (1.5 + ROW_U + (topics.length > 1 ? MORE_U : 0)) * u) return out;
  const columns: Column[] = [{ cut: "end" }, ...levels.map(() => ({ widthU: COUNT_U, align: "end" as const }))];
  const small = (text: string): Run[] => [{ text, sizePx: u, ink: "t3" }];
  out.push(...rowMarks(columns, [{ id: "head", cells: [small(heading), ...levels.map(({ severity, char }) => small(char ?? SEVERITY_WORDS[severity].char))] }], size, { rowU: 1.5, top }));
  top += 1.5 * u;
  const fit = rowsThatFit(topics.length, height - top, ROW_U * u, MORE_U * u);
  out.push(...rowMarks(columns, topics.slice(0, fit).map(({ id, title, counts }) => ({
    id, cells: [[{ text: title, sizePx: TYPE_U.body * u, ink: "t1" }], ...counts.map((count): Run[] => [{ text: grouped(count, 0), sizePx: TYPE_U.figure * u, weight: 500, family: "num", ink: count === 0 ? "t3" : "t1" }])],
  })), size, { rowU: ROW_U, top }));
  if (fit < topics.length) out.push({ kind: "text", id: "more", x: 0, y: top + (fit * ROW_U + 1) * u, text: more(topics.length - fit), sizePx: u, ink: "t3" });
  else out.push(rule(top + fit * ROW_U * u, width, u));
  return out;
}
/** How many at each level; nothing is said of a level without any, but where there is none at all. */
export function sentence({ levels, none }: AlertTallyData): string {
  const there = levels.filter(({ count }) => count > 0);
  return there.length === 0 ? `${none}。` : `研判告警：${there.map(({ severity, figure, open }) => `${SEVERITY_WORDS[severity].zh} ${figure.text} 处${open ? `（${open}）` : ""}`).join("、")}。`;
}
