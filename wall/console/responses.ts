import "../kit/sheet.ts";
import "./response-form.ts";
import "./waiting-response.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { byGravity, oneDown, RESPONSE_KINDS, rightToChange, ROMAN, type ResponseKind, type ResponseRecord } from "../../model/response.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { dayText } from "../../model/moments.ts";
import { linkContext, sessionContext, situationContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { inWords, language, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import { Pulse } from "../kit/pulse.ts";
import { Select } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import { badgeOf, responseBadge } from "./response-badge.ts";
import { t } from "./response-words.ts";
import { stillWaiting } from "./waiting-response.ts";

/** The sheet of response levels: what is in force around a place, what waits for a second person, and to raise and to lower. Fires `close`. */
@customElement("console-responses")
export class ResponsesElement extends LitElement {
  static override styles = [controls, responseBadge, css`
    :host { display: contents; --target: 56px; }
    wall-sheet { inset: auto auto 8px 8px; width: calc(61vw - 16px); max-height: calc(100vh - 104px); }
    .sheet { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 20px 32px; }
    section { display: grid; gap: 12px; align-content: start; }
    h3 { font-size: var(--type-body); font-weight: 600; }
    .one { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 4px 14px; align-items: center; border-top: 1px solid var(--hair); padding-top: 10px; }
    .one p { grid-column: 1 / -1; font-size: var(--u); }
    .of { font-weight: 600; }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @property() region = "";
  @state() private lowers: ResponseKind | "" = "";
  private readonly names = new Names(this);
  private readonly seen = new Select(this, (s) => s.responses(this.region));

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("region") || (this.lowers && !this.own.some(({ kind }) => kind === this.lowers))) this.lowers = "";
  }
  private get inForce() {
    return byGravity([...this.seen.value.records.values()].filter((one): one is Extract<ResponseRecord, { state: "inForce" }> => one.state === "inForce"));
  }
  private get own() {
    return this.inForce.filter(({ region }) => region === this.region);
  }
  override render() {
    const { status, code, records } = this.seen.value;
    const place = this.names.of(this.region);
    return html`<wall-sheet .heading=${`${t("应急响应")} · ${place}`} .note=${""} @close=${() => this.dispatchEvent(new CustomEvent("close"))}>
      ${status === "ready" ? html`<div class="sheet"><section aria-label=${t("现行")}>${this.waiting(records.values())}<h3>${t("现行")}</h3>${this.standing(place)}</section><section>${this.form()}</section></div>`
        : html`<p class="second" role="status">${status === "refused" ? t("未取到响应级别：{code}", { code }) : t("正在取响应级别")}</p>`}
    </wall-sheet>`;
  }
  private waiting(records: Iterable<ResponseRecord>) {
    const waiting = stillWaiting(records, this.link.serverNow());
    return waiting.length === 0 ? nothing : html`<h3>${t("待第二人确认")}</h3>${waiting.map((one) => html`<console-waiting .waiting=${one}></console-waiting>`)}`;
  }
  private standing(place: string) {
    const all = this.inForce;
    if (all.length === 0) return html`<p class="second">${t("{place}未启动应急响应", { place })}</p>`;
    return all.map((one) => {
      const since = parseTime(one.levelSince) ?? 0;
      const facts = { who: this.names.post(one.by), second: one.confirmedBy ? this.names.post(one.confirmedBy) : "", at: `${dayText(since, language())} ${clockText(since)}` };
      const next = oneDown(one.level);
      const may = one.region === this.region && (this.session.rights.includes("respondAny") || this.session.rights.includes(rightToChange(one.level, next)));
      return html`<div class="one" data-response=${one.id} data-level=${one.level}><span class=${badgeOf(one.level, this.situation)}>${ROMAN[one.level]}</span><span class="of">${inWords(RESPONSE_KINDS[one.kind])} · ${one.regionName}</span>
        ${may ? html`<button data-lowers=${one.kind} aria-pressed=${String(this.lowers === one.kind)} @click=${() => (this.lowers = this.lowers === one.kind ? "" : one.kind)}>${next === null ? t("终止响应") : t("降为 {level} 级", { level: ROMAN[next] })}</button>` : html`<span></span>`}
        <p class="second">${one.confirmedBy ? t("{who} 启动，{second} 确认，{at} 起", facts) : t("{who} 启动，{at} 起", facts)} · ${one.reason}${one.plan ? html` · ${t("依据：{plan}", { plan: one.plan })}` : nothing}</p></div>`;
    });
  }
  private form() {
    if (!this.session.rights.includes("respond") && !this.session.rights.includes("respondAny")) return html`<p class="second">${t("本席位不能启动或终止响应")}</p>`;
    return html`<console-response-form .region=${this.region} .lowers=${this.lowers} .standing=${new Map(this.own.map(({ kind, level }) => [kind, level]))} @done=${() => (this.lowers = "")}></console-response-form>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-responses": ResponsesElement;
  }
}
