import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { responseLook } from "./response-look.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "response-line", minU: [23, 2.25] } as const;

/** What a screen below the strip says of the whole wall: which world it is, where it is not the one now, the response in force, and the mode. */
export interface ResponseLineData {
  /** 演练, 回放, 已停止: said first; then nothing is filled. */
  readonly world?: string;
  /** 平时, 战时; left out where it has no room. */
  readonly mode: string;
  /** 响应未取到: whether one is in force is not known. */
  readonly unknown?: string;
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

/** Boxes on one line from the left edge. Words alone: they lie above every shape, so a map's ground cannot cover them. */
export function marks(data: ResponseLineData, size: Size): Mark[] {
  const { u, width, height } = size;
  const sizePx = TYPE_U.figure * u;
  const padPx = PAD_U * u;
  const world: Run[] = data.world ? [{ text: data.world, sizePx, weight: 600, ink: "w1", box: { fill: "bg", stroke: "w2", dashed: true, padPx } }] : [];
  const mode: Run = { text: data.mode, sizePx, weight: 600, ink: "t1", box: { fill: "bg", stroke: "hair2", padPx } };
  const levelled = (text: string): Run[] => (data.response ? [{ text, sizePx, ...(world.length > 0 && { gapPx: GAP_U * u }), ...responseLook(data.response.level, world.length > 0, padPx) }] : []);
  const unknown: Run[] = data.unknown ? [{ text: data.unknown, sizePx, weight: 600, ink: "t1", box: { fill: "bg", stroke: "hair2", dashed: true, padPx }, ...(world.length > 0 && { gapPx: GAP_U * u }) }] : [];
  const levels = data.response ? [levelled([data.response.head, data.response.name].filter(Boolean).join("　")), levelled(data.response.head)] : [unknown];
  const said = levels.map((level) => [...world, ...level]);
  const moded = said.map((runs): Run[] => [...runs, { ...mode, ...(runs.length > 0 && { gapPx: GAP_U * u }) }]);
  const lines = [...moded, ...said.slice(-1)].filter((runs) => runs.length > 0);
  const line = lines.find((runs, i) => i === lines.length - 1 || lineWidth({ text: "", sizePx, ink: "t1", tail: runs }, size) <= width)!;
  const [first, ...tail] = line;
  return first ? [{ kind: "text", id: "response-line", ...first, tail, x: 0, y: height / 2, baseline: "middle" }] : [];
}
/** 演练 II 级响应，防风，战时。 */
export const sentence = ({ world, response, unknown, mode }: ResponseLineData): string => `${[[world, response?.head].filter(Boolean).join(" "), response?.name, unknown, mode].filter(Boolean).join("，")}。`;
