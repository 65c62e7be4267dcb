import "../kit/card.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { WALLS } from "../../layouts/shelf.ts";
import { isOpenAlert } from "../../model/alert.ts";
import { displayOf } from "../../model/display.ts";
import { asOf } from "../../model/moments.ts";
import type { AlertRecord } from "../../model/records.ts";
import { isDefaultThreshold, type Rule } from "../../model/rule.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { valueText } from "../../model/wording.ts";
import { Act } from "../kit/act.ts";
import { checkedAt } from "../kit/checked-at.ts";
import { linkContext, sessionContext, situationContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { inBrackets, inWords, language, Speaks } from "../kit/language.ts";
import { levelShape } from "../kit/level-shape.ts";
import { Names } from "../kit/names.ts";
import type { IndicatorView } from "../kit/reads.ts";
import { Select } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import { WholeRows } from "../kit/whole-rows.ts";
import { rows } from "./look.ts";
import { alertWord, t } from "./words.ts";

/** Most rows that stand in the queue; the rest are counted. */
const MOST = 60;

/** What machines have found in a region and nobody has closed: hollow shapes, gravest and newest first. Fires `report` and `open`. */
@customElement("console-alerts")
export class AlertsElement extends LitElement {
  static override styles = [controls, rows, css`
    .acts { display: flex; gap: 12px; }
    .acts button { padding: 0 0.9em; }
    .found { white-space: nowrap; }
    .found { border: 1px solid var(--hair2); padding: 0 0.4em; font-size: var(--u); color: var(--t2); }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @property() region = "";
  @property({ attribute: false }) indicators: ReadonlyMap<string, IndicatorView> = new Map();
  /** They name the standard that an alert meets, in both languages. */
  @property({ attribute: false }) rules: readonly Rule[] = [];
  private readonly act = new Act(this);
  private readonly rows = new WholeRows(this);
  private readonly names = new Names(this);
  private readonly alerts = new Select(this, (s) => s.alerts(this.region));

  constructor() {
    super();
    new Speaks(this);
  }
  private get open(): AlertRecord[] {
    const at = (a: AlertRecord) => parseTime(a.raisedAt) ?? 0;
    const asks = (a: AlertRecord) => (a.state === "unacknowledged" ? 0 : a.state === "returned" ? 1 : 2);
    return [...this.alerts.value.records.values()].filter((a) => isOpenAlert(a.state)).sort((a, b) => asks(a) - asks(b) || a.severity - b.severity || at(b) - at(a));
  }
  override render() {
    const { status, code } = this.alerts.value;
    const open = this.open;
    const now = clockText(checkedAt(this.link, this.situation, this.alerts.value));
    return html`<wall-card .heading=${t("告警")} .note=${open.length > 0 ? String(open.length) : ""} .status=${status} .code=${code}
        .empty=${status === "ready" && open.length === 0 ? `${t("无未了告警")}${inBrackets(t("{at} 核", { at: now }))}` : ""}>
      <p role="alert" class=${this.act.failure ? "wrong" : "unseen"}>${this.act.failure}</p>
      <ul class="whole">${open.slice(0, MOST).map((a) => this.row(a))}</ul>
      <p class="below">${this.later(open.length)}</p>
    </wall-card>`;
  }
  /** What follows the rows that are seen; at the end of the list, what the list leaves out. */
  private later(all: number): string {
    const { below } = this.rows;
    const more = Math.max(0, all - MOST);
    if (below > 0) return t("↓ 其后还有 {n} 条", { n: below + more });
    return more > 0 ? t("列出最前 {most} 条，另 {n} 条", { most: MOST, n: more }) : "";
  }
  private row(a: AlertRecord) {
    const { rights } = this.session;
    const indicator = this.indicators.get(a.indicator);
    const glass = displayOf(a.indicator);
    const title = glass ? t("{wall} 显示屏 {n} 黑屏", { wall: inWords(WALLS.get(glass.wall)?.title ?? { zh: glass.wall, en: glass.wall }), n: glass.n }) : indicator ? inWords(indicator.title) : a.indicatorTitle;
    const byDefault = isDefaultThreshold({ source: a.source });
    const words = (value: number) => valueText(value, { ...indicator, decimals: a.decimals, unit: a.unit }, language());
    const standard = this.rules.find(({ id }) => id === a.rule)?.says;
    // The situation's time, as the wall tells it: in a drill the people's clock says nothing of when the wind comes.
    const at = parseTime(a.simAt);
    const mayAcknowledge = rights.includes("acknowledge") && (a.state === "unacknowledged" || a.state === "returned");
    return html`<li data-alert=${a.id} data-state=${a.state}>
      ${levelShape(a.severity, "hollow")}
      <div class="what">
        <p class="head"><strong>${language() === "en" ? this.names.of(a.place) : placeOf(a)}</strong> ${title} <span class="found">${t("研判")}</span>${byDefault ? html` <span class="found">${t("默认阈值")}</span>` : nothing}</p>
        <p class="second">${t("研判值 {v}，限值 {l}", { v: words(a.value), l: words(a.limit) })}${a.sourceDown ? html` · ✕ ${t("数据中断")}` : nothing} · ${alertWord(a.state)}${a.ackBy ? html` · ${t("{who} 已确认", { who: this.names.post(a.ackBy) })}` : nothing}</p>
        <p class="quiet">${byDefault ? t("默认阈值") : a.says ? t("{says}，系统研判，未发布", { says: standard ? inWords(standard) : a.says }) : html`${t("依据：")}<span lang="zh-CN">${a.source}</span>`}</p>
      </div>
      <span class="time">${at === null ? "" : asOf(at, this.link.simNow(this.situation), 0, language())}</span>
      <div class="acts">
        ${mayAcknowledge ? html`<button data-command="alert.acknowledge" ?disabled=${this.act.busy !== null} @click=${() => void this.act.do("alert.acknowledge", { alert: a.id })}>${t("确认")}</button>` : nothing}
        ${a.incident
          ? html`<button @click=${() => this.fire("open", a.incident!)}>${t("打开事件")}</button>`
          : rights.includes("report")
            ? html`<button data-opens="incident.report" @click=${() => this.fire("report", a)}>${t("转为事件")}</button>`
            : nothing}
      </div>
    </li>`;
  }
  private fire(kind: "open" | "report", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(kind, { detail, bubbles: true, composed: true }));
  }
}
/** 湛江市 雷州市 乌石镇: an area's own name is not said twice. */
const placeOf = ({ areaName, placeName }: AlertRecord): string => (areaName.split(" ").includes(placeName) ? areaName : `${areaName} ${placeName}`);
