import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { compass, windForce } from "../../model/numerals.ts";
import { QUALITY_TAG } from "../../model/quality.ts";
import type { Cell } from "../../model/sample.ts";
import type { StormNow } from "../../model/storm.ts";
import { gradeZh } from "../../model/storm-words.ts";
import { worstOf } from "../kit/card.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import "../kit/value.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { StormSource } from "./storm-source.ts";
import { panelStyle } from "./style.ts";
import { hoursMinutes, moment } from "./time-words.ts";
import { arrivals, decisive, isWithoutCircles, nearest, stormCell, type Arrival, type StormFact } from "./storm-view.ts";

export interface StormNowConfig {
  readonly region?: string;
}
const t = dictionary({
  台风实况与到达: "Storm now and arrival", 此情景没有台风记录: "no storm in this situation", "暂无定位，最近定位已过 6 小时": "no position: the last fix is over 6 h old",
  "{c}级风到 {p}": "force {c} reaches {p}", "（外推）": " (extrap.)", "{c}级风圈已覆盖": "inside force {c}", "48 小时内无县进入风圈（外推）": "no county reached within 48 h (extrap.)",
  该记录不含风圈半径: "this record states no radii", 最近定位未载风圈半径: "the last fix states no radii", "{c}级风圈内 {n} 县：{p}": "inside force {c}, {n} counties: {p}", 时: "h", 分: "min", 县: "counties", 等: " …", "约 {at} 到达": "about {at}", "10级 {at} {p}": "F10 {at} {p}", 最近: "nearest",
  "{name} {id} · 10分钟平均风": "{name} {id} · 10-min mean wind", 强度: "Grade", 风力: "Wind", 气压: "Pressure", 移动: "Motion", "7级圈": "F7", "10级": "F10", 位置: "Position",
});

/** Where the storm is, how strong, where it goes, and how long until its wind reaches the first county. */
@customElement("wall-storm-now")
export class StormNowPanel extends LitElement {
  static override styles = [
    panelStyle,
    css`
      .two { display: grid; grid-template-columns: minmax(0, 13.8em) minmax(0, 1fr); column-gap: calc(var(--u) * 1.4); height: 100%; }
      .lead { color: var(--w1); font-size: var(--type-body); margin: 0; padding-top: calc(var(--u) * 0.3); text-wrap: balance; }
      .hero { color: var(--w1); font-size: var(--type-hero); font-weight: 500; line-height: 1; padding: calc(var(--u) * 0.35) 0 calc(var(--u) * 0.35); white-space: nowrap; font-family: var(--face-num); text-autospace: no-autospace; }
      .hero small { font-size: 0.42em; font-weight: 500; }
      .under { color: var(--t2); line-height: 1.35; white-space: nowrap; }
      .under .in { color: var(--t1); }
      .under .w { color: var(--w1); }
      .row { grid-template-columns: 2.8em minmax(0, 1fr) auto; height: calc(var(--u) * 2.1); column-gap: calc(var(--u) * 0.5); align-items: baseline; }
      .row .big { font-size: calc(var(--u) * 1.6); font-weight: 500; white-space: nowrap; line-height: calc(var(--u) * 2); }
      .row .place, .row .right { line-height: calc(var(--u) * 2); }
      .row .boxed { line-height: 1; padding-block: 0; }
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
      told: [...s.cells("met.storm.arrival.r7", region, "county").cells.values()].some((c) => c.state !== "never"),
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
    return html`<wall-card heading=${t("台风实况与到达")} note=${record ? t("{name} {id} · 10分钟平均风", { name: record.nameZh, id: record.id.slice(2) }) : ""} status=${status} code=${code}
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
    if (isWithoutCircles(record!)) return html`<p class="lead">${t("最近定位未载风圈半径")}</p><div class="under">${this.nearestPlace()}</div>`;
    const next = decisive(r7, r10, now);
    const covered = inside?.value === 10 ? { circle: 10, all: r10 } : { circle: 7, all: r7 };
    const within = covered.all.filter((a) => a.at === null);
    if (!next && inside && within.length > 0)
      return html`<div class="lead">${t("{c}级风圈已覆盖", { c: covered.circle })}</div>
        <div class="hero takes">${this.number(inside, "met.storm.circle", html`${within.length}<small>${t("县")}</small>`)}</div>
        <div class="under"><span class="in">${this.some(within)}</span><br />${this.nearestPlace()}</div>`;
    if (!next) return html`<p class="lead">${this.places.value.told ? t("48 小时内无县进入风圈（外推）") : "··"}</p><div class="under">${this.nearestPlace()}</div>`;
    const left = hoursMinutes(next.to.at - now);
    const shown = html`${left.hours > 0 ? html`${left.hours}<small>${t("时")}</small>` : nothing}${String(left.minutes).padStart(left.hours > 0 ? 2 : 1, "0")}<small>${t("分")}</small>`;
    return html`<div class="lead">${t("{c}级风到 {p}", { c: next.circle, p: this.names.of(next.to.place) })}${t("（外推）")}</div>
      <div class="hero takes">${this.number({ ...next.to.cell, quality: "extrapolated" }, `met.storm.arrival.r${next.circle}`, shown)}</div>
      <div class="under">${t("约 {at} 到达", { at: moment(next.to.at, now) })}<br />${next.circle === 7 ? this.tenToo(now) : nothing}${within.length > 0 ? html`<span class="in">${t("{c}级风圈内 {n} 县：{p}", { c: covered.circle, n: within.length, p: this.some(within) })}</span><br />` : nothing}${this.nearestPlace()}</div>`;
  }
  /** 徐闻、雷州 or 徐闻等: the names without their city, as many as stand in half a line. */
  private some(inside: readonly Arrival[]): string {
    const names = inside.map((a) => this.names.of(a.place).split(" ").at(-1)!);
    return names.length > 2 ? `${names[0]!}${t("等")}` : names.join("、");
  }
  private tenToo(now: number) {
    const first = this.places.value.r10.find((a) => a.at !== null);
    return first ? html`<span class="w">${t("10级 {at} {p}", { at: moment(first.at!, now), p: this.names.of(first.place) })}</span><br />` : nothing;
  }
  private nearestPlace() {
    const { near } = this.places.value;
    if (!near) return nothing;
    const km = this.words.indicator("met.storm.distance");
    return html`${t("最近")} ${this.names.of(near.place)} <wall-value .cell=${near} .measured=${km} .shown=${`${Math.round(near.value!)} km`}></wall-value>`;
  }
  private number(cell: Cell, indicator: string, shown: unknown) {
    return html`<wall-value .cell=${cell} .measured=${this.words.indicator(indicator)} .shown=${shown}></wall-value>`;
  }

