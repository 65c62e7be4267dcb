import type { Weight } from "../../themes/scale.ts";
import type { Run, Size, TextMark } from "./mark.ts";
import { tableMeasure, type Measure } from "./measure.ts";
import type { LabelBox } from "./labels.ts";

/** Where a line's baseline lies below its `y`, as a share of the size, by what `y` means. */
export const BASELINE_SHIFT = { alphabetic: 0, middle: 0.36, top: 0.88 } as const;

export const measureOf = (size: Pick<Size, "measure">): Measure => size.measure ?? tableMeasure;
export const runWidth = (run: Run, measure: Measure): number =>
  (run.gapPx ?? 0) + 2 * (run.box?.padPx ?? 0) + measure(run.text, run.sizePx, run.weight ?? 400, run.family ?? "sans");

/** Width of a whole line in px, tail included. */
export const lineWidth = (mark: Run & { readonly tail?: readonly Run[] }, size: Pick<Size, "measure">): number => {
  const measure = measureOf(size);
  return [mark, ...(mark.tail ?? [])].reduce((sum, run) => sum + runWidth(run, measure), 0);
};

/** The box that a line of words takes on the glass. */
export function textBox(mark: TextMark, size: Pick<Size, "measure">): LabelBox {
  const width = lineWidth(mark, size);
  const tallest = Math.max(mark.sizePx, ...(mark.tail ?? []).map((run) => run.sizePx));
  const baseline = mark.y + BASELINE_SHIFT[mark.baseline ?? "alphabetic"] * mark.sizePx;
  const x = mark.x - (mark.anchor === "middle" ? width / 2 : mark.anchor === "end" ? width : 0);
  return { x, y: baseline - 0.88 * tallest, width, height: 1.08 * tallest };
}

/** As many runs as fit on one line: the one that has no room is shortened, and what comes after it is left out. */
export function fitLine(runs: readonly Run[], widthPx: number, size: Pick<Size, "measure">, where: "middle" | "end" = "end"): Run[] {
  const measure = measureOf(size);
  const kept: Run[] = [];
  let left = widthPx;
  for (const run of runs) {
    const wide = runWidth(run, measure);
    if (wide <= left + 0.5) {
      kept.push(run);
      left -= wide;
      continue;
    }
    // Half a number lies, and a box around half a word says nothing.
    if (run.truth) while (kept.at(-1)?.truth === run.truth) kept.pop();
    if (run.box || run.truth) break;
    const text = shorten(run.text, left - (run.gapPx ?? 0), run.sizePx, run.weight ?? 400, size, where);
    if (text !== "…" || kept.length === 0) kept.push({ ...run, text });
    break;
  }
  return kept;
}

const NO_LINE_START = "，。、；：！？）》」』】〉·%";

/** Breaks prose into lines that fit: between Chinese characters, at spaces, never before closing punctuation; no single-character last line. */
export function wrap(text: string, widthPx: number, sizePx: number, weight: Weight, size: Pick<Size, "measure">, maxLines = Infinity): string[] {
  const measure = measureOf(size);
  const fits = (line: string): boolean => measure(line, sizePx, weight, "sans") <= widthPx;
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (line !== "" && !fits(line + piece)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim()) lines.push(line.trimEnd());
  const last = lines.at(-1);
  const before = lines.at(-2);
  if (last !== undefined && before !== undefined && Array.from(last).length === 1 && Array.from(before).length > 2) {
    const moved = Array.from(before);
    lines.splice(-2, 2, moved.slice(0, -1).join(""), moved.at(-1)! + last);
  }
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  kept[maxLines - 1] = shorten(kept[maxLines - 1]! + lines[maxLines]!, widthPx, sizePx, weight, size, "end");
  return kept;
}
function* pieces(text: string): Generator<string> {
  let held = "";
  for (const char of text) {
    const chinese = char.codePointAt(0)! >= 0x2e80;
    if (NO_LINE_START.includes(char) || (!chinese && char !== " " && held !== "" && !held.endsWith(" ") && held.at(-1)!.codePointAt(0)! < 0x2e80)) held += char;
    else {
      if (held) yield held;
      held = char;
    }
  }
  if (held) yield held;
}

/** A number with the unit that is written onto it: 50mm/h, 20.8 m/s, 14:30. */
const AMOUNT = /\d[\d.,:/]*(?:\s?[A-Za-zμ°%][A-Za-zμ°%/²³]*)?/g;
const WORD = /[A-Za-z][A-Za-z'-]*/g;
type Span = readonly [from: number, to: number];
const spansOf = (text: string, what: RegExp): Span[] => [...text.matchAll(what)].map((found) => [found.index, found.index + found[0].length]);
/** Half a number lies, and half a unit too; before a cut nobody knows whether a bare number is whole: it is left out. */
function beforeCut(text: string, end: number, where: "middle" | "end"): string {
  const amount = spansOf(text, AMOUNT).find(([from, to]) => end > from && (end < to || (end === to && /[\d.,:/]/.test(text[to - 1]!))));
  const word = amount || where === "middle" ? undefined : spansOf(text, WORD).find(([from, to]) => end > from && end < to);
  const at = amount?.[0] ?? word?.[0] ?? end;
  // Of a single long word its beginning says more than nothing.
  const kept = text.slice(0, at).trimEnd();
  return kept === "" && word ? text.slice(0, end) : kept;
}
/** Behind a cut, too, a number may be the end of a longer one: it is left out with its unit. */
function afterCut(text: string, start: number): string {
  const amount = spansOf(text, AMOUNT).find(([from, to]) => start >= from && start < to);
  return text.slice(amount?.[1] ?? start);
}

/** Shortens to a width; names lose their middle (韶关…南雄), prose its end. */
export function shorten(text: string, widthPx: number, sizePx: number, weight: Weight, size: Pick<Size, "measure">, where: "middle" | "end" = "middle"): string {
  const measure = measureOf(size);
  if (measure(text, sizePx, weight, "sans") <= widthPx) return text;
  const chars = Array.from(text);
  for (let keep = chars.length - 1; keep > 0; keep--) {
    const head = where === "end" ? keep : Math.ceil(keep / 2);
    const [before, after] = [chars.slice(0, head).join("").length, text.length - chars.slice(chars.length - (keep - head)).join("").length];
    const candidate = `${beforeCut(text, before, where)}…${where === "end" ? "" : afterCut(text, after)}`;
    if (measure(candidate, sizePx, weight, "sans") <= widthPx) return candidate;
  }
  return "…";
}
