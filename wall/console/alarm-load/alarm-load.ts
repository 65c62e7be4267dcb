import "../../kit/sheet.ts";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { GOALS, type AlarmLoad } from "../../../model/alarm-load.ts";
import { clockText, parseTime } from "../../../model/time.ts";
import { controls } from "../../kit/controls.ts";
import { Speaks } from "../../kit/language.ts";
import { Names } from "../../kit/names.ts";
import type { IndicatorView, TopicView } from "../../kit/reads.ts";
import { Select } from "../../kit/select.ts";
import { titleOf } from "../alert-row.ts";
import { alertWord } from "../words.ts";
import { dayPicture } from "./day.ts";
import { goalsOf, percentText, restPercent, type Goal } from "./goals.ts";
import { SAYS_WORD, t } from "./words.ts";

/** Ten minutes of a day. */
const TENS = 144;

/** How much is asked of the people of a region, over the last day, against what a person can take (governance f2). Comes anew every ten seconds. Fires `close`. */
@customElement("console-alarm-load")
export class AlarmLoadElement extends LitElement {
  static override styles = [controls, css`
    :host { display: contents; --target: 64px; }
    wall-sheet { inset: 88px auto auto 8px; max-height: calc(100vh - 96px); width: min(calc(61vw - 16px), 1240px); }
    .page { display: grid; gap: 14px; font-variant-numeric: tabular-nums; }
    .now { font-size: calc(var(--u) * 1.3); font-weight: 600; }
    h3 { font-size: var(--type-title); font-weight: 600; }
    svg.day { width: 100%; display: block; }
    .day .asked { fill: var(--t3); opacity: 0.5; }
    .day .told { fill: var(--t1); }
    .day .flood { fill: var(--t1); }
    .day .ground { stroke: var(--hair2); }
    .day .goal { stroke: var(--t3); stroke-dasharray: 3 5; }
    .day .limit { stroke: var(--t2); stroke-width: 1.5; }
    .day .scale { fill: var(--t2); font: 13px var(--face-num); }
    .two { display: grid; grid-template-columns: minmax(0, 7fr) minmax(0, 5fr); gap: 20px 32px; align-items: start; }
    table { border-collapse: collapse; width: 100%; font-size: max(var(--u), 0.9em); }
    td, th { text-align: start; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--hair); font-weight: 400; vertical-align: top; }
    th { color: var(--t3); font-size: var(--u); }
    td.n { text-align: end; white-space: nowrap; }
    td.met, td.what { white-space: nowrap; } td[data-met="false"] { font-weight: 600; }
    dl { display: flex; flex-wrap: wrap; gap: 4px 24px; } dt { color: var(--t3); font-size: var(--u); } dd { font-size: calc(var(--u) * 1.3); font-weight: 600; }
    .source { font-size: var(--u); line-height: 1.5; color: var(--t2); }
    @media (max-height: 1200px) { wall-sheet { inset-block-start: 72px; } .page { gap: 10px; } td, th { padding-block: 3px; } }
  `];
  @property() region = "";
  @property({ attribute: false }) indicators: ReadonlyMap<string, IndicatorView> = new Map();
  @property({ attribute: false }) topics: readonly Pick<TopicView, "id" | "title">[] = [];
  private readonly names = new Names(this);
  private readonly load = new Select(this, (s) => s.alarmLoad(this.region));

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const { status, records } = this.load.value;
    const load = status === "ready" ? records.get(this.region) : undefined;
    return html`<wall-sheet light .heading=${t("告警负荷 · {place}", { place: this.names.of(this.region) })} .note=${load ? t("{at} 统计，近 24 小时", { at: clockText(parseTime(load.at)!) }) : ""} @close=${() => this.dispatchEvent(new CustomEvent("close"))}>
      ${load ? this.page(load) : html`<p class="second">··</p>`}</wall-sheet>`;
  }
  private page(load: AlarmLoad) {
    const { now, asked, open } = load;
    const said = t("近 10 分钟提示席位 {told} 次，新起告警 {asked} 起：{says}", { told: now.told, asked: now.asked, says: SAYS_WORD(now.says) });
    return html`<div class="page" data-says=${now.says} data-asked=${asked} data-open=${open}>
      <p class="now" role="status">${said}</p>
      ${asked === 0 ? html`<p class="second" data-empty>${t("近 24 小时无新起告警，各项占比无从计算")}${open === 0 ? ` · ${t("现存 0 起")}` : nothing}</p>` : nothing}
      <section><h3>${t("每十分钟")}</h3>${dayPicture(load, said)}<p class="second source">${t("提示席位的次数（实）与新起告警（淡）；横线为 1、2、10 次")} · ${t("超出图的有数字")}</p></section>
      <dl>${(Object.keys(load.standing) as (keyof AlarmLoad["standing"])[]).map((state) => html`<div><dt>${alertWord(state)}</dt><dd data-standing=${state}>${load.standing[state]}</dd></div>`)}<div><dt>${t("抖动")}</dt><dd data-chattering>${load.chattering}</dd></div></dl>
      <div class="two">
        <table><tr><th></th><th>${t("实际")}</th><th>${t("目标")}</th><th></th></tr>${goalsOf(load).map((goal) => this.goal(goal, load))}</table>
        <div>${load.topTen.length === 0 ? nothing : html`<table><tr><th>${t("最吵的十处")}</th><th colspan="2">${t("合计占 {p}", { p: percentText(load.topTenPercent) })}</th></tr>
          ${load.topTen.map((source) => html`<tr><td>${this.names.of(source.place)} ${titleOf({ indicator: source.indicator, indicatorTitle: source.indicator, rule: "" }, this)}</td><td class="n">${t("{n} 起", { n: source.asked })}</td><td class="n">${percentText(source.percent)}</td></tr>`)}</table>`}</div>
      </div>
      <p class="source">${t("目标来源：EEMUA 191、ANSI/ISA-18.2、IEC 62682：每席每 10 分钟约 1 起可承受，2 起为能应付的上限，10 起即告警潮，降到 5 起以下为止；红、橙、其余约 5、15、80 %（超出一半即计未达到）；处于告警潮的时间低于 1 %；超过 24 小时的少于 5 起；最吵的十处合计低于 5 %（上限）。")} ${t("“提示”按组计一次，每席 10 分钟至多响 10 次，其余只列不响；“新起”逐条计。按现实时间统计。")}</p>
    </div>`;
  }
  private goal({ id, met }: Goal, load: AlarmLoad) {
    const told = { told: t("24 小时提示席位"), priority: t("级别构成"), flood: t("处于告警潮的时间"), older: t("超过 24 小时"), topTen: t("最吵的十处") }[id];
    const mix = (r: string, o: string, rest: string): string => t("红 {r} · 橙 {o} · 其余 {rest}", { r, o, rest });
    const is = {
      told: t("{n} 次", { n: load.told }), priority: mix(percentText(load.redPercent), percentText(load.orangePercent), percentText(restPercent(load))),
      flood: percentText(load.floodPercent), older: t("{n} 起", { n: load.olderThanDay }), topTen: t("占 {p}", { p: percentText(load.topTenPercent) }),
    }[id];
    const goal = {
      told: t("≤ {n} 次", { n: TENS * GOALS.perTenMin }), priority: `${t("约")} ${mix(`${GOALS.redPercent}%`, `${GOALS.orangePercent}%`, `${100 - GOALS.redPercent - GOALS.orangePercent}%`)}`,
      flood: t("低于 {p}", { p: `${GOALS.floodPercent}%` }), older: t("少于 {n} 起", { n: GOALS.olderThanDay }), topTen: t("低于 {p}", { p: `${GOALS.topTenPercent}%` }),
    }[id];
    return html`<tr data-goal=${id}><td class="what">${told}</td><td>${is}</td><td class="second">${goal}</td><td class="met" data-met=${String(met)}>${met === null ? t("无从判断") : met ? `✓ ${t("达到")}` : `✕ ${t("未达到")}`}</td></tr>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-alarm-load": AlarmLoadElement;
  }
}
