import "../kit/card.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { WALLS } from "../../layouts/shelf.ts";
import { displayOf } from "../../model/display.ts";
import { asOf } from "../../model/moments.ts";
import { FAULT_WORDS, faultOf, packOf } from "../../model/pack-fact.ts";
import { holdingBelow } from "../../model/holding-below.ts";
import type { AlertRecord } from "../../model/records.ts";
import { LEVELS, type RegionCode } from "../../model/region.ts";
import { isDefaultThreshold, type Rule } from "../../model/rule.ts";
import type { Clock } from "../../model/ports.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { Act } from "../kit/act.ts";
import { checkedAt } from "../kit/checked-at.ts";
import { clockContext, linkContext, sessionContext, situationContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { inBrackets, inWords, language, Speaks } from "../kit/language.ts";
import { levelShape } from "../kit/level-shape.ts";
import { Names } from "../kit/names.ts";
import type { IndicatorView, TopicView } from "../kit/reads.ts";
import { Select, type Reader } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import { WholeRows } from "../kit/whole-rows.ts";
import { inOrder } from "../../model/alert-order.ts";
import { foundThen } from "./alert-words.ts";
import { inTheirPlaces } from "./just-taken.ts";
import { isMoreAbove, regionsAbove } from "./alerts-above.ts";
import { rows } from "./look.ts";
import { alertWord, t, withinWord } from "./words.ts";

/** Rows that stand in the queue at first, once it was asked for more, and then: two touches reach the last of them. */
const LISTED = [60, 600, Infinity] as const;
/** An alert that was just acknowledged stays in its place for so long. */
const STAYS_MS = 10_000;
/** What lies between a county and the place is not named. */
const AS_FAR_AS = LEVELS.indexOf("county") + 1;
/** So few rows leave their room to the incidents below. */
const FEW = 3;

/**
 * What machines have found in a region and nobody has closed: hollow shapes, by need, gravity and code; after it, by
 * themselves, what the places above it stand at, for that holds here as well. Fires `report` and `open`.
 */
@customElement("console-alerts")
export class AlertsElement extends LitElement {
  static override styles = [controls, rows, css`
    .acts { display: flex; gap: 12px; }
    .acts button { padding: 0 0.9em; }
    .found { white-space: nowrap; border: 1px solid var(--hair2); padding: 0 0.4em; font-size: var(--u); color: var(--t2); }
    li[data-heading] { display: flex; gap: 0.6em; padding: 14px 0 6px; color: var(--t2); font-size: var(--type-title); }
    li[data-heading] strong { color: var(--t1); font-weight: 600; }
    li[data-above] { padding-inline-start: 16px; border-inline-start: 2px solid var(--hair2); }
    li.own { display: block; }
    /* Of hundreds those out of sight cost nothing; a page of them is laid out whole, for whoever reads it otherwise than by eye. */
    .many li[data-alert] { content-visibility: auto; contain-intrinsic-size: auto 5.5em; }
    li.own button { width: 100%; }
    li { padding-block: 8px; }
    .facts > span { display: inline-block; max-width: 100%; }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @consume({ context: clockContext }) private clock!: Clock;
  @property() region = "";
  @property({ attribute: false }) indicators: ReadonlyMap<string, IndicatorView> = new Map();
  /** They name the standard that an alert meets, in both languages. */
  @property({ attribute: false }) rules: readonly Rule[] = [];
  /** They name the pack whose code an alert speaks of. */
  @property({ attribute: false }) topics: readonly Pick<TopicView, "id" | "title">[] = [];
  /** How often more rows were asked for. */
  @state() private asked = 0;
  /** What this seat has just acknowledged, as it stood before. */
  private readonly taken = new Map<string, AlertRecord>();
  private readonly act = new Act(this);
  private readonly rows = new WholeRows(this);
  private readonly names = new Names(this);
  private readonly alerts = new Select(this, (s) => this.read(s));

  constructor() {
    super();
    new Speaks(this);
  }
  private read(s: Reader) {
    const own = s.alerts(this.region);
    const place = this.names.region(this.region);
    const above = (place ? regionsAbove(place, this.session.region) : []).map((region) => ({ region, alerts: s.alerts(region) }));
    // Until everything that holds here has come, nothing can be said to be absent.
    const awaited = [own, ...above.map(({ alerts }) => alerts)].find(({ status }) => status !== "ready");
    return {
      own, awaited, place,
      open: inOrder(own.records.values()),
      above: above.map(({ region, alerts }) => ({ region, open: inOrder(holdingBelow(alerts.records.values(), region)) })).filter(({ open }) => open.length > 0),
    };
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("region")) this.rows.toTop();
    const { open, above, awaited } = this.alerts.value;
    // For the page, which shares out the room.
    if (!awaited) this.toggleAttribute("few", open.length + above.reduce((n, each) => n + each.open.length, 0) <= FEW);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("region")) this.asked = 0;
  }
  override render() {
    const { own, above, awaited } = this.alerts.value;
    const open = inTheirPlaces(this.alerts.value.open, this.taken);
    const any = open.length > 0 || above.length > 0;
    const { status, code } = any ? own : (awaited ?? own);
    return html`<wall-card .heading=${t("告警")} .note=${open.length > 0 ? String(open.length) : ""} .status=${status} .code=${code} .empty=${status === "ready" && !any ? this.none : ""}>
      <p role="alert" class=${this.act.failure ? "wrong" : "unseen"}>${this.act.failure}</p>
      <ul class=${this.asked > 0 ? "whole many" : "whole"}>${open.length === 0 && above.length > 0 ? html`<li class="own second" data-heading>${t("{place}及以下另无告警", { place: this.names.of(this.region) })}${this.checked}</li>` : nothing}
        ${open.slice(0, this.listed).map((a) => this.row(a))}${open.length > this.listed ? html`<li class="own" data-heading><button data-opens="more" @click=${() => this.asked++}>${t("再列 {n} 条", { n: Math.min(open.length, LISTED[this.asked + 1]!) - this.listed })}</button></li>` : nothing}${above.map((each) => this.holding(each))}</ul>
      <p class="below">${this.later(open.length)}</p>
    </wall-card>`;
  }
  private get checked(): string {
    return inBrackets(t("{at} 核", { at: clockText(checkedAt(this.link, this.situation, this.alerts.value.own)) }));
  }
  /** That there is none, as far as this seat sees. */
  private get none(): string {
    const { place } = this.alerts.value;
    const blind = place !== undefined && isMoreAbove(place, this.session.region);
    return blind ? `${t("本辖区无未了告警")}${this.checked}${t("；上级区域的告警本席位看不到")}` : `${t("无未了告警")}${this.checked}`;
  }
  private holding({ region, open }: { readonly region: RegionCode; readonly open: readonly AlertRecord[] }) {
    const view = this.names.region(region);
    return html`<li data-heading=${region}>${view ? withinWord(view) : nothing} <strong>${this.names.of(region)}</strong> <span>${open.length}</span></li>
      ${open.map((a) => this.row(a, region))}`;
  }
  private get listed(): number {
    return LISTED[this.asked]!;
  }
  /** What follows the rows that are seen, listed or not. */
  private later(all: number): string {
    const follow = this.rows.below + Math.max(0, all - this.listed);
    return follow > 0 ? t("↓ 其后还有 {n} 条", { n: follow }) : "";
  }
  /** @param above the region that it holds for, where that is not the one looked at */
  private row(a: AlertRecord, above?: RegionCode) {
    const { rights } = this.session;
    const indicator = this.indicators.get(a.indicator);
    const glass = displayOf(a.indicator);
    const pack = packOf(a.indicator);
    const fault = pack === null ? undefined : faultOf(a);
    const title = fault ? `${inWords(this.topics.find(({ id }) => id === pack)?.title ?? { zh: pack!, en: pack! })} ${inWords(FAULT_WORDS[fault])}` : glass ? t("{wall} 显示屏 {n} 黑屏", { wall: inWords(WALLS.get(glass.wall)?.title ?? { zh: glass.wall, en: glass.wall }), n: glass.n }) : indicator ? inWords(indicator.title) : a.indicatorTitle;
    const byDefault = isDefaultThreshold({ source: a.source });
    const standard = this.rules.find(({ id }) => id === a.rule)?.says;
    // The situation's time, as the wall tells it: in a drill the people's clock says nothing of when the wind comes.
    const at = parseTime(a.simAt);
    const now = this.link.simNow(this.situation);
    const facts = [
      ...(fault === undefined ? [foundThen(a, indicator, now)] : fault === "flood" ? [] : [t("第 {n} 次停用", { n: a.value })]),
      ...(byDefault ? [t("默认阈值")] : []),
      ...(a.sourceDown ? [`✕ ${t("数据中断")}`] : []),
      a.state === "acknowledged" && a.ackBy ? t("{who} 已确认", { who: this.names.post(a.ackBy) }) : alertWord(a.state),
    ];
    const mayAcknowledge = rights.includes("acknowledge") && (a.state === "unacknowledged" || a.state === "returned");
    return html`<li data-alert=${a.id} data-state=${a.state} data-above=${above ?? nothing}>
      ${levelShape(a.severity, "hollow")}
      <div class="what">
        <p class="head"><strong>${language() === "en" ? this.pathOf(a) : placeOf(a)}</strong> ${title} <span class="found">${t("研判")}</span></p>
        <p class="second facts">${facts.map((each, i) => html`<span>${each}${i < facts.length - 1 ? " ·" : nothing}</span> `)}</p>
        ${byDefault ? nothing : html`<p class="quiet">${a.says ? t("{says}，系统研判，未发布", { says: standard ? inWords(standard) : a.says }) : html`${t("依据：")}<span lang="zh-CN">${a.source}</span>`}</p>`}
      </div>
      <span class="time">${at === null ? "" : asOf(at, now, 0, language())}</span>
      <div class="acts">
        ${mayAcknowledge ? html`<button data-command="alert.acknowledge" ?disabled=${this.act.busy !== null} @click=${() => void this.acknowledge(a)}>${t("确认")}</button>` : nothing}
        ${a.incident
          ? html`<button @click=${() => this.fire("open", a.incident!)}>${t("打开事件")}</button>`
          : rights.includes("report")
            ? html`<button data-opens="incident.report" @click=${() => this.fire("report", a)}>${t("转为事件")}</button>`
            : nothing}
      </div>
    </li>`;
  }
  private async acknowledge(a: AlertRecord): Promise<void> {
    this.taken.set(a.id, a);
    if (await this.act.do("alert.acknowledge", { alert: a.id }))
      this.clock.after(STAYS_MS, () => {
        this.taken.delete(a.id);
        this.requestUpdate();
      });
    else this.taken.delete(a.id);
  }
  /** Zhanjiang Leizhou City Wushi Town, from the city down as far as the reader sees; each name once. */
  private pathOf({ place, within }: AlertRecord): string {
    const above = within.slice(Math.max(1, within.indexOf(this.session.region)), AS_FAR_AS).filter((code) => code !== place);
    return [...new Set([...above, place].map((code) => this.names.of(code)))].join(" ");
  }
  private fire(kind: "open" | "report", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(kind, { detail, bubbles: true, composed: true }));
  }
}
/** 湛江市 雷州市 乌石镇: an area's own name is not said twice. */
const placeOf = ({ areaName, placeName }: AlertRecord): string => (areaName.split(" ").includes(placeName) ? areaName : `${areaName} ${placeName}`);
