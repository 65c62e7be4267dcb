import "./alerts.ts";
import "./duty/standing.ts";
import "./incident.ts";
import "./incidents.ts";
import "./report.ts";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { Speaks } from "../kit/language.ts";
import type { DeskView } from "./desk-view.ts";
import { t } from "./words.ts";

/** Beside the map: the queues of a place, one incident, or a new one. What was touched is told by the events of what stands here. */
@customElement("console-work")
export class WorkSide extends LitElement {
  static override styles = css`
    :host { display: contents; font-size: var(--type-body); }
    p { margin: 0; }
    .second { color: var(--t2); }
    aside { border-left: 1px solid var(--hair); padding: 12px 32px 24px; display: grid; grid-template-rows: auto minmax(0, 1fr) fit-content(50%); gap: 12px; min-height: 0; min-width: 0; }
    aside.replayed { grid-template-rows: auto auto minmax(0, 1fr) fit-content(50%); }
    aside:has(> console-alerts[few]) { grid-template-rows: auto fit-content(70%) minmax(0, 1fr); }
    aside.replayed:has(> console-alerts[few]) { grid-template-rows: auto auto fit-content(70%) minmax(0, 1fr); }
    aside.replayed > console-incident, aside.replayed > console-report { grid-row: 3 / -1; }
    aside > console-incident, aside > console-report { grid-row: 2 / -1; }
    @media (max-height: 1200px) { aside { padding: 8px 24px 12px; gap: 8px; } }
  `;
  @property({ attribute: false }) view!: DeskView;
  /** Whose queues stand here. */
  @property() region = "";

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const { view } = this;
    return html`<aside class=${view.replayed ? "replayed" : ""}><console-standing .region=${this.region} .sheet=${view.sheet === "load"}></console-standing>${view.replayed ? html`<p class="second" role="status">${t("回放只读：可看当时的告警和事件，不能处置")}</p>` : nothing}${this.work(view)}</aside>`;
  }
  private work({ drill, work, opened, topics, indicators, rules, rail }: DeskView) {
    // One incident's words never stand under another's name.
    if (opened) return keyed(opened.id, html`<console-incident .incident=${opened} .topics=${topics} .rail=${rail}></console-incident>`);
    if (work.show === "report") return html`<console-report .region=${drill.focus.code} .alert=${work.alert} .topics=${topics} .indicators=${indicators}></console-report>`;
    return html`<console-alerts .region=${this.region} .group=${work.show === "queues" ? (work.group ?? "") : ""} .indicators=${indicators} .rules=${rules} .topics=${topics}></console-alerts>
      <console-incidents .region=${this.region}></console-incidents>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-work": WorkSide;
  }
}
