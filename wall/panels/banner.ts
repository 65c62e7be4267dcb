import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { chinaTime } from "../../model/time.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Here } from "./here.ts";
import { panelStyle } from "./style.ts";

export type BannerConfig = Readonly<Record<string, never>>;
const t = dictionary({
  广东省域治理态势: "Guangdong situation", 演练: "DRILL", 回放: "REPLAY", "平时 · 值守": "routine · on watch", "战时 · 指挥": "emergency · command",
  "{y} 年实录推进，不对外发送": "record of {y}; nothing is sent outside", "未启动应急响应": "no response level in force", "只读，控制无效": "read-only",
  已暂停: "paused", "{n} 倍速": "{n}×", 演示系统: "demonstration",
});

/** Top left of every wall: which world this is, and in which mode it is run (VISUAL §9). */
@customElement("wall-banner")
export class BannerPanel extends LitElement {
  static override styles = [
    panelStyle,
    css`
      :host { padding: calc(var(--u) * 0.6) calc(var(--u) * 2) 0; }
      .band { display: flex; align-items: center; gap: calc(var(--u) * 1.2); height: calc(var(--u) * 3.9); box-sizing: border-box; white-space: nowrap; }
      .not-actual { background: var(--w3); border: max(2px, calc(var(--u) / 12)) dashed var(--w2); padding: 0 calc(var(--u) * 0.9); }
      .kind { font-size: calc(var(--u) * 2.6); font-weight: 600; color: var(--w1); letter-spacing: 0.04em; }
      .name { font-size: calc(var(--u) * 1.9); font-weight: 600; }
      .title { font-size: calc(var(--u) * 2); font-weight: 600; letter-spacing: 0.02em; }
      .notes { font-size: var(--type-body); line-height: 1.4; color: var(--t2); }
      .notes .w { color: var(--t1); }
      .tags { margin-inline-start: auto; display: flex; gap: calc(var(--u) * 0.6); }
      .tags .boxed { font-size: var(--type-body); color: var(--t1); padding: 0.2em 0.6em; }
    `,
  ];
  @property({ attribute: false }) config: BannerConfig = {};
  private readonly here = new Here(this);

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const { info, isLive } = this.here;
    const emergency = document.documentElement.dataset.mode === "emergency";
    const mode = html`<span class="boxed">${emergency ? t("战时 · 指挥") : t("平时 · 值守")}</span>`;
    if (isLive)
      return html`<div class="band"><div class="title">${t("广东省域治理态势")}</div><div class="tags">${mode}<span class="boxed">${t("演示系统")}</span></div></div>`;
    const kind = info?.kind === "replay" ? t("回放") : t("演练");
    const words = language() === "en" ? (info?.title.en ?? "") : (info?.banner ?? "").replace(/^(?:演练|回放)\s*·\s*/, "");
    const year = info?.span ? chinaTime(info.span.from).year : chinaTime(this.here.simNow).year;
    const pace = info ? (info.clock.paused ? t("已暂停") : t("{n} 倍速", { n: info.clock.speed })) : "";
    return html`<div class="band not-actual" role="status">
      <span class="kind">${kind}</span><span class="name">${words}</span>
      <div class="notes">${info?.kind === "replay" ? t("只读，控制无效") : t("{y} 年实录推进，不对外发送", { y: year })}<br />${pace ? html`<span class="w">${pace}</span>　` : nothing}${emergency ? nothing : t("未启动应急响应")}</div>
      <div class="tags">${mode}</div>
    </div>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-banner": BannerPanel;
  }
}
definePanel<BannerConfig>({ kind: "banner", tag: "wall-banner", title: { zh: "响应条", en: "Banner" }, minU: [60, 4.6], example: {} });
