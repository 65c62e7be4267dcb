import { formatTime } from "../../model/time.ts";
import { inkProperty } from "../../themes/ink.ts";
import { OUTLINED_FILLS } from "../../themes/level.ts";
import { FAMILY, MOTION } from "../../themes/scale.ts";
import type { Hit, HitMark, Run, TextMark, Truth } from "../marks/mark.ts";
import { BASELINE_SHIFT } from "../marks/words.ts";
import { putInOrder } from "./in-order.ts";
import type { Rect } from "./painter.ts";
import { same } from "./same.ts";

/** How words sit: each line hangs from a strut of 1 em, so its baseline is exact in every face; a run has a box of its own that takes no part in that. */
export const WORDS_CSS = `
.stage-words{position:absolute;left:0;top:0;width:0;height:0;pointer-events:none}
.stage-word{position:absolute;left:0;top:0;white-space:pre;line-height:0;font-variant-numeric:tabular-nums;text-autospace:normal;transform-origin:0 0;width:max-content}
.stage-word::before{content:"";display:inline-block;height:1em;width:0}
.stage-word>*{display:inline-block;line-height:1;margin-block:-1em}
.stage-word>wall-value>span{display:inline-block;line-height:1}
.stage-run-box{line-height:1.15!important;vertical-align:baseline}
.stage-hit{position:absolute;margin:0;padding:0;border:0;background:none;color:transparent;font:inherit;overflow:hidden;pointer-events:auto;cursor:pointer;-webkit-tap-highlight-color:transparent;touch-action:manipulation}
.stage-hit:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.stage-hit>span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
`;

interface Word {
  readonly element: HTMLElement;
  mark: TextMark;
  /** When its text last changed, ms of the page's timeline. */
  changedAt: number;
}
/** A halo stands this far out of its letters on every side (VISUAL §8); a stroke lies half inside. */
const HALO_U = 0.2;
/** A word that changes faster than this does not fade: it would stand half faded all the time. */
const FADE_AFTER_MS = 2_000;
interface Button {
  readonly element: HTMLButtonElement;
  mark: HitMark;
}

/** One region's words and buttons; elements are kept for as long as a word keeps its id or its place in the order. */
export class WordsLayer {
  readonly element: HTMLElement;
  private readonly words = new Map<string, Word>();
  private readonly buttons = new Map<string, Button>();
  private readonly document: Document;
  private readonly unitPx: number;
  private readonly still: () => boolean;
  onHit: ((hit: Hit) => void) | undefined;

  constructor(document: Document, unitPx: number, still: () => boolean) {
    this.document = document;
    this.unitPx = unitPx;
    this.still = still;
    this.element = document.createElement("div");
    this.element.className = "stage-words";
  }
  move(rect: Rect): void {
    this.element.style.transform = `translate(${rect.x}px,${rect.y}px)`;
  }
  set(words: readonly TextMark[], hits: readonly HitMark[]): void {
    const gone = new Set(this.words.keys());
    const counts = new Map<string, number>();
    const inOrder: HTMLElement[] = [];
    for (const mark of words) {
      const name = mark.id ?? "";
      const nth = counts.get(name) ?? 0;
      counts.set(name, nth + 1);
      const key = `${name}#${nth}`;
      gone.delete(key);
      const word = this.words.get(key);
      if (!word) this.words.set(key, { element: this.create(mark), mark, changedAt: this.now() });
      else if (!same(word.mark, mark)) this.update(word, mark);
      inOrder.push(this.words.get(key)!.element);
    }
    for (const key of gone) {
      this.words.get(key)!.element.remove();
      this.words.delete(key);
    }
    // A word that comes back stands where it is read, not behind all others.
    putInOrder<Node>(this.element, inOrder);
    this.setHits(hits);
  }
  remove(): void {
    this.element.remove();
  }

