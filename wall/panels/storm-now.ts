import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { compass, windForce } from "../../model/numerals.ts";
import type { Cell } from "../../model/sample.ts";
import { gradeZh } from "../../model/storm-words.ts";
import { worstOf } from "../kit/card.ts";
import { dictionary, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import "../kit/value.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { StormSource } from "./storm-source.ts";
import { panelStyle } from "./style.ts";
import { hoursMinutes, moment } from "./time-words.ts";
import { arrivals, nearest, stormCell, type StormFact } from "./storm-view.ts";

export interface StormNowConfig {
  readonly region?: string;
}
const t = dictionary({
  台风实况与到达: "Storm now and arrival", "此情景没有台风记录": "no storm in this situation", "暂无定位，最近定位已过 6 小时": "no position: the last fix is over 6 h old",
  "{c}级风圈到达 {p}": "force {c} reaches {p}", "（外推）": " (extrap.)", "{c}级风圈已覆盖": "inside force {c}", "48 小时内无县进入风圈（外推）": "no county reached within 48 h (extrap.)",
  "该记录不含风圈半径": "this record states no radii", 时: "h", 分: "min", "约 {at} 到达": "about {at}", "按近 12 时移速移向匀速外推": "constant motion of the last 12 h",
  中心: "Centre", 中心风力: "Wind", 中心气压: "Pressure", 移动: "Motion", 风圈半径: "Radii", 最近县: "Nearest", 级: "", "另 10级 {d}": "force 10 {d}",
  "7级": "F7", "10级": "F10", "10分钟平均": "10-min mean", "近 12 时": "last 12 h", 定位: "fix",
});

/** Where the storm is, how strong, where it goes, and how long until its wind reaches the first county. */
@customElement("wall-storm-now")
export class StormNowPanel extends LitElement {
  static override styles = [
    panelStyle,
    css`
      .two { display: grid; grid-template-columns: minmax(0, 15.2em) minmax(0, 1fr); column-gap: calc(var(--u) * 1.6); height: 100%; }
      .lead { color: var(--w1); font-size: var(--type-body); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; padding-top: calc(var(--u) * 0.3); }
      .hero { color: var(--w1); font-size: var(--type-hero); font-weight: 500; line-height: 1; padding: calc(var(--u) * 0.5) 0 calc(var(--u) * 0.7); white-space: nowrap; font-family: var(--face-num); }
      .hero small { font-size: 0.42em; font-weight: 500; }
      .under { color: var(--t2); line-height: 1.45; white-space: nowrap; }
      .under .w { color: var(--w1); }
      .row { grid-template-columns: 4.3em minmax(0, 1fr) auto; height: calc(var(--u) * 2.16); column-gap: calc(var(--u) * 0.4); align-items: baseline; }
      .row .big { font-size: calc(var(--u) * 1.7); font-weight: 500; white-space: nowrap; line-height: calc(var(--u) * 2.1); }
      .row .big .of { font-size: 0.58em; color: var(--t2); font-weight: 400; }
      .row .right { color: var(--t2); }
    `,
  ];
  @property({ attribute: false }) config: StormNowConfig = {};

  private readonly storm = new StormSource(this);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);
  private readonly places = new Select(this, (s) => {
    const region = this.config.region ?? "44";
    return {
      r7: arrivals(s.cells("met.storm.arrival.r7", region, "county").cells.values()),
      r10: arrivals(s.cells("met.storm.arrival.r10", region, "county").cells.values()),
      circle: s.cells("met.storm.circle", region, "province").cells.get(region),
      near: nearest(s.cells("met.storm.distance", region, "county").cells.values()),
    };
  });

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const { record, status, code } = this.storm;
    const facts = record ? [this.fact("wind"), this.fact("lat")] : [];
    const worst = worstOf(facts.map((f) => f.cell));
    const empty = !record ? t("此情景没有台风记录") : record.now === null ? t("暂无定位，最近定位已过 6 小时") : "";
    return html`<wall-card heading=${t("台风实况与到达")} note=${record ? `${record.nameZh} ${record.id.slice(2)}` : ""} status=${status} code=${code}
        .observedAt=${record ? (record.fixes.at(-1)?.at ?? null) : undefined} state=${worst.state} empty=${status === "ready" ? empty : ""}>
      ${record?.now ? html`<div class="two"><div>${this.countdown()}</div><div class="rows">${this.rows()}</div></div>` : nothing}
    </wall-card>`;
  }

  private fact(name: StormFact) {
    return stormCell(this.storm.record!, name, this.storm.now, this.storm.live, this.storm.tick);
  }
  private value(name: StormFact) {
    const { measured, cell } = this.fact(name);
    return html`<wall-value .cell=${cell} .measured=${measured}></wall-value>`;
  }

  private countdown() {
    const { record, now } = this.storm;
    if (!record!.hasRadii) return html`<p class="lead">${t("该记录不含风圈半径")}</p>`;
    const { r7, r10, circle: inside } = this.places.value;
    const next = r7.length > 0 && r7[0]!.at !== null ? { circle: 7 as const, to: r7[0]! } : { circle: 10 as const, to: r10[0] };
    if (inside && (inside.value ?? 0) > 0 && (next.to === undefined || next.to.at === null)) {
      const [covered, list] = inside.value === 10 ? [10, r10] : [7, r7];
      return html`<div class="lead">${t("{c}级风圈已覆盖", { c: covered })}</div>
        <div class="hero takes">${this.number(inside, "met.storm.circle", html`${covered}<small>级</small>`)}</div>
        <div class="under">${list.filter((a) => a.at === null).slice(0, 4).map((a) => this.names.of(a.place)).join("、")}</div>`;
    }
    if (!next.to || next.to.at === null) return html`<p class="lead">${t("48 小时内无县进入风圈（外推）")}</p>`;
    const left = hoursMinutes(next.to.at - now);
    const shown = html`${left.hours > 0 ? html`${left.hours}<small>${t("时")}</small>` : nothing}${String(left.minutes).padStart(left.hours > 0 ? 2 : 1, "0")}<small>${t("分")}</small>`;
    return html`<div class="lead">${t("{c}级风圈到达 {p}", { c: next.circle, p: this.names.of(next.to.place) })}${t("（外推）")}</div>
      <div class="hero takes">${this.number({ ...next.to.cell, quality: "extrapolated" }, `met.storm.arrival.r${next.circle}`, shown)}</div>
      <div class="under">${t("约 {at} 到达", { at: moment(next.to.at, now) })}${next.circle === 7 ? this.tenToo(now) : nothing}<br />${t("按近 12 时移速移向匀速外推")}</div>`;
  }
  private tenToo(now: number) {
    const first = this.places.value.r10.find((a) => a.at !== null);
    return first ? html`　<span class="w">10级 ${moment(first.at!, now)} ${this.names.of(first.place)}</span>` : nothing;
  }
  private number(cell: Cell, indicator: string, shown: unknown) {
    return html`<wall-value .cell=${cell} .measured=${this.words.indicator(indicator)} .shown=${shown}></wall-value>`;
  }

  private rows() {
    const now = this.storm.record!.now!;
    const near = this.places.value.near;
    const km = this.words.indicator("met.storm.distance");
    const radius = (name: "r30" | "r50") => this.value(name);
    return html`
      <div class="row"><span class="third">${t("中心")}</span><span class="big">${gradeZh(now.grade)}</span><span class="right">${this.value("lat")} ${this.value("lon")}</span></div>
      <div class="row"><span class="third">${t("中心风力")}</span><span class="big num">${now.windMs === null ? "—" : html`${windForce(now.windMs)}<span class="of"> 级</span>`}</span><span class="right">${this.value("wind")} <span class="caption">${t("10分钟平均")}</span></span></div>
      <div class="row"><span class="third">${t("中心气压")}</span><span class="big">${this.value("pressure")}</span><span class="right"></span></div>
      <div class="row"><span class="third">${t("移动")}</span><span class="big">${now.heading === null ? "—" : compass(now.heading)}</span><span class="right"><span class="caption">${t("近 12 时")}</span> ${this.value("speed")}</span></div>
      <div class="row"><span class="third">${t("风圈半径")}</span><span class="big"><span class="of">${t("10级")}</span> ${radius("r50")}</span><span class="right">${t("7级")} ${radius("r30")}</span></div>
      ${near ? html`<div class="row"><span class="third">${t("最近县")}</span><span class="big"><wall-value .cell=${near} .measured=${km}></wall-value></span><span class="right">${this.names.of(near.place)}</span></div>` : nothing}`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-storm-now": StormNowPanel;
  }
}
definePanel<StormNowConfig>({ kind: "storm-now", tag: "wall-storm-now", title: { zh: "台风实况与到达", en: "Storm now and arrival" }, minU: [36, 15], example: { region: "44" } });
