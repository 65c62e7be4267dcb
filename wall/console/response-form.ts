import "../kit/consequence-sheet.ts";
import "../kit/slide.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { changeOf, needsSecond, oneDown, RESPONSE_KIND_IDS, RESPONSE_KINDS, rightToChange, type ResponseKind, type ResponseLevel, type Standing } from "../../model/response.ts";
import { Act } from "../kit/act.ts";
import { sessionContext } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { inWords, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import type { Session } from "../kit/session.ts";
import type { SlideElement } from "../kit/slide.ts";
import { ofResponding } from "./consequences.ts";
import { levelName, t } from "./response-words.ts";

const LEVELS = [4, 3, 2, 1] as const;

/** Orders a response level of one region: up by choice, down one step, with a reason, by a slide. Fires `done`. */
@customElement("console-response-form")
export class ResponseFormElement extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; gap: 12px; align-content: start; --target: 56px; }
    h3 { font-size: var(--type-body); font-weight: 600; display: flex; align-items: center; justify-content: space-between; gap: 12px; }
    .levels { display: grid; grid-template-columns: repeat(4, 1fr); gap: 10px; }
    textarea { min-height: 84px; }
    .effect { font-weight: 600; }
    .note { font-size: var(--u); }
    wall-slide { --slide-height: 72px; --thumb: 72px; --slide-type: var(--type-body); }
  `];
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @property() region = "";
  /** The kind that is to be lowered; empty = one is started or raised. */
  @property() lowers: ResponseKind | "" = "";
  /** What stands in this region itself. */
  @property({ attribute: false }) standing: ReadonlyMap<ResponseKind, ResponseLevel> = new Map();
  @state() private kind: ResponseKind = "typhoon";
  @state() private level: ResponseLevel | 0 = 0;
  @state() private reason = "";
  @state() private plan = "";
  private readonly act = new Act(this);
  private readonly names = new Names(this);

  constructor() {
    super();
    new Speaks(this);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // What was written for one place, or one direction, is not for another.
    if (changed.has("region") || changed.has("lowers")) [this.level, this.reason, this.plan] = [0, "", ""];
  }
  private get shown(): ResponseKind {
    return this.lowers || this.kind;
  }
  private get from(): Standing {
    return this.standing.get(this.shown) ?? null;
  }
  private get below() {
    const children = this.names.region(this.region)?.children ?? [];
    return children[0] && { n: children.length, level: children[0].level };
  }
  private may(to: Standing): boolean {
    const { rights } = this.session;
    return rights.includes("respondAny") || rights.includes(rightToChange(this.from, to));
  }
  /** Where it goes; undefined while that is not chosen. */
  private get to(): Standing | undefined {
    if (this.lowers) return this.from === null ? undefined : oneDown(this.from);
    return this.level === 0 || changeOf(this.from, this.level) !== "response.raise" ? undefined : this.level;
  }
  private async send(slide: SlideElement): Promise<void> {
    const { region, shown: kind, to, reason, plan } = this;
    if (to === undefined || !reason.trim()) return slide.arm();
    const answer = this.lowers
      ? await this.act.do("response.lower", { region, kind, level: to, reason: reason.trim() })
      : await this.act.do("response.raise", { region, kind, level: to!, reason: reason.trim(), ...(plan.trim() && { plan: plan.trim() }) });
    slide.arm();
    if (!answer) return;
    [this.level, this.reason, this.plan] = [0, "", ""];
    this.dispatchEvent(new CustomEvent("done"));
  }

  override render() {
    const { from, to, lowers, act } = this;
    const ready = to !== undefined && this.reason.trim() !== "" && this.may(to);
    const two = to !== undefined && needsSecond(from, to);
    const words = lowers ? (two ? t("滑到底申请降级") : t("滑到底降级")) : two ? t("滑到底申请启动") : t("滑到底启动");
    return html`<h3>${lowers ? t("降级：{kind}", { kind: inWords(RESPONSE_KINDS[lowers]) }) : t("启动或升级")}${lowers ? html`<button @click=${() => this.dispatchEvent(new CustomEvent("done"))}>${t("返回")}</button>` : nothing}</h3>
      ${lowers ? nothing : this.choice()}
      <label>${t("理由")}<textarea name="reason" maxlength="2000" .value=${this.reason} @input=${(e: Event) => (this.reason = (e.target as HTMLTextAreaElement).value)}></textarea></label>
      ${lowers ? nothing : html`<label>${t("预案条款、文号（可不填）")}<input name="plan" maxlength="200" autocomplete="off" .value=${this.plan} @input=${(e: Event) => (this.plan = (e.target as HTMLInputElement).value)} /></label>`}
      <p>${to === undefined || this.reason.trim() === ""
        ? html`<span class="second">${t("先选级别、写理由")}</span>`
        : html`<span class="effect">${t("{place} {kind}：{from} → {to}，适用于所有下级区域", { place: this.names.of(this.region), kind: inWords(RESPONSE_KINDS[this.shown]), from: levelName(from), to: levelName(to) })}</span> <span class="second note">${two ? t("须另一账号在 60 秒内确认") : t("立即生效，留痕")}</span>`}</p>
      ${to === undefined ? nothing : html`<wall-consequence .of=${ofResponding(from, to, this.names.of(this.region), this.below)}></wall-consequence>`}
      <p role="alert" class=${act.failure ? "wrong" : "unseen"}>${act.failure ? `${act.failure} ${t("内容还在，请重试")}` : ""}</p>
      <wall-slide data-command=${lowers ? "response.lower" : "response.raise"} .words=${act.busy ? t("正在发出") : words} ?disabled=${!ready || act.busy !== null} @slide=${(e: Event) => void this.send(e.currentTarget as SlideElement)}></wall-slide>`;
  }
  private choice() {
    const { from } = this;
    return html`<label>${t("类型")}<select name="kind" @change=${(e: Event) => (this.kind = (e.target as HTMLSelectElement).value as ResponseKind)}>${RESPONSE_KIND_IDS.map((id) => html`<option value=${id} ?selected=${id === this.kind}>${inWords(RESPONSE_KINDS[id])}</option>`)}</select></label>
      <div class="levels" role="group" aria-label=${t("级别")}>${LEVELS.map((level) => html`<button data-level=${level} aria-pressed=${String(this.level === level)} ?disabled=${changeOf(from, level) !== "response.raise" || !this.may(level)} @click=${() => (this.level = this.level === level ? 0 : level)}>${levelName(level)}</button>`)}</div>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-response-form": ResponseFormElement;
  }
}
