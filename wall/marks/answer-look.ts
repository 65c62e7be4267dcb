import type { Ink } from "../../themes/ink.ts";
import { linePx } from "../../themes/scale.ts";
import type { CallState } from "./call-state.ts";
import type { Paint } from "./mark.ts";

export interface AnswerLook {
  readonly box?: Paint;
  readonly ink: Ink;
  readonly weight: 400 | 500 | 600;
}
/**
 * How the name of a place looks by what is known of its answer, without a colour of severity: answered recedes on its ground, what waits is
 * hollow, what is late is inverse, what is cut off dashed, what never reported hatched as on a map; where nobody is asked only the name stands.
 */
export const ANSWER_LOOK: Readonly<Record<CallState, (u: number) => AnswerLook>> = {
  answered: () => ({ box: { fill: "land" }, ink: "t3", weight: 400 }),
  waiting: (u) => ({ box: { stroke: "t1", widthPx: linePx(1.5, u) }, ink: "t1", weight: 500 }),
  overdue: () => ({ box: { fill: "t1" }, ink: "bg", weight: 600 }),
  cut: (u) => ({ box: { stroke: "t1", widthPx: linePx(1.5, u), dash: [0.3 * u, 0.22 * u] }, ink: "t2", weight: 400 }),
  unreported: (u) => ({ box: { fill: "hair2", fillAlpha: 0.5, texture: "cross", stroke: "hair2", widthPx: linePx(1, u) }, ink: "t1", weight: 400 }),
  calm: () => ({ ink: "t3", weight: 400 }),
};
