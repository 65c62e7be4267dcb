import { svg, html, type TemplateResult } from "lit";
import { GRADE_WORDS, type Grade } from "../../model/words.ts";
import { inWords } from "./language.ts";

const ROMAN: Readonly<Record<Grade, string>> = { 1: "I", 2: "II", 3: "III", 4: "IV" };

const [INK, GROUND] = ["var(--mark-ink, var(--t1))", "var(--mark-ground, var(--bg))"];

/**
 * An incident's grade: a Latin numeral in a plain box, solid for the two gravest. It has neither the shape nor the colour
 * of a warning, for a grade says what has happened, not what is forecast. On an inverse block (controls) it is inverse too.
 */
export function gradeMark(grade: Grade): TemplateResult {
  const solid = grade <= 2;
  return html`<svg class="level grade" viewBox="-54 -54 108 108" role="img" aria-label=${inWords(GRADE_WORDS[grade])} data-grade-mark=${grade}>${svg`<rect x="-46" y="-38" width="92" height="76" fill=${solid ? INK : "none"} stroke=${INK} stroke-width="6"></rect>`}<text y="19" text-anchor="middle" font-size="54" font-weight="600" font-family="var(--face-num)" fill=${solid ? GROUND : INK} aria-hidden="true">${ROMAN[grade]}</text></svg>`;
}
