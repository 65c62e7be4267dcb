import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { GRADE_WORDS } from "../../../model/words.ts";
import { linkContext, sessionContext, type Link } from "../../kit/contexts.ts";
import { controls } from "../../kit/controls.ts";
import { gradeMark } from "../../kit/grade-mark.ts";
import { inWords, Speaks } from "../../kit/language.ts";
import { Names } from "../../kit/names.ts";
import { Pulse } from "../../kit/pulse.ts";
import { Select } from "../../kit/select.ts";
import type { Session } from "../../kit/session.ts";
import { waitsOf } from "../waiting/waiting.ts";
import { incidentWord } from "../words.ts";
import { byUrgency } from "./urgent.ts";
import { t } from "./words.ts";

/** Under the commander's thumb: the incident of this place that is to be decided first, what waits for a second person, and the response. Fires `open` and `sheet`. */
@customElement("console-leader-dock")
export class LeaderDock extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: 13px; padding: 12px 24px 16px; border-left: 1px solid var(--hair); border-top: 1px solid var(--hair2); font-size: var(--type-body); }
    button { min-height: 104px; min-width: 104px; display: grid; gap: 2px; align-content: center; justify-items: start; text-align: start; padding: 8px 18px; }
    .urgent { grid-template-columns: auto minmax(0, 1fr); column-gap: 14px; align-items: center; justify-content: start; border-width: 2px; border-color: var(--t1); }
    .urgent[disabled] { border-color: var(--hair2); border-width: 1px; }
    .urgent svg { width: 2.4em; height: 2.4em; grid-row: 1 / 3; }
    .urgent > span { grid-column: 2; max-width: 100%; }
    .what { font-size: calc(var(--u) * 1.4); font-weight: 600; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow-wrap: anywhere; }
    .of { font-weight: 600; font-size: calc(var(--u) * 1.4); }
    .asks { background: var(--t1); color: var(--bg); }
    .asks .second { color: var(--bg); }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @property() region = "";
  private readonly names = new Names(this);
  private readonly here = new Select(this, (s) => byUrgency(s.incidents(this.region).records.values()));
  private readonly seat = new Select(this, (s) => {
    const { region } = this.session;
    return { responses: s.responses(region).records, alerts: s.alerts(region).records, incidents: s.incidents(region).records };
  });

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
  }
  private tell(kind: "open" | "sheet", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(kind, { detail, bubbles: true, composed: true }));
  }
  override render() {
    const [first, ...others] = this.here.value;
    const { responses, alerts, incidents } = this.seat.value;
    const waits = waitsOf({ responses: responses.values(), alerts: alerts.values(), incidents: incidents.values() }, this.link.serverNow()).filter(({ by }) => by !== this.session.account).length;
    return html`${first
      ? html`<button class="urgent" data-opens="urgent" data-of=${first.id} @click=${() => this.tell("open", first.id)}>${first.grade ? gradeMark(first.grade) : nothing}<span class="what">${t("最急：{title}", { title: first.title })}</span>
          <span class="second">${this.names.withParents(first.region)} · ${first.grade ? `${inWords(GRADE_WORDS[first.grade])} · ` : ""}${incidentWord(first.state)}${others.length > 0 ? html` · ${t("另 {n} 件待决", { n: others.length })}` : nothing}</span></button>`
      : html`<button class="urgent" disabled><span>${t("本处没有待决事件")}</span></button>`}
      <button data-opens="waits" class=${waits > 0 ? "asks" : ""} aria-haspopup="dialog" @click=${() => this.tell("sheet", "waits")}><span class="of">${t("待确认")}</span><span class="second">${waits > 0 ? t("{n} 项", { n: waits }) : t("无待确认")}</span></button>
      <button data-opens="response" aria-haspopup="dialog" @click=${() => this.tell("sheet", "responses")}><span class="of">${t("响应")}</span><span class="second">${t("启动或调整")}</span></button>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-leader-dock": LeaderDock;
  }
}
