import "../kit/consequence-sheet.ts";
import "../kit/slide.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { isOpenAlert } from "../../model/alert.ts";
import { dayText } from "../../model/moments.ts";
import type { SituationInfo } from "../../model/situation.ts";
import { DAY, HOUR, MINUTE, clockText, formatTime } from "../../model/time.ts";
import { Act } from "../kit/act.ts";
import { linkContext, sessionContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { language, Speaks } from "../kit/language.ts";
import { Pulse } from "../kit/pulse.ts";
import { Select } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import { dayAndTime } from "../kit/situation-banner.ts";
import type { SlideElement } from "../kit/slide.ts";
import type { Stop } from "../../model/ports.ts";
import { ofStopping } from "./consequences.ts";
import { stepOf, timeMarks } from "./time-marks.ts";
import { speedButtons, speedIn, speedLook } from "./speeds.ts";
import { t } from "./situation-words.ts";

const MOST_MARKS = 9;

/** The clock of a drill or replay, to be set by hand (回放条): pause, time, speed, stop. Fires `stopped`. */
@customElement("console-clock")
export class DrillClockElement extends LitElement {
  static override styles = [controls, speedLook, css`
    :host { display: grid; gap: 16px; font-size: var(--type-body); --target: 64px; --thumb: 28px; }
    .now { display: grid; line-height: 1.25; }
    .way > button.primary { min-width: 132px; font-size: calc(var(--u) * 1.25); font-weight: 600; }
    .time { font-family: var(--face-num); font-size: calc(var(--u) * 1.9); font-weight: 500; color: var(--w1); font-variant-numeric: tabular-nums; white-space: nowrap; }
    .way { display: grid; grid-template-columns: auto auto auto minmax(0, 1fr) auto; gap: 0 14px; align-items: start; }
    .way button { white-space: nowrap; padding: 0 0.9em; }
    input[type="range"] { appearance: none; width: 100%; height: 64px; margin: 0; padding: 0; border: 0; background: none; cursor: pointer; touch-action: none; }
    input[type="range"]::-webkit-slider-runnable-track { height: 10px; background: linear-gradient(90deg, var(--w2) var(--share), var(--band) var(--share)); }
    input[type="range"]::-webkit-slider-thumb { appearance: none; width: var(--thumb); height: 56px; margin-top: -23px; background: var(--w1); border: 0; border-radius: 6px; }
    input:disabled { opacity: 0.45; cursor: default; }
    .marks { position: relative; height: calc(var(--u) * 1.8); margin: 0 calc(var(--thumb) / 2); }
    .marks li { position: absolute; top: 0; font-size: var(--u); color: var(--t2); transform: translateX(-50%); white-space: nowrap; font-variant-numeric: tabular-nums; }
    .marks li::before { content: ""; display: block; width: 1px; height: 8px; background: var(--hair2); margin: -4px auto 2px; }
    .acts { display: flex; flex-wrap: wrap; align-items: end; gap: 12px 20px; }
    form { display: flex; gap: 10px; align-items: end; }
    form label { white-space: nowrap; }
    form input { width: 8em; font-variant-numeric: tabular-nums; }
    wall-consequence { grid-template-columns: minmax(0, 1fr) minmax(300px, 460px); align-items: center; border-top: 1px solid var(--hair); padding-top: 12px; gap: 20px; }
    wall-slide { --slide-height: 64px; --slide-type: calc(var(--u) * 1.25); }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @property({ attribute: false }) info!: SituationInfo;
  /** Why nothing can be set; empty when it can. */
  @property() barred = "";
  /** Where the hand holds the clock, until the server's clock stands there. */
  @state() private held: number | null = null;
  @state() private complaint = "";
  private wanted: number | null = null;
  private readonly act = new Act(this);
  private readonly seeking = new Act(this);
  private stop: Stop | undefined;
  /** What would end with the situation. */
  private readonly open = new Select(this, (s) => ({ alerts: s.alerts(this.session.region).records, incidents: s.incidents(this.session.region).records }));

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this, 500);
  }
  protected override firstUpdated(): void {
    // The server has spoken of its clocks: what it says stands, unless a hand is still at it.
    this.stop = this.link.onSituations(() => {
      if (this.wanted === null && !this.dragging) this.held = null;
      this.requestUpdate();
    });
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }
  private dragging = false;

  private async seek(to: number): Promise<void> {
    const { span, id } = this.info;
    if (!span) return;
    this.dragging = false;
    this.held = this.wanted = Math.min(span.to, Math.max(span.from, Math.round(to)));
    // Only the last place that was wanted counts; what was asked for on the way is skipped.
    if (this.seeking.busy) return;
    for (let asked: number | null = null; this.wanted !== null && this.wanted !== asked; ) {
      asked = this.wanted;
      if (!(await this.seeking.do("situation.seek", { situation: id, to: formatTime(asked) }))) {
        this.held = null;
        break;
      }
    }
    this.wanted = null;
  }
  private setSpeed(text: string): void {
    const speed = speedIn(text);
    this.complaint = speed === null ? t("倍速须是 1 到 3600 的数") : "";
    if (speed !== null) void this.act.do("situation.speed", { situation: this.info.id, speed });
  }
  private async end(slide: SlideElement): Promise<void> {
    const { id } = this.info;
    const answer = await this.act.do("situation.stop", { situation: id });
    slide.arm();
    if (answer) this.dispatchEvent(new CustomEvent("stopped", { detail: id, bubbles: true, composed: true }));
  }

  override render() {
    const { info, barred } = this;
    const { span, clock, id } = info;
    if (!span) return nothing;
    const now = Math.min(span.to, Math.max(span.from, this.held ?? this.link.simNow(id)));
    const share = (at: number) => `${((100 * (at - span.from)) / (span.to - span.from)).toFixed(2)}%`;
    const ended = clock.paused && now >= span.to;
    const kind = clock.paused && !ended ? "situation.resume" : "situation.pause";
    const wrong = this.complaint || this.act.failure || this.seeking.failure;
    const off = barred !== "";
    const step = stepOf(span);
    const word = step >= DAY ? t("1 天") : step >= HOUR ? t("1 时") : t("10 分");
    return html`${barred ? html`<p class="second" role="status">${barred}</p>` : nothing}
      <div class="way">
        <button class="primary" data-command=${kind} ?disabled=${off || ended} @click=${() => void this.act.do(kind, { situation: id })}>${kind === "situation.pause" ? html`❚❚ ${t("暂停")}` : html`▶ ${t("继续")}`}</button>
        <div class="now"><span class="time" data-sim-at=${formatTime(now)}>${dayAndTime(now)}</span>
        <span class="second" role="status">${this.held !== null ? t("将跳到此刻") : ended ? t("已放到头") : clock.paused ? t("已暂停") : t("{n} 倍速", { n: clock.speed })}</span></div>
        <button data-command="situation.seek" data-repeats data-step=${-step} ?disabled=${off} @click=${() => void this.seek(now - step)}>‹ ${t("后退 {d}", { d: word })}</button>
        <div><input type="range" data-command="situation.seek" aria-label=${t("时刻")} aria-valuetext=${dayAndTime(now)} min=${span.from} max=${span.to} step=${MINUTE} .style=${`--share: ${share(now)}`} ?disabled=${off} .value=${live(String(now))}
            @input=${(e: Event) => {
              this.dragging = true;
              this.held = Number((e.target as HTMLInputElement).value);
            }} @change=${(e: Event) => void this.seek(Number((e.target as HTMLInputElement).value))} />
          <ol class="marks" aria-hidden="true">${timeMarks(span, MOST_MARKS).map((at) => html`<li .style=${`left: ${share(at)}`}>${clockText(at) === "00:00" ? dayText(at, language()) : clockText(at)}</li>`)}</ol></div>
        <button data-command="situation.seek" data-repeats data-step=${step} ?disabled=${off} @click=${() => void this.seek(now + step)}>${t("前进 {d}", { d: word })} ›</button>
      </div>
      <div class="acts">${speedButtons(t("倍速"), clock.speed, off, (speed) => this.setSpeed(String(speed)), "situation.speed")}
        <form novalidate @submit=${(e: Event) => {
          e.preventDefault();
          this.setSpeed((e.target as HTMLFormElement).querySelector("input")!.value);
        }}><label>${t("其他倍速（1–3600）")}<input name="speed" inputmode="decimal" autocomplete="off" ?disabled=${off} /></label><button data-command="situation.speed" ?disabled=${off}>${t("改为此速")}</button></form></div>
      <wall-consequence .of=${ofStopping(info, [...this.open.value.alerts.values()].filter(({ state }) => isOpenAlert(state)).length, this.open.value.incidents.values())}>
        <wall-slide data-command="situation.stop" .words=${info.kind === "replay" ? t("滑到底停止回放") : t("滑到底停止演练")} ?disabled=${off || this.act.busy !== null} @slide=${(e: Event) => void this.end(e.currentTarget as SlideElement)}></wall-slide></wall-consequence>
      <p role="alert" class=${wrong ? "wrong" : "unseen"}>${wrong}</p>`;
  }
}
