import { TYPE_U } from "../../themes/scale.ts";
import type { Run, Size, Truth } from "./mark.ts";
import { lineWidth } from "./words.ts";

/** What a list says below its rows. */
export interface Closing {
  /** 另 3 个专题; empty = every row has its place. */
  readonly more: string;
  /** 从未上报：, before the names. */
  readonly lead: string;
  readonly names: readonly { readonly title: string; readonly truth?: Truth }[];
  /** 等 6 个专题, where not all of them are named. */
  readonly inAll: (n: number) => string;
}
type Runs = [Run, ...Run[]];
const BETWEEN = " · ";
const APART = 0.35;

/** What has no row, then by name what never reported, in as few lines as it takes; where `most` are not enough, the first names and how many there are in all. */
export function closingLines(closing: Closing, most: number, size: Size): Runs[] {
  for (let named = closing.names.length; ; named--) {
    const lines = broken(pieces(closing, named, size), size);
    if (lines.length <= most || named === 0) return lines;
  }
}
/** What a line is never broken inside. */
function pieces({ more, lead, names, inAll }: Closing, named: number, { u }: Size): Runs[] {
  const words = (text: string, gap = 0): Run => ({ text, sizePx: TYPE_U.body * u, ink: "t3", gapPx: gap * TYPE_U.body * u });
  const of = (text: string, { truth }: Closing["names"][number]): Run => ({ ...words(text), ...(truth && { truth }) });
  const before = words(lead, more ? 1 : 0);
  const out: Runs[] = more ? [[words(more)]] : [];
  for (const [i, each] of names.slice(0, named).entries()) {
    const name: Runs = i === 0 ? [before, of(each.title, each)] : [of(each.title, each)];
    out.push(i < named - 1 ? [...name, words(BETWEEN)] : name);
  }
  // Who is not named is found there all the same, as a run without a letter.
  const rest = names.slice(named).map((each) => of("", each));
  if (rest.length > 0) out.push(named === 0 ? [before, words(alone(inAll(names.length))), ...rest] : [words(inAll(names.length), APART), ...rest]);
  return out;
}
/** 2 项指标 of 等 2 项指标: where no name stands before it, it goes on from none. */
const alone = (inAll: string): string => inAll.replace(/^(?:等|…)\s*/, "");
/** A long name has a line of its own, below what leads to it. */
function whole([first, second, ...rest]: Runs, size: Size): Runs[] {
  if (!second || lineWidth({ ...first, tail: [second] }, size) <= size.width) return [second ? [first, second, ...rest] : [first]];
  return [[first], [second, ...rest]];
}
function broken(all: readonly Runs[], size: Size): Runs[] {
  const lines: Runs[] = [];
  for (const piece of all) {
    const line = lines.at(-1);
    const needed = piece.filter((run) => run.text !== BETWEEN);
    if (line && lineWidth({ ...line[0], tail: [...line.slice(1), ...needed] }, size) <= size.width) line.push(...piece);
    else lines.push(...whole([{ ...piece[0], gapPx: 0 }, ...piece.slice(1)], size));
  }
  for (const line of lines) if (line.length > 1 && line.at(-1)!.text === BETWEEN) line.pop();
  return lines;
}
