import type { Freshness } from "../../model/freshness.ts";
import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { figureRuns, freshnessMark, type Figure } from "./panel-text.ts";
import { lineWidth } from "./words.ts";

/** How many sources stand in one state. */
export interface StateCount {
  readonly state: Freshness;
  readonly word: string;
  readonly count: number;
  readonly figure: Figure;
}
const GAP_U = 1.1;
/** The mark of a state before its word. */
const GLYPH_U = 0.9;

/** Every state with its mark and how many stand in it, from `left` on; where not all have room, those that nothing stands in are left unsaid. */
export function stateLine(states: readonly StateCount[], left: number, y: number, size: Size): Mark[] {
  const { u } = size;
  const all = states.map((each) => ({ ...each, words: stateWords(each, u) }));
  const shown = left + stateLineWidth(states, size) <= size.width ? all : all.filter(({ count }) => count > 0);
  let x = left;
  return shown.flatMap(({ state, words }): Mark[] => {
    const at = x;
    x += (GLYPH_U + GAP_U) * u + lineWidth(words, size);
    return [...freshnessMark(state, at + 0.3 * u, y - 0.43 * u, u), { kind: "text", id: `state-${state}`, x: at + GLYPH_U * u, y, ...words }];
  });
}
/** Width in px of the line with every state in it. */
export const stateLineWidth = (states: readonly StateCount[], size: Size): number =>
  states.reduce((sum, each) => sum + GLYPH_U * size.u + lineWidth(stateWords(each, size.u), size), (states.length - 1) * GAP_U * size.u);
function stateWords({ word, count, figure }: StateCount, u: number): Run & { readonly tail: readonly Run[] } {
  const ink = count === 0 ? ("t3" as const) : ("t1" as const);
  const [value, ...unit] = figureRuns(figure, TYPE_U.figure * u, u, 400);
  return { text: word, sizePx: TYPE_U.body * u, ink, tail: [{ ...value, ink, gapPx: 0.3 * u }, ...unit] };
}
