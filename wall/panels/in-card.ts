import { html, type TemplateResult } from "lit";
import "../kit/card.ts";
import type { CardFacts } from "../marks/facts/card.ts";

/** A panel's picture in its frame, with the sentence that says the same aloud. */
export const inCard = ({ heading, note = "", status = "ready", code = "", observedAt, cadenceMs = 0, state = "", coverage, coverageOf = "", empty = "" }: CardFacts, said: string): TemplateResult =>
  html`<wall-card heading=${heading} note=${note} status=${status} code=${code} .observedAt=${observedAt} .cadenceMs=${cadenceMs} state=${state} .coverage=${coverage} coverageOf=${coverageOf} empty=${empty}>
    <div class="plot" role="img" aria-label=${said}></div>
  </wall-card>`;
