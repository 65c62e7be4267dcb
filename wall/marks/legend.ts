import type { Lang } from "../../model/numerals.ts";
import type { Severity } from "../../model/words.ts";
import { TYPE_U } from "../../themes/scale.ts";
import { rampOf, type Breaks } from "./choropleth.ts";
import { say } from "./map-speech.ts";
import { dotMark, type DotShape } from "./dot-shape.ts";
import type { Mark, Paint, Size } from "./mark.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "legend", minU: [16, 5] } as const;

/** A sample of a line or an area with its name: 观测路径, 外推; `text` = a name without a sample, `more` = the name of the one above goes on. */
export interface LegendLine extends Paint {
  readonly shape: "line" | "box" | "dot" | "level" | "text" | "more";
  /** Of a `level`. */
  readonly severity?: Severity;
  /** Of a `dot`. */
  readonly dot?: DotShape;
  readonly label: string;
  /** It counts what is not of now any more. */
  readonly old?: boolean;
  /** The picture says it itself, beside what it draws: given up where the legend would hide what it explains. */
  readonly isSaid?: boolean;
}
export interface LegendData {
  readonly title: string;
  /** Behind the title, smaller: unit and level. */
  readonly note?: string;
  readonly breaks?: Breaks;
  /** Value at the left end of the ramp. */
  readonly from?: number;
  readonly noData?: boolean;
  /** What a place without a value is said to be; absent = 无数据. */
  readonly noDataSaid?: string;
  readonly lang?: Lang;
  readonly lines?: readonly LegendLine[];
  /** Below: as-of with coverage. */
  readonly foot?: string | readonly string[];
}
const footLines = ({ foot }: LegendData): readonly string[] => (foot === undefined ? [] : typeof foot === "string" ? [foot] : foot);

/** A second column has no title of its own. */
const headU = ({ title }: LegendData): number => (title ? 1.8 : 0.4);
/** Height in px that a legend takes. */
export const heightOf = (data: LegendData, u: number): number => {
  const ramp = data.breaks ? 3 : 0;
  return (headU(data) + ramp + 1.5 * (data.lines?.length ?? 0) + (data.noData ? 1.5 : 0) + 1.5 * footLines(data).length) * u;
};

/** Width in px that a legend takes, its longest line counted. */
export function widthOf(data: LegendData, size: Pick<Size, "u" | "measure">): number {
  const { u } = size;
  const line = (text: string, sizePx: number, weight: 400 | 600 = 400): number => lineWidth({ text, sizePx, weight, ink: "t1" }, size);
  return Math.max(
    data.breaks ? RAMP_U * u : 0,
    line(data.title, TYPE_U.title * u, 600) + (data.note ? 0.5 * u + line(data.note, u) : 0),
    ...(data.lines ?? []).map(({ label }) => 2.5 * u + line(label, u)),
    ...footLines(data).map((text) => line(text, u)),
  );
}
const RAMP_U = 16;

