import type { Severity } from "../../model/words.ts";
import { BANNER_U, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size, Truth } from "./mark.ts";
import { countedRuns } from "./panel-text.ts";
import { block, type ResponseTagData } from "./response-tag.ts";
import { fitLine, lineWidth, shorten } from "./words.ts";

export const spec = { kind: "headline", minU: [42, 4.6] } as const;

/**
 * What stands or falls together: 今日约 7 时 外推 7级风到湛江徐闻. What is not observed is wisteria; `follows` = close to what is before it; `givesWay` = when
 * something happens, which says nothing without what happens, and goes before it.
 */
export type Clause = readonly { readonly text: string; readonly notActual?: boolean; readonly follows?: boolean; readonly givesWay?: boolean; readonly truth?: Truth }[];

export interface HeadlineData {
  /** The one sentence, the clause that matters most first. */
  readonly clauses: readonly Clause[];
  /** The line below it: facts, then at most three items, each naming a place and a lack. Facts give way, the last first; `counts` = a number that is read from the seats. */
  readonly second?: readonly { readonly text: string; readonly strong?: boolean; readonly givesWay?: boolean; readonly counts?: boolean; readonly notActual?: boolean }[];
  /** The gravest level spoken of; issued = a Warning, else 研判. */
  readonly badge?: { readonly severity: Severity; readonly issued: boolean };
  readonly align?: "start" | "middle";
  /** The response in force, where no banner says so: in a block at the left edge. */
  readonly response?: ResponseTagData;
  /** Since when it stands still (画面停在 14:31): an old sentence recedes, and read aloud says so first. */
  readonly stands?: string;
}

const BLOCK_GAP_U = 1.4;
/** From a line's baseline to the tops of its characters, as a share of their size. */
const INK_TOP = 0.86;
/** From the sentence's baseline to the second line's, and from there at least to the end of the strip. */
const SECOND_U = 1.8;
const UNDER_SECOND_U = 0.3;
/** Between items of the second line. */
const ITEMS = " · ";

/** The sentence of the wall; when it is too long, clauses are dropped from the end, type never shrinks. */
export function marks({ clauses, second: facts = [], badge, align = "middle", response, stands }: HeadlineData, size: Size): Mark[] {
  const { u, width, height } = size;
  const lead = response && block(response, 0, size);
  const left = lead ? lead.width + BLOCK_GAP_U * u : 0;
  const mode = response?.mode && !lead!.isModed ? [{ text: `${response.mode}　`, strong: true }] : [];
  const seconds = (response && !lead!.isNamed ? [response.name, ...(response.briefs ?? [])].map((kinds) => [...mode, { text: `${kinds}　`, strong: true }, ...facts]) : [facts]).map((all) => secondOf(all, stands));
  const sizePx = TYPE_U.headline * u;
  const before = badge ? sizePx * 0.95 + 0.5 * u : 0;
  const room = width - left - before;
  const kept = [...clauses];
  const runsOf = (some: readonly Clause[]): Run[] => some.flat().map(({ text, notActual, follows, truth }, i, all): Run => ({ text, ...(truth && { truth }), sizePx, weight: 600, ink: stands ? "t3" : notActual ? "w1" : "t1", ...(i > 0 && { gapPx: (all[i - 1]!.notActual || follows ? 0.25 : 0.6) * sizePx }) }));
  const over = (runs: readonly Run[]): boolean => runs.reduce((sum, run) => sum + lineWidth(run, size), 0) > room;
  while (kept.length > 1 && over(runsOf(kept))) kept.pop();
  if (over(runsOf(kept))) kept.splice(0, 1, fewer(kept[0]!, (some) => over(runsOf([some]))));
  const runs = runsOf(kept);
  if (over(runs)) {
    // What happens is begun at least, and whether it is observed stands whole.
    const widest = runs.reduce((most, run, i) => (run.ink !== "w1" && lineWidth(run, size) > lineWidth(runs[most]!, size) ? i : most), Math.max(0, runs.findIndex(({ ink }) => ink !== "w1")));
    const others = runs.reduce((sum, run, i) => sum + (i === widest ? (run.gapPx ?? 0) : lineWidth(run, size)), 0);
    runs[widest] = { ...runs[widest]!, text: shorten(runs[widest]!.text, room - others, sizePx, 600, size, "end") };
  }
  const [first = { text: "", sizePx, ink: "t1" as const }, ...tail] = runs;
  const below = secondRuns(seconds, width - left, size);
  const wide = lineWidth({ ...first, tail }, size) + before;
  const belowWide = below.reduce((sum, run) => sum + lineWidth(run, size), 0);
  // Over the middle of the map, unless one of the lines would meet the block.
  const middle = (width - Math.max(wide, belowWide)) / 2 < left ? (left + width) / 2 : width / 2;
  const from = (lineWide: number): number => (align === "middle" ? middle - lineWide / 2 : left);
  // As far below the edge of the glass as the banner's block.
  const base = below.length > 0 ? Math.min(BANNER_U.top * u + INK_TOP * sizePx, height - (UNDER_SECOND_U + SECOND_U) * u) : height / 2 + 0.36 * sizePx;
  const x = from(wide);
  const out: Mark[] = [...(lead?.marks ?? [])];
  if (badge) out.push({ kind: "badge", cx: x + sizePx * 0.475, cy: base - sizePx * 0.36, heightPx: sizePx * 0.95, severity: badge.severity, look: badge.issued ? "filled" : "hollow" });
  out.push({ kind: "text", id: "headline", ...first, tail, x: x + before, y: base });
  const [head, ...rest] = below;
  if (head) out.push({ kind: "text", id: "headline-second", ...head, tail: rest, x: from(belowWide), y: base + SECOND_U * u });
  return out;
}
/** Of the one clause that is left: without when it happens, then without its last numbers, each with what it is of. */
function fewer(clause: Clause, isTooLong: (some: Clause) => boolean): Clause {
  const left = clause.filter(({ givesWay }) => !givesWay);
  while (left.length > 1 && isTooLong(left) && left.some(({ truth }) => truth))
    do left.pop();
    while (left.length > 1 && !left.at(-1)!.truth);
  return left;
}
/** What is old is not urgent any more. Since when it stands is told by the plaque right below, to the second: here it would be the same moment twice. */
const secondOf = (facts: NonNullable<HeadlineData["second"]>, stands: string | undefined): NonNullable<HeadlineData["second"]> =>
  stands ? facts.map(({ text, givesWay, counts, notActual }) => ({ text, ...(givesWay && { givesWay }), ...(counts && { counts }), ...(notActual && { notActual }) })) : facts;
