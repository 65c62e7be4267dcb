import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { dictionary, Speaks } from "./language.ts";

const t = dictionary({ 涉及: "Concerns", 代价: "Costs", 收回: "Way back", 后果: "Consequence" });

/** What an act does, before it is done. Nothing is left open: what is not known is said to be unknown. */
export interface Consequence {
  /** How many, and of what: 21 市 · 7 块大屏. */
  readonly count: string;
  /** What it takes from whom. */
  readonly cost: string;
  /** Whether it can be taken back, by whom and how long. */
  readonly back: string;
}

/** Count, cost and way back of a dangerous act, and below them the control that does it, which stands in the slot. */
@customElement("wall-consequence")
export class ConsequenceSheet extends LitElement {
  static override styles = css`
    :host { display: grid; gap: 10px; font-family: var(--face-sans); min-width: 0; }
    dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 12px; margin: 0; border-inline-start: 3px solid var(--t1); padding-inline-start: 12px; }
    :host([wide]) dl { display: flex; flex-wrap: wrap; gap: 2px 28px; }
    :host([wide]) dl > div { display: flex; gap: 10px; }
    dl > div { display: contents; }
    dt { color: var(--t3); font-size: var(--u); line-height: 1.5; white-space: nowrap; }
    dd { margin: 0; color: var(--t1); font-size: max(var(--u), 0.95em); line-height: 1.4; overflow-wrap: anywhere; }
    dd.count { font-weight: 600; font-variant-numeric: tabular-nums; }
  `;
  @property({ attribute: false }) of!: Consequence;
  /** Side by side in one line, where there is width and no height. */
  @property({ type: Boolean, reflect: true }) wide = false;

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    if (!this.of) return nothing;
    const { count, cost, back } = this.of;
    return html`<dl aria-label=${t("后果")}><div><dt>${t("涉及")}</dt><dd class="count">${count}</dd></div><div><dt>${t("代价")}</dt><dd>${cost}</dd></div><div><dt>${t("收回")}</dt><dd>${back}</dd></div></dl><slot></slot>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-consequence": ConsequenceSheet;
  }
}
