import "../../kit/consequence-sheet.ts";
import "../../kit/hold.ts";
import "../../kit/sheet.ts";
import "../../kit/slide.ts";
import "./updating.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Incident } from "../../../model/incident.ts";
import { dayText } from "../../../model/moments.ts";
import type { RegionCode } from "../../../model/region.ts";
import type { Similar } from "../../../model/similar.ts";
import type { Task } from "../../../model/task.ts";
import { clockText, DAY, formatTime, HOUR } from "../../../model/time.ts";
import { Act } from "../../kit/act.ts";
import { linkContext, readsContext, sessionContext, situationContext, type Link } from "../../kit/contexts.ts";
import { controls } from "../../kit/controls.ts";
import { language, Speaks } from "../../kit/language.ts";
import { Names } from "../../kit/names.ts";
import { ReadRefused, type Reads, type TopicView } from "../../kit/reads.ts";
import { Select } from "../../kit/select.ts";
import type { Session } from "../../kit/session.ts";
import { asideName, t } from "./words.ts";
import { asidesOf, GESTURE, type Aside } from "./acts.ts";
import { ofAside } from "./consequences.ts";

const UNTIL_MS = [4 * HOUR, 12 * HOUR, DAY, 3 * DAY, 7 * DAY] as const;
const SCORES = [60, 70, 80, 90, 100] as const;

