import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { responseLook } from "./response-look.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "response-line", minU: [18, 2.25] } as const;

/** What a screen below the strip says of the whole wall: which world it is, where it is not the one now, and the response in force. */
export interface ResponseLineData {
  /** 演练, 回放, 已停止: said first; then nothing is filled. */
  readonly world?: string;
  readonly response?: {
    readonly level: 1 | 2 | 3 | 4;
    /** II 级响应. */
    readonly head: string;
    /** 防风; left out where it has no room. */
    readonly name: string;
  };
}
const PAD_U = 0.6;
const GAP_U = 0.5;

/** Boxes on one line from the left edge; nothing in the world now while no response is in force. Words alone: they lie above every shape, so a map's ground cannot cover them. */
export function marks(data: ResponseLineData | null, size: Size): Mark[] {
  const { u, width, height } = size;
  const sizePx = TYPE_U.figure * u;
  const padPx = PAD_U * u;
  const world: Run[] = data?.world ? [{ text: data.world, sizePx, weight: 600, ink: "w1", box: { fill: "bg", stroke: "w2", dashed: true, padPx } }] : [];
  const levelled = (text: string): Run[] => (data?.response ? [{ text, sizePx, ...(world.length > 0 && { gapPx: GAP_U * u }), ...responseLook(data.response.level, world.length > 0, padPx) }] : []);
  const lines = data?.response ? [levelled([data.response.head, data.response.name].filter(Boolean).join("　")), levelled(data.response.head)] : [[]];
  const line = lines.map((level) => [...world, ...level]).find((runs, i) => i === lines.length - 1 || lineWidth({ text: "", sizePx, ink: "t1", tail: runs }, size) <= width)!;
  const [first, ...tail] = line;
  return first ? [{ kind: "text", id: "response-line", ...first, tail, x: 0, y: height / 2, baseline: "middle" }] : [];
}
/** 演练 II 级响应，防风。 */
export const sentence = (data: ResponseLineData | null): string => (data ? `${[[data.world, data.response?.head].filter(Boolean).join(" "), data.response?.name].filter(Boolean).join("，")}。` : "");
