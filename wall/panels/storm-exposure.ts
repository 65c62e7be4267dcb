import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { grouped } from "../../model/numerals.ts";
import { QUALITY_TAG } from "../../model/quality.ts";
import type { Cell } from "../../model/sample.ts";
import { DAY, HOUR } from "../../model/time.ts";
import { worstOf } from "../kit/card.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import "../kit/value.ts";
import { counted } from "./counted.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { Room } from "./room.ts";
import { StormSource } from "./storm-source.ts";
import { panelStyle } from "./style.ts";
import { moment } from "./time-words.ts";
import { arrivals, inside, inTurn, isWithoutCircles } from "./storm-view.ts";

export interface StormExposureConfig {
  readonly region?: string;
}
const t = dictionary({
  风圈内与到达次序: "Inside the wind, and who is next", "10分钟平均风": "10-min mean wind", "7级风圈内常住人口": "Residents inside force 7", 其中10级: "of them force 10",
  "2010 年普查": "census 2010", 县: "counties", 镇街: "towns", "7级": "F7", "10级": "F10", 市: "City", "7级到达": "force 7", "10级到达": "force 10",
  圈内: "inside", 外推: "extrap.", "48 小时内无市进入风圈（外推）": "no city reached within 48 h (extrap.)", 尚无推算: "not computed yet", 该记录不含风圈半径: "this record states no radii", 此情景没有台风记录: "no storm in this situation", "最近定位（{at}）未载风圈半径": "the last fix ({at}) states no radii", "此后 {n} 时": "next {n} h", "{n}／{m} 市": "{n} of {m}",
});

const COUNT_TITLE = { zh: "风圈内个数", en: "places inside" };

/** Who is inside a wind circle now, and in which order the cities follow. */
@customElement("wall-storm-exposure")
export class StormExposurePanel extends LitElement {
  static override styles = [
    panelStyle,
    css`
      .two { display: grid; grid-template-columns: minmax(0, 11.4em) minmax(0, 1fr); column-gap: calc(var(--u) * 1.6); }
      .big { font-size: calc(var(--u) * 2.5); font-weight: 500; line-height: 1.2; white-space: nowrap; text-autospace: no-autospace; }
      .big .tag, .line .tag { display: none; }
      .line { white-space: nowrap; line-height: 1.3; color: var(--t2); }
      .grid { display: grid; grid-template-columns: 2.3em auto auto; column-gap: 0.6em; justify-content: start; align-items: baseline; padding-top: calc(var(--u) * 0.4); line-height: 1.15; white-space: nowrap; }
      .caption .boxed { line-height: 1; padding-block: 0; }
      .grid .n { font-size: calc(var(--u) * 1.5); font-weight: 500; }
      .grid .n wall-value::part(none) { color: inherit; }
      .grid .of { font-size: var(--u); color: var(--t3); font-weight: 400; }
      .row { grid-template-columns: calc(var(--u) * 3.2) minmax(0, 1fr) calc(var(--u) * 5.6) calc(var(--u) * 5.6); column-gap: calc(var(--u) * 0.4); height: calc(var(--u) * 2.2); }
      .row > .far { overflow: visible; white-space: nowrap; }
      .head { height: calc(var(--u) * 1.4); font-size: var(--u); color: var(--t3); border-bottom: 0; }
      .track { position: relative; height: calc(var(--u) * 0.9); overflow: visible; }
      .track i { position: absolute; top: 50%; box-sizing: border-box; }
      .track .base { left: 0; right: 0; border-top: max(1px, calc(var(--u) / 24)) solid var(--hair); }
      .track .to { left: 0; border-top: calc(var(--u) * 0.13) dashed var(--w2); transform: translateY(-50%); }
      .track .at7, .track .at10 { width: calc(var(--u) * 0.62); height: calc(var(--u) * 0.62); border: calc(var(--u) * 0.13) solid var(--w1); border-radius: 50%; background: var(--bg); transform: translate(-50%, -50%); }
      .track .at10 { border-color: var(--w1); background: var(--w1); }
      .track .in { left: 0; width: calc(var(--u) * 0.62); border-top: calc(var(--u) * 0.5) solid var(--t1); transform: translateY(-50%); }
      .when { color: var(--w1); text-align: end; }
      .when.now { color: var(--t1); font-weight: 500; }
      /* Cut off, nothing of it looks as if it were of now. */
      .old .when, .old .strong, .old .expected { color: var(--t3); }
    `,
  ];
  @property({ attribute: false }) config: StormExposureConfig = {};