/** What else can be done about an incident: first which, then what it needs and comes to, and its own gesture. Fires `close`. */
@customElement("console-asides")
export class AsidesElement extends LitElement {
  static override styles = [controls, css`
    :host { display: contents; --target: 64px; }
    wall-sheet { inset: auto 8px 8px auto; width: calc(39vw - 16px); max-height: calc(100vh - 104px); }
    .form, .menu { display: grid; gap: 13px; }
    .menu { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .menu button { min-height: 104px; font-size: 22px; }
    .choices { display: flex; flex-wrap: wrap; gap: 12px; max-height: 30vh; overflow-y: auto; }
    .choices button { min-height: 64px; text-align: start; }
    textarea { min-height: 84px; }
    wall-hold { --hold-height: 104px; --hold-type: 24px; }
    .decision { min-height: 104px; font-size: 24px; font-weight: 600; }
    .wants { font-weight: 600; }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: readsContext }) private reads!: Reads;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @property({ attribute: false }) incident!: Incident;
  @property({ attribute: false }) tasks: readonly Task[] = [];
  @property({ attribute: false }) topics: readonly TopicView[] = [];
  @state() private aside: Aside | null = null;
  @state() private reason = "";
  /** Which incident, region, span or score was chosen; empty = none. */
  @state() private chosen = "";
  @state() private similar: readonly Similar[] | null = null;
  @state() private unread = "";
  private readonly act = new Act(this);
  private readonly names = new Names(this);
  private readonly others = new Select(this, (s) => s.incidents(this.session.region).records);

  constructor() {
    super();
    new Speaks(this);
  }
  private get offered(): readonly Aside[] {
    return asidesOf(this.incident, this.session, this.link.serverNow());
  }
  protected override willUpdate(): void {
    // Somebody else was faster: what is no longer legal is no longer asked.
    if (this.aside && !this.act.busy && !this.offered.includes(this.aside)) this.choose(null);
  }
  private choose(aside: Aside | null): void {
    [this.aside, this.reason, this.chosen] = [aside, "", ""];
    this.act.clear();
    if (aside === "incident.merge") void this.look();
  }
  private async look(): Promise<void> {
    [this.similar, this.unread] = [null, ""];
    try {
      this.similar = await this.reads.similar(this.situation, this.incident.id);
    } catch (error) {
      this.unread = error instanceof ReadRefused ? error.code : "lost";
    }
  }
  private close(): void {
    this.dispatchEvent(new CustomEvent("close"));
  }
  private async send(arm: () => void): Promise<void> {
    const done = await this.sent();
    arm();
    if (done) this.close();
  }
  private async sent(): Promise<boolean> {
    const { aside, chosen, incident: { id: incident } } = this;
    const reason = this.reason.trim();
    if (aside === "incident.resume") return (await this.act.do(aside, { incident, ...(reason && { reason }) })) !== null;
    if (aside === "incident.merge") return (await this.act.do(aside, { incident, into: chosen, reason })) !== null;
    if (aside === "incident.suspend") return (await this.act.do(aside, { incident, until: formatTime(this.link.serverNow() + Number(chosen)), reason })) !== null;
    if (aside === "incident.evaluate") return (await this.act.do(aside, { incident, score: Number(chosen), text: reason })) !== null;
    if (aside === "incident.transfer") return (await this.act.do(aside, { incident, region: chosen, reason })) !== null;
    if (aside === "incident.reject" || aside === "incident.escalate" || aside === "incident.reopen" || aside === "incident.cancel") return (await this.act.do(aside, { incident, reason })) !== null;
    return false;
  }

  override render() {
    const { aside, incident } = this;
    const heading = aside ? `${asideName(aside)} · ${incident.title}` : t("更多处置 · {title}", { title: incident.title });
    return html`<wall-sheet .heading=${heading} @close=${() => this.close()}>${aside ? html`<button slot="act" @click=${() => this.choose(null)}>‹ ${t("另选")}</button>` : nothing}
      ${aside === null ? html`<div class="menu">${this.offered.map((each) => html`<button data-aside=${each} @click=${() => this.choose(each)}>${asideName(each)}</button>`)}</div>`
        : aside === "incident.update" ? html`<console-updating .incident=${incident} .topics=${this.topics} @done=${() => this.close()}></console-updating>`
          : this.form(aside)}</wall-sheet>`;
  }
  private form(aside: Aside) {
    const { act, reason } = this;
    const isSaid = reason.trim() !== "" || aside === "incident.resume";
    const wants = this.lacks(aside) || (isSaid ? "" : t("先写理由"));
    return html`<div class="form">${this.choices(aside)}
      <label>${aside === "incident.evaluate" ? t("评语") : t("理由（必填）")}<textarea name="reason" maxlength="2000" .value=${reason} @input=${(e: Event) => (this.reason = (e.target as HTMLTextAreaElement).value)}></textarea></label>
      ${wants ? html`<p class="wants" role="status">${wants}</p>` : html`<wall-consequence .of=${ofAside(aside, this.tasks, this.target(aside))}></wall-consequence>`}
      <p role="alert" class=${act.failure ? "wrong" : "unseen"}>${act.failure ? `${act.failure} ${t("内容还在，请重试")}` : ""}</p>
      ${this.control(aside, wants !== "" || act.busy !== null)}</div>`;
  }
  private control(aside: Aside, isBarred: boolean) {
    const words = this.act.busy ? t("正在发出") : this.words(aside);
    const gesture = GESTURE[aside];
    const send = (e: Event) => void this.send(() => (e.currentTarget as { arm?: () => void } | null)?.arm?.());
    if (gesture === "tap") return html`<button class="primary decision" data-command=${aside} ?disabled=${isBarred} @click=${send}>${words}</button>`;
    return gesture === "slide" ? html`<wall-slide data-command=${aside} .words=${words} ?disabled=${isBarred} @slide=${this.gestured}></wall-slide>` : html`<wall-hold data-command=${aside} .words=${words} ?disabled=${isBarred} @hold=${this.gestured}></wall-hold>`;
  }
  private readonly gestured = (e: Event): void => {
    const control = e.currentTarget as HTMLElement & { arm(): void };
    void this.send(() => control.arm());
  };
  /** The button names the act. */
  private words(aside: Aside): string {
    if (aside === "incident.resume") return t("立即恢复处置");
    if (aside === "incident.escalate") return t("滑到底提级");
    if (aside === "incident.transfer") return t("滑到底移送 {place}", { place: this.target(aside) });
    if (aside === "incident.suspend") return t("按住挂起至 {at}", { at: this.target(aside) });
    return t(HOLD[aside] ?? "按住并案");
  }
  /** What was chosen, in words. */
  private target(aside: Aside): string {
    const { chosen } = this;
    if (aside === "incident.escalate") return this.above;
    if (chosen === "") return "…";
    if (aside === "incident.transfer") return this.names.of(chosen);
    if (aside !== "incident.suspend") return chosen;
    const at = this.link.serverNow() + Number(chosen);
    return `${dayText(at, language())} ${clockText(at)}`;
  }
  private get above(): string {
    const path = this.names.region(this.incident.escalatedTo ?? this.incident.region)?.path ?? [];
    const [next] = path.slice(-1);
    // What lies above the seat is not asked for by its name.
    return next !== undefined && next.startsWith(this.session.region) ? this.names.of(next) : t("上一级");
  }
  private lacks(aside: Aside): string {
    if (this.chosen !== "") return "";
    if (aside === "incident.merge") return t("先选并入哪一件");
    if (aside === "incident.suspend") return t("先选到何时");
    if (aside === "incident.transfer") return t("先选移送到哪里");
    return aside === "incident.evaluate" ? t("先写评分、评语") : "";
  }
  private choices(aside: Aside) {
    if (aside === "incident.merge") return this.group(t("并入哪一件？"), this.merges(), this.unread ? t("未取到疑似同一件的事件：{code}", { code: this.unread }) : this.similar === null ? t("正在找疑似同一件的事件") : t("没有疑似同一件的事件"));
    if (aside === "incident.suspend") return this.group(t("挂起到何时"), UNTIL_MS.map((ms) => [String(ms), ms < DAY ? t("{n} 小时", { n: ms / HOUR }) : t("{n} 天", { n: ms / DAY })]));
    if (aside === "incident.evaluate")
      return html`${this.group(t("评分（0–100）"), SCORES.map((n) => [String(n), String(n)]))}<label>${t("评分（0–100）")}<input name="score" type="number" min="0" max="100" step="1" .value=${this.chosen} @input=${(e: Event) => (this.chosen = scoreIn((e.target as HTMLInputElement).value))} /></label>`;
    return aside === "incident.transfer" ? this.group(t("移送到哪里？"), this.neighbours().map((code) => [code, this.names.of(code)])) : nothing;
  }
  private group(label: string, choices: readonly (readonly [value: string, words: string])[], none = "") {
    return html`<div class="choices" role="group" aria-label=${label}><span class="second">${label}</span>${choices.length === 0 && none ? html`<span role="status">${none}</span>` : nothing}
      ${choices.map(([value, words]) => html`<button data-choice=${value} aria-pressed=${String(this.chosen === value)} @click=${() => (this.chosen = value)}>${words}</button>`)}</div>`;
  }
  /** Offered by the server alone: nothing is merged because somebody looked for it. */
  private merges(): readonly (readonly [string, string])[] {
    return (this.similar ?? []).map(({ incident, metres, minutes }) => {
      const title = this.others.value.get(incident)?.title ?? incident;
      return [incident, metres === null ? t("{title}（同区，相隔 {n} 分）", { title, n: minutes }) : t("{title}（相距约 {m} 米，{n} 分）", { title, m: metres, n: minutes })];
    });
  }
  /** Below it, and beside it as far as the seat sees who is there; never above. */
  private neighbours(): readonly RegionCode[] {
    const own = this.names.region(this.incident.region);
    const parent = own?.parent !== null && own?.parent !== undefined && own.parent.startsWith(this.session.region) ? this.names.region(own.parent) : undefined;
    return [...(parent?.children ?? []), ...(own?.children ?? [])].filter(({ code, special }) => code !== this.incident.region && !special).map(({ code }) => code);
  }
}
const HOLD: Readonly<Partial<Record<Aside, Parameters<typeof t>[0]>>> = { "incident.merge": "按住并案", "incident.reject": "按住不予受理", "incident.reopen": "按住重开", "incident.evaluate": "按住提交评估", "incident.cancel": "按住申请撤销" };
/** A whole number from 0 to 100, else nothing. */
const scoreIn = (text: string): string => (/^\d{1,3}$/.test(text) && Number(text) <= 100 ? text : "");
declare global {
  interface HTMLElementTagNameMap {
    "console-asides": AsidesElement;
  }
}
