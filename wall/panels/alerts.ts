import { html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { AlertRecord } from "../../model/records.ts";
import { MINUTE, clockText, parseTime } from "../../model/time.ts";
import { valueParts, valueText } from "../../model/wording.ts";
import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";
import { Canvas } from "../kit/canvas.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import type { IndicatorView } from "../kit/reads.ts";
import { Select } from "../kit/select.ts";
import "../kit/card.ts";
import type { Standard } from "../marks/alert-lines.ts";
import { marks, sentence, spec, type AlertsData } from "../marks/alerts.ts";
import { alertGroups, spansCity, type AlertGroup } from "./alert-groups.ts";
import { inOrder, tally } from "./alert-order.ts";
import { countOf } from "./figures.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { shortName } from "./place-names.ts";
import { panelStyle } from "./style.ts";

export interface AlertsConfig {
  readonly region?: string;
}
const t = dictionary({
  告警: "Alerts", "系统研判，未发布": "machine findings, nothing issued", "系统研判，未发布 · 另 {n} 条已回落待确认": "machine findings · {n} returned, unseen",
  "无未消告警（{at} 核）": "no open alert (checked {at})", "另 {n} 条": "{n} more", "{n} 处": "{n} places", "{n} 处 {m} 市": "{n} places, {m} cities",
  "未确认 {n}": "{n} open", 已确认: "taken", 已回落: "returned", "余 {n} 分": "{n} min left", "超 {n} 分": "{n} min over", 源中断: "source lost",
  默认阈值: "default limit", 全省: "province", 全市: "whole city",
});
const LEVELS: readonly Severity[] = [1, 2, 3, 4];

/** What machines have found and people must look at: a count by level, then the ones that need somebody first. */
@customElement("wall-alerts")
export class AlertsPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: AlertsConfig = {};
  @query(".plot") private plot!: HTMLElement | null;
  private readonly alerts = new Select(this, (s) => s.alerts(this.config.region ?? "44"));
  private readonly here = new Here(this, 10_000);
  private readonly words = new Lexicon(this);

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(this.data(), size), { within: () => this.plot });
  }
  override render() {
    const view = this.alerts.value;
    const returned = inOrder(view.records.values()).filter((a) => a.state === "returned").length;
    return html`<wall-card heading=${t("告警")} note=${returned > 0 ? t("系统研判，未发布 · 另 {n} 条已回落待确认", { n: returned }) : t("系统研判，未发布")} status=${view.status} code=${view.code}
        .observedAt=${view.status === "ready" ? this.here.checkedAt(view) : undefined} state=${this.here.linked ? "fresh" : "stale"}>
      <div class="plot" role="img" aria-label=${sentence(this.data())}></div>
    </wall-card>`;
  }
  private data(): AlertsData {
    const view = this.alerts.value;
    const counts = tally(view.records.values());
    const place = this.config.region ?? "44";
    return {
      levels: LEVELS.map((severity) => ({
        severity, count: counts[severity], ...charOf(severity),
        figure: countOf({ id: `alerts.open.${severity}`, place, value: counts[severity], observedAt: view.simAt || null, tick: view.tick, have: view.status === "ready" ? 1 : 0 }, this.here),
      })),
      standards: alertGroups(view.records.values()).map((group) => this.standard(group)),
      none: t("无未消告警（{at} 核）", { at: view.status === "ready" ? clockText(this.here.checkedAt(view)) : "··" }), more: (n) => t("另 {n} 条", { n }),
    };
  }
  private standard(group: AlertGroup): Standard {
    const { key, severity, holds, cities, alerts } = group;
    const [one] = alerts.length === 1 ? alerts : [];
    return {
      id: key, severity, holds, ...charOf(severity),
      says: group.says.replace(/^达到/, "").replace("预警标准", "标准"), tag: group.byDefault ? t("默认阈值") : "",
      count: cities.length > 1 ? t("{n} 处 {m} 市", { n: alerts.length, m: cities.length }) : t("{n} 处", { n: alerts.length }),
      cities: cities.map((city) => ({ name: shortName(city.name), places: city.alerts.map((a) => ({ alert: a.id, state: a.state, name: placeIn(a) })) })),
      standing: this.standing(group),
      ...(one && { one: { place: placeOf(one), ...valueOf(one, this.words.indicator(one.indicator)) } }),
    };
  }
  private standing({ alerts }: AlertGroup): Standard["standing"] {
    if (alerts.some((a) => a.sourceDown)) return { text: t("源中断"), tone: "strong" };
    const open = alerts.filter((a) => a.state === "unacknowledged");
    if (open.length === 0) return { text: alerts.every((a) => a.state === "returned") ? t("已回落") : t("已确认"), tone: "quiet" };
    const due = open.flatMap((a) => (a.ackBy === undefined ? [] : [parseTime(a.ackBy) ?? Infinity]));
    if (due.length === 0) return { text: t("未确认 {n}", { n: open.length }), tone: "strong" };
    const left = Math.min(...due) - this.here.peopleNow;
    return { text: t(left >= 0 ? "余 {n} 分" : "超 {n} 分", { n: Math.ceil(Math.abs(left) / MINUTE) }), tone: left >= 0 ? "strong" : "pressing" };
  }
}
/** The badge bears the level's own character but on an English page. */
const charOf = (severity: Severity): { char?: string } => (language() === "en" ? { char: SEVERITY_WORDS[severity].letter } : {});
/** In its indicator's own form (圈内; 1 时 24 分), as on every other page. */
function valueOf({ value, decimals, unit }: AlertRecord, measured: IndicatorView | undefined): { value: string; unit: string } {
  const parts = valueParts(value, { ...measured, decimals, unit }, { lang: language() });
  return parts.length === 1 ? { value: parts[0].text, unit: parts[0].unit } : { value: valueText(value, { ...measured, decimals, unit }, language()), unit: "" };
}
/** Behind its city, whose name is not said twice. */
function placeIn(alert: AlertRecord): string {
  if (alert.place.length <= 2) return t("全省");
  return spansCity(alert) ? t("全市") : shortName(alert.placeName);
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
definePanel<AlertsConfig>({ ...spec, tag: "wall-alerts", title: { zh: "告警", en: "Alerts" }, example: { region: "44" } });
