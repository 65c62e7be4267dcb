import "../../kit/sheet.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { AlertPost } from "../../../model/alert-post.ts";
import type { AlertRecord } from "../../../model/records.ts";
import { clockText, parseTime } from "../../../model/time.ts";
import { Act } from "../../kit/act.ts";
import { readsContext, sessionContext, situationContext } from "../../kit/contexts.ts";
import { controls } from "../../kit/controls.ts";
import { Speaks } from "../../kit/language.ts";
import { Names } from "../../kit/names.ts";
import type { Reads } from "../../kit/reads.ts";
import type { Session } from "../../kit/session.ts";
import { t as queueT } from "../words.ts";
import { t } from "./remark-words.ts";

/** Posts that stand in the sheet at first: those of the place and of who sits above it. */
const POSTS_LISTED = 6;
/** Notes that do, the newest last. */
const SAID_LISTED = 3;

/**
 * What people have noted on one alert, a note more, and the post that has it in hand. A note is tapped: it changes nothing
 * that stands. So is who has it, which the next one may give on. Fires `close`.
 */
@customElement("console-remark")
export class RemarkElement extends LitElement {
  static override styles = [controls, css`
    :host { display: contents; --target: 64px; }
    wall-sheet { inset: auto 8px 8px auto; width: calc(39vw - 16px); max-height: calc(100vh - 104px); }
    .form, section { display: grid; gap: 14px; }
    section + section { margin-top: 12px; padding-top: 16px; border-top: 1px solid var(--hair); }
    h3 { font-size: var(--type-title); font-weight: 600; display: flex; gap: 0.8em; align-items: baseline; flex-wrap: wrap; }
    h3 span { font-weight: 400; font-size: var(--u); }
    .said li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 0.8em; padding: 6px 0; border-bottom: 1px solid var(--hair); overflow-wrap: anywhere; }
    .said time { color: var(--t3); font-variant-numeric: tabular-nums; }
    .posts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 13px; }
    .posts button { padding: 0 0.6em; overflow-wrap: anywhere; }
    .posts .own { font-size: var(--u); font-weight: 400; }
    .decision { min-height: 104px; font-size: 24px; font-weight: 600; }
    textarea { min-height: 84px; }
  `];
  @consume({ context: readsContext }) private reads!: Reads;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @property({ attribute: false }) alert!: AlertRecord;
  /** The alert by its place and its name, in the reader's language. */
  @property() what = "";
  @state() private text = "";
  @state() private to = "";
  @state() private posts: readonly AlertPost[] | null = null;
  @state() private isUnread = false;
  @state() private areAllListed = false;
  @state() private areAllSaid = false;
  private readonly act = new Act(this);
  private readonly names = new Names(this);

  constructor() {
    super();
    new Speaks(this);
  }
  protected override firstUpdated(): void {
    void this.ask();
  }
  private async ask(): Promise<void> {
    this.isUnread = false;
    try {
      this.posts = await this.reads.postsFor(this.situation, this.alert.id);
    } catch {
      this.isUnread = true;
    }
  }
  private async note(): Promise<void> {
    if (!(await this.act.do("alert.comment", { alert: this.alert.id, text: this.text.trim() }))) return;
    this.text = "";
    if (this.to === "") this.close();
  }
  private async give(): Promise<void> {
    if (!(await this.act.do("alert.assign", { alert: this.alert.id, to: this.to }))) return;
    this.to = "";
    // What is written and not yet recorded stays before whoever wrote it.
    if (this.text.trim() === "") this.close();
  }
  private close(): void {
    this.dispatchEvent(new CustomEvent("close"));
  }
  override render() {
    const { act } = this;
    return html`<wall-sheet .heading=${t("备注、交办 · {what}", { what: this.what })} @close=${() => this.close()}><div class="form">
      <section>
        <h3>${this.alert.comments?.length ? t("备注 {n} 条", { n: this.alert.comments.length }) : t("尚无备注")}</h3>
        ${this.said()}
        <label>${t("备注（留痕，不能删改）")}<textarea name="note" maxlength="2000" .value=${this.text} @input=${(e: Event) => (this.text = (e.target as HTMLTextAreaElement).value)}></textarea></label>
        <button class="decision primary" data-command="alert.comment" ?disabled=${act.busy !== null || this.text.trim() === ""} @click=${() => void this.note()}>${act.busy === "alert.comment" ? t("正在记入") : t("记入备注")}</button>
      </section>
      <p role="alert" class=${act.failure ? "wrong" : "unseen"}>${act.failure ? `${act.failure} ${t("内容还在，请重试")}` : ""}</p>
      <section>
        <h3>${t("交办给")} ${this.alert.assignedTo === undefined ? nothing : html`<span class="second">${t("现由 {who} 办", { who: this.names.post(this.alert.assignedTo) })}</span>`}</h3>
        ${this.seats()}
        <button class="decision" data-command="alert.assign" ?disabled=${act.busy !== null || this.to === ""} @click=${() => void this.give()}>${act.busy === "alert.assign" ? t("正在交办") : this.to === "" ? t("先选交给谁") : t("交给 {who}", { who: this.names.post(this.to) })}</button>
      </section>
    </div></wall-sheet>`;
  }
  private said() {
    const { comments = [] } = this.alert;
    const earlier = this.areAllSaid ? 0 : Math.max(0, comments.length - SAID_LISTED);
    return comments.length === 0 ? nothing : html`${earlier > 0 ? html`<button data-opens="said" @click=${() => (this.areAllSaid = true)}>${t("更早 {n} 条", { n: earlier })}</button>` : nothing}
      <ul class="said">${comments.slice(earlier).map(({ at, actor, text }) => html`<li><time>${clockText(parseTime(at)!)}</time><span>${queueT("{who}：", { who: this.names.post(actor) })}<span lang="zh-CN">${text}</span></span></li>`)}</ul>`;
  }
  private seats() {
    if (this.isUnread) return html`<p role="status">${t("可交办的岗位没有取到")}</p><button @click=${() => void this.ask()}>${t("再取一次")}</button>`;
    if (this.posts === null) return html`<p role="status" class="second">${t("正在取可交办的岗位")}</p>`;
    // Whoever takes it over stands before all others; who has it cannot be given it.
    const isOwn = ({ account }: AlertPost): boolean => account === this.session.account;
    const others = [...this.posts.filter(isOwn), ...this.posts.filter((post) => !isOwn(post))].filter(({ account }) => account !== this.alert.assignedTo);
    if (others.length === 0) return html`<p role="status">${t("没有可交办的岗位")}</p>`;
    const listed = this.areAllListed ? others : others.slice(0, POSTS_LISTED);
    return html`<div class="posts" role="group" aria-label=${t("交办给")}>${listed.map(({ account }) => html`<button data-post=${account} aria-pressed=${String(account === this.to)} @click=${() => (this.to = account === this.to ? "" : account)}>${this.names.post(account)}${account === this.session.account ? html`<span class="own">${t("本席位")}</span>` : nothing}</button>`)}</div>
      ${listed.length < others.length ? html`<button data-opens="posts" @click=${() => (this.areAllListed = true)}>${t("再列 {n} 个岗位", { n: others.length - listed.length })}</button>` : nothing}`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-remark": RemarkElement;
  }
}