  private create(mark: TextMark): HTMLElement {
    const element = this.document.createElement("div");
    element.className = "stage-word";
    this.fill(element, mark);
    this.place(element, mark);
    this.element.append(element);
    return element;
  }
  private update(word: Word, mark: TextMark): void {
    const before = word.mark;
    word.mark = mark;
    const { x: _x, y: _y, ...was } = before;
    const { x: __x, y: __y, ...is } = mark;
    if (!same(was, is)) {
      if (!this.patch(word.element, before, mark)) {
        word.element.replaceChildren();
        this.fill(word.element, mark);
      }
      if (textOf(before) !== textOf(mark)) this.fade(word);
    }
    this.place(word.element, mark);
  }
  private fade(word: Word): void {
    const now = this.now();
    const rested = now - word.changedAt >= FADE_AFTER_MS;
    word.changedAt = now;
    if (rested && word.mark.id !== undefined && !this.still())
      word.element.animate([{ opacity: 0.6 }, { opacity: word.mark.alpha ?? 1 }], { duration: MOTION.valueMs, easing: "linear" });
  }
  private now(): number {
    return Number(this.document.timeline?.currentTime ?? 0);
  }
  /** Rewrites only texts and truths when the runs are otherwise of the same make. */
  private patch(element: HTMLElement, before: TextMark, mark: TextMark): boolean {
    const was = [before, ...(before.tail ?? [])];
    const is = [mark, ...(mark.tail ?? [])];
    if (was.length !== is.length || before.halo !== mark.halo || before.alpha !== mark.alpha) return false;
    if (!was.every((run, i) => sameMake(run, is[i]!))) return false;
    if (!is.every((_run, i) => continues(was, i) === continues(is, i))) return false;
    const spans = element.querySelectorAll<HTMLElement>(":scope > span, :scope > wall-value > span");
    is.forEach((run, i) => {
      const span = spans[i]!;
      if (span.textContent !== run.text) span.textContent = run.text;
      if (run.truth && !continues(is, i) && !same(run.truth, was[i]!.truth)) tell(span.parentElement!, run.truth);
    });
    return true;
  }
  private fill(element: HTMLElement, mark: TextMark): void {
    element.style.fontSize = `${mark.sizePx}px`;
    element.style.opacity = mark.alpha === undefined ? "" : String(mark.alpha);
    element.style.setProperty("-webkit-text-stroke", mark.halo ? `${this.unitPx * HALO_U * 2}px var(${inkProperty(mark.halo)})` : "");
    element.style.setProperty("paint-order", mark.halo ? "stroke fill" : "");
    const runs = [mark, ...(mark.tail ?? [])];
    let number = element;
    runs.forEach((run, i) => {
      if (!run.truth) return element.append(this.run(run));
      if (!continues(runs, i)) {
        number = this.document.createElement("wall-value");
        tell(number, run.truth);
        element.append(number);
      }
      number.append(this.run(run));
    });
  }
  private run(run: Run): HTMLElement {
    const element = this.document.createElement("span");
    const { style } = element;
    style.fontFamily = FAMILY[run.family ?? "sans"];
    style.fontSize = `${run.sizePx}px`;
    style.fontWeight = String(run.weight ?? 400);
    style.color = `var(${inkProperty(run.ink)})`;
    if (run.gapPx) style.marginLeft = `${run.gapPx}px`;
    if (run.box) {
      element.classList.add("stage-run-box");
      style.padding = `${run.box.padPx / 2}px ${run.box.padPx}px`;
      if (run.box.fill) style.background = `var(${inkProperty(run.box.fill)})`;
      if (run.box.fill && OUTLINED_FILLS.has(run.box.fill)) style.boxShadow = "inset 0 0 0 var(--fill-edge)";
      if (run.box.stroke) style.boxShadow = run.box.dashed ? "" : `inset 0 0 0 ${Math.max(1, run.sizePx / 18)}px var(${inkProperty(run.box.stroke)})`;
      if (run.box.stroke && run.box.dashed) style.outline = `1px dashed var(${inkProperty(run.box.stroke)})`;
    }
    for (const [name, value] of Object.entries(run.data ?? {})) element.setAttribute(`data-${name}`, value);
    element.textContent = run.text;
    return element;
  }
  private place(element: HTMLElement, mark: TextMark): void {
    const y = mark.y + BASELINE_SHIFT[mark.baseline ?? "alphabetic"] * mark.sizePx - mark.sizePx;
    const shift = mark.anchor === "middle" ? " translateX(-50%)" : mark.anchor === "end" ? " translateX(-100%)" : "";
    element.style.transform = `translate(${round(mark.x)}px,${round(y)}px)${shift}`;
  }

  private setHits(hits: readonly HitMark[]): void {
    const gone = new Set(this.buttons.keys());
    for (const mark of hits) {
      const key = hitKey(mark.hit);
      gone.delete(key);
      let button = this.buttons.get(key);
      if (!button) {
        button = { element: this.createButton(), mark };
        const made = button;
        made.element.addEventListener("click", () => this.onHit?.(made.mark.hit));
        this.buttons.set(key, made);
      } else if (same(button.mark, mark)) continue;
      button.mark = mark;
      dress(button.element, mark);
    }
    for (const key of gone) {
      this.buttons.get(key)!.element.remove();
      this.buttons.delete(key);
    }
  }
  private createButton(): HTMLButtonElement {
    const element = this.document.createElement("button");
    element.type = "button";
    element.className = "stage-hit";
    element.append(this.document.createElement("span"));
    this.element.append(element);
    return element;
  }
}

const round = (px: number): number => Math.round(px * 4) / 4;
const textOf = (mark: TextMark): string => mark.text + (mark.tail ?? []).map((run) => run.text).join("");
const hitKey = (hit: Hit): string => (hit.kind === "region" ? `region:${hit.code}` : `${hit.kind}:${hit.id}`);

/** True for a further word of the number that the run before is of: its unit after its value, its value after 约. */
const continues = (runs: readonly Run[], i: number): boolean => i > 0 && runs[i]!.truth !== undefined && runs[i]!.truth === runs[i - 1]!.truth;

function sameMake(a: Run, b: Run): boolean {
  return a.sizePx === b.sizePx && a.ink === b.ink && a.weight === b.weight && a.family === b.family && a.gapPx === b.gapPx && !a.truth === !b.truth && same(a.box, b.box) && same(a.data, b.data);
}
function dress(element: HTMLButtonElement, { x, y, width, height, label, hit }: HitMark): void {
  const { style } = element;
  style.transform = `translate(${round(x)}px,${round(y)}px)`;
  style.width = `${round(width)}px`;
  style.height = `${round(height)}px`;
  element.firstElementChild!.textContent = label;
  if (hit.kind === "region") element.dataset.region = hit.code;
  else {
    element.dataset[hit.kind] = hit.id;
    element.dataset.state = hit.state;
  }
}
/** Writes what a number knows of itself (CONTRACT §1). */
function tell(element: HTMLElement, truth: Truth): void {
  element.setAttribute("indicator", truth.indicator);
  element.setAttribute("place", truth.place);
  element.setAttribute("value", truth.value === null ? "" : String(truth.value));
  element.setAttribute("observed-at", truth.observedAt === null ? "" : formatTime(truth.observedAt));
  element.setAttribute("state", truth.state);
  element.setAttribute("quality", truth.quality);
  element.setAttribute("coverage", `${truth.coverage.have}/${truth.coverage.of}`);
  element.setAttribute("tick", String(truth.tick));
}
