import "../kit/consequence-sheet.ts";
import "../kit/hold.ts";
import "../kit/read-back.ts";
import "../kit/sheet.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { isGraveToShelve, legalOnAlert } from "../../model/alert.ts";
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
/** For so many minutes; out of service until it is put back; or over, where its source is dead. Null until somebody says. */
type Ends = number | "putBack" | "close" | null;

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
    .endings { display: grid; grid-auto-columns: 1fr; grid-auto-flow: column; gap: 13px; }
    textarea { min-height: 84px; }
    wall-hold { --hold-height: 104px; --hold-type: 24px; }
    .wants { font-weight: 600; }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @property({ attribute: false }) alert!: AlertRecord;
  /** The alert by its place and its name, in the reader's language. */
  @property() what = "";
  @state() private ends: Ends = null;
  @state() private reason = "";
  @state() private isReadBack = false;
  private readonly act = new Act(this);
  private readonly here = new Here(this);

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
  }
  /** What is offered beside the minutes, to whom may do it and as the alert stands. */
  private get endings(): readonly Exclude<Ends, number | null>[] {
    if (!this.session.rights.includes("shelveLong")) return [];
    const legal = legalOnAlert(this.alert);
    return [...(legal.includes("alert.takeOut") ? ["putBack" as const] : []), ...(legal.includes("alert.close") ? ["close" as const] : [])];
  }
  private consequence(ends: NonNullable<Ends>): Consequence {
    const level = inWords(SEVERITY_WORDS[this.alert.severity]);
    const count = t("1 条{level}研判 · {what}", { level, what: this.what });
    const back = ends === "close" ? t("关闭后不能恢复") : ends === "putBack" ? t("值班长、指挥长随时可恢复使用") : t("随时可取消搁置");
    return {
      count,
      cost: ends === "close" ? t("数据中断，研判到此结束；来源恢复而仍超限时重新研判") : ends === "putBack" ? t(isGraveToShelve(this.alert.severity) ? "恢复使用前不响、不要求确认，变得更重也不响" : "恢复使用前不响、不要求确认；变为橙、红级时自动恢复") : t(this.here.isOneTime ? "到 {at} 前不响、不要求确认；变得更重时自动恢复" : "到现实时间 {at} 前不响、不要求确认；变得更重时自动恢复", { at: clockText(this.link.serverNow() + ends * MINUTE) }),
      back: isGraveToShelve(this.alert.severity) ? t("{back}；须另一账号 60 秒内确认才生效", { back }) : back,
    };
  }
  private async send(hold: HoldElement): Promise<void> {
    const { ends, alert: { id: alert } } = this;
    const reason = this.reason.trim();
    if (ends === null) return hold.arm();
    const answer = ends === "close" ? await this.act.do("alert.close", { alert, reason }) : ends === "putBack" ? await this.act.do("alert.takeOut", { alert, reason }) : await this.act.do("alert.shelve", { alert, minutes: ends, reason });
    hold.arm();
    if (answer) this.close();
  }
  private close(): void {
    this.dispatchEvent(new CustomEvent("close"));
  }
  override render() {
    const { alert, ends, reason, act, endings } = this;
    const isGrave = isGraveToShelve(alert.severity);
    const isSaid = ends !== null && reason.trim() !== "";
    const wants = !isSaid ? t("先选时长、写理由") : isGrave && !this.isReadBack ? t("先复诵级别") : "";
    return html`<wall-sheet .heading=${t(ends === "close" ? "关闭告警 · {what}" : ends === "putBack" ? "停用告警 · {what}" : "搁置告警 · {what}", { what: this.what })} @close=${() => this.close()}><div class="form">
      <div class="minutes" role="group" aria-label=${t("时长")}>${[...MINUTES, ...(this.session.rights.includes("shelveLong") ? LONG_MINUTES : [])].map((each) => html`<button data-minutes=${each} aria-pressed=${String(each === ends)} @click=${() => (this.ends = each)}>${minutesWord(each)}</button>`)}</div>
      ${endings.length > 0 ? html`<div class="endings" role="group" aria-label=${t("更久")}>${endings.map((each) => html`<button data-ends=${each} aria-pressed=${String(each === ends)} @click=${() => (this.ends = each)}>${each === "close" ? t("关闭：数据中断") : t("停用，到恢复使用为止")}</button>`)}</div>` : nothing}
      <label>${t("理由（必填）")}<textarea name="reason" maxlength="2000" .value=${reason} @input=${(e: Event) => (this.reason = (e.target as HTMLTextAreaElement).value)}></textarea></label>
      ${isGrave ? html`<wall-read-back .question=${t("哪一级的研判？")} .said=${inWords(SEVERITY_WORDS[alert.severity])} .choices=${LEVELS.map((level) => inWords(SEVERITY_WORDS[level]))} @read=${(e: Event) => (this.isReadBack = (e.currentTarget as ReadBackElement).isRight)}></wall-read-back>` : nothing}
      ${wants ? html`<p class="wants" role="status">${wants}</p>` : html`<wall-consequence .of=${this.consequence(ends!)}></wall-consequence>`}
      <p role="alert" class=${act.failure ? "wrong" : "unseen"}>${act.failure ? `${act.failure} ${t("内容还在，请重试")}` : ""}</p>
      <wall-hold data-command=${ends === "close" ? "alert.close" : ends === "putBack" ? "alert.takeOut" : "alert.shelve"} .words=${act.busy ? t("正在发出") : holdWords(ends, isGrave)} ?disabled=${wants !== "" || act.busy !== null} @hold=${(e: Event) => void this.send(e.currentTarget as HoldElement)}></wall-hold>
    </div></wall-sheet>`;
  }
}
function holdWords(ends: Ends, isGrave: boolean): string {
  if (ends === null) return t("搁置");
  if (ends === "close") return isGrave ? t("按住申请关闭") : t("按住关闭");
  if (ends === "putBack") return isGrave ? t("按住申请停用") : t("按住停用");
  return t(isGrave ? "按住申请搁置 {d}" : "按住搁置 {d}", { d: minutesWord(ends) });
}
declare global {
  interface HTMLElementTagNameMap {
    "console-shelve": ShelveElement;
  }
}
