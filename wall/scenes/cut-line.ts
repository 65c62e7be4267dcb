import { ContextConsumer } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { durationText } from "../../model/moments.ts";
import { chinaTime } from "../../model/time.ts";
import { linkContext, situationContext, type Link } from "../kit/contexts.ts";
import { houseWordsOnWall } from "../kit/house-words.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { Listening } from "../kit/listening.ts";
import { Pulse } from "../kit/pulse.ts";

const t = dictionary({ "与平台断开 {d}，画面停在 {at}": "Cut off for {d}; the picture stands at {at}", "与平台断开 {d}，画面停在现实时间 {at}": "Cut off for {d}; the picture stands at {at} real time", "{n} 秒": "{n} s", "与平台断开，时长不明（本机时钟不准），画面停在 {at}": "Cut off for an unknown time (this machine's clock is wrong); the picture stands at {at}", "与平台断开，时长不明（本机时钟不准），画面停在现实时间 {at}": "Cut off for an unknown time (this machine's clock is wrong); the picture stands at {at} real time" });
/** Below the strip's end, in u: plaque and line have one middle, and end where the panels begin (1.25 u). */
export const [AIR_U, PLAQUE_U, LINE_U] = [0.2, 1.05, 0.4] as const;
export const LINE_FROM_U = AIR_U + (PLAQUE_U - LINE_U) / 2;
const two = (n: number): string => String(n).padStart(2, "0");

/** With the day where the picture is not of today. */
function toTheSecond(at: number, now: number | null): string {
  const then = chinaTime(at);
  const today = now === null ? null : chinaTime(now);
  const isToday = today !== null && then.year === today.year && then.month === today.month && then.day === today.day;
  return `${isToday ? "" : `${then.month}月${then.day}日 `}${two(then.hour)}:${two(then.minute)}:${two(then.second)}`;
}
/** What the line's plaque says: people's time, which is called so wherever the picture itself has another. */
export function cutWords(link: Pick<Link, "silentMs" | "isAgeKnown" | "serverNow">, situation: string): string {
  const ms = link.silentMs;
  const now = link.serverNow();
  const isLive = situation === "live";
  if (!link.isAgeKnown) return t(isLive ? "与平台断开，时长不明（本机时钟不准），画面停在 {at}" : "与平台断开，时长不明（本机时钟不准），画面停在现实时间 {at}", { at: toTheSecond(now - ms, null) });
  const seconds = Math.floor(ms / 1000);
  const d = seconds < 120 ? t("{n} 秒", { n: seconds }) : durationText(ms, language());
  return t(isLive ? "与平台断开 {d}，画面停在 {at}" : "与平台断开 {d}，画面停在现实时间 {at}", { d, at: toTheSecond(now - ms, now) });
}

/**
 * The white dashed line under the top strip of a display that hears nothing any more (VISUAL §12). It hangs in the gap
 * between the strip and the titles of the panels below, with air to the feet of the strip's last line, and covers neither.
 * While the house is read-only its plaque says so, without the line: the picture goes on.
 */
@customElement("wall-cut-line")
export class CutLineElement extends LitElement {
  static override styles = css`
    :host { position: absolute; z-index: 20; pointer-events: none; display: block; }
    .line { margin-top: calc(var(--u) * ${LINE_FROM_U}); border-top: calc(var(--u) * ${LINE_U}) dashed var(--focus); }
    .words {
      position: absolute; left: 50%; top: calc(var(--u) * ${AIR_U}); transform: translateX(-50%); background: var(--t1); color: var(--bg); padding: 0 calc(var(--u) * 0.8);
      font: 600 var(--type-caption) / calc(var(--u) * ${PLAQUE_U}) var(--face-sans); font-variant-numeric: tabular-nums; white-space: nowrap;
    }
  `;
  /** Where the strip of its piece of glass ends; null where none stands, and it hangs from the upper edge. */
  @property({ attribute: false }) endPx: number | null = null;
  @property({ attribute: false }) fromPx = 0;
  @property({ attribute: false }) widthPx = 0;
  private readonly link = new ContextConsumer(this, { context: linkContext });
  private readonly situation = new ContextConsumer(this, { context: situationContext, subscribe: true });

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
    new Listening(this, () => this.link.value?.onState(() => this.requestUpdate()));
    new Listening(this, () => this.link.value?.onHouse(() => this.requestUpdate()));
  }
  override render() {
    const { style, endPx } = this;
    style.left = `${this.fromPx}px`;
    style.width = `${this.widthPx}px`;
    // Where no strip stands its plaque begins at the very edge: the tag of the world and the mode hangs right below.
    style.top = endPx === null ? `calc(var(--u) * ${-AIR_U})` : `${endPx}px`;
    const link = this.link.value;
    if (!link) return nothing;
    if (link.state === "live") {
      const house = houseWordsOnWall(link);
      return house === null ? nothing : html`<div class="words house" role="alert">${house}</div>`;
    }
    return html`<div class="line"></div><div class="words" role="alert">${cutWords(link, this.situation.value ?? "live")}</div>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-cut-line": CutLineElement;
  }
}
