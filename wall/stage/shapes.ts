import { plain } from "../marks/badge.ts";
import type { BadgeMark, HitMark, Mark, TextMark } from "../marks/mark.ts";

export type Shape = Exclude<Mark, BadgeMark | TextMark | HitMark>;

/** Sorts marks into what is drawn, what is said and what is touched. */
export function sortMarks(marks: readonly Mark[]): { shapes: Shape[]; words: TextMark[]; hits: HitMark[] } {
  const shapes: Shape[] = [];
  const words: TextMark[] = [];
  const hits: HitMark[] = [];
  for (const mark of plain(marks)) {
    if (mark.kind === "text") words.push(mark);
    else if (mark.kind === "hit") hits.push(mark);
    else if (mark.kind === "clip") {
      const inner = sortMarks(mark.marks);
      words.push(...inner.words);
      hits.push(...inner.hits);
      shapes.push({ ...mark, marks: inner.shapes });
    } else shapes.push(mark);
  }
  return { shapes, words, hits };
}
