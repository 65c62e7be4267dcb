import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../../kit/controls.ts";
import { Speaks } from "../../kit/language.ts";
import { Select } from "../../kit/select.ts";
import { SAYS_WORD } from "../alarm-load/words.ts";
import { alertWord } from "../words.ts";
import { standingOf, STANDINGS } from "./group-order.ts";
import { t } from "./words.ts";

/** Where the alerts of a place stand, zero included, whatever else the seat has before it: what is set aside is never out of sight. Opens the load of alarms; fires `sheet`. */
@customElement("console-standing")
export class StandingElement extends LitElement {
  static override styles = [controls, css`
    :host { display: flex; align-items: center; gap: calc(3 * var(--mm, 4px)); font-size: var(--u); --target: 52px; min-width: 0; }
    dl { display: grid; grid-template-columns: repeat(6, minmax(0, auto)); gap: 0 1.1em; flex: 1; }
    dl > div { display: grid; }
    dt { color: var(--t3); white-space: nowrap; }
    dd { color: var(--t1); font-size: calc(var(--u) * 1.3); font-weight: 600; font-variant-numeric: tabular-nums; }
    dd.zero { color: var(--t3); font-weight: 400; }
    button { white-space: nowrap; padding: 0 0.8em; font-variant-numeric: tabular-nums; }
    button.flood { background: var(--t1); color: var(--bg); font-weight: 600; }
  `];
  @property() region = "";
  @property({ type: Boolean }) sheet = false;
  private readonly seen = new Select(this, (s) => ({ groups: s.alertGroups(this.region), load: s.alarmLoad(this.region) }));

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const { groups, load } = this.seen.value;
    const standing = groups.status === "ready" ? standingOf(groups.records.values()) : null;
    const now = load.records.get(this.region)?.now;
    return html`<dl aria-label=${t("告警现状")}>${STANDINGS.map((state) => html`<div data-standing=${state} data-count=${standing?.[state] ?? nothing}><dt>${alertWord(state)}</dt><dd class=${standing?.[state] === 0 ? "zero" : ""}>${standing?.[state] ?? "··"}</dd></div>`)}</dl>
      <button class=${now?.flood ? "flood" : ""} data-opens="load" aria-haspopup="dialog" aria-expanded=${String(this.sheet)} aria-keyshortcuts="l" @click=${() => this.dispatchEvent(new CustomEvent("sheet", { detail: this.sheet ? null : "load", bubbles: true, composed: true }))}>${t("告警负荷")}${now ? html` · ${SAYS_WORD(now.says)}` : nothing}</button>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-standing": StandingElement;
  }
}
