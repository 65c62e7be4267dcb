import "../kit/link-notice.ts";
import "../kit/situation-banner.ts";
import "./task-screen.ts";
import "./upward.ts";
import "./waiting.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { TaskRecord } from "../../model/records.ts";
import { isTaskDone } from "../../model/task.ts";
import { clockText } from "../../model/time.ts";
import { isOutdated } from "../kit/build.ts";
import type { Clock } from "../../model/ports.ts";
import { clockContext, linkContext, queueContext, sessionContext, situationContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { jitter } from "../kit/ids.ts";
import { inBrackets, language, speak, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import { mayAskPosition, whereAmI } from "../kit/picture.ts";
import { Pulse } from "../kit/pulse.ts";
import type { Queue } from "../kit/queue.ts";
import { Select } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import * as aside from "./aside-words.ts";
import { Deliveries } from "./deliveries.ts";
import { look } from "./look.ts";
import { phrases } from "./phrases.ts";
import { postPosition } from "./post-position.ts";
import { Whereabouts } from "./whereabouts.ts";
import { urgedWord } from "./urged.ts";
import { t, taskWord } from "./words.ts";

/** The phone of a unit or a village: its own orders, one question at a time, and reports upward. */
@customElement("wall-field")
export class FieldPage extends LitElement {
  static override styles = [
    controls,
    look,
    css`
      :host { display: grid; grid-template-rows: auto auto 1fr; min-height: 100dvh; max-width: 560px; margin: 0 auto; background: var(--bg); color: var(--t1); font-family: var(--face-sans); }
      header { display: grid; gap: 8px; padding: 8px 20px; border-bottom: 1px solid var(--hair); }
      /* That it is no live order is never out of sight. */
      .world { position: sticky; top: 0; z-index: 2; display: grid; background: var(--bg); padding: 8px 20px; border-bottom: 1px solid var(--hair); }
      .world:empty { display: none; }
      .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 8px; }
      .bar .cut { order: 1; flex-basis: 100%; white-space: normal; }
      .time { font-weight: 600; font-family: var(--face-num); }
      .bar button { min-height: 48px; padding: 0 10px; margin-inline-start: auto; border-radius: 8px; }
      .bar button.light { margin-inline-start: auto; }
      .bar button.light + button { margin-inline-start: 0; }
      .where { display: flex; justify-content: space-between; align-items: center; gap: 12px; font-size: 16px; line-height: 1.35; color: var(--t2); font-variant-numeric: tabular-nums; }
      .where button { min-height: 48px; padding: 0 14px; border-radius: 8px; color: var(--t1); }
      header, main { min-width: 0; }
      main { padding: 8px 20px 0; display: grid; grid-template: auto 1fr / minmax(0, 1fr); gap: 8px; }
      main > nav { margin: 8px 0; }
      main > .back { justify-self: start; min-height: 48px; padding: 0 12px 0 0; border: 0; color: var(--t2); }
      nav { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
      .list { display: grid; align-content: start; gap: 12px; }
      .list button { width: 100%; min-height: 104px; padding: 14px 18px; display: grid; grid-template-columns: 1fr auto; gap: 4px 12px; text-align: start; font-weight: 400; }
      .list .what { font-size: 20px; font-weight: 600; grid-column: 1 / -1; word-break: keep-all; overflow-wrap: anywhere; }
      .done button { min-height: 64px; color: var(--t3); }
      h2 { font-size: 20px; font-weight: 600; }
      wall-link-notice { --u: 16px; }
      wall-situation { --type-body: 15px; }
    `,
  ];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @consume({ context: queueContext }) private queue?: Queue;
  @consume({ context: clockContext }) private clock?: Clock;
  @state() private view: "tasks" | "upward" = "tasks";
  @state() private open: string | null = null;
  private readonly names = new Names(this);
  private readonly tasks = new Select(this, (s) => s.tasks(this.session.region));
  private readonly incidents = new Select(this, (s) => s.incidents(this.session.region));

  private readonly where = new Whereabouts(this, () => {
    const { unit } = this.session;
    if (!unit || !this.clock || !this.takes) return null;
    return {
      clock: this.clock, serverNow: () => this.link.serverNow(), mayAsk: mayAskPosition, find: whereAmI,
      isVisible: () => document.visibilityState === "visible",
      post: (point, observedAt) => postPosition(unit, this.situation, point, observedAt),
    };
  });

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
    new Deliveries(this, () => ({ queue: this.queue, clock: this.clock, situation: this.situation, orders: this.takes ? this.mine : [], open: document.visibilityState === "visible" ? this.open : null }), jitter);
    this.addEventListener("receipt", () => void this.where.tell());
  }
  protected override firstUpdated(): void {
    if (!this.session.unit) this.view = "upward";
  }
  /** An order is read from its beginning, wherever the list stood. */
  private show(task: string): void {
    this.open = task;
    scrollTo(0, 0);
  }
  /** A replay takes no commands: nothing is offered that would be refused. */
  private get replayed(): boolean {
    return this.link.situations.find((s) => s.id === this.situation)?.kind === "replay";
  }
  /** What it is has been heard, and it takes what is told: nothing is told to a replay before it has said that it is one. */
  private get takes(): boolean {
    return !this.replayed && this.link.situations.some((s) => s.id === this.situation);
  }
  private get mine(): TaskRecord[] {
    return [...this.tasks.value.records.values()].filter((task) => task.unit === this.session.unit).sort((a, b) => (a.deadline < b.deadline ? -1 : 1));
  }

  /** The reader's own time; beside a drill's it says which of the two it is. */
  private now(): string {
    const at = clockText(this.link.serverNow());
    return this.situation === "live" ? at : `${t("现实时间")} ${at}`;
  }
  override render() {
    const open = this.mine.find((task) => task.id === this.open);
    const other = language() === "zh" ? "en" : "zh";
    return html`<header><h1 class="unseen">${t("处置端")}</h1>
        <div class="bar"><span class="time">${this.now()}</span><span class="second" lang=${this.names.langOf(this.session.region) ?? nothing}>${this.names.of(this.session.region)}</span>
          ${this.link.state === "live" && !isOutdated(this.link) ? nothing : html`<wall-link-notice class="cut"></wall-link-notice>`}
          ${this.light()}<button lang=${other} @click=${() => speak(other)}>${other === "en" ? "English" : "中文"}</button></div>
        ${this.replayed ? nothing : html`<field-waiting .orderOf=${(task: string) => this.tasks.value.records.get(task)?.text ?? ""}></field-waiting>${this.position()}`}
      </header>
      <div class="world">${this.situation === "live" ? nothing : html`<wall-situation></wall-situation>`}</div>
      <main>
        ${open
          ? html`<button class="back" @click=${() => (this.open = null)}>‹ ${t("我的任务")}</button>${this.screen(open)}`
          : html`<nav aria-label=${t("处置端")}>
                <button aria-pressed=${this.view === "tasks"} ?disabled=${!this.session.unit} @click=${() => (this.view = "tasks")}>${t("我的任务")}</button>
                <button aria-pressed=${this.view === "upward"} @click=${() => (this.view = "upward")}>${t("上报")}</button>
              </nav>
              ${this.view === "tasks" ? this.list() : html`<field-upward ?readOnly=${this.replayed}></field-upward>`}`}
      </main>`;
  }
  /** The other light, at hand: the page changes by the hour, and a person by what is outside. */
  private light() {
    const isNight = document.documentElement.dataset.theme === "ember";
    return html`<button class="light" aria-label=${isNight ? aside.t("换成日间显示") : aside.t("换成夜间显示")}
      @click=${() => this.dispatchEvent(new CustomEvent("light", { detail: isNight ? "paper" : "ember", bubbles: true, composed: true })) && this.requestUpdate()}>${isNight ? aside.t("日间") : aside.t("夜间")}</button>`;
  }
  /** Whether the platform knows where this unit is; never silent about it. */
  private position() {
    const { state } = this.where;
    if (!this.session.unit) return nothing;
    if (typeof state === "object") return html`<p class="where" data-position="told">${aside.t("位置已报 {at}", { at: clockText(state.told) })}</p>`;
    if (state === "unasked") return html`<p class="where" data-position="unasked">${aside.t("位置未报")} <button @click=${() => void this.where.tell(true)}>${aside.t("报位置")}</button></p>`;
    const words = { denied: "位置未报：没有得到允许", none: "位置未报：本机没有定位", lost: "位置未报：没有定到或没有送到", waiting: "正在定位" } as const;
    return html`<p class="where" data-position=${state}>${aside.t(words[state])}</p>`;
  }
  private screen(task: TaskRecord) {
    const incident = this.incidents.value.records.get(task.incident);
    return html`<field-task .task=${task} .incident=${incident} ?readOnly=${this.replayed}></field-task>`;
  }
  private list() {
    if (this.tasks.value.status === "loading") return html`<p>··</p>`;
    const open = this.mine.filter((task) => !isTaskDone(task.state));
    const done = this.mine.filter((task) => !open.includes(task));
    return html`<div class="list">
      ${open.length === 0 ? html`<p class="order">${t("没有待办任务")}${inBrackets(this.now())}</p>` : nothing}
      <ul class="list">${open.map((task) => this.row(task))}</ul>
      ${done.length > 0 ? html`<h2 class="second">${t("已结束")}</h2><ul class="list done">${done.map((task) => this.row(task))}</ul>` : nothing}
    </div>`;
  }
  private row(task: TaskRecord) {
    return html`<li data-task=${task.id} data-state=${task.state}><button @click=${() => this.show(task.id)}>
      <span class="what">${phrases(task.text)}</span><span class="second">${[taskWord(task.state), urgedWord(task.log)].filter(Boolean).join(" · ")}</span>
      ${!isTaskDone(task.state) && task.state !== "finished" ? html`<wall-countdown compact .until=${task.deadline}></wall-countdown>` : nothing}
    </button></li>`;
  }
}
