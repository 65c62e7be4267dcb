import { consume } from "@lit/context";
import { LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { chinaTime } from "../../model/time.ts";
import type { Mode } from "../../model/wall.ts";
import { Canvas } from "../kit/canvas.ts";
import { modeContext } from "../kit/contexts.ts";
import { Ended } from "../kit/ended.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { marks, sentence, spec, type BannerBlock, type BannerData } from "../marks/banner.ts";
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
  static override styles = panelStyle;
  @property({ attribute: false }) config: BannerConfig = {};
  @consume({ context: modeContext, subscribe: true }) private mode: Mode | undefined;
  private readonly here = new Here(this);
  private readonly ended = new Ended(this);

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(this.data(), size));
  }
  override updated(): void {
    this.role = "status";
    this.ariaLabel = sentence(this.data());
  }
  private data(): BannerData {
    const mode = { text: this.emergency ? t("战时 · 指挥") : t("平时 · 值守") };
    return this.here.isLive ? { title: t("广东省域治理态势"), tags: [mode, { text: t("演示系统") }] } : { title: "", tags: [mode], block: this.otherWorld() };
  }
  private otherWorld(): BannerBlock {
    if (this.ended.has) return { head: this.ended.word, name: this.ended.what, notes: [this.ended.advice, ""] };
    const { info, simNow } = this.here;
    const replay = info?.kind === "replay";
    const year = chinaTime(info?.span ? info.span.from : simNow).year;
    const pace = info ? (info.clock.paused ? t("已暂停") : t("{n} 倍速", { n: info.clock.speed })) : "";
    return {
      head: replay ? t("回放") : t("演练"),
      name: language() === "en" ? (info?.title.en ?? "") : (info?.banner ?? "").replace(/^(?:演练|回放)\s*·\s*/, ""),
      notes: [replay ? t("只读，控制无效") : t("{y} 年实录推进，不对外发送", { y: year }), [pace, this.emergency ? "" : t("未启动应急响应")].filter(Boolean).join("　")],
    };
  }
  private get emergency(): boolean {
    return this.mode === "emergency";
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-banner": BannerPanel;
  }
}
definePanel<BannerConfig>({ ...spec, tag: "wall-banner", title: { zh: "响应条", en: "Banner" }, example: {} });
