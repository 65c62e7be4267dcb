import { ContextConsumer } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { chinaTime } from "../../model/time.ts";
import { linkContext, situationContext } from "./contexts.ts";
import { Ended } from "./ended.ts";
import { dictionary, language, Speaks } from "./language.ts";
import { Listening } from "./listening.ts";
import { Pulse } from "./pulse.ts";

const t = dictionary({ 演练: "DRILL", 回放: "REPLAY", 已暂停: "paused", 实况: "Live", "{n} 倍速": "{n}×" });

/**
 * Says on every screen of a situation that is not live what it is: banner words, its own clock in wisteria, and the
 * hatched frame around the whole page. Shows nothing for live.
 */
@customElement("wall-situation")
export class SituationElement extends LitElement {
  static override styles = css`
    :host { display: contents; }
    .words { display: inline-flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6em; color: var(--w1); border: 1px dashed var(--w2); padding: 0.2em 0.6em; font-size: var(--type-body); font-weight: 500; font-family: var(--face-sans); }
    .time { white-space: nowrap; }
    a { color: inherit; display: inline-flex; align-items: center; min-height: 48px; padding: 0 0.6em; }
    .time { font-variant-numeric: tabular-nums; }
    .frame { position: fixed; inset: 0; pointer-events: none; z-index: 50; --w: max(4px, calc(var(--u) * 0.4)); border: var(--w) solid transparent; border-image: repeating-linear-gradient(45deg, var(--w2) 0 6px, transparent 6px 14px) 10; box-sizing: border-box; border-image-width: var(--w); }
  `;
  private readonly link = new ContextConsumer(this, { context: linkContext });
  private readonly situation = new ContextConsumer(this, { context: situationContext, subscribe: true });
  private readonly ended = new Ended(this);

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this, 500);
    new Listening(this, () => this.link.value?.onSituations(() => this.requestUpdate()));
  }
  override render() {
    const link = this.link.value;
    const id = this.situation.value ?? "live";
    const info = link?.situations.find((s) => s.id === id);
    if (!link || id === "live" || info?.kind === "live") return nothing;
    if (this.ended.has) return html`<span class="words" role="status">✕ ${this.ended.what}。${this.ended.advice} <a href=${`${location.pathname}?situation=live`}>${t("实况")}</a></span>`;
    const kind = info?.kind === "replay" ? t("回放") : t("演练");
    const words = language() === "en" && info ? `${kind} · ${info.title.en}` : info?.banner || kind;
    return html`<span class="words" role="status">${words} <span class="time">${dayAndTime(link.simNow(id))}</span> ${
        info ? (info.clock.paused ? t("已暂停") : info.clock.speed === 1 ? "" : t("{n} 倍速", { n: info.clock.speed })) : ""
      }</span><div class="frame" aria-hidden="true"></div>`;
  }
}
const two = (n: number) => String(n).padStart(2, "0");
/** 2015-10-04 14:10 in Guangdong's time. */
export function dayAndTime(at: number): string {
  const c = chinaTime(at);
  return `${c.year}-${two(c.month)}-${two(c.day)} ${two(c.hour)}:${two(c.minute)}`;
}
