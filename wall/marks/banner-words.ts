import type { Ink } from "../../themes/ink.ts";
import { TYPE_U } from "../../themes/scale.ts";
import type { Size, TextMark } from "./mark.ts";
import { lineWidth, shorten } from "./words.ts";

export interface BannerBlock {
  /** A response: solid in its level's fill. Absent: a drill or a replay, wisteria and dashed. */
  readonly level?: 1 | 2 | 3 | 4;
  /** 演练 or 回放: the response is of no world that is now. It stands first, and the block stays wisteria and dashed. */
  readonly exercise?: string;
  /** I 级响应; 演练 where no response is in force. */
  readonly head: string;
  /** 防台风; 历史台风 彩虹. */
  readonly name: string;
  /** The same in fewer words, the fullest first: 防风 另 2 种. */
  readonly briefs?: readonly string[];
  /** Two lines: who started it and since when; what it is a record of, and its pace. */
  readonly notes: readonly [string, string];
  /** What of the notes stands in one line below the name, the fullest first: region, since when and for how long; without how long; how long without since when; the region. */
  readonly below?: readonly string[];
}

/** From the middle of the block to the middle of each of two lines. */
const LINE_U = 0.84;
const GAP_U = 1.2;
/** A line's `x` is counted from where the words begin, its `y` from the middle of the block. */
export interface BannerWords {
  /** How much of the response is not said: 0 = nothing. */
  readonly loses: number;
  readonly lines: readonly TextMark[];
}
type Inks = { readonly name: Ink; readonly rest: Ink };

/**
 * What stands behind the head in `roomPx`. Beside a long name two lines of notes have no room any more: then the name stands over one line of
 * what matters most, so that region, since when and for how long outlast it. What gives way first: what it is a record of; then
 * above the least grave kinds, which are counted instead, and below for how long or since when, both, the region. Half a time lies, so that a note is said whole or not at all.
 */
export function bannerWords(block: BannerBlock, roomPx: number, inks: Inks, size: Size): BannerWords {
  const ways = waysToSay(block, inks, size);
  const found = ways.findIndex((lines) => lines.every((line) => line.x + lineWidth(line, size) <= roomPx + 0.5));
  return found >= 0 ? { loses: block.below ? Math.max(0, found - 1) : found, lines: ways[found]! } : { loses: ways.length, lines: cut(block, roomPx, inks, size) };
}

function waysToSay({ name, briefs = [], notes, below = [] }: BannerBlock, inks: Inks, { u, ...size }: Size): TextMark[][] {
  const row = nameMark(name, TYPE_U.row, 0, inks, u);
  const x = lineWidth(row, size) + GAP_U * u;
  const beside = notes.flatMap((text, i) => (text === "" ? [] : [noteMark(text, i, x, (2 * i - 1) * LINE_U, inks, u)]));
  const stacked = below.flatMap((note) => [name, ...briefs].map((kinds) => [nameMark(kinds, TYPE_U.body, -LINE_U, inks, u), noteMark(note, 0, 0, LINE_U, inks, u)]));
  if (stacked.length > 0) return [[row, ...beside], ...stacked];
  // One note alone hangs under nothing: it stands beside the name.
  const single = notes.flatMap((text, i) => (text === "" ? [] : [[row, noteMark(text, i, x, 0, inks, u)]]));
  return [[row, ...beside], ...single, [row]];
}
function cut({ name, below = [] }: BannerBlock, roomPx: number, inks: Inks, size: Size): TextMark[] {
  const { u } = size;
  const least = below.at(-1);
  const note = least === undefined ? undefined : noteMark(least, 0, 0, LINE_U, inks, u);
  const sizeU = note && lineWidth(note, size) <= roomPx + 0.5 ? TYPE_U.body : TYPE_U.row;
  const kinds = shorten(name, roomPx, sizeU * u, 600, size);
  return sizeU === TYPE_U.row ? [nameMark(kinds, sizeU, 0, inks, u)] : [nameMark(kinds, sizeU, -LINE_U, inks, u), note!];
}
const nameMark = (text: string, sizeU: number, yU: number, { name }: Inks, u: number): TextMark => ({ kind: "text", id: "banner-name", text, sizePx: sizeU * u, weight: 600, ink: name, x: 0, y: yU * u, baseline: "middle" });
const noteMark = (text: string, i: number, x: number, yU: number, { rest }: Inks, u: number): TextMark => ({ kind: "text", id: `banner-note-${i}`, text, sizePx: TYPE_U.body * u, ink: rest, x, y: yU * u, baseline: "middle" });
