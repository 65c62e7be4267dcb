import { LINE } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import type { SpineData } from "./spine-data.ts";
import { EDGE_U, isFree, LEVELS_U, ROW_U, ROWS, ROWS_U, whole, type Stretch, type Taking } from "./spine-room.ts";
import { lineWidth } from "./words.ts";

const TYPE_U = 1.1;
const PAD_U = 0.35;
const GAP_U = 0.15;

/**
 * The moment that people look at (所看时刻): a line in the ink of the focus, with its words in an inverse block, so that it is never taken for 现在.
 * Out of the line's span only its words stand, at the edge behind which it lies.
 */
export function momentMarks({ looked, from, to, now }: SpineData, x: (at: number) => number, axis: number, size: Size, taken: Taking): Mark[] {
  if (!looked) return [];
  const { u, width } = size;
  const { at, words, beyond } = looked;
  const isHere = beyond === undefined && at >= from && at < to;
  if (!isHere && beyond === undefined) return [];
  const run: Run = { text: beyond === "before" ? `← ${words}` : beyond === "after" ? `${words} →` : words, sizePx: TYPE_U * u, weight: 600, ink: "bg", box: { fill: "focus", padPx: PAD_U * u } };
  const wide = lineWidth(run, size) + 2 * PAD_U * u;
  const px = isHere ? x(at) : beyond === "before" ? EDGE_U * u : width - EDGE_U * u;
  const stretches: Stretch[] = [
    ...(isHere || beyond === "before" ? [{ from: px + (isHere ? GAP_U * u : 0), to: px + wide + GAP_U * u }] : []),
    ...(isHere || beyond === "after" ? [{ from: px - wide - GAP_U * u, to: px - (isHere ? GAP_U * u : 0) }] : []),
  ];
  const place = Array.from({ length: ROWS }, (_, row) => stretches.map((stretch) => ({ ...stretch, row }))).flat().find((room) => whole(room, x(now), size) && isFree(taken, room));
  const line: Mark[] = isHere ? [{ kind: "line", points: [[px, LEVELS_U * u], [px, axis]], stroke: "focus", widthPx: LINE.nowU * u }] : [];
  if (isHere) taken.ticks.push({ px, row: -1 });
  if (!place) return line;
  taken.words.push(place);
  return [...line, { kind: "text", id: "looked", ...run, x: place.from + PAD_U * u, y: (ROWS_U + place.row * ROW_U + 1.1) * u }];
}
