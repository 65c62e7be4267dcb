import type { Ink } from "../../themes/ink.ts";
import { linePx } from "../../themes/scale.ts";
import { classInk, rampOf, type Breaks } from "./choropleth.ts";
import type { Mark, Size } from "./mark.ts";
import { caption } from "./panel-text.ts";
import { lineWidth } from "./words.ts";

/** A rectangle of one class; null = nothing is known there, which is no class. */
export interface HeatCell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly value: number | null;
}
/** As a map paints its areas: class by class, and what is not known as land under a thin cross-hatch. */
export const cellMarks = ({ value, ...room }: HeatCell, breaks: Breaks): Mark[] =>
  value === null ? [{ kind: "rect", ...room, fill: "land" }, { kind: "rect", ...room, fill: "hair2", texture: "cross" }] : [{ kind: "rect", ...room, fill: classInk(value, breaks) }];

export interface HeatKey {
  /** As the axis writes a bound. */
  write(bound: number): string;
  readonly unit: string;
  /** 无数据 */
  readonly none: string;
}
/** Narrower where all have no room else. */
const PATCHES_U = [1.6, 0.9];
const PATCH_HEIGHT_U = 0.9;
const GAP_U = 0.35;

/** The classes beside each other, each with its bound, and the hatch of what is not known; what has no room is left out from the end. */
export function keyMarks(breaks: Breaks, key: HeatKey, x: number, baseline: number, widthPx: number, size: Size): Mark[] {
  const parts = partsOf(breaks, key);
  const tried = PATCHES_U.map((patchU) => inOneLine(parts, patchU, x, baseline, widthPx, size));
  return (tried.find(({ all }) => all) ?? tried.at(-1)!).marks;
}
interface Part {
  readonly text: string;
  readonly fill: Ink;
  readonly hatched?: true;
}
function partsOf(breaks: Breaks, { write, unit, none }: HeatKey): Part[] {
  const last = unit ? `\u2009${unit}` : "";
  return [
    ...rampOf(breaks).map((fill, i): Part => ({ fill, text: i === 0 ? `<\u2009${write(breaks[0]!)}` : `≥\u2009${write(breaks[i - 1]!)}${i === breaks.length ? last : ""}` })),
    { text: none, fill: "land", hatched: true },
  ];
}
function inOneLine(parts: readonly Part[], patchU: number, x: number, baseline: number, widthPx: number, size: Size): { readonly marks: Mark[]; readonly all: boolean } {
  const { u } = size;
  const marks: Mark[] = [];
  let at = x;
  for (const [i, { text, fill, hatched }] of parts.entries()) {
    const said = caption(text, at + (patchU + GAP_U) * u, baseline, size, { id: `class-${i}`, role: "axis", family: "num" });
    const end = said.x + lineWidth(said, size);
    if (end > x + widthPx) return { marks, all: false };
    const patch = { kind: "rect", x: at, y: baseline - 0.36 * u - (PATCH_HEIGHT_U * u) / 2, width: patchU * u, height: PATCH_HEIGHT_U * u } as const;
    marks.push({ ...patch, fill, stroke: "hair2", widthPx: linePx(1, u) }, ...(hatched ? [{ ...patch, fill: "hair2", texture: "cross" } as const] : []), said);
    at = end + 0.8 * u;
  }
  return { marks, all: true };
}
