import { ContextConsumer } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { AlertRecord } from "../../model/records.ts";
import { amount } from "../../model/numerals.ts";
import { MINUTE, clockText, parseTime } from "../../model/time.ts";
import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";
import { linkContext } from "../kit/contexts.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { levelShape } from "../kit/level-shape.ts";
import { definePanel } from "../kit/panel.ts";
import { Pulse } from "../kit/pulse.ts";
import { Select } from "../kit/select.ts";
import "../kit/card.ts";
import { inOrder, tally } from "./alert-order.ts";
import { counted } from "./counted.ts";
import { Room } from "./room.ts";
import { panelStyle } from "./style.ts";

export interface AlertsConfig {
  readonly region?: string;
}
const t = dictionary({
  告警: "Alerts", "系统研判，未发布": "machine findings, nothing issued", "无未消告警（{at} 核）": "no open alert (checked {at})", "另 {n} 条": "{n} more",
  未确认: "open", 已确认: "taken", 已回落: "returned", "余 {n} 分": "{n} min left", "超 {n} 分": "{n} min over", 源中断: "source lost",
  默认阈值: "default limit",
});
const LEVELS: readonly Severity[] = [1, 2, 3, 4];

/** What machines have found and people must look at: a count by level, then the ones that need somebody first. */
@customElement("wall-alerts")
export class AlertsPanel extends LitElement {
  static override styles = [
    panelStyle,
    css`
      .tally { display: grid; grid-template-columns: repeat(4, 1fr); height: calc(var(--u) * 3.4); align-items: center; }
      .tally div { display: flex; align-items: center; gap: calc(var(--u) * 0.7); font-size: calc(var(--u) * 2.5); font-weight: 500; }
      .tally svg.level { width: calc(var(--u) * 2.4); height: calc(var(--u) * 2.4); }
      .tally .none { color: var(--t3); --red-line: var(--hair2); --orange-line: var(--hair2); --yellow-line: var(--hair2); --blue-line: var(--hair2); }
      .low .tally { height: calc(var(--u) * 2.2); }
      .low .tally div { font-size: calc(var(--u) * 1.5); }
      .low .tally svg.level { width: calc(var(--u) * 1.5); height: calc(var(--u) * 1.5); }
      .row { grid-template-columns: calc(var(--u) * 1.6) minmax(0, 6.2em) minmax(0, 1fr) auto 2.7em 4.1em; }
      .low .row { grid-template-columns: calc(var(--u) * 1.6) minmax(0, 5.4em) minmax(0, 1fr) auto 4.1em; height: calc(var(--u) * 2); }
      .low .when { display: none; }
      .row[data-state="acknowledged"] { color: var(--t2); }
      .value { font-weight: 500; }
    `,
  ];
  @property({ attribute: false }) config: AlertsConfig = {};

  private readonly alerts = new Select(this, (s) => s.alerts(this.config.region ?? "44"));
  private readonly link = new ContextConsumer(this, { context: linkContext });
  private readonly room = new Room(this);

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this, 10_000);
  }
  override render() {
    const view = this.alerts.value;
    const all = inOrder(view.records.values());
    const counts = tally(all);
    const low = this.room.heightU < 12;
    const rowU = low ? 2 : 2.3;
    const fit = this.room.rows(rowU, low ? 5 : 6.2);
    const shown = all.length > fit ? all.slice(0, Math.max(1, this.room.rows(rowU, (low ? 5 : 6.2) + 1.4))) : all;
    return html`<wall-card heading=${t("告警")} note=${t("系统研判，未发布")} status=${view.status} code=${view.code}
        .observedAt=${view.status === "ready" ? view.simAt : undefined} state="fresh" class=${low ? "low" : ""}>
      <div class="tally">${LEVELS.map((level) => html`<div class=${counts[level] === 0 ? "none" : ""}>${levelShape(level, "hollow")}<span class="num">${counted({ id: `alerts.open.${level}`, title: SEVERITY_WORDS[level], place: this.config.region ?? "44", value: counts[level], observedAt: view.simAt || null, tick: view.tick, have: view.status === "ready" ? 1 : 0 })}</span></div>`)}</div>
      ${all.length === 0 ? html`<p class="third">${t("无未消告警（{at} 核）", { at: view.at ? clockText(view.at) : "··" })}</p>` : nothing}
      <ul class="rows">${repeat(shown, (a) => a.id, (a) => this.row(a))}</ul>
      ${all.length > shown.length ? html`<div class="more">${t("另 {n} 条", { n: all.length - shown.length })}</div>` : nothing}
    </wall-card>`;
  }

  private row(alert: AlertRecord) {
    const { text, unit } = amount(alert.value, { decimals: alert.decimals, unit: alert.unit, lang: language() });
    const byDefault = alert.source.startsWith("operational default");
    return html`<li class="row" data-alert=${alert.id} data-state=${alert.state}>
      ${levelShape(alert.severity, "hollow")}
      <span class="strong">${`${alert.areaName} ${alert.placeName}`.trim()}</span>
      <span class="second">${alert.says ? alert.says : html`${alert.indicatorTitle}${byDefault ? html` <span class="third">${t("默认阈值")}</span>` : nothing}`}</span>
      <span class="num value end">${text}<span class="second"> ${unit}</span></span>
      <span class="third end when">${clockText(parseTime(alert.simAt) ?? 0)}</span>
      <span class="end">${this.standing(alert)}</span>
    </li>`;
  }
  private standing(alert: AlertRecord) {
    if (alert.sourceDown) return html`<span class="strong">${t("源中断")}</span>`;
    if (alert.state === "acknowledged") return html`<span class="third">${t("已确认")}</span>`;
    if (alert.state === "returned") return html`<span class="second">${t("已回落")}</span>`;
    const by = alert.ackBy === undefined ? null : parseTime(alert.ackBy);
    const now = this.link.value?.serverNow();
    if (by === null || now === undefined) return html`<span class="strong">${t("未确认")}</span>`;
    const minutes = Math.ceil(Math.abs(by - now) / MINUTE);
    // Overdue is no severity: inverse, whatever the level (VISUAL §5).
    return by >= now ? html`<span class="strong">${t("余 {n} 分", { n: minutes })}</span>` : html`<span class="inverse">${t("超 {n} 分", { n: minutes })}</span>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-alerts": AlertsPanel;
  }
}
definePanel<AlertsConfig>({ kind: "alerts", tag: "wall-alerts", title: { zh: "告警", en: "Alerts" }, minU: [28, 8], example: { region: "44" } });
