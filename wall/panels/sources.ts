import { LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { card, data, read, spoken, type SourcesConfig } from "../marks/facts/sources.ts";
import { marks, spec } from "../marks/sources.ts";
import { Here } from "./here.ts";
import { inCard } from "./in-card.ts";
import { Lexicon } from "./lexicon.ts";
import { panelStyle } from "./style.ts";

/** How far each source behind this wall can be believed now: how many in each state, then all of them by name, the worst first. */
@customElement("wall-sources")
export class SourcesPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: SourcesConfig = { sources: [] };
  @query(".plot") private plot!: HTMLElement | null;
  private readonly here = new Here(this, 5_000);
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
    return { lang: language(), here: this.here, words: this.words };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-sources": SourcesPanel;
  }
}
definePanel<SourcesConfig>({
  ...spec, tag: "wall-sources", title: { zh: "数据可信（逐路）", en: "Data trust by source" },
  example: { sources: [{ hazard: "storm" }, { indicator: "met.storm.circle" }, { indicator: "met.rain.24h" }, { indicator: "met.wind.mean" }, { indicator: "water.river.level" }] },
});
