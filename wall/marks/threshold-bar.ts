import type { Severity } from "../../model/words.ts";
import { levelInk } from "../../themes/level.ts";
import { linePx } from "../../themes/scale.ts";
import type { Mark, Size } from "./mark.ts";
import { figureMark, type Figure } from "./panel-text.ts";
import { lineWidth, shorten } from "./words.ts";

export const spec = { kind: "threshold-bar", minU: [24, 2.2] } as const;

export interface ThresholdRow {
  readonly id: string;
  readonly name: string;
  /** null = no number; then the bar stays empty and the figure says why. */
  readonly value: number | null;
  readonly figure: Figure;
  /** Extrapolated or forecast peak: wisteria ring on a dashed line. */
  readonly peak?: number;
  /** Ticks of colour levels; or neutral datum lines without a severity (警戒, 保证). */
  readonly limits: readonly { readonly value: number; readonly severity?: Severity }[];
  /** The level that is reached: badge at the end. */
  readonly reached?: { readonly severity: Severity; readonly issued: boolean };
}
export interface ThresholdData {
  readonly rows: readonly ThresholdRow[];
  /** Value at the left end; all rows share one scale. */
  readonly from: number;
  readonly to: number;
  readonly rowU?: number;
}

/** One bar a row against its limits: order along the axis carries the level, the reached badge stands at the end. */
export function marks({ rows, from, to, rowU = 2.4 }: ThresholdData, size: Size): Mark[] {
  const { u, width, height } = size;
  const nameWidth = Math.min(width * 0.34, Math.max(0, ...rows.map((row) => lineWidth({ text: row.name, sizePx: 1.2 * u, ink: "t1" }, size))) + 0.8 * u);
  const end = width - 7 * u;
  const x = (value: number): number => nameWidth + ((Math.min(to, Math.max(from, value)) - from) / (to - from || 1)) * (end - nameWidth);
  return rows.slice(0, Math.floor(height / (rowU * u))).flatMap((row, i): Mark[] => {
    const y = (i + 0.5) * rowU * u;
    const out: Mark[] = [
      { kind: "text", id: `name-${row.id}`, x: 0, y, baseline: "middle", text: shorten(row.name, nameWidth - 0.5 * u, 1.2 * u, 400, size), sizePx: 1.2 * u, ink: "t1" },
      { kind: "line", points: [[nameWidth, y], [end, y]], stroke: "hair2", widthPx: linePx(1, u) },
    ];
    if (row.value !== null) out.push({ kind: "rect", x: x(from), y: y - 0.32 * u, width: Math.max(0, x(row.value) - x(from)), height: 0.64 * u, fill: "obs" });
    if (row.peak !== undefined && row.value !== null) {
      out.push({ kind: "line", points: [[x(row.value), y], [x(row.peak), y]], stroke: "w1", widthPx: linePx(3, u), dash: [0.3 * u, 0.2 * u] });
      out.push({ kind: "circle", cx: x(row.peak), cy: y, r: 0.35 * u, fill: "bg", stroke: "w1", widthPx: linePx(2, u) });
    }
    for (const { value, severity } of row.limits)
      out.push({ kind: "line", points: [[x(value), y - 0.7 * u], [x(value), y + 0.7 * u]], stroke: severity ? levelInk(severity, "line") : "t1", widthPx: linePx(2, u) });
    out.push(figureMark(row.figure, 1.5 * u, u, { id: `value-${row.id}`, x: width - 1.8 * u, y, anchor: "end", baseline: "middle" }));
    if (row.reached) out.push({ kind: "badge", cx: width - 0.75 * u, cy: y, heightPx: 1.3 * u, severity: row.reached.severity, look: row.reached.issued ? "filled" : "hollow" });
    return out;
  });
}
export const sentence = ({ rows }: ThresholdData): string => `${rows.map((row) => `${row.name} ${row.figure.text}${row.figure.unit ?? ""}`).join("、")}。`;