/** The same legend with its long lines broken where a sentence breaks, as narrow as `widthPx` where they can be. */
export function folded(data: LegendData, widthPx: number, size: Pick<Size, "u" | "measure">): LegendData {
  const { u } = size;
  const broken = (text: string, room: number): string[] => clauses(text).reduce<string[]>((lines, clause) => {
    const joined = `${lines.at(-1) ?? ""}${clause}`;
    if (lines.length > 0 && lineWidth({ text: joined.trim(), sizePx: u, ink: "t2" }, size) <= room) lines[lines.length - 1] = joined;
    else lines.push(clause);
    return lines;
  }, []).map((line) => line.trim());
  const lines = (data.lines ?? []).flatMap((line): LegendLine[] => broken(line.label, widthPx - 2.5 * u).map((label, i) => (i === 0 ? { ...line, label } : { shape: "more", label, ...(line.old && { old: true }), ...(line.isSaid && { isSaid: true }) })));
  const foot = footLines(data).flatMap((text) => broken(text, widthPx));
  return { ...data, ...(data.lines && { lines }), ...(foot.length > 0 && { foot }) };
}
/** The same legend without what the picture says itself; undefined where that is nothing or all of it. */
export function shortened(data: LegendData): LegendData | undefined {
  const lines = data.lines?.filter(({ isSaid }) => !isSaid);
  return lines && lines.length > 0 && lines.length < data.lines!.length ? { ...data, lines } : undefined;
}
/** Where a line of words may break: behind a comma, or a colon that more than one word stands before (告警： is no line); before a bracket that holds more than a word: (日) is none either. */
const clauses = (text: string): string[] => text.split(/(?<=[，；,;]|[^，；,;]{4}：|[^，；,;]{4}:(?= ))|(?= ?[（(][^（(）)]{3})/);

/** The same legend in two columns as even as can be, the second without a title: wide and low, where a high one would hide what it explains. */
export function parted(data: LegendData): readonly LegendData[] {
  const { title, lines = [], noData, noDataSaid, lang, foot, ...rest } = data;
  const starts = lines.flatMap(({ shape }, i) => (shape === "more" ? [] : [i])).concat(lines.length);
  const columns = starts.map((i): readonly [LegendData, LegendData] => [{ title, ...rest, ...(lang && { lang }), lines: lines.slice(0, i) }, { title: "", ...(lang && { lang }), lines: lines.slice(i), ...(noData && { noData }), ...(noDataSaid && { noDataSaid }), ...(foot && { foot }) }]);
  const high = (both: readonly LegendData[]): number => Math.max(...both.map((column) => heightOf(column, 1)));
  return columns.reduce((best, both) => (high(both) < high(best) ? both : best));
}

/** Explains inks, from the top left corner of `size`. */
export function marks(data: LegendData, { width, u }: Size): Mark[] {
  const out: Mark[] = data.title === "" ? [] : [
    {
      kind: "text", id: "legend-title", x: 0, y: 1.25 * u, text: data.title, sizePx: TYPE_U.title * u, weight: 600, ink: "t1", halo: "bg",
      ...(data.note ? { tail: [{ text: data.note, sizePx: u, ink: "t2" as const, gapPx: 0.5 * u }] } : {}),
    },
  ];
  let y = headU(data) * u;
  const ramp = Math.min(width, RAMP_U * u);
  if (data.breaks) {
    const inks = rampOf(data.breaks);
    inks.forEach((ink, i) => out.push({ kind: "rect", x: (i * ramp) / inks.length, y, width: ramp / inks.length, height: 0.9 * u, fill: ink }));
    const ticks = [data.from ?? 0, ...data.breaks];
    ticks.forEach((tick, i) => out.push({ kind: "text", x: (i * ramp) / inks.length, y: y + 2.05 * u, text: String(tick), sizePx: u, ink: "t2", family: "num", halo: "bg", role: "axis" }));
    y += 3 * u;
  }
  const lines: readonly LegendLine[] = [...(data.lines ?? []), ...(data.noData ? [{ ...NO_DATA, label: data.noDataSaid ?? say("noData", data.lang) }] : [])];
  for (const { shape, label, old, dot, severity, ...paint } of lines) {
    if (shape === "line") out.push({ kind: "line", points: [[0, y + 0.4 * u], [2 * u, y + 0.4 * u]], ...paint });
    else if (shape === "box") out.push({ kind: "rect", x: 0.25 * u, y, width: 1.5 * u, height: 0.85 * u, ...paint });
    else if (shape === "dot") out.push(...dotMark(dot ?? "dot", [u, y + 0.42 * u], 0.3 * u, u));
    else if (shape === "level") out.push({ kind: "badge", cx: u, cy: y + 0.42 * u, heightPx: 1.1 * u, severity: severity!, look: "hollow", char: "" });
    out.push({ kind: "text", x: shape === "text" ? 0 : 2.5 * u, y: y + 0.42 * u, baseline: "middle", text: label, sizePx: u, ink: old ? "t3" : "t2", halo: "bg" });
    y += 1.5 * u;
  }
  for (const [i, text] of footLines(data).entries())
    out.push({ kind: "text", id: `legend-foot-${i}`, x: 0, y: y + (0.42 + 1.5 * i) * u, baseline: "middle", text, sizePx: u, ink: "t3", halo: "bg", role: "asOf" });
  return out;
}
const NO_DATA: Omit<LegendLine, "label"> = { shape: "box", fill: "hair2", texture: "cross", stroke: "hair2", widthPx: 1 };

/** The legend in one sentence. */
export const sentence = ({ title, note, breaks }: LegendData): string => `图例：${title}${note ? `（${note}）` : ""}${breaks ? `，分级界限 ${breaks.join("、")}` : ""}。`;
