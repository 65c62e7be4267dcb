import { ContextConsumer } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { durationText } from "../../model/moments.ts";
import { chinaTime } from "../../model/time.ts";
import { isOutdated } from "./build.ts";
import { linkContext } from "./contexts.ts";
import { dictionary, language, Speaks } from "./language.ts";
import { Listening } from "./listening.ts";
import { Pulse } from "./pulse.ts";

const t = dictionary({ "与平台断开 {d}，画面停在 {at}": "Cut off for {d}; the picture stands at {at}", 在线: "online", 断开: "cut off", 无响应: "no answer", "有新版本，更新页面": "New version: reload" });
const two = (n: number) => String(n).padStart(2, "0");
const toTheSecond = (at: number): string => {
  const c = chinaTime(at);
  return `${two(c.hour)}:${two(c.minute)}:${two(c.second)}`;
};

/** The link in words: how far the server is, or since when the page is cut off. */
@customElement("wall-link-notice")
export class LinkNoticeElement extends LitElement {
  static override styles = css`
    :host { font-size: var(--u); font-family: var(--face-sans); color: var(--t2); font-variant-numeric: tabular-nums; white-space: nowrap; }
    button { min-height: 52px; padding: 0 1em; border: 1px solid var(--hair2); border-radius: 6px; background: var(--t1); color: var(--bg); font: inherit; font-weight: 600; }
    button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    .cut { display: block; border-top: max(3px, calc(var(--u) * 0.4)) dashed var(--focus); color: var(--t1); font-size: var(--type-body); font-weight: 500; padding: 0.4em 0 0; }
  `;
  private readonly link = new ContextConsumer(this, { context: linkContext });

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
    new Listening(this, () => this.link.value?.onState(() => this.requestUpdate()));
  }
  override render() {
    const link = this.link.value;
    if (!link) return nothing;
    // A person's page is not taken from under their hands: they choose when.
    if (link.state === "live" && isOutdated(link)) return html`<button type="button" @click=${() => location.reload()}>${t("有新版本，更新页面")}</button>`;
    if (link.state === "live") return html`● ${t("在线")}${link.roundTripMs === null ? "" : ` · ${Math.round(link.roundTripMs)} ms`}`;
    return html`<span class="cut" role="alert">${t("与平台断开 {d}，画面停在 {at}", { d: durationText(link.silentMs, language()), at: toTheSecond(link.serverNow() - link.silentMs) })}</span>`;
  }
}
