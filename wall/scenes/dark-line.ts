import { ContextConsumer } from "@lit/context";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Stop } from "../../model/ports.ts";
import { linkContext, situationContext } from "../kit/contexts.ts";
import { darkWords, endedWords } from "../kit/dark-words.ts";
import { freshnessGlyph } from "../kit/freshness-glyph.ts";
import { language, Speaks } from "../kit/language.ts";
import { Select } from "../kit/select.ts";

/** What concerns the house is found of the whole of it. */
const PROVINCE = "44";

/**
 * One quiet line under the strip of a display: which others of its wall are dark, and since when; where no panel tells of sources, also which topics' code was ended. It hangs where the
 * cut line hangs, at the right; a display that is cut off itself knows nothing of the others and does not say it.
 */
@customElement("wall-dark-line")
export class DarkLineElement extends LitElement {
  static override styles = css`
    :host {
      position: absolute; z-index: 20; right: calc(var(--u) * 2); top: calc(var(--u) * 4.9); pointer-events: none; display: block; background: var(--bg); padding: 0 0 0 calc(var(--u) * 0.6);
      color: var(--t2); font: 400 var(--type-caption) / calc(var(--u) * 1.2) var(--face-sans); font-variant-numeric: tabular-nums; white-space: nowrap;
    }
    :host([hidden]) { display: none; }
    b { color: var(--t1); font-weight: 600; margin: 0 calc(var(--u) * 0.6) 0 calc(var(--u) * 0.3); }
    span + span { margin-inline-start: calc(var(--u) * 1.4); }
    svg { vertical-align: -0.05em; }
  `;
  @property({ attribute: false }) wall = "";
  /** Number of the display that says it. */
  @property({ attribute: false }) own = 0;
  /** No panel names the topics whose code was ended. */
  @property({ attribute: false }) tellsPacks = false;
  private readonly link = new ContextConsumer(this, { context: linkContext });
  private readonly situation = new ContextConsumer(this, { context: situationContext, subscribe: true });
  private readonly state = new Select(this, (reader) => reader.wall(this.wall));
  private readonly alerts = new Select(this, (reader) => (this.tellsPacks ? reader.alerts(PROVINCE).records : undefined));
  private stops: readonly Stop[] = [];

  constructor() {
    super();
    new Speaks(this);
  }
  override updated(): void {
    const link = this.link.value;
    if (!link || this.stops.length > 0) return;
    const again = () => this.requestUpdate();
    this.stops = [link.onState(again), link.onSituations(again)];
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
    this.stops = [];
  }
  override render() {
    const link = this.link.value;
    const id = this.situation.value ?? "live";
    const info = link?.situations.find((one) => one.id === id);
    const isOneTime = info ? info.kind === "live" || info.replays !== undefined : id === "live";
    const words = link?.state === "live" ? darkWords(this.state.value?.dark ?? [], { own: this.own, now: link.serverNow(), isOneTime, lang: language() }) : null;
    const ended = link?.state === "live" && info?.kind === "live" ? endedWords(this.alerts.value?.values() ?? [], { now: link.serverNow(), lang: language() }) : null;
    const lines = [words, ended].filter((line) => line !== null);
    this.hidden = lines.length === 0;
    return lines.map((line) => html`<span role="status">${freshnessGlyph("down")}<b>${line.what}</b>${line.since}</span>`);
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-dark-line": DarkLineElement;
  }
}
