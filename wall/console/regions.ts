import "../kit/value.ts";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { QUALITY_TAG, sharedQuality } from "../../model/quality.ts";
import type { Cell } from "../../model/sample.ts";
import { controls } from "../kit/controls.ts";
import { inWords, Speaks } from "../kit/language.ts";
import type { IndicatorView, RegionChild, RegionView } from "../kit/reads.ts";
import { WholeRows, wholeRows } from "../kit/whole-rows.ts";
import { listName } from "./list-name.ts";
import { levelCount, t } from "./words.ts";

/** The next level as a list: one focusable `[data-region]` for each place that can be drilled, with its number. Fires `drill`. */
@customElement("console-regions")
export class RegionsElement extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; min-height: 0; font-size: var(--type-body); --target: 56px; }
      h2 { font-size: var(--u); font-weight: 400; color: var(--t3); padding: 0 0 0.5em; display: flex; justify-content: space-between; gap: 1em; }
      ul { overflow-y: auto; min-height: 0; border-top: 2px solid var(--hair2); scrollbar-width: thin; scrollbar-color: var(--hair2) transparent; }
      ${wholeRows}
      li { border-bottom: 1px solid var(--hair); }
      button, .fixed { width: 100%; display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 0.6em; text-align: start; padding: 0 0.6em; min-height: 56px; border: 0; border-radius: 0; background: none; font-weight: 500; justify-content: stretch; }
      button:hover { background: var(--raise); }
      button[aria-pressed="true"] { background: var(--t1); color: var(--bg); }
      button[aria-pressed="true"] wall-value { color: var(--bg); }
      .name { overflow-wrap: anywhere; }
      .fixed .name { color: var(--t2); font-weight: 400; }
      wall-value { font-size: calc(var(--u) * 1.25); }
      h2 .tag { color: var(--w1); border: 1px dashed currentColor; padding: 0 0.25em; white-space: nowrap; }
      small { display: block; color: var(--t3); font-size: var(--u); font-weight: 400; }
    `,
  ];
  @property({ attribute: false }) region!: RegionView;
  @property({ attribute: false }) cells: ReadonlyMap<string, Cell> = new Map();
  @property({ attribute: false }) measured: IndicatorView | undefined;
  /** False where the indicator is only counted at a level above. */
  @property({ attribute: false }) reaches = true;
  /** The situation's time where the numbers run down; else absent. */
  @property({ attribute: false }) now: number | undefined;
  /** The place that is picked within the region. */
  @property() picked = "";

  private readonly rows = new WholeRows(this);

  constructor() {
    super();
    new Speaks(this);
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get("region") as RegionView | undefined;
    if (before && before.code !== this.region.code) this.rows.toTop();
  }
  private row(child: RegionChild, untagged: boolean) {
    const name = inWords({ zh: child.name, en: child.nameEn ?? "" });
    const value = this.measured && this.reaches ? html`<wall-value .measured=${this.measured} .cell=${this.cells.get(child.code)} .of=${child.code} .now=${this.now} .untagged=${untagged}></wall-value>` : nothing;
    // A statistical area is counted, but there is nothing below it to go to.
    if (child.special) return html`<div class="fixed"><span class="name">${name}<small>${t("特殊统计单元")}</small></span>${value}</div>`;
    return html`<button data-region=${child.code} aria-pressed=${child.level === "village" ? String(this.picked === child.code) : nothing} @click=${() => this.go(child.code)}>
      <span class="name">${name}${child.passThrough ? html`<small>${t("直管")}</small>` : nothing}</span>${value}</button>`;
  }
  private go(code: string): void {
    this.dispatchEvent(new CustomEvent("drill", { detail: code, bubbles: true, composed: true }));
  }
  override render() {
    const children = this.region.children;
    const level = children[0]?.level;
    const { measured } = this;
    const made = this.reaches ? sharedQuality(this.cells.values()) : null;
    const tag = made && inWords(QUALITY_TAG[made]);
    const names = listName(children, this.picked);
    // Over a list of names alone stands no number's title.
    return html`<h2><span>${measured && this.reaches ? inWords(measured.title) : names}${tag ? html` <span class="tag">${tag}</span>` : nothing}</span><span>${level ? levelCount(children.length, level) : ""}</span></h2>
      <ul class="whole" aria-label=${names}>${children.map((child) => html`<li>${this.row(child, Boolean(tag))}</li>`)}</ul>
      <p class="below">${this.rows.below > 0 ? t("↓ 其后还有 {n} 个", { n: this.rows.below }) : nothing}</p>`;
  }
}
