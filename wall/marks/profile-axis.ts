import type { ScaleLinear } from "d3";
import { grouped } from "../../model/numerals.ts";
import { linePx } from "../../themes/scale.ts";
import type { Mark, Size } from "./mark.ts";
import { caption } from "./panel-text.ts";

export type Scale = ScaleLinear<number, number>;
/** What an axis takes of a picture: heights at the left, the way below. */
export const AXIS_U = { left: 3.4, bottom: 1.7 } as const;

/** The way along the river, in km. */
export function kmAxis(x: Scale, top: number, size: Size): Mark[] {
  const { u } = size;
  const [from, to] = x.range() as [number, number];
  return [
    { kind: "line", points: [[from - 0.8 * u, top], [to + 0.8 * u, top]], stroke: "hair2", widthPx: linePx(1, u) },
    ...x.ticks(Math.max(2, Math.min(10, Math.floor((to - from) / (6 * u))))).flatMap((km): Mark[] => [
      { kind: "line", points: [[x(km), top], [x(km), top + 0.3 * u]], stroke: "hair2", widthPx: linePx(1, u) },
      caption(km === 0 ? "0 km" : grouped(km, 0), x(km), top + 1.4 * u, size, { anchor: "middle", family: "num", role: "axis" }),
    ]),
  ];
}
