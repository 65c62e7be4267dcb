import type { Theme } from "../../themes/theme.ts";
import type { PointsMark } from "../marks/mark.ts";
import { CORNER_FLOATS, Tessellation, type Triangles } from "./tessellate.ts";

/** One sign is cut into triangles, and set at every place: its corners become offsets in px, which a camera does not scale. */
export function pointsMesh({ at, corners, fill, fillAlpha, stroke, strokeAlpha, widthPx }: PointsMark, theme: Theme): Triangles {
  const sign = new Tessellation(theme);
  sign.add({ kind: "area", rings: [corners], ...(fill && { fill }), ...(fillAlpha !== undefined && { fillAlpha }), ...(stroke && { stroke }), ...(strokeAlpha !== undefined && { strokeAlpha }), ...(widthPx !== undefined && { widthPx }) });
  const one = sign.corners.length / CORNER_FLOATS;
  const all = { corners: new Float32Array(at.length * sign.corners.length), indices: new Uint32Array(at.length * sign.indices.length) };
  at.forEach(([x, y], n) => {
    const from = n * sign.corners.length;
    all.corners.set(sign.corners, from);
    for (let i = from; i < from + sign.corners.length; i += CORNER_FLOATS) {
      all.corners[i + 2]! += all.corners[i]!;
      all.corners[i + 3]! += all.corners[i + 1]!;
      all.corners[i] = x;
      all.corners[i + 1] = y;
    }
    const first = n * sign.indices.length;
    for (let i = 0; i < sign.indices.length; i++) all.indices[first + i] = sign.indices[i]! + n * one;
  });
  return all;
}
