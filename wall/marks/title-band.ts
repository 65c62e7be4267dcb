import type { Freshness } from "../../model/freshness.ts";
import type { Ink } from "../../themes/ink.ts";
import { SPACE_U, TYPE_U, WEIGHT, type Weight } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { freshnessMark } from "./panel-text.ts";
import { lineWidth } from "./words.ts";

/** What the band of a card says over its panel (VISUAL §12), its words ready. */
export interface BandFacts {
  readonly heading: string;
  /** Whole clauses, each behind its middle dot: 系统研判，未发布 · 不含敏感类. */
  readonly note?: string;
  /** Time of the data with its coverage: 昨日 14:00, 到达 118/122 县. */
  readonly standing?: string;
  readonly state?: Freshness;
}
interface Written {
  readonly sizeU: number;
  readonly ink: Ink;
  readonly weight: Weight;
}
/** How its words are written; the card's own style is made from it, so that what is judged is what stands on the glass. */
export const BAND: Readonly<Record<"heading" | "note" | "standing", Written>> = {
  heading: { sizeU: TYPE_U.title, ink: "t1", weight: WEIGHT.title },
  note: { sizeU: TYPE_U.caption, ink: "t3", weight: WEIGHT.text },
  standing: { sizeU: TYPE_U.caption, ink: "t3", weight: WEIGHT.text },
};
/** A time that is not of now stands out. */
export const standingInk = (state: Freshness | ""): Ink => (state === "stale" || state === "down" ? "t1" : state === "ageing" ? "t2" : BAND.standing.ink);
export const BAND_GAP_U = 0.6;
/** Above the band, px. */
export const CARD_RULE_PX = 2;
export const bandHeight = (u: number): number => CARD_RULE_PX + SPACE_U.titleBand * u;
const BASELINE_U = 1.75;

/** 系统研判 · 另 3 条: what can be left out by itself, each with its sign before it. */
export const clausesOf = (note: string): string[] => note.split(/(?= · )/);

/** What a scene calls its panel; undefined where it says nothing. */
export function headingOf(title: unknown): string | undefined {
  const said = typeof title === "object" && title !== null ? (title as { readonly zh?: unknown }).zh : undefined;
  return typeof said === "string" ? said : undefined;
}

/** 126 条: how many the panel tells of belongs to its time and its coverage. */
const HOW_MANY = /^(?: · )?\d[\d,]* \p{Script=Han}$/u;

/** One line: the heading and the time stay whole, the note gives way by whole clauses. */
export function marks({ heading, note = "", standing = "", state }: BandFacts, size: Size): Mark[] {
  const { u, width } = size;
  const y = CARD_RULE_PX + BASELINE_U * u;
  const run = (text: string, { sizeU, ink, weight }: Written): Run => ({ text, sizePx: sizeU * u, ink, weight });
  const title = run(heading, BAND.heading);
  const time: Run = { ...run(standing, BAND.standing), ...(state && { ink: standingInk(state) }), role: "asOf" };
  const glyph = state ? 0.75 * u + lineWidth(run(" ", BAND.standing), size) : 0;
  const gap = BAND_GAP_U * u;
  const after = heading ? lineWidth(title, size) + gap : 0;
  const timeAt = Math.max(after + glyph, width - lineWidth(time, size));
  const kept: Run[] = [];
  let x = after;
  for (const clause of note ? clausesOf(note) : []) {
    const said: Run = { ...run(clause, BAND.note), ...(HOW_MANY.test(clause) && { role: "asOf" }) };
    x += lineWidth(said, size);
    if (x > (standing ? timeAt - glyph - gap : width)) break;
    kept.push(said);
  }
  const [first, ...tail] = kept;
  return [
    ...(heading ? [{ kind: "text" as const, id: "band", ...title, x: 0, y }] : []),
    ...(first ? [{ kind: "text" as const, id: "band-note", ...first, tail, x: after, y }] : []),
    ...(standing ? [{ kind: "text" as const, id: "band-time", ...time, x: timeAt, y }, ...(state ? freshnessMark(state, timeAt - glyph + 0.375 * u, y - 0.36 * u, u) : [])] : []),
  ];
}
