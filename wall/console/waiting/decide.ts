import "../../kit/slide.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { parseTime, SECOND } from "../../../model/time.ts";
import { Act } from "../../kit/act.ts";
import { linkContext, sessionContext, type Link } from "../../kit/contexts.ts";
import { controls } from "../../kit/controls.ts";
import { Speaks } from "../../kit/language.ts";
import { Pulse } from "../../kit/pulse.ts";
import type { Session } from "../../kit/session.ts";
import type { SlideElement } from "../../kit/slide.ts";
import { t } from "./words.ts";

/** One command that waits: what it is, how long still, and to agree by a slide or to refuse by a tap. Whoever asked may only take it back. Fires `expired`. */
@customElement("console-decide")
export class DecideElement extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; gap: 8px; border: 2px solid var(--t1); border-radius: 8px; padding: 12px 16px; background: var(--raise); --target: 64px; }
    p { overflow-wrap: anywhere; }
    .what { font-weight: 600; }
    .left { font-variant-numeric: tabular-nums; white-space: nowrap; }
    .row { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 13px; align-items: center; }
    wall-slide { --slide-height: 64px; --thumb: 64px; --slide-type: var(--type-body); }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @property() command = "";
  @property() by = "";
  @property() expiresAt = "";
  @property() what = "";
  @property() why = "";
  private readonly act = new Act(this);

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
  }
  private get leftMs(): number {
    return (parseTime(this.expiresAt) ?? 0) - this.link.serverNow();
  }
  protected override updated(): void {
    if (this.leftMs <= 0) this.dispatchEvent(new CustomEvent("expired"));
  }
  private async confirm(slide: SlideElement): Promise<void> {
    await this.act.do("confirm", { command: this.command });
    slide.arm();
  }
  override render() {
    const { command, session, leftMs } = this;
    // What has expired can be decided by nobody, and is not offered.
    if (leftMs <= 0) return nothing;
    const own = this.by === session.account;
    const may = session.rights.includes("second");
    const busy = this.act.busy !== null;
    return html`<p class="what" data-waiting=${command}>${this.what} <span class="left second">${t("余 {n} 秒", { n: Math.ceil(leftMs / SECOND) })}</span></p>
      ${this.why ? html`<p class="second">${this.why}</p>` : nothing}
      ${may || own
        ? html`<div class="row">${own ? html`<p class="second">${t("须由另一账号确认")}</p>` : html`<wall-slide data-command="confirm" .words=${this.act.busy === "confirm" ? t("正在发出") : t("滑到底确认")} ?disabled=${busy} @slide=${(e: Event) => void this.confirm(e.currentTarget as SlideElement)}></wall-slide>`}
          <button data-command="refuse" ?disabled=${busy} @click=${() => void this.act.do("refuse", { command })}>${own ? t("撤回") : t("驳回")}</button></div>`
        : html`<p class="second">${t("须指挥长或值班长确认")}</p>`}
      <p role="alert" class=${this.act.failure ? "wrong" : "unseen"}>${this.act.failure}</p>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-decide": DecideElement;
  }
}
