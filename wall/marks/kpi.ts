import { TYPE_U } from "../../themes/scale.ts";
import type { Freshness } from "../../model/freshness.ts";
import type { Mark, Size } from "./mark.ts";
import { caption, figureMark, figureRuns, freshnessMark, runsWidth, type Figure } from "./panel-text.ts";
import { shorten } from "./words.ts";

export const spec = { kind: "kpi", minU: [10, 6] } as const;

export interface KpiData {
  readonly label: string;
  readonly figure: Figure;
  /** As written: 14:31, 昨日; with what is missing. */
  readonly asOf?: string;
  readonly state?: Freshness;
  /** 偏高, 偏低, 末值 …: a word beside the time. */
  readonly note?: string;
  /** Size of the number in u at most; absent = as large as the panel allows. */
  readonly sizeU?: number;
}

/** Steps of the type scale, u: a long number takes the next smaller step, never a size between. */
const STEPS = [5.5, 4, 3.2, 2.5, 1.9] as const;

/** One number: its name above, itself, its time below. */
export function marks({ label, figure, asOf, state, note, sizeU }: KpiData, size: Size): Mark[] {
  const { u, width, height } = size;
  const tall = (sizeU ?? Math.min(TYPE_U.valueLarge, Math.max(TYPE_U.value, (height / u - 3.2) * 0.9))) * u;
  const value = STEPS.map((step) => step * u).find((step) => step <= tall && runsWidth(figureRuns(figure, step, u), size) <= width) ?? TYPE_U.row * u;
  const out: Mark[] = [
    { kind: "text", id: "label", x: 0, y: 1.05 * u, text: shorten(label, width, 1.1 * u, 400, size), sizePx: 1.1 * u, ink: "t2" },
    figureMark(figure, value, u, { id: "value", x: 0, y: 1.7 * u + value * 0.78 }),
  ];
  const y = 1.7 * u + value * 0.78 + 1.35 * u;
  if (state && asOf !== undefined) out.push(...freshnessMark(state, 0.3 * u, y - 0.35 * u, u));
  const words = [asOf, note].filter(Boolean).join("  ");
  if (words) out.push(caption(words, state && asOf !== undefined ? 0.85 * u : 0, y, size, { id: "asof", ink: state === "stale" || state === "down" ? "t1" : state === "ageing" ? "t2" : "t3" }));
  return out;
}

export const sentence = ({ label, figure, asOf, note }: KpiData): string =>
  `${label}：${figure.prefix ?? ""}${figure.text}${figure.unit ?? ""}${figure.tag ? `（${figure.tag}）` : ""}${asOf ? `，${asOf}` : ""}${note ? `，${note}` : ""}。`;
