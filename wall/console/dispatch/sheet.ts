import "../../kit/slide.ts";
import { consume } from "@lit/context";
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Incident } from "../../../model/incident.ts";
import type { Clock } from "../../../model/ports.ts";
import { clockText, formatTime, HOUR, MINUTE, SECOND } from "../../../model/time.ts";
import { Act } from "../../kit/act.ts";
import { clockContext, linkContext, readsContext, sessionContext, situationContext, type Link } from "../../kit/contexts.ts";
import { controls } from "../../kit/controls.ts";
import type { FitsView, FitView } from "../../kit/fits.ts";
import { inWords, Speaks } from "../../kit/language.ts";
import { Listening } from "../../kit/listening.ts";
import { Names } from "../../kit/names.ts";
import { ReadRefused, type Reads, type TopicView } from "../../kit/reads.ts";
import type { Session } from "../../kit/session.ts";
import type { SlideElement } from "../../kit/slide.ts";
import { WholeRows } from "../../kit/whole-rows.ts";
import { Here } from "../../panels/here.ts";
import { sheet } from "../look.ts";
import { regionsToOrder, skipped } from "../reach.ts";
import { askedAgain, byTheCard, choicesOf, inReadingOrder, keyOf, type Choices } from "./choices.ts";
import { dispatchLook } from "./dispatch-look.ts";
import { asSent, lacking, LIMITS_MS, writtenFor, type Said, type Written } from "./orders.ts";
import { t } from "./words.ts";

/** Positions and load are asked for anew so often. */
const ASKED_EVERY_MS = 30 * SECOND;
/** So long after a touch the list stands still. */
const TOUCHED_MS = 8 * SECOND;

