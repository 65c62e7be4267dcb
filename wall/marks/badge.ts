import { SEVERITY_WORDS } from "../../model/words.ts";
import { levelCorners, levelInk } from "../../themes/level.ts";
import { linePx } from "../../themes/scale.ts";
import { boxOf } from "./box.ts";
import type { LabelBox } from "./labels.ts";
import type { BadgeMark, Mark, Paint, TextMark } from "./mark.ts";

/** Shape and character of a level: filled when an authority issued it, hollow in the line colour when a machine found it. */
export function badgeMarks(badge: BadgeMark): Mark[] {
  const { cx, cy, heightPx: h, severity } = badge;
  const stroke = strokeOf(h);
  const paint: Paint =
    badge.look === "filled"
      ? { fill: levelInk(severity, "fill") }
      : badge.look === "hollow"
        ? { stroke: levelInk(severity, "line"), widthPx: stroke }
        : badge.look === "expected"
          ? { stroke: levelInk(severity, "line"), widthPx: stroke, dash: [h * 0.16, h * 0.12] }
          : { stroke: "hair2", widthPx: stroke };
  const corners = levelCorners(severity);
  const shape: Mark = corners
    ? { kind: "area", rings: [corners.map(([x, y]) => [cx + x * h, cy + y * h] as const)], ...paint }
    : { kind: "circle", cx, cy, r: h / 2, ...paint };
  const char = badge.char ?? SEVERITY_WORDS[severity].char;
  if (char === "") return [shape];
  const word: TextMark = {
    kind: "text",
    x: cx,
    y: cy + (severity === 3 ? h * 0.13 : 0),
    text: char,
    sizePx: Math.round(h * (severity === 1 ? 0.62 : severity === 3 ? 0.5 : 0.54)),
    weight: 700,
    ink: badge.look === "filled" ? levelInk(severity, "on") : badge.look === "none" ? "t3" : levelInk(severity, "line"),
    anchor: "middle",
    baseline: "middle",
  };
  return [shape, word];
}

const strokeOf = (heightPx: number): number => Math.max(linePx(1.5, heightPx), heightPx * 0.07);

/** Marks that writers know: badges become shapes and words, everything else stays. */
export const plain = (marks: readonly Mark[]): Exclude<Mark, BadgeMark>[] => marks.flatMap((mark) => (mark.kind === "badge" ? (badgeMarks(mark) as Exclude<Mark, BadgeMark>[]) : [mark]));

/** The box that a level's shape takes on the glass, its line included; the character stands inside. */
export function badgeBox({ cx, cy, heightPx: h, severity }: Pick<BadgeMark, "cx" | "cy" | "heightPx" | "severity">): LabelBox {
  const [left, top, right, bottom] = boxOf(levelCorners(severity) ?? [[-0.5, -0.5], [0.5, 0.5]]);
  const line = strokeOf(h) / 2;
  return { x: cx + left * h - line, y: cy + top * h - line, width: (right - left) * h + 2 * line, height: (bottom - top) * h + 2 * line };
}
