import { scaleLinear } from "d3";
import { grouped } from "../../model/numerals.ts";
import type { Severity } from "../../model/words.ts";
import { BADGE_U, linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Size } from "./mark.ts";
import { caption, figureInk, figureRuns, runsWidth, type Figure } from "./panel-text.ts";
import { fitLine, lineWidth } from "./words.ts";

export const spec = { kind: "datum-bar", minU: [24, 13], titled: true } as const;

export interface DatumColumn {
  readonly id: string;
  readonly name: string;
  /** Above (+) or below its own datum; null = not known. */
  readonly value: number | null;
  readonly figure: Figure;
  /** Highest of late, where it was above what stands now. */
  readonly peak?: number;
  readonly found?: Severity;
}
export interface DatumBarData {
  /** In the order in which they stand. */
  readonly columns: readonly DatumColumn[];
  /** 汛限: what the line is. */
  readonly datum: string;
  readonly more: (n: number) => string;
}
const SLOT_U = { least: 3.3, most: 6.5 } as const;
const BAR_U = 1.7;
const HEAD_U = 1.7;
const FEET_U = 3.1;

/** Columns from one line that is each one's own datum: what is above it is white, because it is out of its band and no level. */
export function marks({ columns, datum, more }: DatumBarData, size: Size): Mark[] {
  const { u, height } = size;
  const runsOf = ({ figure, value }: DatumColumn) => figureRuns({ ...figure, unit: "", tag: "" }, TYPE_U.figure * u, u, (value ?? 0) > 0 ? 600 : 400);
  const endsOf = (all: readonly DatumColumn[]): readonly [number, number] => {
    const values = all.flatMap(({ value, peak }) => [value ?? 0, peak ?? 0]);
    const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
    return low === high ? [-1, 1] : [low, high];
  };
  const endText = (end: number): string => `${end > 0 ? "+" : ""}${grouped(end, 1)}`;
  const left = Math.max(...[datum, ...endsOf(columns).map(endText)].map((text) => lineWidth({ text, sizePx: u, ink: "t2" }, size))) + 0.5 * u;
  const widest = Math.max(SLOT_U.least * u, ...columns.map((column) => runsWidth(runsOf(column), size) + 0.5 * u));
  const fit = Math.max(1, Math.floor((size.width - left) / widest + 0.01));
  const shown = columns.slice(0, fit);
  const slot = Math.min(SLOT_U.most * u, (size.width - left) / Math.max(1, shown.length));
  const y = scaleLinear(endsOf(shown), [height - FEET_U * u, HEAD_U * u]);
  const ends = y.domain().filter((end) => Math.abs(y(end) - y(0)) > 1.5 * u && end !== 0).map((end) => ({ end, text: endText(end) }));
  const out: Mark[] = shown.flatMap((column, i): Mark[] => {
    const { id, name, value, peak, found, figure } = column;
    const middle = left + (i + 0.5) * slot;
    const bar: Mark = value === null
      ? { kind: "rect", x: middle - (BAR_U / 2) * u, y: y(0) - 0.6 * u, width: BAR_U * u, height: 1.2 * u, stroke: "t3", widthPx: linePx(1, u), dash: [0.3 * u, 0.2 * u] }
      : { kind: "rect", x: middle - (BAR_U / 2) * u, y: Math.min(y(0), y(value)), width: BAR_U * u, height: Math.max(linePx(1, u), Math.abs(y(value) - y(0))), ...(figureInk(figure) === "w1" ? { fill: "w3" as const, stroke: "w1" as const, widthPx: linePx(1, u), dash: [0.3 * u, 0.2 * u] } : { fill: figureInk(figure) === "t3" ? ("hair2" as const) : value > 0 ? ("focus" as const) : ("c3" as const) }) };
    const [word] = fitLine([{ text: name, sizePx: u, weight: (value ?? 0) > 0 ? 600 : 400, ink: value === null ? "t3" : (value ?? 0) > 0 ? "t1" : "t2" }], slot - 0.3 * u, size, "middle");
    const [first, ...tail] = runsOf(column);
    return [
      bar,
      ...(peak === undefined ? [] : [{ kind: "line" as const, points: [[middle, y(value ?? 0)], [middle, y(peak)]] as const, stroke: "t2" as const, widthPx: linePx(1, u), dash: [0.2 * u, 0.2 * u] }, { kind: "circle" as const, cx: middle, cy: y(peak), r: 0.34 * u, fill: "bg" as const, stroke: "t2" as const, widthPx: linePx(1.5, u) }]),
      ...(word ? [{ kind: "text" as const, id: `${id}.name`, ...word, x: middle, y: height - 1.8 * u, anchor: "middle" as const }] : []),
      { kind: "text", id: `${id}.value`, ...first, tail, x: middle, y: height - 0.3 * u, anchor: "middle" },
      ...(found === undefined ? [] : [{ kind: "badge" as const, cx: middle, cy: 0.75 * u, heightPx: BADGE_U.row * u, severity: found, look: "hollow" as const }]),
    ];
  });
  return [
    ...out,
    { kind: "line", points: [[left - 0.2 * u, y(0)], [left + shown.length * slot, y(0)]], stroke: "t1", widthPx: linePx(1.5, u) },
    caption(datum, left - 0.5 * u, y(0), size, { id: "datum", anchor: "end", baseline: "middle", ink: "t2" }),
    ...ends.map(({ end, text }): Mark => caption(text, left - 0.5 * u, y(end) + (end > 0 ? 0.3 : -0.3) * u, size, { anchor: "end", baseline: "middle", family: "num", role: "axis" })),
    ...(shown.length < columns.length ? [caption(more(columns.length - shown.length), size.width, 1 * u, size, { id: "more", anchor: "end" })] : []),
  ];
}

/** Those above their datum; else the nearest below it. */
export function sentence({ columns, datum }: DatumBarData, title: string, most = 5): string {
  const known = columns.filter(({ value }) => value !== null);
  const above = known.filter(({ value }) => value! > 0);
  const unknown = columns.length - known.length;
  const told = ({ name, figure }: DatumColumn): string => `${name} ${figure.text}${figure.unit ? ` ${figure.unit}` : ""}`;
  if (known.length === 0) return `${title}：没有数。`;
  return `${title}：${above.length > 0 ? `${above.length} 处在${datum}以上，${above.slice(0, most).map(told).join("、")}` : `都在${datum}以下，最近的 ${told(known[0]!)}`}${unknown > 0 ? `；${unknown} 处无数` : ""}。`;
}
