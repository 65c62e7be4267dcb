import { levelInk } from "../../themes/level.ts";
import { BANNER_U, linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Size } from "./mark.ts";
import { responseLook } from "./response-look.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "response-tag", minU: [9, 4.6] } as const;

/** What a display says of the response that the banner tells on another one. */
export interface ResponseTagData {
  readonly level: 1 | 2 | 3 | 4;
  /** II 级响应. */
  readonly head: string;
  /** 防风; left out where it has no room. */
  readonly name: string;
  /** 演练 or 回放, said first: then nothing is filled. */
  readonly exercise?: string;
}
const PAD_U = 0.9;
const FIRST_U = 0.34;
const SECOND_U = 0.76;
const LEAST_U = 9;

/** The block in `size` px from `x` on, at the height of the banner's; `isNamed`: it says of what kind the response is. */
export function block({ level, head, name, exercise }: ResponseTagData, x: number, size: Size): { readonly width: number; readonly isNamed: boolean; readonly marks: Mark[] } {
  const { u } = size;
  const { ink, weight, box } = responseLook(level, exercise !== undefined, 0);
  const title = { text: head, sizePx: TYPE_U.figure * u, weight, ink } as const;
  const width = Math.max(LEAST_U * u, lineWidth(title, size) + 2 * PAD_U * u);
  const note = exercise !== undefined ? ({ text: exercise, sizePx: TYPE_U.body * u, weight: 600, ink: "w1" } as const) : ({ text: name, sizePx: TYPE_U.body * u, ink } as const);
  const isNoted = note.text !== "" && lineWidth(note, size) <= width - 2 * PAD_U * u;
  const at = (share: number) => ({ x: x + PAD_U * u, y: (BANNER_U.top + share * BANNER_U.height) * u, baseline: "middle" as const });
  // An exercise says so before its level.
  const [titleAt, noteAt] = !isNoted ? [0.5, 0] : exercise !== undefined ? [1 - FIRST_U, 1 - SECOND_U] : [FIRST_U, SECOND_U];
  return {
    width, isNamed: isNoted && exercise === undefined,
    marks: [
      { kind: "rect", x, y: BANNER_U.top * u, width, height: BANNER_U.height * u, fill: box!.fill!, ...(exercise !== undefined && { stroke: levelInk(level, "line"), widthPx: linePx(2, u), dash: [0.4 * u, 0.3 * u] }) },
      { kind: "text", id: "response-tag", ...title, ...at(titleAt) },
      ...(isNoted ? [{ kind: "text", id: "response-tag-note", ...note, ...at(noteAt) } as const] : []),
    ],
  };
}
/** The banner's block in short, ending at the right edge; nothing where no response is in force. */
export function marks(data: ResponseTagData | null, size: Size): Mark[] {
  if (!data) return [];
  return block(data, size.width - block(data, 0, size).width, size).marks;
}
/** 演练 II 级响应，防风。 */
export const sentence = (data: ResponseTagData | null): string => (data ? `${[[data.exercise, data.head].filter(Boolean).join(" "), data.name].filter(Boolean).join("，")}。` : "");
