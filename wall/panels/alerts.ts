import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { AlertRecord } from "../../model/records.ts";
import { amount } from "../../model/numerals.ts";
import { MINUTE, clockText, parseTime } from "../../model/time.ts";
import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { levelShape } from "../kit/level-shape.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import "../kit/card.ts";
import { alertGroups, type AlertGroup } from "./alert-groups.ts";
import { alertLines, type AlertLine } from "./alert-lines.ts";
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
  告警: "Alerts", "系统研判，未发布": "machine findings, nothing issued", "系统研判，未发布 · 另 {n} 条已回落待确认": "machine findings · {n} returned, unseen",
  "无未消告警（{at} 核）": "no open alert (checked {at})", "另 {n} 条": "{n} more", "{n} 处": "{n} places", "{n} 处 {m} 市": "{n} places, {m} cities",
  "未确认 {n}": "{n} open", 已确认: "taken", 已回落: "returned", "余 {n} 分": "{n} min left", "超 {n} 分": "{n} min over", 源中断: "source lost",
  默认阈值: "default limit", 全省: "province", 圈内: "inside",
});
/** Heights in u: title and tally, a standard, a line of names; in a low slot the tally is small. */
const TALL = { takenU: 5.7, headU: 2.2, lineU: 1.75 } as const;
const LOW = { takenU: 4.9, headU: 1.9, lineU: 1.6 } as const;
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
      .row { grid-template-columns: calc(var(--u) * 1.5) minmax(0, 1fr) auto auto; height: var(--head); column-gap: calc(var(--u) * 0.7); border-bottom: 0; border-top: max(1px, calc(var(--u) / 24)) solid var(--hair); }
      .line { display: grid; grid-template-columns: calc(var(--u) * 1.5) 3.2em 1fr; column-gap: calc(var(--u) * 0.7); align-items: center; height: var(--line); white-space: nowrap; overflow: hidden; }
      .line .many { grid-column: 2 / -1; }
      .line .city { color: var(--t2); }
      .names { display: flex; gap: 0.7em; }
      .names > span { font-weight: 500; }
      .names > span[data-state="acknowledged"] { color: var(--t3); font-weight: 400; }
      .over, .over .strong, .over .value { color: var(--t3); font-weight: 400; --red-line: var(--t3); --orange-line: var(--t3); --yellow-line: var(--t3); --blue-line: var(--t3); }
      .count { color: var(--t2); font-weight: 400; margin-inline-start: 0.2em; }
      .value { font-weight: 500; }
      .low .default { display: none; }
      .standing { min-width: 4.4em; text-align: end; }
      .inverse { line-height: 1.2; }
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
    const returned = open.filter((a) => a.state === "returned").length;
    const low = this.room.heightU < 12;
    const { takenU, headU, lineU } = low ? LOW : TALL;
    const lines = alertLines(alertGroups(open), { heightU: this.room.heightU - takenU, headU, lineU, chars: this.room.widthU / 1.2 - 5.8 });
    return html`<wall-card heading=${t("告警")} note=${returned > 0 ? t("系统研判，未发布 · 另 {n} 条已回落待确认", { n: returned }) : t("系统研判，未发布")} status=${view.status} code=${view.code}
        .observedAt=${view.status === "ready" ? view.simAt : undefined} state=${this.here.linked ? "fresh" : "stale"} class=${low ? "low" : ""} .style=${`--head:calc(var(--u) * ${headU});--line:calc(var(--u) * ${lineU})`}>
      <div class="tally">${LEVELS.map((level) => html`<div class=${counts[level] === 0 ? "none" : ""}>${levelShape(level, "hollow")}<span class="num">${counted({ id: `alerts.open.${level}`, title: SEVERITY_WORDS[level], place: this.config.region ?? "44", value: counts[level], observedAt: view.simAt || null, tick: view.tick, have: view.status === "ready" ? 1 : 0 })}</span></div>`)}</div>
      ${open.length === 0 ? html`<p class="third">${t("无未消告警（{at} 核）", { at: view.at ? clockText(view.at) : "··" })}</p>` : nothing}
      <div class="rows">${lines.map((line, i) => this.line(line, lines[i - 1]))}</div>
    </wall-card>`;
  }

  private line(line: AlertLine, before: AlertLine | undefined) {
    if (line.kind === "head") return this.head(line.group);
    if (line.kind === "more") return html`<div class="line"><span class="caption many">${t("另 {n} 条", { n: line.count })}</span></div>`;
    if (line.kind === "cities")
      return html`<div class="line"><span></span><span class="names many">${line.cities.map(({ name, alerts }) => html`<span>${shortName(name)}<span class="num count">${alerts.length}</span></span>`)}</span></div>`;
    const again = before?.kind === "places" && before.city === line.city;
    return html`<div class="line"><span></span><span class="city">${again ? "" : shortName(line.city)}</span>
      <span class="names">${repeat(line.alerts, (a) => a.id, (a) => html`<span data-alert=${a.id} data-state=${a.state}>${shortName(a.placeName)}</span>`)}</span></div>`;
  }
  private head(group: AlertGroup) {
    const says = html`${group.says.replace(/^达到/, "").replace("预警标准", "标准")}${group.byDefault ? html` <span class="third default">${t("默认阈值")}</span>` : nothing}`;
    const [one] = group.alerts.length === 1 ? group.alerts : [];
    return html`<div class="row ${group.holds ? "" : "over"}">${levelShape(group.severity, "hollow")}
      ${one
        ? html`<span><span class="strong" data-alert=${one.id} data-state=${one.state}>${placeOf(one)}</span>　<span class="second">${says}</span></span>${this.value(one)}`
        : html`<span class="strong">${says}</span><span class="second num">${group.cities.length > 1 ? t("{n} 处 {m} 市", { n: group.alerts.length, m: group.cities.length }) : t("{n} 处", { n: group.alerts.length })}</span>`}
      <span class="standing">${this.standing(group)}</span></div>`;
  }
  private value({ indicator, value, decimals, unit }: AlertRecord) {
    if (indicator.startsWith("met.storm.arrival.") && value === 0) return html`<span class="value">${t("圈内")}</span>`;
    const shown = amount(value, { decimals, unit, lang: language() });
    return html`<span class="num value">${shown.text}<span class="second"> ${shown.unit}</span></span>`;
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
/** 湛江 徐闻, 广州气象站: each name once; the province's own finding is 全省. */
const placeOf = ({ place, placeName, areaName }: AlertRecord): string =>
  place.length <= 2 ? t("全省") : placeName.startsWith(shortName(cityOf(areaName))) ? shortName(placeName) : `${shortName(cityOf(areaName))} ${shortName(placeName)}`;
const cityOf = (areaName: string): string => areaName.split(" ")[0] ?? "";
declare global {
  interface HTMLElementTagNameMap {
    "wall-alerts": AlertsPanel;
  }
}
definePanel<AlertsConfig>({ kind: "alerts", tag: "wall-alerts", title: { zh: "告警", en: "Alerts" }, minU: [28, 7.5], example: { region: "44" } });
