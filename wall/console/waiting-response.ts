import "../kit/slide.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { RESPONSE_KINDS, type ResponseRecord } from "../../model/response.ts";
import { parseTime, SECOND } from "../../model/time.ts";
import { Act } from "../kit/act.ts";
import { linkContext, sessionContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { inWords, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import { Pulse } from "../kit/pulse.ts";
import type { Session } from "../kit/session.ts";
import type { SlideElement } from "../kit/slide.ts";
import { levelName, t } from "./response-words.ts";

export type WaitingRecord = Extract<ResponseRecord, { state: "pending" }>;

/** Those that can still be decided at server time `now`: one that has expired is told by nobody. */
export const stillWaiting = (records: Iterable<ResponseRecord>, now: number): WaitingRecord[] =>
  [...records].filter((one): one is WaitingRecord => one.state === "pending" && (parseTime(one.expiresAt) ?? 0) > now);

/** One change that waits for a second person: what it is, how long it still waits, and to agree or to refuse. */
@customElement("console-waiting")
export class WaitingElement extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; gap: 10px; border: 2px solid var(--t1); border-radius: 8px; padding: 12px 16px; background: var(--raise); --target: 64px; }
    .what { font-weight: 600; }
    .left { font-variant-numeric: tabular-nums; }
    .row { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 12px; align-items: center; }
    wall-slide { --slide-height: 64px; --thumb: 64px; --slide-type: var(--type-body); }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @property({ attribute: false }) waiting!: WaitingRecord;
  private readonly act = new Act(this);
  private readonly names = new Names(this);

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
  }
  private async confirm(slide: SlideElement): Promise<void> {
    await this.act.do("confirm", { command: this.waiting.id });
    slide.arm();
  }
  override render() {
    const { id, by, region, kind, from, level, reason, plan, expiresAt } = this.waiting;
    const left = Math.max(0, Math.ceil(((parseTime(expiresAt) ?? 0) - this.link.serverNow()) / SECOND));
    const own = by === this.session.account;
    const may = this.session.rights.includes("second");
    const busy = this.act.busy !== null;
    return html`<p class="what" data-waiting=${id}>${t("{who} 申请：{place} {kind} {from} → {to}", { who: this.names.post(by), place: this.names.of(region), kind: inWords(RESPONSE_KINDS[kind]), from: levelName(from), to: levelName(level) })}
        <span class="left second">${t("余 {n} 秒", { n: left })}</span></p>
      <p class="second">${reason}${plan ? html` · ${t("依据：{plan}", { plan })}` : nothing}</p>
      ${may
        ? html`<div class="row">${own ? html`<p class="second">${t("须由另一账号确认")}</p>` : html`<wall-slide data-command="confirm" .words=${this.act.busy === "confirm" ? t("正在发出") : t("滑到底确认")} ?disabled=${busy} @slide=${(e: Event) => void this.confirm(e.currentTarget as SlideElement)}></wall-slide>`}
          <button data-command="refuse" ?disabled=${busy} @click=${() => void this.act.do("refuse", { command: id })}>${own ? t("撤回") : t("驳回")}</button></div>`
        : html`<p class="second">${t("须指挥长或值班长确认")}</p>`}
      <p role="alert" class=${this.act.failure ? "wrong" : "unseen"}>${this.act.failure}</p>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-waiting": WaitingElement;
  }
}
