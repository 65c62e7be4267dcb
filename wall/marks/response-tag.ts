import { levelInk } from "../../themes/level.ts";
import { BANNER_U, linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Size } from "./mark.ts";
import { responseLook } from "./response-look.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "response-tag", minU: [9, 4.6] } as const;

/** What a display says of the mode and of the response that the banner tells on another one. */
export type ResponseTag = { readonly mode: string } & (ResponseTagData | { readonly level?: never; /** 响应未取到: whether one is in force is not known. */ readonly unknown?: string });
/** A response in a block. */
export interface ResponseTagData {
  readonly level: 1 | 2 | 3 | 4;
  /** II 级响应. */
  readonly head: string;
  /** 防风; left out where it has no room. */
  readonly name: string;
  /** The same in fewer words, the fullest first: 防风 II 级 另 2 种. */
  readonly briefs?: readonly string[];
  /** 演练 or 回放, said first: then nothing is filled. */
  readonly exercise?: string;
  /** 平时, 战时: said behind the exercise, before the kind; absent where the mode is told beside it. */
  readonly mode?: string;
}
const PAD_U = 0.9;
const FIRST_U = 0.34;
const SECOND_U = 0.76;
const LEAST_U = 9;

/** The block in `size` px from `x` on, at the height of the banner's; `isNamed`: it says of what kind the response is. */
export function block({ level, head, name, exercise, mode }: ResponseTagData, x: number, size: Size): { readonly width: number; readonly isNamed: boolean; readonly marks: Mark[] } {
  const { u } = size;
  const { ink, weight, box } = responseLook(level, exercise !== undefined, 0);
  const title = { text: head, sizePx: TYPE_U.figure * u, weight, ink } as const;
  const width = Math.max(LEAST_U * u, lineWidth(title, size) + 2 * PAD_U * u);
  // Which world it is goes last, then the mode.
  const [most, ...less] = [[exercise ?? mode, exercise === undefined ? name : mode], [exercise ?? mode]].map((words) => words.filter(Boolean).join("　"));
  const noted = (text: string) => (exercise !== undefined ? ({ text, sizePx: TYPE_U.body * u, weight: 600, ink: "w1" } as const) : ({ text, sizePx: TYPE_U.body * u, ink } as const));
  const note = [most!, ...less].map(noted).find((one) => one.text !== "" && lineWidth(one, size) <= width - 2 * PAD_U * u);
  const isNoted = note !== undefined;
  const at = (share: number) => ({ x: x + PAD_U * u, y: (BANNER_U.top + share * BANNER_U.height) * u, baseline: "middle" as const });
  // An exercise says so before its level.
  const [titleAt, noteAt] = !isNoted ? [0.5, 0] : exercise !== undefined ? [1 - FIRST_U, 1 - SECOND_U] : [FIRST_U, SECOND_U];
  return {
    width, isNamed: exercise === undefined && name !== "" && note?.text === most,
    marks: [
      { kind: "rect", x, y: BANNER_U.top * u, width, height: BANNER_U.height * u, fill: box!.fill!, ...(exercise !== undefined && { stroke: levelInk(level, "line"), widthPx: linePx(2, u), dash: [0.4 * u, 0.3 * u] }) },
      { kind: "text", id: "response-tag", ...title, ...at(titleAt) },
      ...(isNoted ? [{ kind: "text", id: "response-tag-note", ...note, ...at(noteAt) } as const] : []),
    ],
  };
}
/** The banner's block in short, ending at the right edge; where no response is in force the mode alone, as the banner's tag; where nobody knows, that and the mode. */
export function marks(data: ResponseTag, size: Size): Mark[] {
  const { u, width } = size;
  if (data.level === undefined && data.unknown) {
    const line = (id: string, text: string, share: number): Mark => ({ kind: "text", id, text, sizePx: TYPE_U.body * u, weight: 600, ink: "t1", x: width - PAD_U * u, y: (BANNER_U.top + share * BANNER_U.height) * u, anchor: "end", baseline: "middle" });
    return [
      { kind: "rect", x: width - LEAST_U * u, y: BANNER_U.top * u, width: LEAST_U * u, height: BANNER_U.height * u, stroke: "hair2", widthPx: linePx(2, u), dash: [0.4 * u, 0.3 * u] },
      line("response-tag", data.unknown, FIRST_U), line("response-tag-note", data.mode, SECOND_U),
    ];
  }
  if (data.level === undefined) return [{ kind: "text", id: "response-tag-note", text: data.mode, sizePx: TYPE_U.body * u, ink: "t1", box: { stroke: "hair2", padPx: 0.6 * u }, x: width, y: (BANNER_U.top + BANNER_U.height / 2) * u, anchor: "end", baseline: "middle" }];
  return block(data, size.width - block(data, 0, size).width, size).marks;
}
/** 演练 II 级响应，防风，战时。 */
export const sentence = (data: ResponseTag): string => `${data.level === undefined ? [data.unknown, data.mode].filter(Boolean).join("，") : [[data.exercise, data.head].filter(Boolean).join(" "), data.name, data.mode].filter(Boolean).join("，")}。`;
