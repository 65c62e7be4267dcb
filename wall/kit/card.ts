import { ContextConsumer } from "@lit/context";
import { css, html, LitElement, nothing, unsafeCSS } from "lit";
import { customElement, property } from "lit/decorators.js";
import { worstState, type Freshness } from "../../model/freshness.ts";
import { asOf } from "../../model/moments.ts";
import type { Coverage } from "../../model/sample.ts";
import { coverageText } from "../../model/wording.ts";
import type { Status } from "../../model/view.ts";
import { BAND, BAND_GAP_U, CARD_RULE_PX, clausesOf, standingInk } from "../marks/title-band.ts";
import { linkContext, situationContext } from "./contexts.ts";
import { Ended } from "./ended.ts";
import { freshnessGlyph } from "./freshness-glyph.ts";
import { dictionary, language, Speaks } from "./language.ts";
import { Pulse } from "./pulse.ts";
import { refusedWords } from "./refused-words.ts";

const t = dictionary({
  正在取数: "fetching", "本面板出错：{what}": "this panel failed: {what}",
});

const written = ({ sizeU, ink, weight }: (typeof BAND)[keyof typeof BAND]) => unsafeCSS(`color: var(--${ink}); font-size: calc(var(--u) * ${sizeU}); font-weight: ${weight};`);

/** A panel's frame: title, time, worst state and coverage, and every state that is not ideal (VISUAL §12). */
@customElement("wall-card")
export class CardElement extends LitElement {
  static override styles = css`
    :host { display: flex; flex-direction: column; min-height: 0; border-top: ${CARD_RULE_PX}px solid var(--hair2); color: var(--t1); font-family: var(--face-sans); font-size: var(--type-body); }
    header { display: flex; align-items: baseline; gap: calc(var(--u) * ${BAND_GAP_U}); min-height: var(--space-title-band); padding-top: calc(var(--u) * 0.5); box-sizing: border-box; }
    h2 { margin: 0; white-space: nowrap; letter-spacing: 0.02em; ${written(BAND.heading)} }
    /* In one line whatever the width: title and time stay whole, the note gives way, by whole clauses: one without room goes to a line that is not seen. */
    .note { ${written(BAND.note)} min-width: 0; height: 1.3em; line-height: 1.3; overflow: hidden; display: flex; flex-wrap: wrap; align-content: flex-start; white-space: pre; }
    .time { margin-inline-start: auto; ${written(BAND.standing)} font-variant-numeric: tabular-nums; white-space: nowrap; }
    .time[data-state="stale"], .time[data-state="down"] { color: var(--${unsafeCSS(standingInk("stale"))}); }
    .time[data-state="ageing"] { color: var(--${unsafeCSS(standingInk("ageing"))}); }
    .body { flex: 1; min-height: 0; display: flex; flex-direction: column; }
    .say { color: var(--t2); font-size: var(--type-body); padding: calc(var(--u) * 0.6) 0; margin: 0; }
  `;

  @property() heading = "";
  @property() note = "";
  /** Epoch ms on the situation's clock. */
  @property({ attribute: false }) observedAt: number | null | undefined;
  /** Declared interval of what is shown: a statistic's time is a month, not a minute. */
  @property({ attribute: false }) cadenceMs = 0;
  @property() state: Freshness | "" = "";
  @property({ attribute: false }) coverage: Coverage | undefined;
  /** What of them has come, where it is not all that the panel shows. */
  @property() coverageOf = "";
  @property() status: Status = "ready";
  @property() code = "";
  /** The one sentence that says that nothing is there; set = shown instead of the content. */
  @property() empty = "";
  /** What went wrong inside; set = an error card in its slot. */
  @property() failure = "";
  /** Which source is awaited. */
  @property() source = "";

  private readonly link = new ContextConsumer(this, { context: linkContext });
  private readonly situation = new ContextConsumer(this, { context: situationContext, subscribe: true });
  private readonly ended = new Ended(this);
  private beats = 0;

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
  }
  override render() {
    this.beats++;
    const link = this.link.value;
    const now = link?.simNow(this.situation.value ?? "live");
    // While the link is cut nothing looks fresh.
    const state = this.state && link && link.state !== "live" ? worstState(this.state, "stale") : this.state;
    const cover = this.coverage ? coverageText(this.coverage, language(), this.coverageOf) : "";
    return html`<header>
        ${this.heading ? html`<h2>${this.heading}</h2>` : nothing}
        ${this.note ? html`<span class="note"><span>\u200b</span>${clausesOf(this.note).map((clause) => html`<span>${clause}</span>`)}</span>` : nothing}
        <slot name="title"></slot>
        ${this.observedAt !== undefined && now !== undefined
          ? html`<span class="time" data-state=${state}>${state ? freshnessGlyph(state) : nothing} ${this.observedAt === null ? "" : asOf(this.observedAt, now, this.cadenceMs, language())}${cover ? html`　${cover}` : nothing}</span>`
          : nothing}
      </header>
      <div class="body" role=${this.failure ? "alert" : nothing}>${this.content()}</div>`;
  }
  private content() {
    if (this.failure) return html`<p class="say">✕ ${t("本面板出错：{what}", { what: this.failure })}</p>`;
    if (this.status === "refused" && this.ended.has) return html`<p class="say">✕ ${this.ended.brief}</p>`;
    if (this.status === "refused") return html`<p class="say" data-code=${this.code}>${refusedWords(this.code)}</p>`;
    // Words only after a moment: what comes at once needs none.
    if (this.status === "loading") return html`<p class="say">··${this.beats > 3 ? html` ${t("正在取数")} ${this.source}` : nothing}</p>`;
    if (this.empty) return html`<p class="say">${this.empty}</p>`;
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "wall-card": CardElement;
  }
}
