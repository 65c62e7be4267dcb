import { html, svg, type TemplateResult } from "lit";
import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";
import { LEVEL_COLOUR, levelCorners } from "../../themes/level.ts";
import { inWords, language } from "./language.ts";

/** A level by shape, character and colour. Hollow: a machine's finding (研判); filled: only what an authority has issued. */
export function levelShape(level: Severity, look: "hollow" | "filled"): TemplateResult {
  const colour = LEVEL_COLOUR[level];
  const words = SEVERITY_WORDS[level];
  const line = `var(--${colour}-line)`;
  const fill = look === "filled" ? `var(--${colour}-fill)` : "none";
  const corners = levelCorners(level);
  const shape = corners
    ? svg`<polygon points=${corners.map(([x, y]) => `${x * 84},${y * 84}`).join(" ")} fill=${fill} stroke=${line} stroke-width="7" stroke-linejoin="round"></polygon>`
    : svg`<circle r="42" fill=${fill} stroke=${line} stroke-width="7"></circle>`;
  const text = language() === "en" ? words.letter : words.char;
  const ink = look === "filled" ? `var(--${colour}-on)` : line;
  return html`<svg class="level" viewBox="-54 -54 108 108" role="img" aria-label=${inWords(words)}>${shape}<text y=${level === 3 ? 30 : 16} text-anchor="middle" font-size="46" font-weight="600" fill=${ink} aria-hidden="true">${text}</text></svg>`;
}
