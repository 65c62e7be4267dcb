import "../kit/countdown.ts";
import { Names } from "../kit/names.ts";
import "../kit/slide.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CommandData } from "../../model/command.ts";
import type { Incident } from "../../model/incident.ts";
import type { TaskRecord } from "../../model/records.ts";
import { legalOnTask, type TaskState } from "../../model/task.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { Act } from "../kit/act.ts";
import { queueContext, situationContext } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { isByItself, stateAfter, type Fact, type FactData, type FactKind } from "../kit/fact.ts";
import { inBrackets, Speaks } from "../kit/language.ts";
import { Listening } from "../kit/listening.ts";
import { keptPicture, whereAmI } from "../kit/picture.ts";
import type { Queue } from "../kit/queue.ts";
import type { SlideElement } from "../kit/slide.ts";
import { Here } from "../panels/here.ts";
import { look } from "./look.ts";
import { MoreBelow } from "./more-below.ts";
import { phrases } from "./phrases.ts";
import * as queued from "./queue-words.ts";
import "./listen.ts";
import "./receipts-told.ts";
import "./task-steps.ts";
import { isOver, unsentOf, type DecisionKind, type Unsent } from "./unsent.ts";
import "./urged.ts";
import { t, taskWord } from "./words.ts";

/** How long the phone may look for its position before the page asks for a photo instead. */
const POSITION_MS = 8_000;

/** One order, one question: what is asked of the unit now, and nothing else. */
@customElement("field-task")
export class TaskScreen extends LitElement {
  static override styles = [
    controls,
    look,
    css`
      :host { display: grid; grid-template-rows: 1fr auto; gap: 20px; min-height: 100%; }
      .state { color: var(--t2); }
      /* Below the banner that stays, above what is pressed. */
      .form { scroll-margin: 84px 0 300px; padding-bottom: 8px; }
      .counter { display: grid; grid-template-columns: minmax(56px, auto) 1fr repeat(3, minmax(56px, auto)); gap: 8px; align-items: center; }
      .counter output { font-size: 40px; line-height: 1; font-weight: 600; text-align: center; font-family: var(--face-num); }
      .counter output::before { content: attr(aria-label); display: block; margin-bottom: 4px; color: var(--t2); font: 400 16px / 1 var(--face-sans); }
      .counter button { padding: 0 10px; font-size: 22px; }
      .picture { min-height: 104px; display: grid; place-items: center; border: 1px solid var(--hair2); border-radius: 12px; font-size: 22px; color: var(--t1); }
      .picture.small { min-height: 64px; font-size: 18px; }
      .picture:focus-within { outline: 3px solid var(--focus); outline-offset: 2px; }
    `,
  ];
  @property({ attribute: false }) task!: TaskRecord;
  @property({ attribute: false }) incident: Incident | undefined;
  /** A replay is looked at. */
  @property({ type: Boolean }) readOnly = false;
  @consume({ context: queueContext }) private queue!: Queue;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @state() private asking: "difficulty" | "return" | "note" | null = null;
  @state() private words = "";
  /** Null = nobody has counted yet, which is not that there is nobody. */
  @state() private people: number | null = null;
  @state() private photo: File | null = null;
  /** Steps of the order that were ticked and not yet told. */
  @state() private ticked: ReadonlySet<number> = new Set();
  @state() private noPosition = false;
  @state() private isLocating = false;
  @state() private trouble = "";
  private unsent: Unsent | null = null;
  private shows = false;
  private asked = "";
  private readonly here = new Here(this);
  private readonly names = new Names(this);
  private readonly act = new Act(this);

