import "../kit/consequence-sheet.ts";
import "../kit/hold.ts";
import "../kit/read-back.ts";
import "../kit/sheet.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { isGraveToShelve } from "../../model/alert.ts";
import type { AlertRecord } from "../../model/records.ts";
import { clockText, MINUTE } from "../../model/time.ts";
import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";
import { Act } from "../kit/act.ts";
import type { Consequence } from "../kit/consequence-sheet.ts";
import { linkContext, sessionContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import type { HoldElement } from "../kit/hold.ts";
import { inWords, Speaks } from "../kit/language.ts";
import { Pulse } from "../kit/pulse.ts";
import type { ReadBackElement } from "../kit/read-back.ts";
import type { Session } from "../kit/session.ts";
import { Here } from "../panels/here.ts";
import { minutesWord, t } from "./shelve-words.ts";

const MINUTES = [15, 30, 60] as const;
const LONG_MINUTES = [120, 240, 480] as const;
const LEVELS: readonly Severity[] = [1, 2, 3, 4];

/**
 * Sets one alert aside: for how long, why, what that comes to, and a hold. A red or an orange one is read back by its level
 * first, and waits for a second person then. Fires `close`.
 */
@customElement("console-shelve")
export class ShelveElement extends LitElement {
  static override styles = [controls, css`
    :host { display: contents; --target: 64px; }
    wall-sheet { inset: auto 8px 8px auto; width: calc(39vw - 16px); max-height: calc(100vh - 104px); }
    .form { display: grid; gap: 14px; }
    .minutes { display: grid; grid-template-columns: repeat(3, 1fr); gap: 13px; }
    textarea { min-height: 84px; }
    wall-hold { --hold-height: 104px; --hold-type: 24px; }
    .wants { font-weight: 600; }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @property({ attribute: false }) alert!: AlertRecord;
  /** The alert by its place and its name, in the reader's language. */
  @property() what = "";
  @state() private minutes = 0;
  @state() private reason = "";
  @state() private isReadBack = false;
  private readonly act = new Act(this);
  private readonly here = new Here(this);

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
  }
  private get consequence(): Consequence {
    const level = inWords(SEVERITY_WORDS[this.alert.severity]);
    const at = clockText(this.link.serverNow() + this.minutes * MINUTE);
    const back = t("随时可取消搁置");
    return {
      count: t("1 条{level}研判 · {what}", { level, what: this.what }),
      cost: t(this.here.isOneTime ? "到 {at} 前不响、不要求确认；变得更重时自动恢复" : "到现实时间 {at} 前不响、不要求确认；变得更重时自动恢复", { at }),
      back: isGraveToShelve(this.alert.severity) ? t("{back}；须另一账号 60 秒内确认才生效", { back }) : back,
    };
  }
  private async send(hold: HoldElement): Promise<void> {
    const answer = await this.act.do("alert.shelve", { alert: this.alert.id, minutes: this.minutes, reason: this.reason.trim() });
    hold.arm();
    if (answer) this.close();
  }
  private close(): void {
    this.dispatchEvent(new CustomEvent("close"));
  }
  override render() {
    const { alert, minutes, reason, act } = this;
    const isGrave = isGraveToShelve(alert.severity);
    const isSaid = minutes > 0 && reason.trim() !== "";
    const wants = !isSaid ? t("先选时长、写理由") : isGrave && !this.isReadBack ? t("先复诵级别") : "";
    const d = minutesWord(minutes);
    return html`<wall-sheet .heading=${t("搁置告警 · {what}", { what: this.what })} @close=${() => this.close()}><div class="form">
      <div class="minutes" role="group" aria-label=${t("时长")}>${[...MINUTES, ...(this.session.rights.includes("shelveLong") ? LONG_MINUTES : [])].map((each) => html`<button data-minutes=${each} aria-pressed=${String(each === minutes)} @click=${() => (this.minutes = each)}>${minutesWord(each)}</button>`)}</div>
      <label>${t("理由（必填）")}<textarea name="reason" maxlength="2000" .value=${reason} @input=${(e: Event) => (this.reason = (e.target as HTMLTextAreaElement).value)}></textarea></label>
      ${isGrave ? html`<wall-read-back .question=${t("哪一级的研判？")} .said=${inWords(SEVERITY_WORDS[alert.severity])} .choices=${LEVELS.map((level) => inWords(SEVERITY_WORDS[level]))} @read=${(e: Event) => (this.isReadBack = (e.currentTarget as ReadBackElement).isRight)}></wall-read-back>` : nothing}
      ${wants ? html`<p class="wants" role="status">${wants}</p>` : html`<wall-consequence .of=${this.consequence}></wall-consequence>`}
      <p role="alert" class=${act.failure ? "wrong" : "unseen"}>${act.failure ? `${act.failure} ${t("内容还在，请重试")}` : ""}</p>
      <wall-hold data-command="alert.shelve" .words=${act.busy ? t("正在发出") : minutes === 0 ? t("搁置") : isGrave ? t("按住申请搁置 {d}", { d }) : t("按住搁置 {d}", { d })} ?disabled=${wants !== "" || act.busy !== null} @hold=${(e: Event) => void this.send(e.currentTarget as HoldElement)}></wall-hold>
    </div></wall-sheet>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-shelve": ShelveElement;
  }
}
