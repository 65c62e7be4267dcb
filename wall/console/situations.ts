import "../kit/sheet.ts";
import "./drill-clock.ts";
import "./start-situation.ts";
import { consume } from "@lit/context";
import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Stop } from "../../model/ports.ts";
import { MOST_BESIDE_LIVE, type SituationInfo } from "../../model/situation.ts";
import { linkContext, situationContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { inWords, Speaks } from "../kit/language.ts";
import { Pulse } from "../kit/pulse.ts";
import { dayAndTime } from "../kit/situation-banner.ts";
import { barredWords, kindWord, t } from "./situation-words.ts";
import type { Steering } from "./steering.ts";

/** The menu of situations: which ones run, the clock of the one that the page shows, and the start of another. Fires `close`, `show`. */
@customElement("console-situations")
export class SituationsElement extends LitElement {
  static override styles = [controls, css`
    :host { display: contents; --target: 64px; }
    wall-sheet { inset: auto auto 8px 8px; width: calc(61vw - 16px); max-height: calc(100vh - 104px); }
    .sheet { display: grid; gap: 16px; }
    .starting { grid-template-rows: auto minmax(0, 1fr); height: calc(100vh - 230px); }
    .worlds { display: flex; flex-wrap: wrap; gap: 10px; }
    .worlds button { display: inline-grid; justify-items: start; align-content: center; line-height: 1.3; padding: 4px 16px; }
    .worlds small { font-size: var(--u); font-weight: 400; font-variant-numeric: tabular-nums; }
    .worlds .other small { color: var(--w1); }
    .clock { border-top: 1px solid var(--hair); padding-top: 16px; }
    [slot="act"] { min-height: 56px; white-space: nowrap; }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  /** Whether this seat may set clocks, as the server will judge it. */
  @property() steering: Steering = "not_root";
  @state() private starting = false;
  private stops: Stop[] = [];

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
  }
  protected override firstUpdated(): void {
    this.stops = [this.link.onSituations(() => this.requestUpdate()), this.link.onState(() => this.requestUpdate())];
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
  }
  private show(id: string): void {
    this.dispatchEvent(new CustomEvent("show", { detail: id }));
  }

  override render() {
    const { situations, state: link } = this.link;
    const here = situations.find(({ id }) => id === this.situation);
    const barred = link === "live" ? barredWords(this.steering) : t("与平台断开，控制停用");
    const beside = situations.filter(({ kind }) => kind !== "live");
    return html`<wall-sheet .heading=${t("态势")} .note=${t("实况之外 {n} 个，最多 {most} 个", { n: beside.length, most: MOST_BESIDE_LIVE })} @close=${() => this.dispatchEvent(new CustomEvent("close"))}>
      <button slot="act" data-opens="situation.start" aria-expanded=${String(this.starting)} @click=${() => (this.starting = !this.starting)}>${this.starting ? `‹ ${t("返回时钟")}` : t("另开演练或回放")}</button>
      <div class=${this.starting ? "sheet starting" : "sheet"}>
        <div class="worlds" role="group" aria-label=${t("正在运行")}>${situations.map((each) => this.world(each))}</div>
        ${this.starting
          ? html`<console-start .playing=${beside.map(({ feed }) => feed)} .beside=${beside.length} .barred=${barred} @started=${(e: CustomEvent<string>) => this.show(e.detail)}></console-start>`
          : html`<section class="clock">${this.clock(here, barred)}</section>`}
      </div>
    </wall-sheet>`;
  }
  private world({ id, kind, title, clock }: SituationInfo) {
    const here = id === this.situation;
    const pace = kind === "live" ? t("按现实时间运行") : `${dayAndTime(this.link.simNow(id))} · ${clock.paused ? t("已暂停") : t("{n} 倍速", { n: clock.speed })}`;
    return html`<button data-situation=${id} class=${here || kind === "live" ? "" : "other"} aria-pressed=${String(here)} @click=${() => here || this.show(id)}>${kind === "live" ? inWords(title) : `${kindWord(kind)} · ${inWords(title)}`}<small>${here ? t("本页") : pace}</small></button>`;
  }
  private clock(here: SituationInfo | undefined, barred: string) {
    if (!here) return html`<p class="second">✕ ${t("此态势已停止")}</p>`;
    if (!here.span) return html`<p class="second">${t("实况按现实时间运行，没有可调的钟")}</p>`;
    return html`<console-clock .info=${here} .barred=${barred} @stopped=${() => this.show("live")}></console-clock>`;
  }
}
