import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";
import { BADGE_U, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Size } from "./mark.ts";

export const spec = { kind: "alert-tally", minU: [28, 3.5] } as const;

/** How many stand at each level; `issued` = warnings of an authority, else findings of the machine (研判). */
export interface TallyData {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly issued: boolean;
  readonly unit?: string;
}

/** Four badges with their counts; none stays visible as a hollow grey shape and 0. */
export function marks({ counts, issued, unit }: TallyData, size: Size): Mark[] {
  const { u, width, height } = size;
  const cell = width / 4;
  const badge = Math.min(BADGE_U.tally * u, height * 0.85);
  const cy = height / 2;
  return ([1, 2, 3, 4] as const).flatMap((severity, i): Mark[] => {
    const n = counts[severity];
    const x = i * cell;
    const judged = !issued && n > 0;
    return [
      { kind: "badge", cx: x + badge * 0.6, cy, heightPx: badge, severity, look: n === 0 ? "none" : issued ? "filled" : "hollow" },
      { kind: "text", id: `count-${severity}`, x: x + badge * 1.35, y: judged ? cy - 0.45 * u : cy, baseline: "middle", text: String(n), sizePx: TYPE_U.value * u, weight: 500, family: "num", ink: n === 0 ? "t3" : "t1", tail: n > 0 && unit ? [{ text: unit, sizePx: u, ink: "t2", gapPx: 0.3 * u }] : [] },
      ...(judged ? [{ kind: "text" as const, x: x + badge * 1.35, y: cy + 1.25 * u, baseline: "middle" as const, text: "研判", sizePx: u, ink: "t2" as const }] : []),
    ];
  });
}
export const sentence = ({ counts, issued }: TallyData): string =>
  `${issued ? "在效预警" : "系统研判（未发布）"}：${([1, 2, 3, 4] as const).map((s) => `${SEVERITY_WORDS[s].char} ${counts[s]}`).join("、")}。`;
