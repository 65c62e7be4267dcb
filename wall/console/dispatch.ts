import "../kit/slide.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Incident } from "../../model/incident.ts";
import { clockText, formatTime, HOUR, MINUTE } from "../../model/time.ts";
import type { Unit } from "../../model/unit.ts";
import { Act } from "../kit/act.ts";
import { linkContext, readsContext, sessionContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import type { Reads } from "../kit/reads.ts";
import { Select } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import type { SlideElement } from "../kit/slide.ts";
import { WholeRows, wholeRows } from "../kit/whole-rows.ts";
import { Here } from "../panels/here.ts";
import { regionsToOrder, skipped } from "./duty.ts";
import { freeFirst, openOrders } from "./load.ts";
import { sheet } from "./look.ts";
import { t } from "./words.ts";

const LIMITS_MS = [15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 6 * HOUR] as const;

/** An order: who, what, by when, its effect in one sentence, and the slide that sends it. Fires `dispatched` with the task's id. */
@customElement("console-dispatch")
export class DispatchElement extends LitElement {
  static override styles = [controls, sheet, css`
    :host { display: grid; grid-template-rows: minmax(0, 1fr) auto; min-height: 0; gap: 12px; }
    .choice { display: grid; grid-template-rows: minmax(0, 1fr) auto; min-height: 0; }
    .units { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 10px; align-content: start; overflow-y: auto; min-height: 0; padding: 3px; scrollbar-width: thin; scrollbar-color: var(--hair2) transparent; }
    .units li { display: grid; }
    ${wholeRows}
    .units button { display: grid; grid-template-columns: 1fr auto; text-align: start; padding: 8px 14px; min-height: 72px; background: none; color: var(--t1); font-weight: 500; }
    .units button[aria-pressed="true"] { border: 2px solid var(--t1); background: var(--raise); }
    .units .tick { font-weight: 600; }
    .effect { border-top: 1px solid var(--hair2); gap: 8px; padding: 10px 4px 0; }
    .effect strong { font-size: calc(var(--u) * 1.3); font-weight: 600; overflow-wrap: anywhere; }
    .two { display: grid; grid-template-columns: 1fr; gap: 10px; }
    .two textarea { min-height: 2.6em; }
    .limits { display: flex; gap: 8px; align-items: center; }
    .limits button { min-height: 52px; padding: 0 0.8em; flex: 1; white-space: nowrap; }
    .foot { display: flex; justify-content: space-between; color: var(--t3); font-size: var(--u); }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: readsContext }) private reads!: Reads;
  @consume({ context: sessionContext }) private session!: Session;
  @property({ attribute: false }) incident!: Incident;
  /** By region, nearest first; within one, who is free before who is not, as it stood when the list was drawn up. */
  @state() private units: readonly Unit[] = [];
  private ranked = false;
  @state() private unit: Unit | null = null;
  @state() private text = "";
  @state() private limitMs: number = HOUR;
  private readonly act = new Act(this);
  private readonly here = new Here(this);
  private readonly names = new Names(this);
  private readonly rows = new WholeRows(this);
  private asked = "";
  /** Orders that each region's units hold now; undefined until it is known: that nothing is known is not that there is none. */
  private readonly load = new Select(this, (s) => {
    const tasks = [...new Set(this.units.map(({ region }) => region))].map((region) => s.tasks(region));
    return tasks.every(({ status }) => status === "ready") ? openOrders(tasks.flatMap(({ records }) => [...records.values()])) : undefined;
  });

  constructor() {
    super();
    new Speaks(this);
  }
  protected override willUpdate(): void {
    const region = this.names.region(this.incident.region);
    if (!region || this.asked === this.incident.id) return;
    this.asked = this.incident.id;
    this.unit = null;
    this.text = "";
    void this.ask(regionsToOrder(this.session, region));
  }
  private async ask(regions: readonly string[]): Promise<void> {
    const lists = await Promise.all(regions.map((region) => this.reads.units(region).catch(() => [])));
    this.units = lists.flat();
    this.ranked = false;
  }
  /** Once for each list: a unit that gets an order meanwhile must not jump from under a finger. */
  protected override updated(): void {
    const load = this.load.value;
    if (this.ranked || this.units.length === 0 || !load) return;
    this.ranked = true;
    this.units = freeFirst(this.units, load);
  }
  private get skips(): readonly string[] {
    const region = this.names.region(this.incident.region);
    return region && this.unit ? skipped(this.session, region, this.unit.region) : [];
  }
  private async send(slide: SlideElement): Promise<void> {
    if (!this.unit || !this.text.trim()) return slide.arm();
    const deadline = formatTime(this.link.serverNow() + this.limitMs);
    const answer = await this.act.do("task.dispatch", { incident: this.incident.id, unit: this.unit.id, text: this.text.trim(), deadline });
    slide.arm();
    if (!answer) return;
    this.unit = null;
    this.text = "";
    this.dispatchEvent(new CustomEvent("dispatched", { detail: answer.result.task, bubbles: true, composed: true }));
  }
  override render() {
    const { unit } = this;
    const ready = unit !== null && this.text.trim() !== "";
    const skips = this.skips;
    const load = this.load.value;
    const limit = (ms: number) => (ms < HOUR ? t("{n} 分", { n: ms / MINUTE }) : t("{n} 小时", { n: ms / HOUR }));
    return html`<div class="choice" role="group" aria-label=${t("接收单位")}>
      <ul class="whole units">
        ${this.units.map((u) => html`<li><button data-unit=${u.id} aria-pressed=${String(unit?.id === u.id)} @click=${() => (this.unit = unit?.id === u.id ? null : u)}>
          <span>${this.names.unit(u.id, u.name)}<br /><span class="second">${this.names.of(u.region)}${load ? html` · <span data-load=${load.get(u.id) ?? 0}>${t("在办 {n} 项", { n: load.get(u.id) ?? 0 })}</span>` : nothing}</span></span><span class="tick" aria-hidden="true">${unit?.id === u.id ? "✓" : ""}</span></button></li>`)}
      </ul><p class="below">${this.rows.below > 0 ? t("↓ 其后还有 {n} 个单位", { n: this.rows.below }) : nothing}</p></div>
      <div class="effect stack">
      <div class="two">
        <label>${t("任务要求")}<textarea name="text" maxlength="2000" .value=${this.text} @input=${(e: Event) => (this.text = (e.target as HTMLTextAreaElement).value)}></textarea></label>
        <div role="group" aria-label=${t("时限")}><div class="limits"><span class="second">${t("时限")}</span>
          ${LIMITS_MS.map((ms) => html`<button aria-pressed=${String(this.limitMs === ms)} @click=${() => (this.limitMs = ms)}>${limit(ms)}</button>`)}</div></div>
      </div>
        <p>${ready
          ? html`<strong>${t(this.here.isOneTime ? "派 {unit} → {place}：{text}，限 {at} 前" : "派 {unit} → {place}：{text}，限现实时间 {at} 前", { unit: this.names.unit(unit.id, unit.name), place: this.names.of(this.incident.region), text: this.text.trim(), at: clockText(this.link.serverNow() + this.limitMs) })}</strong>`
          : html`<span class="second">${t("先选单位、写要求")}</span>`}</p>
        <p class="second">${t("影响：发出后 10 秒内可撤回，指令留痕")}${skips.length > 0 ? html` · ${t("越级下达，抄送 {levels}", { levels: skips.map((code) => this.names.of(code)).join(t("、")) })}` : nothing}</p>
        <p role="alert" class=${this.act.failure ? "wrong" : "unseen"}>${this.act.failure ? `${this.act.failure} ${t("内容还在，请重试")}` : ""}</p>
        <wall-slide data-command="task.dispatch" .words=${this.act.busy ? t("正在发出") : t("滑到底下发")} ?disabled=${!ready || this.act.busy !== null} @slide=${(e: Event) => void this.send(e.currentTarget as SlideElement)}></wall-slide>
        <p class="foot"><span>${t("键盘：按住 Enter 1.2 秒等效")}</span><span>${this.names.post(this.session.account)} ${this.here.isOneTime ? clockText(this.link.serverNow()) : t("现实时间 {at}", { at: clockText(this.link.serverNow()) })}</span></p>
    </div>`;
  }
}
