import "../kit/card.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { isIncidentOver, type Incident } from "../../model/incident.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { GRADE_WORDS } from "../../model/words.ts";
import { checkedAt } from "../kit/checked-at.ts";
import { linkContext, sessionContext, situationContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { gradeMark } from "../kit/grade-mark.ts";
import { inBrackets, inWords, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import { Select } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import { WholeRows } from "../kit/whole-rows.ts";
import { Here } from "../panels/here.ts";
import { rows } from "./look.ts";
import { incidentWord, t } from "./words.ts";

/** By need of action: what waits for this seat first, what is over last. */
const ORDER: readonly Incident["state"][] = ["checking", "pending", "detected", "verified", "graded", "handling", "suspended", "closed", "evaluated", "rejected", "merged", "cancelled"];

/** What people handle in a region, by need of action. Fires `open` with the incident's id, `report` for a new one. */
@customElement("console-incidents")
export class IncidentsElement extends LitElement {
  static override styles = [controls, rows, css`
    li { padding: 0; }
    li > button { grid-column: 1 / -1; display: grid; grid-template-columns: auto 1fr auto; gap: 2px 14px; align-items: center; width: 100%; text-align: start; border: 0; border-radius: 0; padding: 10px 0; font-weight: 400; min-height: 72px; }
    li > button:hover { background: var(--raise); }
    .new { margin-inline-start: auto; min-height: 52px; }
    .done .head { color: var(--t2); }
    .done svg { opacity: 0.6; }
    .none { width: 2em; }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @property() region = "";
  private readonly here = new Here(this);
  private readonly names = new Names(this);
  private readonly rows = new WholeRows(this);
  private readonly incidents = new Select(this, (s) => s.incidents(this.region));

  constructor() {
    super();
    new Speaks(this);
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("region")) this.rows.toTop();
  }
  override render() {
    const { status, code, records } = this.incidents.value;
    const all = [...records.values()].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.reportedAt < b.reportedAt ? 1 : -1));
    const open = all.filter((i) => !isIncidentOver(i.state));
    return html`<wall-card .heading=${t("事件")} .note=${[open.length > 0 ? String(open.length) : "", all.length > 0 && !this.here.isOneTime ? t("接报为现实时间") : ""].filter(Boolean).join(" · ")} .status=${status} .code=${code}>
      ${this.session.rights.includes("report") ? html`<button slot="title" class="new" data-opens="incident.report" @click=${() => this.fire("report", null)}>${t("新事件")}</button>` : nothing}
      ${open.length === 0 && status === "ready" ? html`<p class="second">${t("无在办事件")}${inBrackets(t("{at} 核", { at: clockText(checkedAt(this.link, this.situation, this.incidents.value)) }))}</p>` : nothing}
      <ul class="whole">${all.map((i) => this.row(i))}</ul>
      <p class="below">${this.rows.below > 0 ? t("↓ 其后还有 {n} 件", { n: this.rows.below }) : nothing}</p>
    </wall-card>`;
  }
  private row(i: Incident) {
    const at = parseTime(i.reportedAt);
    return html`<li data-incident=${i.id} data-state=${i.state} class=${isIncidentOver(i.state) ? "done" : ""}><button @click=${() => this.fire("open", i.id)}>
      ${i.grade ? gradeMark(i.grade) : html`<span class="none"></span>`}
      <span><span class="head">${i.title}</span><br /><span class="second">${this.names.withParents(i.region)}${i.grade ? html` · ${inWords(GRADE_WORDS[i.grade])}` : nothing}</span></span>
      <span><span class="time">${at === null ? "" : clockText(at)}</span><br /><span class="second">${incidentWord(i.state)}</span></span>
    </button></li>`;
  }
  private fire(kind: "open" | "report", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(kind, { detail, bubbles: true, composed: true }));
  }
}
