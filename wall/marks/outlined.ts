import { OUTLINED_FILLS, OUTLINE_PX } from "../../themes/level.ts";
import { linePx } from "../../themes/scale.ts";
import type { Mark } from "./mark.ts";

/** On a light ground a yellow or an orange fill has an edge of its own (VISUAL §2): without it a badge melts into the page. */
export const outlined = <M extends Mark>(shapes: readonly M[], u: number): M[] =>
  shapes.map((mark): M => {
    if (mark.kind === "clip") return { ...mark, marks: outlined(mark.marks, u) };
    if (mark.kind === "points" || !("fill" in mark) || mark.fill === undefined || !OUTLINED_FILLS.has(mark.fill) || mark.stroke !== undefined || mark.texture !== undefined) return mark;
    return { ...mark, stroke: "t1", widthPx: linePx(OUTLINE_PX, u) };
  });