/** Orders about one incident: to whom, what, by when, their effect in words, and the slide that sends them all or none. Fires `dispatched` with the ids of the tasks. */
@customElement("console-dispatch")
export class DispatchElement extends LitElement {
  static override styles = [controls, sheet, dispatchLook];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: readsContext }) private reads!: Reads;
  @consume({ context: clockContext }) private clock!: Clock;
  @consume({ context: sessionContext }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @property({ attribute: false }) incident!: Incident;
  @property({ attribute: false }) topics: readonly TopicView[] = [];
  @state() private plan: FitsView["plan"] = null;
  /** Undefined until it has come. */
  @state() private place: FitsView["place"] | undefined;
  /** In the order in which they are read; null until they have come. */
  @state() private fits: readonly FitView[] | null = null;
  /** Why the last asking failed; empty when it did not. */
  @state() private unread = "";
  private readAt = 0;
  @state() private chosen: readonly string[] = [];
  /** Whose order is being read and written. */
  @state() private active = "";
  @state() private said: Said = { text: "", instead: new Map(), limitMs: null, steps: new Map() };
  @state() private open: ReadonlySet<string> = new Set();
  @state() private isStepping = false;
  private touchedAt = Number.NEGATIVE_INFINITY;
  private readonly act = new Act(this);
  private readonly here = new Here(this);
  private readonly names = new Names(this);
  private readonly rows = new WholeRows(this);
  private asked = "";

  constructor() {
    super();
    new Speaks(this);
    new Listening(this, () => this.clock?.every(ASKED_EVERY_MS, () => void this.ask()));
  }
  protected override willUpdate(): void {
    if (!this.names.region(this.incident.region) || this.asked === this.incident.id) return;
    this.asked = this.incident.id;
    [this.fits, this.place, this.chosen, this.active, this.unread] = [null, undefined, [], "", ""];
    this.said = { text: "", instead: new Map(), limitMs: null, steps: new Map() };
    void this.ask();
  }
  private get nearest(): readonly string[] {
    const region = this.names.region(this.incident.region);
    return region ? regionsToOrder(this.session, region) : [];
  }
  private async ask(): Promise<void> {
    const { id } = this.incident;
    try {
      const { plan, place, items } = await this.reads.fits(this.situation, id);
      if (id !== this.incident.id) return;
      const isTouched = this.chosen.length > 0 || this.clock.monotonic() - this.touchedAt < TOUCHED_MS;
      [this.plan, this.place] = [plan, place];
      this.fits = askedAgain(this.fits ?? [], inReadingOrder(items, this.nearest), isTouched);
      this.readAt = this.link.serverNow();
      this.unread = "";
    } catch (error) {
      if (id === this.incident.id) this.unread = error instanceof ReadRefused ? error.code : "lost";
    }
  }
  private get orders(): readonly Written[] {
    const known = new Map(this.fits?.map((one) => [one.id, one]));
    return this.chosen.flatMap((id) => {
      const unit = known.get(id);
      return unit ? [writtenFor(unit, this.said)] : [];
    });
  }
  private choose({ id }: FitView): void {
    const isOff = this.chosen.includes(id);
    this.chosen = isOff ? this.chosen.filter((each) => each !== id) : [...this.chosen, id];
    this.active = isOff ? (this.chosen.at(-1) ?? "") : id;
  }
  private chooseByCard(units: readonly FitView[]): void {
    this.chosen = [...new Set([...this.chosen, ...units.map(({ id }) => id)])];
    this.active = units[0]?.id ?? this.active;
  }
  private write(order: Written | undefined, text: string): void {
    const { said } = this;
    this.said = order?.unit.order ? { ...said, instead: new Map(said.instead).set(order.unit.id, text) } : { ...said, text };
  }
  private step(unit: string, text: string): void {
    const before = this.said.steps.get(unit) ?? [];
    const all = this.procedure.filter((each) => (each === text ? !before.includes(text) : before.includes(each)));
    this.said = { ...this.said, steps: new Map(this.said.steps).set(unit, all) };
  }
  private get procedure(): readonly string[] {
    return this.topics.flatMap((topic) => topic.incidentTypes).find(({ id }) => id === this.incident.type)?.sop ?? [];
  }
  private async send(slide: SlideElement): Promise<void> {
    const { orders, plan, incident: { id: incident } } = this;
    const [first] = orders;
    if (!first || lacking(orders)) return slide.arm();
    const now = this.link.serverNow();
    const sent = orders.map((order) => asSent(order, (limitMs) => formatTime(now + limitMs)));
    const by = plan && orders.some(({ isCard }) => isCard) ? { plan: plan.id } : {};
    const answer = orders.length === 1 ? await this.act.do("task.dispatch", { incident, ...sent[0]!, ...by }) : await this.act.do("task.dispatchMany", { incident, orders: sent, ...by });
    slide.arm();
    if (!answer) return;
    const { task, tasks } = answer.result as { readonly task?: string; readonly tasks?: readonly string[] };
    [this.chosen, this.active] = [[], ""];
    this.said = { text: "", instead: new Map(), limitMs: null, steps: new Map() };
    this.dispatchEvent(new CustomEvent("dispatched", { detail: tasks ?? (task === undefined ? [] : [task]), bubbles: true, composed: true }));
  }

  override render() {
    const { orders } = this;
    return html`<div class="choice" role="group" aria-label=${t("接收单位")} @pointerdown=${() => (this.touchedAt = this.clock.monotonic())}>
        ${this.card()}
        ${this.fits === null ? nothing : html`<ul class="whole units">${choicesOf(this.fits, { open: this.open, chosen: new Set(this.chosen) }).map((each) => this.choices(each))}</ul>`}
        <p class="below">${this.rows.below > 0 ? t("↓ 其后还有 {n} 个单位", { n: this.rows.below }) : nothing}</p></div>
      <div class="effect stack">${this.writing(orders)}${this.effect(orders)}</div>`;
  }
  /** What card it goes by, one touch for all that it would send, and what did not come. */
  private card() {
    const { fits, plan, unread } = this;
    const again = html`<button data-again @click=${() => void this.ask()}>${t("重试")}</button>`;
    if (fits === null) return html`<div class="card"><p class="second" role="status">${unread ? t("未取到可派单位：{code}", { code: unread }) : t("正在取可派单位")}</p>${unread ? again : nothing}</div>`;
    if (fits.length === 0) return html`<div class="card"><p class="second" role="status">${t("本席位没有可派的单位")}</p></div>`;
    const offered = byTheCard(fits).filter(({ id }) => !this.chosen.includes(id));
    return html`<div class="card"><p class="second">${plan ? t("行动卡 · {title}", { title: inWords(plan.title) }) : t("无行动卡：按到场时间列")}</p>
      ${this.way()}
      ${plan && offered.length > 0 && this.chosen.length === 0 ? html`<button data-card=${plan.id} @click=${() => this.chooseByCard(offered)}>${t("按卡选 {n} 个单位", { n: offered.length })}</button>` : nothing}
      ${unread ? html`<p class="old" role="status">${t("未取到新的位置和负荷，下列是 {at} 的", { at: clockText(this.readAt) })}</p>${again}` : nothing}</div>`;
  }
  /** To where the minutes are counted, when that is not the point of the incident itself. */
  private way() {
    const { place } = this;
    if (!place || place.of === "incident") return nothing;
    const name = this.names.of(place.of === "site" ? place.site : place.region);
    return html`<p class="second" data-counted-to=${place.of}>${t("未报具体位置，到场时间算到{place}", { place: name })}</p>`;
  }
  private choices({ order, recommended, units, folded }: Choices) {
    const key = keyOf(order);
    const title = order ? html`<strong lang="zh-CN">${order.text}</strong> <span class="second">${t("限 {d}", { d: limit(order.minutes * MINUTE) })}</span>` : html`<span class="second">${recommended ? t("推荐（{n}）", { n: units.length }) : t("不推荐（{n}）", { n: units.length })}</span>`;
    return html`<li class="title" data-heading><span>${title}</span>${folded > 0 ? html`<button class="fold" @click=${() => (this.open = new Set([...this.open, key]))}>${t("再列 {n} 个", { n: folded })}</button>` : nothing}</li>
      ${repeat(units, ({ id }) => id, (unit) => this.unit(unit))}`;
  }
  private unit(one: FitView) {
    const isChosen = this.chosen.includes(one.id);
    const { position, minutes } = one;
    return html`<li><button data-unit=${one.id} data-recommended=${one.recommended ? "" : nothing} aria-pressed=${String(isChosen)} @click=${() => this.choose(one)}>
      <span class="name">${this.names.unit(one.id, one.name)}</span><span class="tick" aria-hidden="true">${isChosen ? "✓" : ""}</span>
      <span class="second of">${this.names.of(one.region)} · <span data-load=${one.load}>${t("在办 {n} 项", { n: one.load })}</span></span>
      ${minutes === null || !one.recommended ? html`<span class="why">${inWords(one.why)}${position?.quality === "modelled" ? html` ${this.simulated()}` : nothing}</span>`
        : html`<span class="way"><strong>${t("约 {n} 分", { n: minutes })}</strong> <span class="second">${t("到场")}${position ? html` ${age(position.ageMs)} ${position.quality === "modelled" ? this.simulated() : nothing}` : nothing}</span></span>`}</button></li>`;
  }
  private simulated() {
    return html`<span class="model" title=${t("模拟位置")}>${t("模")}</span>`;
  }
  private writing(orders: readonly Written[]) {
    const active = orders.find(({ unit }) => unit.id === this.active) ?? orders[0];
    const hasCard = orders.some(({ unit }) => unit.order);
    const chosen = this.said.limitMs ?? (hasCard ? null : HOUR);
    const steps = active ? (this.said.steps.get(active.unit.id) ?? []) : [];
    const { procedure } = this;
    const text = active?.unit.order ? (this.said.instead.get(active.unit.id) ?? active.unit.order.text) : this.said.text;
    return html`${orders.length > 1 ? html`<div class="chosen" role="tablist">${orders.map((each) => html`<button role="tab" data-writes=${each.unit.id} aria-selected=${String(each === active)} data-lacks=${each.text === "" ? "" : nothing} @click=${() => (this.active = each.unit.id)}>${this.names.unit(each.unit.id, each.unit.name)}</button>`)}</div>` : nothing}
      <label>${orders.length > 1 && active?.unit.order ? t("给 {unit} 的要求", { unit: this.names.unit(active.unit.id, active.unit.name) }) : t("任务要求")}<textarea name="text" maxlength="2000" .value=${text} @input=${(e: Event) => this.write(active, (e.target as HTMLTextAreaElement).value)}></textarea></label>
      ${active?.success !== undefined ? html`<p class="second" data-success lang="zh-CN">${t("以“{what}”为完成", { what: active.success })}</p>` : nothing}
      <div class="limits" role="group" aria-label=${t("时限")}>
        ${hasCard ? html`<button data-limit="card" aria-pressed=${String(chosen === null)} @click=${() => (this.said = { ...this.said, limitMs: null })}>${t("按卡")}</button>` : nothing}
        ${LIMITS_MS.map((ms) => html`<button data-limit=${ms / MINUTE} aria-pressed=${String(chosen === ms)} @click=${() => (this.said = { ...this.said, limitMs: ms })}>${limit(ms)}</button>`)}
        ${active && procedure.length > 0 ? html`<button data-steps aria-expanded=${String(this.isStepping)} @click=${() => (this.isStepping = !this.isStepping)}>${t("步骤 {n}/{of}", { n: steps.length, of: procedure.length })}</button>` : nothing}</div>
      ${active && this.isStepping ? html`<div class="chosen" role="group" aria-label=${t("随令下发的步骤")}>${procedure.map((each) => html`<button data-step lang="zh-CN" aria-pressed=${String(steps.includes(each))} @click=${() => this.step(active.unit.id, each)}>${each}</button>`)}</div>` : nothing}`;
  }
  private effect(orders: readonly Written[]) {
    const lacks = lacking(orders);
    const isReady = orders.length > 0 && !lacks;
    const region = this.names.region(this.incident.region);
    const skips = region ? [...new Set(orders.flatMap(({ unit }) => skipped(this.session, region, unit.region)))] : [];
    const many = orders.length > 1;
    return html`${isReady ? this.sentence(orders) : html`<p class="second">${lacks && many ? t("先写给 {unit} 的要求", { unit: this.names.unit(lacks.unit.id, lacks.unit.name) }) : t("先选单位、写要求")}</p>`}
      <p class="second">${t("影响：发出后 10 秒内可撤回，指令留痕")}${many ? html` · ${t("全部或全不：有一条发不出，一条都不发")}` : nothing}${skips.length > 0 ? html` · ${t("越级下达，抄送 {levels}", { levels: skips.map((code) => this.names.of(code)).join(t("、")) })}` : nothing}</p>
      <p role="alert" class=${this.act.failure ? "wrong" : "unseen"}>${this.act.failure ? `${this.act.failure} ${t("内容还在，请重试")}` : ""}</p>
      <wall-slide data-command=${many ? "task.dispatchMany" : "task.dispatch"} .words=${this.act.busy ? t("正在发出") : many ? t("滑到底下发 {n} 个单位", { n: orders.length }) : t("滑到底下发")} ?disabled=${!isReady || this.act.busy !== null} @slide=${(e: Event) => void this.send(e.currentTarget as SlideElement)}></wall-slide>
      <p class="foot"><span>${t("键盘：按住 Enter 1.2 秒等效")}</span><span>${this.names.post(this.session.account)} ${this.here.isOneTime ? clockText(this.link.serverNow()) : t("现实时间 {at}", { at: clockText(this.link.serverNow()) })}</span></p>`;
  }
  /** Who · where · what · before when; of several one line each. */
  private sentence(orders: readonly Written[]) {
    const place = this.names.of(this.incident.region);
    const facts = ({ unit, text, limitMs }: Written) => ({ unit: this.names.unit(unit.id, unit.name), place, text, at: clockText(this.link.serverNow() + limitMs) });
    const [first] = orders;
    if (orders.length === 1 && first) return html`<p><strong>${t(this.here.isOneTime ? "派 {unit} → {place}：{text}，限 {at} 前" : "派 {unit} → {place}：{text}，限现实时间 {at} 前", facts(first))}</strong></p>`;
    return html`<p><strong>${t("派 {n} 个单位 → {place}，{k} 条要求", { n: orders.length, place, k: new Set(orders.map(({ text }) => text)).size })}</strong></p>
      <ul class="lines" tabindex="0">${orders.map((order) => html`<li>${t(this.here.isOneTime ? "{unit}：{text}，限 {at} 前" : "{unit}：{text}，限现实时间 {at} 前", facts(order))}</li>`)}</ul>`;
  }
}
const limit = (ms: number): string => (ms < HOUR || ms % HOUR !== 0 ? t("{n} 分", { n: ms / MINUTE }) : t("{n} 小时", { n: ms / HOUR }));
const age = (ageMs: number): string => (ageMs < MINUTE ? t("位置刚报") : t("位置 {n} 分前", { n: Math.floor(ageMs / MINUTE) }));
