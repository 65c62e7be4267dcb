import "../kit/slide.ts";
import { consume } from "@lit/context";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { AlertRecord, AlertWaits } from "../../model/records.ts";
import { parseTime, SECOND } from "../../model/time.ts";
import { Act } from "../kit/act.ts";
import { linkContext, sessionContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import { Pulse } from "../kit/pulse.ts";
import type { Session } from "../kit/session.ts";
import type { SlideElement } from "../kit/slide.ts";
import { minutesWord, t } from "./shelve-words.ts";

/** What still waits on an alert at server time `now`: one that has expired is told by nobody. */
export const waitsOn = ({ waits }: Pick<AlertRecord, "waits">, now: number): AlertWaits | undefined => (waits && (parseTime(waits.expiresAt) ?? 0) > now ? waits : undefined);
/** Those that wait for somebody come before all that does not run out in a minute. */
export const waitingFirst = <A extends Pick<AlertRecord, "waits">>(alerts: readonly A[], now: number): readonly A[] => {
  const waiting = alerts.filter((a) => waitsOn(a, now));
  return waiting.length === 0 ? alerts : [...waiting, ...alerts.filter((a) => !waiting.includes(a))];
};

/** A shelf, or a taking out of service, that waits for a second person, on the row of its alert: who asked, how long it still waits, to agree or to refuse. Fires `expired`. */
@customElement("console-alert-waits")
export class AlertWaitsElement extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; gap: 8px; border: 2px solid var(--t1); border-radius: 8px; padding: 10px 14px; background: var(--raise); --target: 64px; }
    p { overflow-wrap: anywhere; }
    .left { font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .row { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 13px; align-items: center; }
    wall-slide { --slide-height: 64px; --thumb: 64px; --slide-type: var(--type-body); }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @property({ attribute: false }) waits!: AlertWaits;
  private readonly act = new Act(this);
  private readonly names = new Names(this);

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
  }
  protected override updated(): void {
    if (!waitsOn({ waits: this.waits }, this.link.serverNow())) this.dispatchEvent(new CustomEvent("expired"));
  }
  private async confirm(slide: SlideElement): Promise<void> {
    await this.act.do("confirm", { command: this.waits.command });
    slide.arm();
  }
  override render() {
    const { waits } = this;
    const { command, by, reason, expiresAt } = waits;
    const said = { who: this.names.post(by), why: reason };
    const left = Math.max(0, Math.ceil(((parseTime(expiresAt) ?? 0) - this.link.serverNow()) / SECOND));
    const own = by === this.session.account;
    const may = this.session.rights.includes("second");
    const busy = this.act.busy !== null;
    return html`<p data-waiting=${command}>${waits.kind === "alert.shelve" ? t("{who} 申请搁置 {d}：{why}", { ...said, d: minutesWord(waits.minutes) }) : t("{who} 申请停用：{why}", said)} <span class="left">${t("余 {n} 秒", { n: left })}</span></p>
      ${may || own
        ? html`<div class="row">${own ? html`<p class="second">${t("须由另一账号确认")}</p>` : html`<wall-slide data-command="confirm" .words=${t("滑到底确认")} ?disabled=${busy} @slide=${(e: Event) => void this.confirm(e.currentTarget as SlideElement)}></wall-slide>`}
          <button data-command="refuse" ?disabled=${busy} @click=${() => void this.act.do("refuse", { command })}>${own ? t("撤回") : t("驳回")}</button></div>`
        : html`<p class="second">${t("须指挥长或值班长确认")}</p>`}
      <p role="alert" class=${this.act.failure ? "wrong" : "unseen"}>${this.act.failure}</p>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-alert-waits": AlertWaitsElement;
  }
}
