import { dateText } from "../../model/moments.ts";
import type { Lang } from "../../model/numerals.ts";
import { chinaTime, clockText } from "../../model/time.ts";
import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "clock", minU: [26, 4.6] } as const;

export interface ClockData {
  /** Epoch ms on the situation's clock; null when it is not known. */
  readonly at: number | null;
  /** A world that does not run any more, and its word (已停止): the clock stands, grey. */
  readonly stopped?: string;
  /** Drill or replay: wisteria, with its word and pace (演练, 60 倍速). */
  readonly notActual?: string;
  /** The link is cut: the clock runs on in t3. */
  readonly cut?: boolean;
  /** Under the date: 现实时间 18:16:29. */
  readonly note?: string;
  /** In a box before the date: 演示系统. */
  readonly tag?: string;
  /** At many times people's speed seconds are a blur that says nothing. */
  readonly seconds?: boolean;
  readonly lang?: Lang;
}
/** What the seconds take; where the date needs it they go. */
const SECONDS_U = 2.35;

/** Right-aligned: hour and minute large, seconds small, the date and a note to their left, what the world is before that. */
export function marks({ at, stopped, notActual, cut, note, tag, seconds = true, lang = "zh" }: ClockData, size: Size): Mark[] {
  const { u, width, height } = size;
  const sizePx = TYPE_U.clock * u;
  const ink = cut || stopped ? ("t3" as const) : notActual ? ("w1" as const) : ("t1" as const);
  const time: Run = { text: at === null ? "--:--" : clockText(at), sizePx, weight: 500, ink, family: "num" };
  const date: Run = { text: at === null ? "—" : dateText(at, lang), sizePx: TYPE_U.body * u, ink: stopped ? "t3" : notActual ? "w1" : "t1" };
  const few = width < lineWidth(time, size) + lineWidth(date, size) + (1.1 + SECONDS_U) * u;
  const small: Run[] = seconds && at !== null && !few ? [{ text: String(chinaTime(at).second).padStart(2, "0"), sizePx: sizePx * 0.42, ink: "t3", gapPx: 0.25 * u, family: "num" }] : [];
  const wide = lineWidth({ ...time, tail: small }, size);
  const middle = height / 2 + 0.1 * u;
  const out: Mark[] = [{ kind: "text", id: "clock", ...time, tail: small, x: width - wide, y: middle, baseline: "middle" }];
  const x = width - wide - 1.1 * u;
  const world = stopped ?? notActual ?? tag;
  const said = (text: string): Run => ({ text, sizePx: TYPE_U.body * u, ink: "t3" });
  const box: Run | undefined = world === undefined ? undefined : { text: world, sizePx: u, ink: notActual ? "w1" : "t2", box: { stroke: notActual ? "w2" : "hair2", dashed: notActual !== undefined, padPx: 0.5 * u } };
  const beside = Math.max(lineWidth(date, size), note ? lineWidth(said(note), size) : 0);
  // Where the box has no room before the date, what it says takes the note's place.
  const boxed = box !== undefined && x - beside - 1.1 * u - lineWidth(box, size) >= 0;
  const under = boxed ? note : (world ?? note);
  const below: Run | undefined = under ? { ...said(under), ...(!boxed && notActual && { ink: "w1" as const }) } : undefined;
  out.push({ kind: "text", id: "date", ...date, x, y: below ? middle - 0.87 * u : middle, anchor: "end", baseline: "middle" });
  if (below) out.push({ kind: "text", id: "shift", ...below, x, y: middle + 0.87 * u, anchor: "end", baseline: "middle" });
  if (boxed) out.push({ kind: "text", id: "world", ...box, x: x - beside - 1.1 * u, y: middle, anchor: "end", baseline: "middle" });
  return out;
}
export const sentence = ({ at, stopped, notActual = stopped, note, lang = "zh" }: ClockData): string => `${notActual ? `${notActual.replaceAll("　", " ")}，` : ""}${at === null ? "—" : `${dateText(at, lang)} ${clockText(at)}`}${note ? `，${note}` : ""}。`;
