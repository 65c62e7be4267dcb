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
import { waitsOf } from "./waiting/waiting.ts";
import { t as waitWords } from "./waiting/words.ts";

/** In the console's strip: the gravest response that holds at the place that is looked at, and how much waits for this seat’s second word. Fires `open` with the region where only a response waits, else with nothing. */
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
  private readonly seat = new Select(this, (s) => {
    const { region } = this.session;
    return { responses: s.responses(region).records, alerts: s.alerts(region).records, incidents: s.incidents(region).records };
  });

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
  }
  override render() {
    const holding = byGravity([...this.here.value.records.values()].filter((one): one is Extract<ResponseRecord, { state: "inForce" }> => one.state === "inForce" && one.holdsHere));
    const [gravest] = holding;
    const { responses, alerts, incidents } = this.seat.value;
    const waiting = this.session.rights.includes("second") ? waitsOf({ responses: responses.values(), alerts: alerts.values(), incidents: incidents.values() }, this.link.serverNow()).filter(({ by }) => by !== this.session.account) : [];
    // One that is about a response is decided where the others that hold there stand, too.
    const [first] = waiting;
    const isResponses = first?.kind === "response" && waiting.every(({ kind }) => kind === "response");
    const open = () => this.dispatchEvent(new CustomEvent<string | null>("open", { detail: isResponses ? first.of.region : null }));
    const words = isResponses ? t("有 {n} 项响应待第二人确认", { n: waiting.length }) : waitWords("有 {n} 项待第二人确认", { n: waiting.length });
    return html`${gravest ? html`<span class=${badgeOf(gravest.level, this.situation)} role="status">${responseName(gravest.level)}　${inWords(RESPONSE_KINDS[gravest.kind])}</span>` : nothing}
      <span role="alert">${waiting.length > 0 ? html`<button data-opens="waiting" aria-haspopup="dialog" @click=${open}>${words}</button>` : nothing}</span>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-response-strip": ResponseStripElement;
  }
}