/** @param ways to say the line, the fullest first: facts give way, then the least grave kinds are counted, and only then does an urgent item go. */
function secondRuns(ways: readonly NonNullable<HeadlineData["second"]>[], room: number, size: Size): Run[] {
  const sizePx = TYPE_U.body * size.u;
  const runsOf = ({ text, strong, counts, notActual }: NonNullable<HeadlineData["second"]>[number]): Run[] => {
    const look = { sizePx, ink: notActual ? "w1" : strong ? "t1" : "t2", weight: strong ? 600 : 400 } as const;
    return counts ? countedRuns(text, look, size.u) : [{ text, ...look }];
  };
  const wide = (parts: NonNullable<HeadlineData["second"]>): number => lineWidth({ text: "", sizePx, ink: "t2", tail: parts.flatMap(runsOf) }, size);
  const kept = ways.map((parts) => {
    const left = [...parts];
    while (wide(left) > room && left.some((part) => part.givesWay)) left.splice(left.findLastIndex((part) => part.givesWay), 1);
    return left;
  });
  const said = kept.find((parts) => wide(parts) <= room) ?? kept.at(-1)!;
  // What is urgent goes item by item, so that none of them is half said.
  for (const last = said.length - 1; wide(said) > room && said[last]?.text.includes(ITEMS); ) said[last] = { ...said[last]!, text: said[last]!.text.slice(0, said[last]!.text.lastIndexOf(ITEMS)) };
  return fitLine(said.flatMap(runsOf), room, size);
}
/** Facts that give way to what is urgent are told by the panels that they are of. */
export const sentence = ({ clauses, second: all = [], response, stands }: HeadlineData): string => spokenOf({ clauses, second: all.filter(({ givesWay }) => !givesWay), response, stands });
const spokenOf = ({ clauses, second, response, stands }: { readonly [K in "clauses" | "response" | "stands"]: HeadlineData[K] } & { readonly second: NonNullable<HeadlineData["second"]> }): string => `${stands ? `${stands}：` : ""}${response ? `${[response.simulated ?? response.exercise, response.mode, response.head].filter(Boolean).join(" ")}（${response.name}），` : ""}${clauses.map((clause) => clause.map((part) => part.text).join(" ")).join("，")}${second.length > 0 ? `；${second.map((s) => s.text).join("").replace(/　$/, "").replaceAll("　", "，")}` : ""}。`;
