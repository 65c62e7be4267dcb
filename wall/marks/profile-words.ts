import { TYPE_U } from "../../themes/scale.ts";
import type { Run } from "./mark.ts";
import { figureInk, figureRuns, type Figure } from "./panel-text.ts";
import type { ProfileData, ProfileReservoir, ProfileStation } from "./profile-data.ts";
import { worthOf } from "./profile-water.ts";

export type Words = ProfileData["words"];
export type Line = readonly Run[];
/** A number in one stretch with what is before it, so that a block around it holds both; its tag stands with the stage above it. */
const inOne = (figure: Figure): Figure => ({ ...figure, prefix: "", text: `${figure.prefix ?? ""}${figure.text}`, unit: "", tag: "" });
export const isAbove = (over: Figure): boolean => (over.truth?.value ?? -1) > 0;
/** 超警 +0.38 in an inverse block: out of band, which is no level (VISUAL §1). */
export function overLine(over: Figure, below: string, above: string, u: number): Line {
  const runs = figureRuns(inOne(over), TYPE_U.figure * u, u, isAbove(over) ? 600 : 400);
  if (over.isNumber === false) return runs;
  if (!isAbove(over)) return [{ text: below, sizePx: u, ink: "t3" }, { ...runs[0], gapPx: 0.3 * u }, ...runs.slice(1)];
  const [first, ...tail] = runs;
  return [{ text: above, sizePx: TYPE_U.body * u, ink: figureInk(over), weight: 600 }, { ...first, gapPx: 0.3 * u, ...blockOfNumber(over, 0.25 * u) }, ...tail];
}
/** White on what was seen; of what nobody has observed an outline, and of what is old a grey block. */
const blockOfNumber = (over: Figure, padPx: number): Pick<Run, "ink" | "box"> => {
  const worth = worthOf(over);
  return worth === "notActual" ? { ink: "w1", box: { stroke: "w1", dashed: true, padPx } } : { ink: "bg", box: { fill: worth === "old" ? "t3" : "focus", padPx } };
};
/** A gauge by its name, its stage and what that is from its warning stage, each in a line. */
export function stationLines({ name, stage, over, flow, peak }: ProfileStation, words: Words, withPeaks: boolean, withFlow: boolean, u: number): Line[] {
  const head: Run = { text: name, sizePx: TYPE_U.title * u, weight: 600, ink: "t1" };
  const flowing = withFlow && flow && flow.isNumber !== false ? figureRuns(flow, TYPE_U.figure * u, u, 400) : [];
  const first: Line = [head, ...flowing.map((run, i): Run => ({ ...run, ink: run.ink === "t1" ? "t2" : run.ink, ...(i === 0 && { gapPx: 0.6 * u }) }))];
  if (stage.isNumber === false) return [first, figureRuns(stage, TYPE_U.row * u, u)];
  const high: Line[] = withPeaks && peak ? [[{ text: words.peak, sizePx: u, ink: "t3" }, ...figureRuns(inOne(peak), TYPE_U.figure * u, u, 400).map((run, i): Run => ({ ...run, ...(i === 0 && { gapPx: 0.3 * u }) }))]] : [];
  return [first, figureRuns(stage, TYPE_U.value * 0.84 * u, u), overLine(over, words.below, words.above, u), ...high];
}
export const reservoirLines = ({ name, over }: ProfileReservoir, words: Words, u: number): Line[] => [[{ text: name, sizePx: TYPE_U.title * u, weight: 600, ink: "t1" }], overLine(over, words.belowLimit, words.aboveLimit, u)];
/** What a gauge is from its warning stage, alone. */
export function overRuns(over: Figure, u: number): Run[] {
  const [first, ...tail] = figureRuns(inOne(over), TYPE_U.figure * u, u, isAbove(over) ? 600 : 400);
  return isAbove(over) ? [{ ...first, ...blockOfNumber(over, 0.2 * u) }, ...tail] : [first, ...tail];
}
