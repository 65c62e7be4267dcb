import { ContextConsumer } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { durationText } from "../../model/moments.ts";
import { parseTime } from "../../model/time.ts";
import { linkContext, situationContext } from "./contexts.ts";
import { dictionary, language, Speaks } from "./language.ts";
import { peopleNow } from "./people-now.ts";
import { Pulse } from "./pulse.ts";

const t = dictionary({ "超时 +{d}": "overdue +{d}", "余 {d}": "{d} left" });

/** Time left of a person's limit, in people's time, as a bar and m:ss; overdue is an inverse block, not a colour. */
@customElement("wall-countdown")
export class CountdownElement extends LitElement {
  static override styles = css`
    :host { display: block; font-family: var(--face-num); font-variant-numeric: tabular-nums; }
    .row { display: flex; align-items: baseline; justify-content: space-between; gap: 1em; }
    .words { color: var(--t2); font-size: var(--countdown-words, max(var(--u), 18px)); }
    .left { font-size: var(--countdown-size, 32px); font-weight: 600; color: var(--t1); }
    .over { background: var(--t1); color: var(--bg); padding: 0 0.3em; }
    svg { display: block; width: 100%; height: 8px; margin-top: 6px; }
    :host([compact]) { display: inline-block; }
    :host([compact]) .left { font-size: inherit; }
  `;
  /** RFC 3339. */
  @property() from = "";
  @property() until = "";
  @property() words = "";
  /** Only the time, in a row. */
  @property({ type: Boolean, reflect: true }) compact = false;
  private readonly link = new ContextConsumer(this, { context: linkContext });
  private readonly situation = new ContextConsumer(this, { context: situationContext, subscribe: true });

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
  }
  override render() {
    const [from, until, link] = [parseTime(this.from), parseTime(this.until), this.link.value];
    if (until === null || !link) return nothing;
    const left = until - peopleNow(link, this.situation.value ?? "live");
    const d = durationText(left, language());
    const text = html`<span class=${left < 0 ? "left over" : "left"}>${left < 0 ? t("超时 +{d}", { d }) : this.compact ? t("余 {d}", { d }) : d}</span>`;
    if (this.compact) return text;
    const share = from === null || until <= from ? 0 : Math.max(0, Math.min(1, left / (until - from)));
    return html`<div class="row"><span class="words">${this.words}</span>${text}</div>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="8" fill="var(--band)"></rect><rect width=${share * 100} height="8" fill="var(--t1)"></rect></svg>`;
  }
}
