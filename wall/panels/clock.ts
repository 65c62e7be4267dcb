import { LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { clockText } from "../../model/time.ts";
import { Canvas } from "../kit/canvas.ts";
import { Ended } from "../kit/ended.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { marks, sentence, spec, type ClockData } from "../marks/clock.ts";
import { Here } from "./here.ts";
import { panelStyle } from "./style.ts";
import { secondsText } from "./time-words.ts";

export type ClockConfig = Readonly<Record<string, never>>;
const t = dictionary({ 演练: "DRILL", 回放: "REPLAY", "现实时间 {at}": "real time {at}", 已暂停: "paused", "{n} 倍速": "{n}×", 北京时间: "Beijing time", 演示系统: "demonstration" });

/** The situation's clock; in a drill or replay in wisteria, with the real time small beside it. */
@customElement("wall-clock")
export class ClockPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: ClockConfig = {};
  private readonly here = new Here(this, 250);
  private readonly ended = new Ended(this);

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(this.data(), size));
  }
  override updated(): void {
    this.role = "timer";
    this.ariaLabel = sentence(this.data());
  }
  private data(): ClockData {
    const { simNow, serverNow, isLive, info, linked, stoodAt } = this.here;
    const common = { at: simNow, cut: !linked, lang: language() };
    const note = t("现实时间 {at}", { at: `${clockText(serverNow)}:${secondsText(serverNow)}` });
    if (this.ended.has) return { ...common, at: stoodAt, stopped: this.ended.word, seconds: false, note };
    if (isLive) return { ...common, note: t("北京时间"), tag: t("演示系统") };
    const pace = info?.clock.paused ? t("已暂停") : info ? t("{n} 倍速", { n: info.clock.speed }) : "";
    return {
      ...common, seconds: (info?.clock.speed ?? 60) <= 10, notActual: [info?.kind === "replay" ? t("回放") : t("演练"), pace].filter(Boolean).join("　"),
      note,
    };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-clock": ClockPanel;
  }
}
definePanel<ClockConfig>({ ...spec, tag: "wall-clock", title: { zh: "时钟", en: "Clock" }, example: {} });
