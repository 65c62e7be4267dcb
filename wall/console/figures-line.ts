import { css, html, nothing, type TemplateResult } from "lit";
import { freshnessGlyph } from "../kit/freshness-glyph.ts";
import { inWords, language } from "../kit/language.ts";
import type { Figure } from "./figures.ts";
import { figureCoverage, figuresTime } from "./figures-time.ts";

/** ● 06:00 at the end of a row of figures, said once for all of them. */
export function timeLine(figures: readonly Figure[], now: number, isLinked: boolean): TemplateResult | typeof nothing {
  const time = figuresTime(figures, now, isLinked, language());
  return time ? html`<p class="asof" data-state=${time.state}>${freshnessGlyph(time.state)} ${time.at}</p>` : nothing;
}
/** How many have reported, and what older thing the number rests on, behind a figure's name. */
export function coverageLine({ measured, cell }: Figure): TemplateResult | typeof nothing {
  const said = [figureCoverage(cell, language()), ...(measured.basis ? [inWords(measured.basis)] : [])].filter(Boolean);
  return said.length > 0 ? html` <span class="cover">· ${said.join(" · ")}</span>` : nothing;
}
export const timeLook = css`
  .asof { color: var(--t3); font-size: var(--u); font-variant-numeric: tabular-nums; white-space: nowrap; }
  .asof[data-state="ageing"] { color: var(--t2); }
  .asof[data-state="stale"], .asof[data-state="down"] { color: var(--t1); }
  .cover { color: var(--t2); font-variant-numeric: tabular-nums; white-space: nowrap; }
`;