  private readonly storm = new StormSource(this);
  private readonly room = new Room(this);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);
  private readonly places = new Select(this, (s) => {
    const region = this.config.region ?? "44";
    const whole = (indicator: string) => s.cells(indicator, region, "province").cells.get(region);
    return {
      counties: s.cells("met.storm.circle", region, "county"),
      towns: s.cells("met.storm.circle", region, "town"),
      r7: arrivals(s.cells("met.storm.arrival.r7", region, "city").cells.values()),
      // That nothing comes is a statement; that nothing was said is not.
      told: [...s.cells("met.storm.arrival.r7", region, "city").cells.values()].some((c) => c.state !== "never"),
      r10: new Map(arrivals(s.cells("met.storm.arrival.r10", region, "city").cells.values()).map((a) => [a.place, a])),
      circle: whole("met.storm.circle"),
      exposed7: whole("met.storm.exposed.r7"),
      exposed10: whole("met.storm.exposed.r10"),
    };
  });

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const { counties, exposed7, r7 } = this.places.value;
    const worst = worstOf(exposed7 ? [exposed7] : []);
    const noRadii = this.storm.record?.hasRadii === false;
    return html`<wall-card heading=${t("风圈内与到达次序")} note=${t("10分钟平均风")} status=${counties.status} code=${counties.code}
        .observedAt=${exposed7 ? worst.observedAt : undefined} state=${worst.state} .coverage=${exposed7?.coverage} empty=${this.storm.status === "ready" && !this.storm.record ? t("此情景没有台风记录") : noRadii ? t("该记录不含风圈半径") : this.storm.record && isWithoutCircles(this.storm.record) ? t("最近定位（{at}）未载风圈半径", { at: moment(this.storm.record.fixes.at(-1)?.at ?? this.storm.record.at, this.storm.now) }) : ""}>
      <div class=${this.storm.live ? "two" : "two old"}><div>${this.people()}${this.counts()}</div><div class="rows">${r7.length > 0 ? this.ranking() : html`<p class="third">${t(this.places.value.told ? "48 小时内无市进入风圈（外推）" : "尚无推算")}</p>`}</div></div>
    </wall-card>`;
  }

  private people() {
    const { exposed7, exposed10 } = this.places.value;
    const tag = exposed7 ? QUALITY_TAG[exposed7.quality][language()] : "";
    const value = (cell: Cell | undefined, indicator: string) => html`<wall-value .cell=${cell} .measured=${this.words.indicator(indicator)} of="44"></wall-value>`;
    return html`<div class="line">${t("7级风圈内常住人口")}</div>
      <div class="big">${value(exposed7, "met.storm.exposed.r7")}</div>
      <div class="line">${t("其中10级")} ${value(exposed10, "met.storm.exposed.r10")}</div>
      <div class="caption">${t("2010 年普查")}${tag ? html` <span class="boxed expected">${tag}</span>` : nothing}</div>`;
  }
  private counts() {
    const { counties, towns } = this.places.value;
    const cell = (circle: 7 | 10, view: typeof counties, level: "county" | "town") => {
      const { count, have, of } = inside([...view.cells.values()].filter((c) => !this.names.isPassThrough(c.place)), circle);
      const of_ = { id: `met.storm.inside.r${circle}.${level}`, title: COUNT_TITLE, place: "44", value: count, observedAt: view.simAt || null, tick: view.tick, have, of, level };
      return html`<span class="n num">${have === 0 ? "—" : counted(of_, grouped(count, 0))}<span class="of">/${grouped(of, 0)}</span></span>`;
    };
    return html`<div class="grid"><span></span><span class="caption">${t("县")}</span><span class="caption">${t("镇街")}</span>
      <span class="second">${t("7级")}</span>${cell(7, counties, "county")}${cell(7, towns, "town")}
      <span class="second">${t("10级")}</span>${cell(10, counties, "county")}${cell(10, towns, "town")}</div>`;
  }
  private ranking() {
    const { r7, r10 } = this.places.value;
    const now = this.storm.now;
    const shown = inTurn(r7, r10).slice(0, this.room.rows(2.2, 4));
    const last = Math.max(6 * HOUR, ...shown.flatMap((a) => [a.at ?? now, r10.get(a.place)?.at ?? now])) - now;
    const span = Math.min(2 * DAY, Math.max(6 * HOUR, last));
    const part = (at: number) => `${Math.min(97, Math.max(2, ((at - now) / span) * 97))}%`;
    const when = (at: number | null | undefined) =>
      at === undefined ? html`<span class="third end">—</span>` : at === null ? html`<span class="when now">${t("圈内")}</span>` : html`<span class="when num">${moment(at, now)}</span>`;
    return html`<div class="row head"><span class="far">${shown.length < r7.length ? t("{n}／{m} 市", { n: shown.length, m: r7.length }) : t("市")}</span><span class="end">${t("此后 {n} 时", { n: Math.round(span / HOUR) })}</span><span class="end">${t("7级到达")}</span><span class="end">${t("10级到达")}</span></div>
      ${shown.map(({ place, at }) => {
        const ten = r10.get(place)?.at;
        const far = ten ?? at;
        return html`<div class="row"><span class="strong">${this.names.of(place)}</span>
          <span class="track"><i class="base"></i>${far ? html`<i class="to" .style=${`width:${part(far)}`}></i>` : nothing}${at === null ? html`<i class="in"></i>` : html`<i class="at7" .style=${`left:${part(at)}`}></i>`}${ten ? html`<i class="at10" .style=${`left:${part(ten)}`}></i>` : nothing}</span>
          ${when(at)}${when(ten)}</div>`;
      })}`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-storm-exposure": StormExposurePanel;
  }
}
definePanel<StormExposureConfig>({ kind: "storm-exposure", tag: "wall-storm-exposure", title: { zh: "风圈内与到达次序", en: "Inside the wind, and who is next" }, minU: [36, 15], example: { region: "44" } });
