import type { Ink } from "../../themes/ink.ts";
import { levelInk } from "../../themes/level.ts";
import { BANNER_U, linePx, SPACE_U, TYPE_U } from "../../themes/scale.ts";
import { bannerWords, type BannerBlock } from "./banner-words.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { moved } from "./moved.ts";
import { responseLook } from "./response-look.ts";
import { lineWidth, shorten } from "./words.ts";

export type { BannerBlock } from "./banner-words.ts";
export const spec = { kind: "banner", minU: [40, 4.6] } as const;

/** What the upper left corner says of the whole wall. */
export interface BannerData {
  /** In peace: the name of the scene. */
  readonly title: string;
  /** In boxes at the right end: 平时 · 值守, 演示系统, 演. */
  readonly tags?: readonly Tag[];
  /** A response that is in force, or a world that is not the one now; then nothing else is as important. */
  readonly block?: BannerBlock;
}
export interface Tag {
  readonly text: string;
  readonly notActual?: boolean;
  /** Gives way to nothing: 含模拟数据. These come first. */
  readonly stays?: boolean;
  /** A response in a part of what is looked at: filled, as what is issued is; hollow when not actual. */
  readonly level?: 1 | 2 | 3 | 4;
}
/** An exercised response colours only the edges of its block. */
const STRIPE_U = 0.35;
/** Room for the first kind of a response (防风) and what shows that others follow. */
const MIN_NAME_U = 4;

/** A title with its tags; while a response is in force or the world is not the one now, a block that says so. */
export function marks({ title, tags = [], block }: BannerData, size: Size): Mark[] {
  const { u, width } = size;
  const left = SPACE_U.margin * u;
  const right = width - SPACE_U.margin * u;
  const middle = (BANNER_U.top + BANNER_U.height / 2) * u;
  const isFilled = block?.level !== undefined && block.exercise === undefined;
  const inks = isFilled ? { head: levelInk(block.level!, "on"), rest: levelInk(block.level!, "on") } : { head: block ? ("w1" as const) : ("t1" as const), rest: "t2" as const };
  const out: Mark[] = [];
  if (block)
    out.push({
      kind: "rect", x: left, y: BANNER_U.top * u, width: right - left, height: BANNER_U.height * u,
      ...(isFilled ? { fill: levelInk(block.level!, "fill") } : { fill: "w3" as const, stroke: "w2" as const, widthPx: linePx(2, u), dash: [0.4 * u, 0.3 * u] }),
    });
  if (block?.level && !isFilled) for (const y of [BANNER_U.top, BANNER_U.top + BANNER_U.height - STRIPE_U]) out.push({ kind: "rect", x: left, y: y * u, width: right - left, height: STRIPE_U * u, fill: levelInk(block.level, "line"), texture: "dense" });
  const pad = block ? 0.9 * u : 0;
  const end = right - pad;
  const head = block ? (block.exercise ?? block.head) : title;
  const headPx = (block ? TYPE_U.headline : 2) * u;
  // The level stands close behind the word that says it is an exercise: who reads one has read the other.
  const level: Run | undefined = block?.level && block.exercise ? { text: block.head, sizePx: TYPE_U.row * u, ...responseLook(block.level, true, 0.5 * u) } : undefined;
  const levelWidth = level ? 0.9 * u + lineWidth(level, size) : 0;
  const headWidth = lineWidth({ text: head, sizePx: headPx, weight: 600, ink: inks.head }, size) + levelWidth;
  const boxes = tagRuns(tags, isFilled ? inks.rest : undefined, u);
  const widthOf = (some: readonly Run[]): number => (some.length > 0 ? lineWidth({ text: "", sizePx: u, ink: "t1", tail: some }, size) : 0);
  const x = left + pad;
  const wordsX = x + headWidth + 1.2 * u;
  const inkOfWords = { name: isFilled ? inks.rest : ("t1" as const), rest: inks.rest };
  const roomBeside = (some: readonly Run[]): number => end - widthOf(some) - 0.8 * u - wordsX;
  const wordsBeside = (some: readonly Run[]) => block && bannerWords(block, roomBeside(some), inkOfWords, size);
  // The mode, the last of the tags, goes before a word of a response does; others only before its level and the beginning of its kind are cut.
  const least = tags.filter(({ stays }) => stays).length;
  if (block?.level && boxes.length > least && wordsBeside(boxes.slice(0, -1))!.loses < wordsBeside(boxes)!.loses) boxes.pop();
  while (block?.level && boxes.length > least && roomBeside(boxes) < MIN_NAME_U * u && wordsBeside(boxes)!.loses > 0) boxes.pop();
  const tagsWidth = widthOf(boxes);
  const [tag, ...moreTags] = boxes;
  if (tag) out.push({ kind: "text", id: "banner-tags", ...tag, tail: moreTags, x: end, y: middle, anchor: "end", baseline: "middle" });
  out.push({ kind: "text", id: "banner", text: shorten(head, end - tagsWidth - 0.8 * u - x, headPx, 600, size), sizePx: headPx, weight: 600, ink: inks.head, x, y: middle, baseline: "middle" });
  // In the middle of the block by itself: on the word's baseline its box would meet the lower edge.
  if (level) out.push({ kind: "text", id: "banner-level", ...level, x: x + headWidth - levelWidth + 0.9 * u, y: middle, baseline: "middle" });
  return [...out, ...moved(wordsBeside(boxes)?.lines ?? [], wordsX, middle)];
}
const tagRuns = (tags: readonly Tag[], ink: Ink | undefined, u: number): Run[] =>
  tags.map(({ text, notActual = false, stays = false, level }, i) => ({
    text, sizePx: TYPE_U.body * u, ...(i > 0 && { gapPx: 0.6 * u }),
    ...(level ? responseLook(level, notActual, 0.6 * u) : { ink: ink ?? (notActual ? ("w1" as const) : ("t1" as const)), box: { stroke: ink ?? (notActual ? ("w2" as const) : ("hair2" as const)), dashed: notActual, ...(stays && { fill: "bg" as const }), padPx: 0.6 * u } }),
  }));

export const sentence = ({ title, tags = [], block }: BannerData): string => {
  const said = tags.length > 0 ? `（${tags.map((t) => t.text).join("、")}）` : "";
  return block ? `${[[block.exercise, block.head].filter(Boolean).join(" "), block.name, ...block.notes].filter(Boolean).join("，")}${said}。` : `${title}${said}。`;
};
