import { dateText } from "../../model/moments.ts";
import type { Lang } from "../../model/numerals.ts";
import { chinaTime, clockText } from "../../model/time.ts";
import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Size } from "./mark.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "clock", minU: [26, 4.6] } as const;

export interface ClockData {
  /** Epoch ms on the situation's clock. */
  readonly at: number;
  /** Drill or replay: wisteria, with the word before it (演练, 回放). */
  readonly notActual?: string;
  /** The link is cut: the clock runs on in t3. */
  readonly cut?: boolean;
  /** Under the date: 带班 陈×× · 演练 60× */
  readonly note?: string;
  readonly lang?: Lang;
}

/** Right-aligned: hour and minute large, seconds small, the date and the shift to their left. */
export function marks({ at, notActual, cut, note, lang = "zh" }: ClockData, size: Size): Mark[] {
  const { u, width, height } = size;
  const sizePx = Math.min(TYPE_U.clock * u, height * 0.86);
  const ink = cut ? ("t3" as const) : notActual ? ("w1" as const) : ("t1" as const);
  const base = height / 2 + sizePx * 0.35;
  const seconds = String(chinaTime(at).second).padStart(2, "0");
  const time = { text: clockText(at), sizePx, weight: 500 as const, ink, family: "num" as const };
  const small = { text: seconds, sizePx: sizePx * 0.42, ink: "t3" as const, gapPx: 0.25 * u, family: "num" as const };
  const wide = lineWidth({ ...time, tail: [small] }, size);
  const x = width - wide - 0.9 * u;
  const out: Mark[] = [
    { kind: "text", id: "clock", ...time, tail: [small], x: width - wide, y: base },
    { kind: "text", id: "date", x, y: height / 2 - 0.3 * u, anchor: "end", text: dateText(at, lang), sizePx: 1.15 * u, ink: "t2", tail: notActual ? [{ text: notActual, sizePx: 1.1 * u, weight: 600, ink: "w1", gapPx: 0.7 * u, box: { stroke: "w1", dashed: true, padPx: 0.3 * u } }] : [] },
  ];
  if (note) out.push({ kind: "text", id: "shift", x, y: height / 2 + 1.25 * u, anchor: "end", text: note, sizePx: u, ink: "t3" });
  return out;
}
export const sentence = ({ at, notActual, lang = "zh" }: ClockData): string => `${notActual ? `${notActual} ` : ""}${dateText(at, lang)} ${clockText(at)}`;
