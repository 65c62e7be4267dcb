import { svg, html, type TemplateResult } from "lit";
import type { Freshness } from "../../model/freshness.ts";
import { STATE_WORDS } from "../../model/wording.ts";
import { inWords } from "./language.ts";

export const freshnessWord = (state: Freshness): string => inWords(STATE_WORDS[state]);

/** The mark before a time (VISUAL §6): dot, half disc, dashed ring, cross. */
export const freshnessGlyph = (state: Freshness): TemplateResult =>
  html`<svg class="glyph" viewBox="0 0 12 12" width="0.75em" height="0.75em" role="img" aria-label=${freshnessWord(state)} data-glyph=${state}>${SHAPE[state]}</svg>`;

const cross = svg`<path d="M2 2 10 10M10 2 2 10" stroke="var(--t1)" stroke-width="2" fill="none"></path>`;
const SHAPE: Readonly<Record<Freshness, TemplateResult<2>>> = {
  fresh: svg`<circle cx="6" cy="6" r="4" fill="var(--t3)"></circle>`,
  ageing: svg`<path d="M6 1.5A4.5 4.5 0 0 0 6 10.5Z" fill="var(--t2)"></path><circle cx="6" cy="6" r="4.5" fill="none" stroke="var(--t2)"></circle>`,
  stale: svg`<circle cx="6" cy="6" r="4.5" fill="none" stroke="var(--t1)" stroke-width="1.6" stroke-dasharray="3 2"></circle>`,
  down: cross,
  never: svg`<circle cx="6" cy="6" r="4" fill="none" stroke="var(--t3)"></circle>`,
  withheld: svg`<path d="M2 6H10" stroke="var(--t3)" stroke-width="2"></path>`,
};
