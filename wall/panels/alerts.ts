import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { amount } from "../../model/numerals.ts";
import { MINUTE, clockText, parseTime } from "../../model/time.ts";
import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { levelShape } from "../kit/level-shape.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import "../kit/card.ts";
import { alertGroups, type AlertGroup } from "./alert-groups.ts";
import { inOrder, tally } from "./alert-order.ts";
import { counted } from "./counted.ts";
import { Here } from "./here.ts";
import { shortName } from "./place-names.ts";
import { Room } from "./room.ts";
import { panelStyle } from "./style.ts";

export interface AlertsConfig {
  readonly region?: string;
}
const t = dictionary({
  告警: "Alerts", "系统研判，未发布": "machine findings, nothing issued", "无未消告警（{at} 核）": "no open alert (checked {at})", "另 {n} 条": "{n} more",
  "未确认 {n}": "{n} open", 已确认: "taken", 已回落: "returned", "余 {n} 分": "{n} min left", "超 {n} 分": "{n} min over", 源中断: "source lost",
  默认阈值: "default limit", 全省: "province", "系统研判，未发布 · 另 {n} 条": "machine findings · {n} more",
});
const LEVELS: readonly Severity[] = [1, 2, 3, 4];

/** What machines have found and people must look at: a count by level, then the ones that need somebody first. */
@customElement("wall-alerts")
export class AlertsPanel extends LitElement {
  static override styles = [
    panelStyle,
    css`
      .tally { display: grid; grid-template-columns: repeat(4, 1fr); height: calc(var(--u) * 3); align-items: center; }
      .tally div { display: flex; align-items: center; gap: calc(var(--u) * 0.7); font-size: calc(var(--u) * 2.3); font-weight: 500; }
      .tally svg.level { width: calc(var(--u) * 2.2); height: calc(var(--u) * 2.2); }
      .tally .none { color: var(--t3); --red-line: var(--hair2); --orange-line: var(--hair2); --yellow-line: var(--hair2); --blue-line: var(--hair2); }
      .low .tally { height: calc(var(--u) * 2.2); }
      .low .tally div { font-size: calc(var(--u) * 1.5); }
      .low .tally svg.level { width: calc(var(--u) * 1.5); height: calc(var(--u) * 1.5); }
      .row { grid-template-columns: calc(var(--u) * 1.5) 2.6em minmax(0, 1fr) auto 4.2em 4.4em; height: calc(var(--u) * 2.1); column-gap: calc(var(--u) * 0.7); }
      .low .row { grid-template-columns: calc(var(--u) * 1.5) minmax(0, 1fr) minmax(0, auto) auto 4.2em; height: calc(var(--u) * 1.9); }
      .low .says .third { display: none; }
      .places { font-weight: 500; }
      .places span { margin-inline-end: 0.45em; }
      .places span[data-state="acknowledged"] { color: var(--t3); font-weight: 400; }
      .places span[data-state="returned"] { color: var(--t2); font-weight: 400; }
      .value { font-weight: 500; }
    `,
  ];
  @property({ attribute: false }) config: AlertsConfig = {};

  private readonly alerts = new Select(this, (s) => s.alerts(this.config.region ?? "44"));
  private readonly here = new Here(this, 10_000);
  private readonly room = new Room(this);

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const view = this.alerts.value;
    const open = inOrder(view.records.values());
    const counts = tally(open);
    const groups = alertGroups(open);
    const low = this.room.heightU < 12;
    const [rowU, headU] = low ? [1.9, 4.85] : [2.1, 5.65];
    const shown = groups.length > this.room.rows(rowU, headU) ? groups.slice(0, this.room.rows(rowU, headU + (low ? 0 : 1.25))) : groups;
    const left = groups.slice(shown.length).reduce((sum, g) => sum + g.alerts.length, 0);
    return html`<wall-card heading=${t("告警")} note=${low && left > 0 ? t("系统研判，未发布 · 另 {n} 条", { n: left }) : t("系统研判，未发布")} status=${view.status} code=${view.code}
        .observedAt=${view.status === "ready" ? view.simAt : undefined} state=${this.here.linked ? "fresh" : "stale"} class=${low ? "low" : ""}>
      <div class="tally">${LEVELS.map((level) => html`<div class=${counts[level] === 0 ? "none" : ""}>${levelShape(level, "hollow")}<span class="num">${counted({ id: `alerts.open.${level}`, title: SEVERITY_WORDS[level], place: this.config.region ?? "44", value: counts[level], observedAt: view.simAt || null, tick: view.tick, have: view.status === "ready" ? 1 : 0 })}</span></div>`)}</div>
      ${open.length === 0 ? html`<p class="third">${t("无未消告警（{at} 核）", { at: view.at ? clockText(view.at) : "··" })}</p>` : nothing}
      <ul class="rows">${repeat(shown, (g) => g.key, (g) => this.row(g, low))}</ul>
      ${left > 0 && !low ? html`<div class="more">${t("另 {n} 条", { n: left })}</div>` : nothing}
    </wall-card>`;
  }

  private row(group: AlertGroup, low: boolean) {
    const { text, unit } = amount(group.worst.value, { decimals: group.worst.decimals, unit: group.worst.unit, lang: language() });
    const city = group.worst.place.length <= 2 ? t("全省") : shortName(group.city);
    // A city's or the province's own finding has no place below it to name.
    const own = group.alerts.length === 1 && shortName(group.worst.placeName) === shortName(group.city);
    return html`<li class="row">
      ${levelShape(group.severity, "hollow")}
      ${low && !own ? nothing : html`<span class="strong" data-alert=${own ? group.alerts[0]!.id : nothing} data-state=${own ? group.alerts[0]!.state : nothing}>${city}</span>`}
      ${own ? (low ? nothing : html`<span></span>`) : html`<span class="places">${low ? html`<span>${city}</span>` : nothing}${repeat(group.alerts, (a) => a.id, (a) => html`<span data-alert=${a.id} data-state=${a.state}>${shortName(a.placeName)}</span>`)}</span>`}
      <span class="second says">${group.says.replace(/^达到/, "").replace("预警标准", "标准")}${group.byDefault ? html` <span class="third">${t("默认阈值")}</span>` : nothing}</span>
      <span class="num value end">${text}<span class="second"> ${unit}</span></span>
      <span class="end">${this.standing(group)}</span>
    </li>`;
  }
  private standing({ alerts }: AlertGroup) {
    if (alerts.some((a) => a.sourceDown)) return html`<span class="strong">${t("源中断")}</span>`;
    const open = alerts.filter((a) => a.state === "unacknowledged");
    if (open.length === 0) return html`<span class="third">${alerts.every((a) => a.state === "returned") ? t("已回落") : t("已确认")}</span>`;
    const due = open.flatMap((a) => (a.ackBy === undefined ? [] : [parseTime(a.ackBy) ?? Infinity]));
    const now = this.here.peopleNow;
    if (due.length === 0) return html`<span class="strong">${t("未确认 {n}", { n: open.length })}</span>`;
    const by = Math.min(...due);
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
definePanel<AlertsConfig>({ kind: "alerts", tag: "wall-alerts", title: { zh: "告警", en: "Alerts" }, minU: [28, 7.5], example: { region: "44" } });
