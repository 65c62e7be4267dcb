import { ContextConsumer } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { durationText } from "../../model/moments.ts";
import type { Stop } from "../../model/ports.ts";
import { chinaTime } from "../../model/time.ts";
import { linkContext, situationContext } from "../kit/contexts.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { Pulse } from "../kit/pulse.ts";

const t = dictionary({ "与平台断开 {d}，画面停在 {at}": "Cut off for {d}; the picture stands at {at}", "{n} 秒": "{n} s" });
const two = (n: number): string => String(n).padStart(2, "0");

/**
 * The white dashed line under the top strip of a display that hears nothing any more (VISUAL §12). It hangs in the gap
 * between the strip and the titles of the panels below, and covers neither.
 */
@customElement("wall-cut-line")
export class CutLineElement extends LitElement {
  static override styles = css`
    :host { position: absolute; z-index: 20; left: 0; right: 0; top: calc(var(--u) * 5); pointer-events: none; display: block; }
    .line { border-top: calc(var(--u) * 0.4) dashed var(--focus); }
    .words {
      position: absolute; left: 50%; top: 0; transform: translateX(-50%); background: var(--t1); color: var(--bg); padding: 0 calc(var(--u) * 0.8);
      font: 600 var(--type-caption) / calc(var(--u) * 1.2) var(--face-sans); font-variant-numeric: tabular-nums; white-space: nowrap;
    }
  `;
  private readonly link = new ContextConsumer(this, { context: linkContext });
  private readonly situation = new ContextConsumer(this, { context: situationContext, subscribe: true });
  private stop: Stop | undefined;

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
  }
  override updated(): void {
    this.stop ??= this.link.value?.onState(() => this.requestUpdate());
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.stop = undefined;
  }
  override render() {
    const link = this.link.value;
    if (!link || link.state === "live") return nothing;
    const ms = link.silentMs;
    const seconds = Math.floor(ms / 1000);
    const at = chinaTime(link.serverNow() - ms);
    const d = seconds < 120 ? t("{n} 秒", { n: seconds }) : durationText(ms, language());
    return html`<div class="line"></div><div class="words" role="alert">${t("与平台断开 {d}，画面停在 {at}", { d, at: `${two(at.hour)}:${two(at.minute)}:${two(at.second)}` })}</div>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-cut-line": CutLineElement;
  }
}
