import "../kit/countdown.ts";
import { Names } from "../kit/names.ts";
import "../kit/slide.ts";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Incident } from "../../model/incident.ts";
import type { TaskRecord } from "../../model/records.ts";
import { legalOnTask, type Task } from "../../model/task.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { Act } from "../kit/act.ts";
import { controls } from "../kit/controls.ts";
import { inBrackets, Speaks } from "../kit/language.ts";
import { sendPicture, whereAmI } from "../kit/picture.ts";
import type { SlideElement } from "../kit/slide.ts";
import { Here } from "../panels/here.ts";
import { look } from "./look.ts";
import { MoreBelow } from "./more-below.ts";
import { phrases } from "./phrases.ts";
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
      .picture:focus-within { outline: 3px solid var(--focus); outline-offset: 2px; }
    `,
  ];
  @property({ attribute: false }) task!: TaskRecord;
  @property({ attribute: false }) incident: Incident | undefined;
  /** A replay is looked at. */
  @property({ type: Boolean }) readOnly = false;
  @state() private asking: "difficulty" | "return" | null = null;
  @state() private words = "";
  /** Null = nobody has counted yet, which is not that there is nobody. */
  @state() private people: number | null = null;
  @state() private noPosition = false;
  @state() private trouble = "";
  private shows = false;
  private readonly here = new Here(this);
  private readonly names = new Names(this);
  private readonly act = new Act(this);

  constructor() {
    super();
    new Speaks(this);
    new MoreBelow(this);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get("task") as Task | undefined;
    if (before && (before.id !== this.task.id || before.state !== this.task.state)) {
      this.words = "";
      this.people = null;
      this.noPosition = false;
      this.trouble = "";
      this.asking = null;
      this.shows = true;
    }
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
  private async send(kind: "task.accept" | "task.report" | "task.finish", slide?: SlideElement): Promise<void> {
    this.trouble = "";
    if (kind === "task.report" && !this.said) {
      this.trouble = t("请写情况或人数");
      this.shows = true;
      return;
    }
    const text = kind === "task.accept" ? "" : this.said;
    const answer = await this.act.do(kind, { task: this.task.id, ...(text && { text }) });
    if (!answer) slide?.arm();
    else if (kind !== "task.accept") {
      this.words = "";
      this.people = null;
    }
  }
  private async arrive(how: { point?: [number, number]; file?: string }): Promise<void> {
    await this.act.do("task.arrive", { task: this.task.id, ...how });
  }
  private async arriveHere(): Promise<void> {
    this.trouble = "";
    const point = await whereAmI(POSITION_MS);
    if (point) await this.arrive({ point: [point[0], point[1]] });
    else this.noPosition = true;
  }
  private async arriveWith(input: HTMLInputElement): Promise<void> {
    const picture = input.files?.[0];
    if (!picture) return;
    this.trouble = "";
    try {
      await this.arrive({ file: await sendPicture(picture) });
    } catch (error) {
      this.trouble = t("照片没有传上：{why}", { why: error instanceof Error ? error.message : String(error) });
    }
    input.value = "";
  }
  private async sendAsked(): Promise<void> {
    const words = this.words.trim();
    if (!words) {
      this.trouble = t("请写情况或人数");
      return;
    }
    const answer =
      this.asking === "return"
        ? await this.act.do("task.return", { task: this.task.id, reason: words })
        : await this.act.do("task.difficulty", { task: this.task.id, text: words });
    if (answer) {
      this.words = "";
      this.asking = null;
    }
  }

  override render() {
    const { task } = this;
    const ask = this.readOnly ? undefined : this.asking ? this.ask() : this.question();
    return html`<div class="stack" data-task=${task.id} data-state=${task.state}>
        <p class="state">${taskWord(task.state)}${task.incidentTitle ? html` · ${task.incidentTitle}` : nothing}</p>
        ${isOpen(task) ? html`<wall-countdown .from=${task.dispatchedAt} .until=${task.deadline} .words=${`${t("时限")} ${this.deadline}`}></wall-countdown>` : nothing}
        <p class="order">${phrases(task.text)}</p>
        <dl class="facts">
          ${isOpen(task) ? nothing : html`<dt>${t("时限")}</dt><dd>${this.deadline}</dd>`}
          ${this.place()}
          <dt>${t("下令")}</dt><dd>${this.names.post(task.dispatchedBy)} ${timeText(task.dispatchedAt)}</dd>
          ${task.difficulty ? html`<dt>${t("有困难")}</dt><dd>${task.difficulty}</dd>` : nothing}
        </dl>
        ${task.log.at(-1)?.kind === "task.check" && task.state === "handling" ? html`<p class="wrong">${t("检查未通过，请继续处置")}：${task.log.at(-1)?.text}</p>` : nothing}
        ${ask?.form ? html`<div class="form stack">${ask.form}</div>` : nothing}
      </div>
      <div class="bottom stack" data-more=${t("下面还有")}>
        <p role="alert" class=${this.act.failure || this.trouble ? "wrong" : "unseen"}>
          ${this.act.failure ? html`${this.act.failure}<br />${t("没有发出，内容还在，请重试")}` : this.trouble}
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
    const { task } = this;
    const busy = this.act.busy !== null;
    switch (task.state) {
      case "dispatched":
        return { acts: html`<wall-slide data-command="task.accept" .words=${t("右滑接令")} ?disabled=${busy}
            @slide=${(e: Event) => void this.send("task.accept", e.currentTarget as SlideElement)}></wall-slide>${this.aside(busy)}` };
      case "accepted":
        return { acts: html`${this.noPosition ? this.otherProof(busy) : html`<p class="order">${t("到场了吗？")}</p><button class="main" data-command="task.arrive" ?disabled=${busy} @click=${() => void this.arriveHere()}>${t("我已到场")}</button>`}${this.aside(busy)}` };
      case "onScene":
        return { form: this.form(t("现场怎样？")), acts: html`<button class="main" data-command="task.report" ?disabled=${busy} @click=${() => void this.send("task.report")}>${t("报告情况")}</button>${this.aside(busy)}` };
      case "handling":
        return { form: this.form(t("处置完了吗？")), acts: html`<button class="main" data-command="task.finish" ?disabled=${busy} @click=${() => void this.send("task.finish")}>${t("办结")}</button>
          ${this.aside(busy, html`<button data-command="task.report" ?disabled=${busy} @click=${() => void this.send("task.report")}>${t("再报情况")}</button>`)}` };
      case "finished":
        return { acts: html`<p class="order">${t("等待核查")}</p>` };
      default:
        return { acts: html`<p class="order">${task.state === "closed" ? t("已核查办结") : taskWord(task.state)}</p>` };
    }
  }
  private aside(busy: boolean, first: TemplateResult | typeof nothing = nothing) {
    const legal = legalOnTask(this.task.state);
    return html`<div class="pair">${first}
      ${legal.includes("task.difficulty") ? html`<button ?disabled=${busy} data-opens="task.difficulty" @click=${() => (this.asking = "difficulty")}>${t("有困难")}</button>` : nothing}
      ${legal.includes("task.return") ? html`<button ?disabled=${busy} data-opens="task.return" @click=${() => (this.asking = "return")}>${t("退回")}</button>` : nothing}
    </div>`;
  }
  private ask(): { form: TemplateResult; acts: TemplateResult } {
    const returning = this.asking === "return";
    return {
      form: html`<label>${returning ? t("为什么退回？") : t("遇到什么困难？")}
        <textarea name="words" maxlength="2000" .value=${this.words} @input=${(e: Event) => (this.words = (e.target as HTMLTextAreaElement).value)}></textarea></label>`,
      acts: html`<div class="pair"><button @click=${() => (this.asking = null)}>${t("取消")}</button>
        <button class="primary" data-command=${returning ? "task.return" : "task.difficulty"} ?disabled=${this.act.busy !== null} @click=${() => void this.sendAsked()}>
          ${returning ? t("确认退回") : t("发出困难")}</button></div>`,
    };
  }
  private otherProof(busy: boolean) {
    const point = this.incident?.point;
    return html`<p>${t("拿不到定位。拍一张现场照片也可以登记到场。")}</p>
      <label class="picture">${t("拍照到场")}（${t("最多 8 MB 的图片")}）
        <input class="unseen" type="file" accept="image/*" capture="environment" data-command="task.arrive" ?disabled=${busy} @change=${(e: Event) => void this.arriveWith(e.target as HTMLInputElement)} /></label>
      ${point ? html`<button ?disabled=${busy} @click=${() => void this.arrive({ point: [point[0], point[1]] })}>${t("按事件位置到场")}</button>` : nothing}`;
  }
  private form(question: string) {
    return html`<p class="order">${question}</p><label>${t("说明")}
        <textarea name="words" maxlength="1900" .value=${this.words} @input=${(e: Event) => (this.words = (e.target as HTMLTextAreaElement).value)}></textarea></label>
      <div class="counter" role="group" aria-label=${t("人数")}><button aria-label=${t("减一")} @click=${() => this.countDown()}>−1</button>
        <output aria-label=${t("人数")}>${this.people ?? "—"}</output>
        ${[1, 5, 10].map((n) => html`<button aria-label=${t("加 {n}", { n })} @click=${() => (this.people = (this.people ?? 0) + n)}>+${n}</button>`)}</div>`;
  }
}
const isOpen = (task: Task): boolean => task.state === "dispatched" || task.state === "accepted" || task.state === "onScene" || task.state === "handling";
const timeText = (text: string): string => {
  const at = parseTime(text);
  return at === null ? text : clockText(at);
};
