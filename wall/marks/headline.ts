import type { Severity } from "../../model/words.ts";
import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { lineWidth, shorten } from "./words.ts";

export const spec = { kind: "headline", minU: [46, 4.6] } as const;

export interface HeadlineData {
  /** The one sentence, in clauses; what is not observed is wisteria. */
  readonly clauses: readonly { readonly text: string; readonly notActual?: boolean; readonly weight?: "strong" }[];
  /** At most three items below, each naming a place and a lack. */
  readonly second?: readonly string[];
  /** The gravest level spoken of; issued = a Warning, else 研判. */
  readonly badge?: { readonly severity: Severity; readonly issued: boolean };
}

/** The sentence of the wall, in its middle; when it is too long, clauses are dropped from the end, type never shrinks. */
export function marks({ clauses, second = [], badge }: HeadlineData, size: Size): Mark[] {
  const { u, width, height } = size;
  const sizePx = Math.min(TYPE_U.headline * u, height * 0.52);
  const shape = badge ? sizePx * 0.95 : 0;
  const runs = clauses.map(({ text, notActual }, i): Run => ({ text, sizePx, weight: 600, ink: notActual ? "w1" : "t1", ...(i > 0 ? { gapPx: 0.7 * u } : {}) }));
  while (runs.length > 1 && runs.reduce((sum, run) => sum + lineWidth(run, size), shape) > width) runs.pop();
  const [first = { text: "", sizePx, ink: "t1" as const }, ...tail] = runs;
  const room = width - shape - 0.6 * u;
  const whole = tail.length === 0 ? { ...first, text: shorten(first.text, room, sizePx, 600, size, "end") } : first;
  const wide = [whole, ...tail].reduce((sum, run) => sum + lineWidth(run, size), 0);
  const base = second.length > 0 ? height * 0.52 : height / 2 + 0.36 * sizePx;
  const start = (width - wide - (badge ? shape + 0.5 * u : 0)) / 2;
  const out: Mark[] = [];
  if (badge) out.push({ kind: "badge", cx: start + shape / 2, cy: base - sizePx * 0.36, heightPx: shape, severity: badge.severity, look: badge.issued ? "filled" : "hollow" });
  out.push({ kind: "text", id: "headline", ...whole, tail, x: start + (badge ? shape + 0.5 * u : 0), y: base });
  if (second.length > 0) out.push({ kind: "text", id: "headline-second", x: width / 2, y: base + 1.75 * u, anchor: "middle", text: shorten(second.slice(0, 3).join(" · "), width, 1.15 * u, 400, size, "end"), sizePx: 1.15 * u, ink: "t2" });
  return out;
}
export const sentence = ({ clauses, second = [] }: HeadlineData): string => `${clauses.map((c) => c.text).join("，")}${second.length > 0 ? `；${second.slice(0, 3).join("；")}` : ""}。`;