  /** JMA states a long and a short side; both are told. */
  private reach(radii: StormNow["r30"]) {
    const { measured, cell } = this.fact("r30");
    const shown = radii && radii.longKm !== radii.shortKm ? html`${radii.shortKm}—${radii.longKm}<span class="of"> km</span>` : undefined;
    return html`<wall-value .cell=${cell} .measured=${measured} .shown=${shown}></wall-value>`;
  }
  private rows() {
    const now = this.storm.record!.now!;
    const tag = QUALITY_TAG[now.quality][language()];
    const degrees = (name: "lat" | "lon") => {
      const { measured, cell } = this.fact(name);
      return html`<wall-value .cell=${cell} .measured=${measured} .shown=${`${Math.abs(cell.value ?? 0).toFixed(1)}${measured.unit}`}></wall-value>`;
    };
    return html`
      <div class="row"><span class="third">${t("强度")}</span><span class="big">${gradeZh(now.grade)}</span><span></span></div>
      <div class="row"><span class="third">${t("风力")}</span><span class="big num">${now.windMs === null ? "—" : html`${windForce(now.windMs)}<span class="of"> 级</span>`}</span><span class="right">${this.value("wind")}</span></div>
      <div class="row"><span class="third">${t("气压")}</span><span class="big">${this.value("pressure")}</span><span></span></div>
      <div class="row"><span class="third">${t("移动")}</span><span class="big">${now.heading === null ? "—" : compass(now.heading)}</span><span class="right">${this.value("speed")}</span></div>
      <div class="row"><span class="third">${t("7级圈")}</span><span class="big">${this.reach(now.r30)}</span><span class="right">${t("10级")} ${this.value("r50")}</span></div>
      <div class="row"><span class="third">${t("位置")}</span><span class="place">${degrees("lat")}　${degrees("lon")}</span><span class="right">${tag ? html`<span class="boxed expected">${tag}</span>` : nothing}</span></div>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-storm-now": StormNowPanel;
  }
}
definePanel<StormNowConfig>({ kind: "storm-now", tag: "wall-storm-now", title: { zh: "台风实况与到达", en: "Storm now and arrival" }, minU: [36, 15], example: { region: "44" } });