  constructor() {
    super();
    new Speaks(this);
    new MoreBelow(this);
    new Listening(this, () => this.queue?.onChange(() => this.requestUpdate()));
  }
  /** What was noted of this order and is still to be sent. */
  private get waiting(): readonly Fact[] {
    return this.queue.waiting.filter((fact) => fact.data.task === this.task.id && fact.situation === this.situation && !isByItself(fact));
  }
  /** Where the order will stand once what was noted has been told: the next question does not wait for the network. */
  private get stateNow(): TaskState {
    const shown = this.task.log.at(-1)?.seq ?? 0;
    return stateAfter(this.task, [...this.queue.told.filter(({ seq }) => seq > shown), ...this.waiting]);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (this.unsent && isOver(this.unsent, this.task, this.stateNow)) this.putAside();
    const asks = `${this.task.id} ${this.stateNow}`;
    if (changed.has("task") && changed.get("task") && (changed.get("task") as TaskRecord).id !== this.task.id) this.ticked = new Set();
    if (this.asked !== "" && this.asked !== asks) {
      this.forget();
      this.noPosition = false;
      this.trouble = "";
      this.asking = null;
      this.shows = true;
    }
    this.asked = asks;
  }
  /** What did not go through is said no longer. */
  private putAside(): void {
    this.unsent = null;
    this.act.clear();
  }
  /** Another question, or none: what went wrong with the one before is not said of it. */
  private turnTo(asking: "difficulty" | "return" | "note" | null): void {
    this.putAside();
    this.trouble = "";
    this.asking = asking;
  }
  private forget(): void {
    this.words = "";
    this.people = null;
    this.photo = null;
  }
  /** What is to be filled in now comes into view; an order that is opened begins with its words. */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!this.shows && !(changed.has("asking") && this.asking)) return;
    this.shows = false;
    this.renderRoot.querySelector(".form")?.scrollIntoView({ block: "end" });
  }

  /** From no count to none, and from none back: what was touched by mistake can be taken back. */
  private countDown(): void {
    this.people = this.people === null ? 0 : this.people === 0 ? null : this.people - 1;
  }
  private get said(): string {
    return [this.words.trim(), this.people !== null ? `${t("人数")} ${this.people}` : ""].filter(Boolean).join("；");
  }
  /** A fact is on this device once this resolves, and on its way if there is one. */
  private async note(kind: FactKind, said: Omit<FactData, "task">, photo: File | null = null): Promise<boolean> {
    this.trouble = "";
    try {
      await this.queue.note(this.situation, kind, { task: this.task.id, ...said }, photo ? await keptPicture(photo) : undefined);
    } catch (error) {
      this.trouble = queued.t("照片不能用：{why}", { why: error instanceof Error ? error.message : String(error) });
      return false;
    }
    this.dispatchEvent(new CustomEvent("receipt", { bubbles: true, composed: true }));
    return true;
  }
  private async decide<K extends DecisionKind>(kind: K, data: CommandData<K>): Promise<boolean> {
    // As it stands when it is asked: what comes in while nobody answers may be the very decision.
    const unsent = unsentOf(kind, this.task, this.stateNow);
    const isDone = (await this.act.do(kind, data)) !== null;
    this.unsent = isDone ? null : unsent;
    return isDone;
  }
  private async accept(slide: SlideElement): Promise<void> {
    this.trouble = "";
    if (!(await this.decide("task.accept", { task: this.task.id }))) return slide.arm();
    this.dispatchEvent(new CustomEvent("receipt", { bubbles: true, composed: true }));
  }
  private async tell(kind: "task.report" | "task.finish"): Promise<void> {
    const [text, steps] = [this.said, [...this.ticked].toSorted((a, b) => a - b)];
    if (kind === "task.report" && !text && steps.length === 0 && !this.photo) {
      this.trouble = t("请写情况或人数");
      this.shows = true;
      return;
    }
    const told = await this.note(kind, { ...(text && { text }), ...(steps.length > 0 && { steps }) }, this.photo);
    if (!told) return;
    this.forget();
    this.ticked = new Set();
  }
  private async arriveHere(): Promise<void> {
    if (this.isLocating) return;
    this.isLocating = true;
    const point = await whereAmI(POSITION_MS);
    this.isLocating = false;
    if (point) await this.note("task.arrive", { point: [point[0], point[1]] });
    else this.noPosition = true;
  }
  private async arriveWith(input: HTMLInputElement): Promise<void> {
    const photo = input.files?.[0];
    if (photo) await this.note("task.arrive", {}, photo);
    input.value = "";
  }
  private async sendAsked(): Promise<void> {
    const words = this.words.trim();
    if (!words) {
      this.trouble = queued.t("请写情况");
      return;
    }
    this.trouble = "";
    const { asking } = this;
    const gone =
      asking === "note" ? await this.note("task.note", { text: words }, this.photo)
      : asking === "return" ? await this.decide("task.return", { task: this.task.id, reason: words })
      : await this.decide("task.difficulty", { task: this.task.id, text: words });
    if (!gone) return;
    this.forget();
    this.asking = null;
  }

  override render() {
    const { task } = this;
    const ask = this.readOnly ? undefined : this.asking ? this.ask() : this.question();
    return html`<div class="stack" data-task=${task.id} data-state=${task.state}>
        <p class="state">${this.waiting.length > 0 ? html`<b data-noted=${this.waiting.length}>${queued.t("已记下 {n} 条，待发", { n: this.waiting.length })}</b> · ` : nothing}${taskWord(task.state)}${task.incidentTitle ? html` · ${task.incidentTitle}` : nothing}</p>
        ${isOpen(task) ? html`<wall-countdown .from=${task.dispatchedAt} .until=${task.deadline} .words=${`${t("时限")} ${this.deadline}`}></wall-countdown>` : nothing}
        <field-urged .log=${task.log}></field-urged>
        <p class="order">${phrases(task.text)}</p>
        <field-listen .words=${[task.text, ...(task.steps ?? []).map(({ text }) => text), task.success].filter(Boolean).join("。")}></field-listen>
        <dl class="facts">
          ${isOpen(task) ? nothing : html`<dt>${t("时限")}</dt><dd>${this.deadline}</dd>`}
          ${this.place()}
          <dt>${t("下令")}</dt><dd>${this.names.post(task.dispatchedBy)} ${timeText(task.dispatchedAt)}</dd>
          ${task.success ? html`<dt>${queued.t("办成标准")}</dt><dd data-success>${task.success}</dd>` : nothing}
          ${task.difficulty ? html`<dt>${t("有困难")}</dt><dd>${task.difficulty}</dd>` : nothing}
        </dl>
        ${task.log.at(-1)?.kind === "task.check" && task.state === "handling" ? html`<p class="wrong">${t("检查未通过，请继续处置")}：${task.log.at(-1)?.text}</p>` : nothing}
        ${task.steps ? html`<field-steps .steps=${task.steps} .waiting=${this.waiting} .ticked=${this.ticked} ?readOnly=${this.readOnly || !TICKED_IN.has(this.stateNow)}
          @ticked=${(e: CustomEvent<ReadonlySet<number>>) => (this.ticked = e.detail)}></field-steps>` : nothing}
        ${ask?.form ? html`<div class="form stack">${ask.form}</div>` : nothing}
        ${this.readOnly || this.asking ? nothing : html`<button data-opens="task.note" @click=${() => this.turnTo("note")}>${queued.t("补记一笔")}</button>`}
        <field-told .log=${task.log}></field-told>
      </div>
      <div class="bottom stack" data-more=${t("下面还有")}>
        <p role="alert" class=${this.act.failure || this.trouble ? "wrong" : "unseen"}>
          ${this.act.failure ? html`${this.act.failure}<br />${queued.t("这是决定，不代存代发：联系上后请再做一次")}` : this.trouble}
        </p>
        ${ask ? ask.acts : html`<p class="second" role="status">${t("回放只读：可看当时的任务，不能回执")}</p>`}
        <p role="status" class="unseen">${this.act.busy ? t("正在发出") : ""}</p>
      </div>`;
  }

  /** People's time, which is said where the screen's own clock is another. */
  private get deadline(): string {
    return `${timeText(this.task.deadline)}${this.here.isOneTime ? "" : inBrackets(t("现实时间"))}`;
  }
  /** Where, by the name of the reader's language; the order's own words for it where the incident is not theirs to see. */
  private place() {
    const region = this.incident?.region;
    const known = region !== undefined && this.names.region(region) !== undefined;
    if (known) return html`<dt>${t("地点")}</dt><dd data-region-name=${region} lang=${this.names.langOf(region) ?? nothing}>${this.names.of(region)}</dd>`;
    return this.task.regionName ? html`<dt>${t("地点")}</dt><dd lang="zh-CN">${this.task.regionName}</dd>` : nothing;
  }
  /** What is filled in, which scrolls with the order, and what is pressed, which stays in reach. */
  private question(): { form?: TemplateResult; acts: TemplateResult } {
    const state = this.stateNow;
    const busy = this.act.busy !== null;
    switch (state) {
      case "dispatched":
        return { acts: html`<wall-slide data-command="task.accept" .words=${t("右滑接令")} ?disabled=${busy}
            @slide=${(e: Event) => void this.accept(e.currentTarget as SlideElement)}></wall-slide>${this.aside(busy)}` };
      case "accepted":
        return { acts: html`${this.noPosition ? this.otherProof(busy) : html`<p class="order">${t("到场了吗？")}</p><button class="main" data-command="task.arrive" ?disabled=${busy || this.isLocating} @click=${() => void this.arriveHere()}>${this.isLocating ? queued.t("正在定位") : t("我已到场")}</button>`}${this.aside(busy)}` };
      case "onScene":
        return { form: this.form(t("现场怎样？")), acts: html`<button class="main" data-command="task.report" ?disabled=${busy} @click=${() => void this.tell("task.report")}>${t("报告情况")}</button>${this.aside(busy)}` };
      case "handling":
        return { form: this.form(t("处置完了吗？")), acts: html`<button class="main" data-command="task.finish" ?disabled=${busy} @click=${() => void this.tell("task.finish")}>${t("办结")}</button>
          ${this.aside(busy, html`<button data-command="task.report" ?disabled=${busy} @click=${() => void this.tell("task.report")}>${t("再报情况")}</button>`)}` };
      case "finished":
        return { acts: html`<p class="order">${t("等待核查")}</p>` };
      default:
        return { acts: html`<p class="order">${state === "closed" ? t("已核查办结") : taskWord(state)}</p>` };
    }
  }
  private aside(busy: boolean, first: TemplateResult | typeof nothing = nothing) {
    const legal = legalOnTask(this.stateNow);
    return html`<div class="pair">${first}
      ${legal.includes("task.difficulty") ? html`<button ?disabled=${busy} data-opens="task.difficulty" @click=${() => this.turnTo("difficulty")}>${t("有困难")}</button>` : nothing}
      ${legal.includes("task.return") ? html`<button ?disabled=${busy} data-opens="task.return" @click=${() => this.turnTo("return")}>${t("退回")}</button>` : nothing}
    </div>`;
  }
  private ask(): { form: TemplateResult; acts: TemplateResult } {
    const [question, act, command] =
      this.asking === "note" ? [queued.t("要补记什么？"), queued.t("记下"), "task.note"]
      : this.asking === "return" ? [t("为什么退回？"), t("确认退回"), "task.return"]
      : [t("遇到什么困难？"), t("发出困难"), "task.difficulty"];
    return {
      form: html`${this.asking === "return" ? html`<p>${t("同一事件只能退回一次，退回后不能收回")}</p>` : nothing}<label>${question}
        <textarea name="words" maxlength="2000" .value=${this.words} @input=${(e: Event) => (this.words = (e.target as HTMLTextAreaElement).value)}></textarea></label>${this.asking === "note" ? this.photoField() : nothing}`,
      acts: html`<div class="pair"><button @click=${() => this.turnTo(null)}>${t("取消")}</button>
        <button class="primary" data-command=${command} ?disabled=${this.act.busy !== null} @click=${() => void this.sendAsked()}>${act}</button></div>`,
    };
  }
  private photoField() {
    return html`<label class="picture small">${this.photo ? queued.t("已附照片：{name}", { name: this.photo.name }) : queued.t("附一张照片")}
      <input class="unseen" name="photo" type="file" accept="image/*" capture="environment" @change=${(e: Event) => (this.photo = (e.target as HTMLInputElement).files?.[0] ?? null)} /></label>`;
  }
  private otherProof(busy: boolean) {
    const point = this.incident?.point;
    return html`<p>${t("拿不到定位。拍一张现场照片也可以登记到场。")}</p>
      <label class="picture">${t("拍照到场")}（${t("最多 8 MB 的图片")}）
        <input class="unseen" type="file" accept="image/*" capture="environment" data-command="task.arrive" ?disabled=${busy} @change=${(e: Event) => void this.arriveWith(e.target as HTMLInputElement)} /></label>
      ${point ? html`<button ?disabled=${busy} @click=${() => void this.note("task.arrive", { point: [point[0], point[1]] })}>${t("按事件位置到场")}</button>` : nothing}`;
  }
  private form(question: string) {
    return html`<p class="order">${question}</p><label>${t("说明")}
        <textarea name="words" maxlength="1900" .value=${this.words} @input=${(e: Event) => (this.words = (e.target as HTMLTextAreaElement).value)}></textarea></label>
      <div class="counter" role="group" aria-label=${t("人数")}><button aria-label=${t("减一")} @click=${() => this.countDown()}>−1</button>
        <output aria-label=${t("人数")}>${this.people ?? "—"}</output>
        ${[1, 5, 10].map((n) => html`<button aria-label=${t("加 {n}", { n })} @click=${() => (this.people = (this.people ?? 0) + n)}>+${n}</button>`)}</div>${this.photoField()}`;
  }
}
/** Where the facts that carry steps are legal. */
const TICKED_IN: ReadonlySet<TaskState> = new Set<TaskState>(["accepted", "onScene", "handling"]);
const isOpen = (task: TaskRecord): boolean => task.state === "dispatched" || task.state === "accepted" || task.state === "onScene" || task.state === "handling";
const timeText = (text: string): string => {
  const at = parseTime(text);
  return at === null ? text : clockText(at);
};
