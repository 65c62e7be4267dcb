import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { byGravity, RESPONSE_KINDS, type ResponseRecord } from "../../model/response.ts";
import { linkContext, sessionContext, situationContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { inWords, Speaks } from "../kit/language.ts";
import { Pulse } from "../kit/pulse.ts";
import { Select } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import { badgeOf, responseBadge } from "./response-badge.ts";
import { responseName, t } from "./response-words.ts";
import { stillWaiting } from "./waiting-response.ts";

/** In the console's strip: the gravest response that holds at the place that is looked at, and that one waits for this seat. Fires `open`. */
@customElement("console-response-strip")
export class ResponseStripElement extends LitElement {
  static override styles = [controls, responseBadge, css`
    :host { display: contents; --target: 56px; }
    .level { min-height: 44px; font-size: calc(var(--u) * 1.2); }
    button { display: inline-flex; align-items: center; gap: 12px; border: 2px solid var(--t1); background: var(--t1); color: var(--bg); }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @property() region = "";
  private readonly here = new Select(this, (s) => s.responses(this.region));
  /** Whatever place is looked at: what waits is for the whole seat. */
  private readonly seat = new Select(this, (s) => s.responses(this.session.region));

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
  }
  override render() {
    const holding = byGravity([...this.here.value.records.values()].filter((one): one is Extract<ResponseRecord, { state: "inForce" }> => one.state === "inForce" && one.holdsHere));
    const [gravest] = holding;
    const waiting = this.session.rights.includes("second") ? stillWaiting(this.seat.value.records.values(), this.link.serverNow()).filter(({ by }) => by !== this.session.account) : [];
    const open = () => this.dispatchEvent(new CustomEvent("open", { detail: waiting[0]?.region ?? "" }));
    return html`${gravest ? html`<span class=${badgeOf(gravest.level, this.situation)} role="status">${responseName(gravest.level)}　${inWords(RESPONSE_KINDS[gravest.kind])}</span>` : nothing}
      <span role="alert">${waiting.length > 0 ? html`<button data-opens="waiting" aria-haspopup="dialog" @click=${open}>${t("有 {n} 项响应待第二人确认", { n: waiting.length })}</button>` : nothing}</span>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-response-strip": ResponseStripElement;
  }
}
