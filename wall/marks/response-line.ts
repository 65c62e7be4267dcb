import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { responseLook } from "./response-look.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "response-line", minU: [26, 2.25] } as const;

/** What a screen below the strip says of the whole wall: which world it is, where it is not the one now, the response in force, and the mode. */
export interface ResponseLineData {
  /** 演练, 演练含模拟数据, 模拟数据, 回放, 已停止: said first; then nothing is filled. */
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
  const ways = [TYPE_U.figure, TYPE_U.body].map((sizeU) => lines(data, sizeU * u, u));
  const fits = (runs: readonly Run[]): boolean => lineWidth({ text: "", sizePx: u, ink: "t1", tail: runs }, size) <= width;
  const line = ways.flat().find(fits) ?? ways.at(-1)!.at(-1)!;
  const [first, ...tail] = line;
  return first ? [{ kind: "text", id: "response-line", ...first, tail, x: 0, y: height / 2, baseline: "middle" }] : [];
}
/** The ways to say it in this size, the fullest first: the kind goes, then the mode. */
function lines(data: ResponseLineData, sizePx: number, u: number): (readonly Run[])[] {
  const padPx = PAD_U * u;
  const world: Run[] = data.world ? [{ text: data.world, sizePx, weight: 600, ink: "w1", box: { fill: "bg", stroke: "w2", dashed: true, padPx } }] : [];
  const mode: Run = { text: data.mode, sizePx, weight: 600, ink: "t1", box: { fill: "bg", stroke: "hair2", padPx } };
  const levelled = (text: string): Run[] => (data.response ? [{ text, sizePx, ...(world.length > 0 && { gapPx: GAP_U * u }), ...responseLook(data.response.level, world.length > 0, padPx) }] : []);
  const unknown: Run[] = data.unknown ? [{ text: data.unknown, sizePx, weight: 600, ink: "t1", box: { fill: "bg", stroke: "hair2", dashed: true, padPx }, ...(world.length > 0 && { gapPx: GAP_U * u }) }] : [];
  const levels = data.response ? [levelled([data.response.head, data.response.name].filter(Boolean).join("　")), levelled(data.response.head)] : [unknown];
  const said = levels.map((level) => [...world, ...level]);
  const moded = said.map((runs): Run[] => [...runs, { ...mode, ...(runs.length > 0 && { gapPx: GAP_U * u }) }]);
  return [...moded, ...said.slice(-1)].filter((runs) => runs.length > 0);
}
/** 演练 II 级响应，防风，战时。 */
export const sentence = ({ world, response, unknown, mode }: ResponseLineData): string => `${[[world, response?.head].filter(Boolean).join(" "), response?.name, unknown, mode].filter(Boolean).join("，")}。`;
