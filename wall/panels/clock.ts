import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { clockText } from "../../model/time.ts";
import { dateText } from "../../model/moments.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Here } from "./here.ts";
import { Room } from "./room.ts";
import { panelStyle } from "./style.ts";
import { dateParts, secondsText } from "./time-words.ts";

export type ClockConfig = Readonly<Record<string, never>>;
const t = dictionary({ 演练: "DRILL", 回放: "REPLAY", "现实时间 {at}": "real time {at}", 已暂停: "paused", "{n} 倍速": "{n}×", 北京时间: "Beijing time", 演示系统: "demonstration" });

/** The situation's clock; in a drill or replay in wisteria, with the real time small beside it. */
@customElement("wall-clock")
export class ClockPanel extends LitElement {
  static override styles = [
    panelStyle,
    css`
      .line { display: flex; justify-content: flex-end; align-items: center; gap: calc(var(--u) * 1.1); height: calc(var(--u) * 5); padding-top: calc(var(--u) * 0.2); box-sizing: border-box; white-space: nowrap; }
      .words { text-align: end; line-height: 1.45; }
      .time { font-family: var(--face-num); font-size: var(--type-clock); font-weight: 500; line-height: 1; }
      .time small { font-size: 0.42em; color: var(--t3); font-weight: 400; margin-inline-start: 0.25em; }
      .not-actual .time, .not-actual .date { color: var(--w1); }
      .cut .time { color: var(--t3); }
    `,
  ];
  @property({ attribute: false }) config: ClockConfig = {};
  private readonly here = new Here(this, 250);
  private readonly room = new Room(this);

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const { simNow, serverNow, isLive, info, linked } = this.here;
    const { date, weekday } = dateParts(simNow);
    const kind = info?.kind === "replay" ? t("回放") : t("演练");
    const pace = info?.clock.paused ? t("已暂停") : info ? t("{n} 倍速", { n: info.clock.speed }) : "";
    // At 60 times people's speed seconds are a blur that says nothing.
    const seconds = isLive || (info?.clock.speed ?? 60) <= 10;
    return html`<div class="line ${isLive ? "" : "not-actual"} ${linked ? "" : "cut"}">
      ${this.room.widthU < 34 ? nothing : isLive ? html`<span class="boxed">${t("演示系统")}</span>` : html`<span class="boxed expected">${kind}　${pace}</span>`}
      <div class="words"><div class="date">${language() === "en" ? dateText(simNow, "en") : html`${date}　${weekday}`}</div>
        <div class="third">${isLive ? (this.room.widthU < 34 ? t("演示系统") : t("北京时间")) : t("现实时间 {at}", { at: `${clockText(serverNow)}:${secondsText(serverNow)}` })}</div></div>
      <div class="time">${clockText(simNow)}${seconds ? html`<small>${secondsText(simNow)}</small>` : nothing}</div>
    </div>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-clock": ClockPanel;
  }
}
definePanel<ClockConfig>({ kind: "clock", tag: "wall-clock", title: { zh: "时钟", en: "Clock" }, minU: [26, 4.6], example: {} });
