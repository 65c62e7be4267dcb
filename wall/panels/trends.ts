import { LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { Ended } from "../kit/ended.ts";
import { language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { card, data, read, spoken, type TrendsConfig } from "../marks/facts/trends.ts";
import { marks, spec } from "../marks/trends.ts";
import { Here } from "./here.ts";
import { inCard } from "./in-card.ts";
import { Lexicon } from "./lexicon.ts";
import { panelStyle } from "./style.ts";

/** Indicators of one place over the same time, side by side, each with what stands now. */
@customElement("wall-trends")
export class TrendsPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config!: TrendsConfig;
  @query(".plot") private plot!: HTMLElement | null;
  private readonly here = new Here(this, 30_000);
  private readonly ended = new Ended(this);
  private readonly words = new Lexicon(this);
  private readonly seen = new Select(this, (reader) => read(reader, this.config));

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(data(this.seen.value, this.config, this.from), size), { within: () => this.plot });
  }
  override render() {
    return inCard(card(this.seen.value, this.config, this.from), spoken(this.seen.value, this.config, this.from));
  }
  private get from() {
    return { lang: language(), here: this.here, words: this.words, ...(this.ended.has && { ended: this.ended }) };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-trends": TrendsPanel;
  }
}
definePanel<TrendsConfig>({
  ...spec, tag: "wall-trends", title: { zh: "走势", en: "Trends" },
  example: { title: { zh: "雨量与平均风", en: "Rain and mean wind" }, place: "44", level: "province", hours: 48, plots: [{ indicator: "met.rain.24h" }, { indicator: "met.wind.mean" }] },
});
