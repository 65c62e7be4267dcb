import type { Severity } from "../../model/words.ts";
import { levelInk } from "../../themes/level.ts";
import type { Run } from "./mark.ts";

/**
 * How a response level is set among words: filled while it is in force; in a drill or a replay hollow and dashed, in the level's ink
 * on the darkest ground, so that nobody who looks across the room takes an exercise for the real thing.
 * @param padPx room at both ends of its box
 */
export const responseLook = (level: Severity, notActual: boolean, padPx: number): Pick<Run, "ink" | "weight" | "box"> =>
  notActual
    ? { ink: levelInk(level, "line"), weight: 600, box: { fill: "bg", stroke: levelInk(level, "line"), dashed: true, padPx } }
    : { ink: levelInk(level, "on"), weight: 600, box: { fill: levelInk(level, "fill"), padPx } };
