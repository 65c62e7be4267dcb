import { ContextConsumer } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { durationText } from "../../model/moments.ts";
import { chinaTime } from "../../model/time.ts";
import { linkContext, situationContext, type Link } from "../kit/contexts.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { Listening } from "../kit/listening.ts";
import { Pulse } from "../kit/pulse.ts";

const t = dictionary({ "与平台断开 {d}，画面停在 {at}": "Cut off for {d}; the picture stands at {at}", "{n} 秒": "{n} s", "与平台断开，时长不明（本机时钟不准），画面停在 {at}": "Cut off for an unknown time (this machine's clock is wrong); the picture stands at {at}" });
const two = (n: number): string => String(n).padStart(2, "0");

/** With the day where the picture is not of today. */
function toTheSecond(at: number, now: number | null): string {
  const then = chinaTime(at);
  const today = now === null ? null : chinaTime(now);
  const isToday = today !== null && then.year === today.year && then.month === today.month && then.day === today.day;
  return `${isToday ? "" : `${then.month}月${then.day}日 `}${two(then.hour)}:${two(then.minute)}:${two(then.second)}`;
}
function cutWords(link: Link): string {
  const ms = link.silentMs;
  const now = link.serverNow();
  if (!link.isAgeKnown) return t("与平台断开，时长不明（本机时钟不准），画面停在 {at}", { at: toTheSecond(now - ms, null) });
  const seconds = Math.floor(ms / 1000);
  const d = seconds < 120 ? t("{n} 秒", { n: seconds }) : durationText(ms, language());
  return t("与平台断开 {d}，画面停在 {at}", { d, at: toTheSecond(now - ms, now) });
}

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
      position: absolute; left: 50%; top: calc(var(--u) * -0.25); transform: translateX(-50%); background: var(--t1); color: var(--bg); padding: 0 calc(var(--u) * 0.8);
      font: 600 var(--type-caption) / calc(var(--u) * 1.15) var(--face-sans); font-variant-numeric: tabular-nums; white-space: nowrap;
    }
  `;
  private readonly link = new ContextConsumer(this, { context: linkContext });
  private readonly situation = new ContextConsumer(this, { context: situationContext, subscribe: true });

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
    new Listening(this, () => this.link.value?.onState(() => this.requestUpdate()));
  }
  override render() {
    const link = this.link.value;
    if (!link || link.state === "live") return nothing;
    return html`<div class="line"></div><div class="words" role="alert">${cutWords(link)}</div>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-cut-line": CutLineElement;
  }
}
