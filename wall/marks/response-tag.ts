import { levelInk } from "../../themes/level.ts";
import { BANNER_U, linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { responseLook } from "./response-look.ts";
import { lineWidth, shorten } from "./words.ts";

export const spec = { kind: "response-tag", minU: [9, 4.6] } as const;

/** What a display says of the mode and of the response that the banner tells on another one. */
export type ResponseTag = { readonly mode: string } & (ResponseTagData | { readonly level?: never; /** As of a response. */ readonly simulated?: string; /** 响应未取到: whether one is in force is not known. */ readonly unknown?: string });
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
  /** 演练含模拟数据, 模拟数据: said in its place where numbers are computed, and gives way to nothing. */
  readonly simulated?: string;
  /** 平时, 战时: said behind the exercise, before the kind; absent where the mode is told beside it. */
  readonly mode?: string;
}
const PAD_U = 0.9;
/** How near to the other edge words come that give way to nothing. */
const NEAR_U = 0.4;
const FIRST_U = 0.34;
const SECOND_U = 0.76;
const LEAST_U = 9;

/** The block in `size` px from `x` on, at the height of the banner's; `isNamed`: it says of what kind the response is, `isModed`: the mode. */
export function block({ level, head, name, exercise, simulated, mode }: ResponseTagData, x: number, size: Size): { readonly width: number; readonly isNamed: boolean; readonly isModed: boolean; readonly marks: Mark[] } {
  const { u } = size;
  const { ink, weight, box } = responseLook(level, exercise !== undefined, 0);
  const title = { text: head, sizePx: TYPE_U.figure * u, weight, ink } as const;
  const width = Math.max(LEAST_U * u, lineWidth(title, size) + 2 * PAD_U * u);
  // Which world it is goes last, then the mode.
  const world = simulated ?? exercise;
  const [most, ...less] = [[world ?? mode, world === undefined ? name : mode], [world ?? mode]].map((words) => words.filter(Boolean).join("　"));
  const noted = (text: string) => (exercise !== undefined ? ({ text, sizePx: TYPE_U.body * u, weight: 600, ink: "w1" } as const) : ({ text, sizePx: TYPE_U.body * u, ink } as const));
  const room = width - 2 * PAD_U * u;
  const note = [most!, ...less].map(noted).find((one) => one.text !== "" && lineWidth(one, size) <= room) ?? (simulated === undefined ? undefined : computed(simulated, width - (PAD_U + NEAR_U) * u, size));
  const isNoted = note !== undefined;
  const at = (share: number) => ({ x: x + PAD_U * u, y: (BANNER_U.top + share * BANNER_U.height) * u, baseline: "middle" as const });
  // An exercise says so before its level.
  const [titleAt, noteAt] = !isNoted ? [0.5, 0] : exercise !== undefined ? [1 - FIRST_U, 1 - SECOND_U] : [FIRST_U, SECOND_U];
  return {
    width, isNamed: exercise === undefined && name !== "" && note?.text === most, isModed: mode === undefined || note?.text === most || (exercise === undefined && isNoted),
    marks: [
      { kind: "rect", x, y: BANNER_U.top * u, width, height: BANNER_U.height * u, fill: box!.fill!, ...(exercise !== undefined && { stroke: levelInk(level, "line"), widthPx: linePx(2, u), dash: [0.4 * u, 0.3 * u] }) },
      { kind: "text", id: "response-tag", ...title, ...at(titleAt) },
      ...(isNoted ? [{ kind: "text", id: "response-tag-note", ...note, ...at(noteAt) } as const] : []),
    ],
  };
}
/** That numbers are computed, in wisteria: as large as the other words where it has the room, smaller where it has not, and never left out. */
function computed(text: string, room: number, size: Size): Omit<Run, "data"> {
  const at = (share: number): Run => ({ text, sizePx: share * size.u, weight: 600, ink: "w1" });
  const run = [TYPE_U.body, TYPE_U.caption].map(at).find((one) => lineWidth(one, size) <= room) ?? at(TYPE_U.caption);
  return { ...run, text: shorten(text, room, run.sizePx, 600, size, "end") };
}
/** The banner's block in short, ending at the right edge; where no response is in force the mode alone, as the banner's tag; where nobody knows, that and the mode. */
export function marks(data: ResponseTag, size: Size): Mark[] {
  const { u, width } = size;
  if (data.level === undefined && (data.unknown || data.simulated)) {
    const line = (id: string, run: Run, share: number): Mark => ({ kind: "text", id, ...run, x: width - (LEAST_U - PAD_U) * u, y: (BANNER_U.top + share * BANNER_U.height) * u, baseline: "middle" });
    const said = (text: string): Run => ({ text, sizePx: TYPE_U.body * u, weight: 600, ink: "t1" });
    // The mode alone would be read as no response: where there is room for two lines it goes before what is not known.
    const [first, second] = data.simulated ? [computed(data.simulated, (LEAST_U - PAD_U - NEAR_U) * u, size), said(data.unknown ?? data.mode)] : [said(data.unknown!), said(data.mode)];
    return [
      { kind: "rect", x: width - LEAST_U * u, y: BANNER_U.top * u, width: LEAST_U * u, height: BANNER_U.height * u, stroke: data.simulated ? "w2" : "hair2", widthPx: linePx(2, u), dash: [0.4 * u, 0.3 * u] },
      line("response-tag", first, FIRST_U), line("response-tag-note", second, SECOND_U),
    ];
  }
  if (data.level === undefined) return [{ kind: "text", id: "response-tag-note", text: data.mode, sizePx: TYPE_U.body * u, ink: "t1", box: { stroke: "hair2", padPx: 0.6 * u }, x: width, y: (BANNER_U.top + BANNER_U.height / 2) * u, anchor: "end", baseline: "middle" }];
  return block(data, size.width - block(data, 0, size).width, size).marks;
}
/** 演练 II 级响应，防风，战时。 */
export const sentence = (data: ResponseTag): string => `${data.level === undefined ? [data.simulated, data.unknown, data.mode].filter(Boolean).join("，") : [[data.simulated ?? data.exercise, data.head].filter(Boolean).join(" "), data.name, data.mode].filter(Boolean).join("，")}。`;
