import { css, html, nothing } from "lit";
import { amount } from "../../model/numerals.ts";
import { isNotActual, QUALITY_TAG, sharedQuality } from "../../model/quality.ts";
import type { Level } from "../../model/region.ts";
import type { Rule } from "../../model/rule.ts";
import type { Cell } from "../../model/sample.ts";
import { unitOf } from "../../model/units.ts";
import { inWords, language } from "../kit/language.ts";
import type { IndicatorView } from "../kit/reads.ts";
import { runsDown } from "../kit/still-to-come.ts";
import { classInks, classWords, colouredBy, isNone, roundUp } from "../panels/map/breaks.ts";
import { gapWords } from "../panels/map/gaps.ts";
import { figuresTime } from "./figures-time.ts";
import { reaches } from "./figures.ts";
import { levelWord, t } from "./words.ts";

/** What the legend must know of the map beside it. */
interface Shown {
  readonly measured: IndicatorView;
  readonly rules: readonly Rule[];
  /** Of the places on the map, whose level is `below`; undefined where nothing lies below. */
  readonly cells: readonly Cell[];
  readonly below: Level | undefined;
  readonly isPicked: boolean;
  readonly simNow: number;
}

/** What the map's colours mean: the brightest needs most attention; an amount is a circle. Nothing is explained that is not there. */
export function legend({ measured, rules, cells, below, isPicked, simNow }: Shown) {
  const values = cells.map(({ value }) => value);
  const none = measured.none && cells.some((cell) => isNone(cell, measured)) ? inWords(measured.none) : "";
  const gaps = cells.filter((cell) => cell.value === null && !isNone(cell, measured));
  const unknown = gaps.length > 0;
  const time = runsDown(measured) ? figuresTime(cells.map((cell) => ({ measured, cell })), simNow, true, language()) : undefined;
  const made = sharedQuality(cells);
  const known = values.filter((value) => value !== null);
  const stops = below !== undefined && !reaches(measured, below) && measured.leaf !== "site" ? t("统计到{level}级", { level: levelWord(measured.leaf as Level) }) : "";
  const coloured = colouredBy(measured, rules, values);
  const full = Math.max(0, ...known);
  const classes = coloured.as === "fill" && known.length > 0 ? coloured.classes : undefined;
  const inks = classes ? classInks(classes) : [];
  return html`<div class="legend"><h2>${inWords(measured.title)} <span class="second">${unitOf(measured, language())}</span></h2>
      <ul>${classes ? classWords(classes).map((words, i) => html`<li><i class=${inks[i]!}></i>${words}</li>`) : nothing}
        ${coloured.as === "amount" && full > 0 ? html`<li><i class="amount"></i>${t("圆面积 = 数量，最大 {n}", { n: amountOf(roundUp(full), measured) })}</li>` : nothing}
        ${none ? html`<li><i></i>${none}</li>` : nothing}
        ${unknown ? html`<li><i class="none"></i>${gapWords(gaps, language()) || t("无数据")}</li>` : nothing}</ul>
      ${stops && values.length === 0 && !isPicked ? html`<p>${stops}</p>` : nothing}
      ${made && isNotActual(made) ? html`<p class="made"><span class="tag">${inWords(QUALITY_TAG[made])}</span> ${t("图上各数")}</p>` : nothing}
      ${time ? html`<p>${t("图上各数由 {at} 所报推算至此刻", { at: time.at })}</p>` : nothing}
      ${classes?.ofNow ? html`<p>${t("按此刻各地的数分级")}</p>` : nothing}</div>`;
}
function amountOf(value: number, measured: IndicatorView): string {
  const { text, unit } = amount(value, { decimals: 0, unit: unitOf(measured, language()), lang: language() });
  return `${text} ${unit}`.trim();
}

export const legendLook = css`
  .legend { margin-bottom: auto; font-variant-numeric: tabular-nums; font-size: var(--u); color: var(--t2); }
  .legend h2 { font-size: var(--type-title); font-weight: 600; color: var(--t1); margin-bottom: 0.4em; }
  .legend h2 span { font-weight: 400; font-size: var(--u); }
  .legend li { display: flex; align-items: center; gap: 0.6em; line-height: 1.6; }
  .legend i { width: 1.8em; height: 1em; background: var(--land); border: 1px solid var(--hair2); }
  .legend i { flex: none; }
  .legend .c1 { background: var(--c1); } .legend .c2 { background: var(--c2); } .legend .c3 { background: var(--c3); } .legend .c4 { background: var(--c4); } .legend .c5 { background: var(--c5); }
  .legend .none { background: repeating-linear-gradient(45deg, var(--hair2) 0 1px, transparent 1px 5px), repeating-linear-gradient(-45deg, var(--hair2) 0 1px, var(--land) 1px 5px); }
  .legend .amount { width: 1.4em; height: 1.4em; border-radius: 50%; border-color: var(--obs); background: color-mix(in srgb, var(--obs) 30%, transparent); }
  .legend .made { color: var(--w1); margin-top: 0.4em; }
  .legend .tag { border: 1px dashed currentColor; padding: 0 0.25em; }
`;
